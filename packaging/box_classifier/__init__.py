"""The recipe of the classifier in the box: what it learns from, how it is measured, its card."""
