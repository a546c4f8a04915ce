"""Changed copies to learn from, of waveforms and of mel spectrograms."""
