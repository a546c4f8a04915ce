"""Folders that are watched: what changes in them is noticed by itself."""
