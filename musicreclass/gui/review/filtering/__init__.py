"""What is chosen in Review: conditions that combine, chips, folders, saved filters, groups."""
