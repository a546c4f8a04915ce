"""The dialog in which everything is chosen that can be: a file a page."""
