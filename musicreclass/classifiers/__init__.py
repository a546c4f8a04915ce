"""Numbers in, genres out: with `training` the only door to torch."""
