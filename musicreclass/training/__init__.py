"""Labelled tracks in, a bundle out: what makes the classifiers that `classifiers` loads."""
