"""What classifiers there are, what is known of each, and what can be done with their files."""
