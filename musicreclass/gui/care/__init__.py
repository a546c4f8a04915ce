"""Care for the library in the window: backups, damage, one window, what others change."""
