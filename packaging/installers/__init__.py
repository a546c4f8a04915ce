"""What makes installers of the program: a frozen folder, a Debian package, icons, a man page."""
