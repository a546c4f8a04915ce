"""What is shown and played of one track: spectrogram, evidence, neighbours."""
