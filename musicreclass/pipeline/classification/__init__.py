"""Which classifiers there are, and what they say of files and of a library's tracks."""
