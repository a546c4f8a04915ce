"""From a data set to one file that classifies, with its report."""
