"""What the program remembers: the only door to SQLite."""
