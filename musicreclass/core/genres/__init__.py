"""A person's genres: vocabulary and its file, rules for writing, and how often each is named."""
