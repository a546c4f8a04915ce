"""Changing files so that they are wholly old or wholly new, whatever happens."""
