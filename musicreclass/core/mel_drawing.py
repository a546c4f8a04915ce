"""How mean spectrograms are drawn, in files and in the window: between which decibels."""

SHOWN_HZ = (100, 500, 1_000, 3_000, 10_000)  # that are written beside them
FAINTEST_DB, LOUDEST_DB = -70.0, -10.0  # means seldom come near a track's loudest point
MOST_DIFFERENCE_DB = 12.0
