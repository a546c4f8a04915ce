"""Numbers of a sound: FMA's 518 features and log-mel spectrograms, in numpy."""
