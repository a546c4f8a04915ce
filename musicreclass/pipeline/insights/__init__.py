"""The library as a whole: figures, a map, mean spectrograms, doubtful genres."""
