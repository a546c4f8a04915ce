"""How long 25,000 rows of 518 features take to teach the features' network, and how much memory.

The rows are made up: 16 genres of several kinds each that overlap, by artists of ten tracks. A
tenth of the artists is watched, so that teaching ends when those get no better.
"""

import argparse
import time

import numpy as np
import torch
from _quiet import MemoryWatch, QuietContext

from musicreclass.classifiers.bundle import build
from musicreclass.pipeline.panel import measured_features
from musicreclass.training.labelled import LabelledTracks
from musicreclass.training.lessons import teach_mlp
from musicreclass.training.loop import Epoch
from musicreclass.training.plans import quick
from musicreclass.training.split import holdout

KINDS_PER_GENRE = 5
TRACKS_PER_ARTIST = 10
HIDDEN = 40  # directions in which music differs; the 518 columns are mixtures of them
NOISE = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=25_000)
    parser.add_argument("--genres", type=int, default=16)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tracks = made_up(options.rows, options.genres, options.seed)
    is_watched = holdout(tracks.labels, tracks.groups, 0.1, options.seed)
    taught = tracks.at(np.flatnonzero(~is_watched))
    watched = tracks.at(np.flatnonzero(is_watched))
    watch, started = MemoryWatch(), time.perf_counter()
    epochs = watch.run(lambda: lesson(taught, watched, options.seed))
    seconds = time.perf_counter() - started
    print(
        f"{len(taught):,} x {tracks.features.shape[1] if tracks.features is not None else 0} rows, "
        f"{len(watched):,} watched, {options.genres} genres, {torch.get_num_threads()} threads: "
        f"{seconds:.1f} s for {len(epochs)} epochs, peak memory {max(watch.parent) >> 20} MB"
    )
    print(
        f"right on watched tracks: {epochs[-1].watched_accuracy:.1%} in the last epoch, "
        f"{max(epoch.watched_accuracy or 0.0 for epoch in epochs):.1%} in the best"
    )


def lesson(taught: LabelledTracks, watched: LabelledTracks, seed: int) -> list[Epoch]:
    student = quick(measured_features()).students[0]
    torch.manual_seed(seed)
    network = build(student.config, len(taught.genres))
    return teach_mlp(network, taught, student.recipe, QuietContext(), seed=seed, watched=watched)


def made_up(n: int, n_genres: int, seed: int) -> LabelledTracks:
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


if __name__ == "__main__":
    main()
