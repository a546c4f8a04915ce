"""The spaces of sounds that tracks are near and far in."""
