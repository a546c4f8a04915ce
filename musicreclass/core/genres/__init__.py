"""A person's genres: the vocabulary, its file, the rules for writing, and how often each is named."""
