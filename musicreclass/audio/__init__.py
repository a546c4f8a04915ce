"""A file in, numpy arrays out: the only door to soundfile, PyAV, soxr and librosa."""
