"""Atomic writes: a file is wholly old or wholly new, whatever happens."""
