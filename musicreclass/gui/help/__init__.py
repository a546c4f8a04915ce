"""Help, what the program is made of, and its log."""
