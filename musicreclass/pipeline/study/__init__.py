"""Studies of a person's collections: what is measured for them, and in which order."""
