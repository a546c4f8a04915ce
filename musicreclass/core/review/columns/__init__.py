"""Tracks kept in columns: numbers in arrays, texts end to end, and what repeats only once."""
