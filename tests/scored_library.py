"""A library whose tracks were scored by a small bundle, without any sound."""

import numpy as np

from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from tests.small_bundles import GENRES

STAMP = FileStamp(100, 5)


def write_library(library_file, folder, bundle_file, confidences, *, genres=(), tags=()):
    """Make a library of a track for each name of `confidences`; return their ids by name.

    Args:
        confidences: name of the file -> genre and how sure the bundle is of it; None: unscored.
        genres: name of the file -> the genres in it, where there are any.
        tags: name of the file -> what else its tags say, as a dict.
    """
    genres, tags = dict(genres), dict(tags)
    folder.mkdir(exist_ok=True)
    with Library(library_file) as library:
        folder_id = library.add_folder(folder).id
        for name in confidences:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).touch()
        ids = library.record(
            [
                ScannedFile(
                    str(folder / name),
                    folder_id,
                    STAMP,
                    FileFacts(
                        Stream("MP3", 180.0, 44_100),
                        Tags(title=name, genres=genres.get(name, ()), **tags.get(name, {})),
                        f"of {name}",
                    ),
                )
                for name in confidences
            ]
        ).new
        scored = [
            ScoredTrack(track_id, STAMP, (_prediction(*said),))
            for track_id, said in zip(ids, confidences.values(), strict=True)
            if said is not None
        ]
        library.predictions.record(digest_of(bundle_file), scored)
    return dict(zip(confidences, ids, strict=True))


def _prediction(genre, confidence, embedding=None):
    others = (1.0 - confidence) / (len(GENRES) - 1)
    scores = np.full(len(GENRES), others)
    scores[GENRES.index(genre)] = confidence
    return Prediction(
        "cnn",
        GENRES,
        np.log(scores).astype(np.float32),
        embedding=None if embedding is None else np.array(embedding, dtype=np.float32),
        seconds_analyzed=30.0,
    )
