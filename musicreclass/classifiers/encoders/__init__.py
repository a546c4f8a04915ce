"""Pretrained listeners, and the one way to torchaudio."""
