"""Writing genres into files, from the preview to the history that takes them back."""
