"""Where the keyboard is: seen, and taken on by Tab."""
