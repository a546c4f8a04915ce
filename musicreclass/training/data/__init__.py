"""Labelled tracks as arrays: batches, splits, groups, duplicates, label noise."""
