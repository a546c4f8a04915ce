"""The Insights page: what the library consists of, a map of it, and what is probably wrong."""
