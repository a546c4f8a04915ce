"""From folders on the disk to tracks in the library."""
