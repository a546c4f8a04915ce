"""The Classifiers page: which there are, how good each is, and what another would change."""
