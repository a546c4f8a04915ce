"""Care for the library itself: backups, damage, one window at a time, what others change."""
