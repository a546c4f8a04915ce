"""Files that others send over a network, answered in child processes that are kept for the next."""
