"""Reasons as codes with values, and the one catalogue that makes sentences of them."""
