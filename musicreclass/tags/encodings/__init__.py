"""Detecting the legacy encodings of texts that were labelled as Latin-1."""
