"""Writing genres into files: what would change, what is chosen, and what came of it."""
