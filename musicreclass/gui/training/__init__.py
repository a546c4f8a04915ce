"""The Train page: from folders that are named after genres to a classifier of one's own."""
