"""Fitting networks: the training loop, its steps, optimisers and checkpoints."""
