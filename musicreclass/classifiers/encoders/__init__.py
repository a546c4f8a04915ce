"""Pretrained encoders from a person's own folders: what they are, where they lie, what they say."""
