"""Genres into files and back out again: planned, noted in the journal, written, recovered."""
