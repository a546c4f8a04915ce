"""From the raw scores of several classifiers to one calibrated suggestion with a verdict."""
