"""Measuring classifiers on labelled music, alone and side by side."""
