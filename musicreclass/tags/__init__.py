"""What files say of themselves: the only door to mutagen."""
