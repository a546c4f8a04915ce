"""A small server for this computer or a household: files in, genres and sound tags out."""
