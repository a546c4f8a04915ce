"""What there is to learn from or to measure on: folders, tags, decisions, known data sets."""
