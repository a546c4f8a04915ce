"""Studies: which representations and networks tell genres, where they fail, and why."""
