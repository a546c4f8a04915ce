"""A training as it goes on: stages and curves."""
