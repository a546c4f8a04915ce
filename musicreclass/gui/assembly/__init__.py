"""A file a page: what it is made of, and how that is introduced to all else."""
