"""Sound as it plays: where it comes from, and what is said of it meanwhile."""
