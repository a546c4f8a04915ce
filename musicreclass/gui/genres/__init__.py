"""The page of genres: a vocabulary of one's own, and the rules for writing."""
