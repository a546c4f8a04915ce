"""Rows of the encoder's numbers, made up so that some sound tags stand out of music at large."""

from functools import lru_cache

import numpy as np

from musicreclass.classifiers import encoder as encoders
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.sound_tags import SoundTags
from musicreclass.library.encodings import EncodedRow
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library


@lru_cache(maxsize=1)
def encoder():
    return encoders.of_the_box()


def row_of(*tag_ids, deviations=3.0):
    """Return a row as music at large has it, but for the columns of some tags."""
    columns, scaling = encoder().columns, encoder().scaling
    row = scaling.centre.copy()
    for tag in SoundTags.shipped().tags:
        if tag.id in tag_ids:
            at = [columns.index(column) for column in tag.columns]
            row[at] += deviations * scaling.spread[at]
    return row.astype(np.float32)


def keep_rows(library_file, rows, bundle="a bundle"):
    """Keep rows of tracks in a library, by name of the file, as classifying does."""
    said = (Prediction("cnn", ("Pop", "Jazz"), np.zeros(2, np.float32)),)
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch if line.name in rows]
        library.predictions.record(
            bundle,
            [
                ScoredTrack(
                    line.id,
                    line.stamp,
                    said,
                    encoded=EncodedRow(encoder().digest, rows[line.name]),
                )
                for line in lines
            ],
        )
