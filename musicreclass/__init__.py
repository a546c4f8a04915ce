"""A program that listens to music, proposes genres and writes the accepted ones into files."""

__version__ = "0.1.0"
