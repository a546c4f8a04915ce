"""Words and rules of the program: no I/O, no Qt, no torch."""
