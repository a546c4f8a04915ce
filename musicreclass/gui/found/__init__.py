"""What can be done about tracks that were found suspicious, on whichever page that was."""
