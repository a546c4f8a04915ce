"""What a window has computed in another process, as plain values; nothing heavy before it runs."""
