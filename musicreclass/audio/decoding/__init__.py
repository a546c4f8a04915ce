"""A file in, mono sound out: libsndfile, FFmpeg and soxr behind one front, `decode`."""
