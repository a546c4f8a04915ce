"""Copies of the library: backups, restoring, and moving it elsewhere."""
