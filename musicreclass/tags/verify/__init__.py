"""Verifying a changed copy before it replaces its file, by other ways than it was made."""
