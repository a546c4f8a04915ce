"""Networks that are given a track in chunks: of its mel, or of its raw sound."""
