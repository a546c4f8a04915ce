"""Made-up tracks for benches that train: no music, but as large, and as hard to tell apart."""

import numpy as np

from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.training.data.labelled_tracks import LabelledTracks

KINDS_PER_GENRE = 5
TRACKS_PER_ARTIST = 10
HIDDEN = 40  # directions in which music differs; the 518 columns are mixtures of them
NOISE = 1.0
FRAMES = 240  # of a mel, 10 seconds


def made_up_rows(n: int, n_genres: int, seed: int) -> LabelledTracks:
    """Return tracks with features of roughly the shape that measured ones have."""
    rng = np.random.default_rng(seed)
    n_columns = len(measured_features().columns)
    artists = np.arange(n) // TRACKS_PER_ARTIST
    labels = rng.integers(n_genres, size=artists.max() + 1)[artists]
    kinds = rng.integers(KINDS_PER_GENRE, size=artists.max() + 1)[artists]
    centres = rng.normal(0.0, 0.7, (n_genres, KINDS_PER_GENRE, HIDDEN))
    styles = rng.normal(0.0, 0.5, (artists.max() + 1, HIDDEN))
    deep = centres[labels, kinds] + styles[artists] + rng.normal(0.0, 0.8, (n, HIDDEN))
    mixing = rng.normal(0.0, 1.0, (HIDDEN, n_columns)) / np.sqrt(HIDDEN)
    features = np.tanh(deep @ mixing) * rng.uniform(0.1, 100.0, n_columns)
    features += NOISE * features.std(axis=0) * rng.normal(0.0, 1.0, features.shape)
    return LabelledTracks(
        names=tuple(f"track {i}" for i in range(n)),
        genres=tuple(f"genre {i}" for i in range(n_genres)),
        labels=labels.astype(np.intp),
        groups=artists.astype(np.intp),
        features=features.astype(np.float32),
    )


def made_up_mels(n: int, n_genres: int, seed: int) -> LabelledTracks:
    """Return tracks of noise that is louder in a part of the bands."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % n_genres
    mels = rng.normal(-50.0, 8.0, (n, GTZAN_MEL.n_mels, FRAMES))
    for mel, label in zip(mels, labels, strict=True):
        mel[20 * label : 20 * label + 20, :: 2 + label] += 20.0
        mel -= mel.max()
    return LabelledTracks(
        names=tuple(f"track {i}" for i in range(n)),
        genres=tuple(f"genre {i}" for i in range(n_genres)),
        labels=labels.astype(np.intp),
        groups=np.arange(n),
        mels=list(mels.astype(np.float16)),
    )
