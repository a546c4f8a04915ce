"""After a training: what the classifier is worth, section by section."""
