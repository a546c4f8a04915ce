"""Work in child processes and on a cluster, and what must be loaded before a window."""
