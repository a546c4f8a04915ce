"""Decisions kept in the library, and the lists that a review is made of."""
