"""The command line: one file per verb, and `console`, the terminal's job context."""
