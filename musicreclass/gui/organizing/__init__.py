"""Sorting files into folders, and lists for other programs, as the window asks for them."""
