"""How long it takes to fit a network to 25,000 rows of 518 features, and how much memory.

The rows are made up: 16 genres of several kinds each that overlap, by artists of ten tracks. A
tenth of the artists is watched, so that training ends when those get no better.
"""

import argparse
import time

import numpy as np
import torch
from _figures import keep
from _made_up_tracks import made_up_rows
from _quiet import MemoryWatch

from musicreclass.core.job import QuietContext
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.presets import quick


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=25_000)
    parser.add_argument("--genres", type=int, default=16)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    tracks = made_up_rows(options.rows, options.genres, options.seed)
    is_watched = folds(tracks.labels, tracks.groups, 10, options.seed) == 0
    fitted = tracks.at(np.flatnonzero(~is_watched))
    watched = tracks.at(np.flatnonzero(is_watched))
    watch, started, computed = MemoryWatch(), time.perf_counter(), time.process_time()
    epochs = watch.run(lambda: fit_task(fitted, watched, options.seed))
    seconds, computed = time.perf_counter() - started, time.process_time() - computed
    assert tracks.features is not None
    print(
        f"{len(fitted):,} x {tracks.features.shape[1]} rows, "
        f"{len(watched):,} watched, {options.genres} genres, {torch.get_num_threads()} threads: "
        f"{seconds:.1f} s for {len(epochs)} epochs ({computed:.1f} s of processor time), "
        f"peak memory {max(watch.parent) >> 20} MB"
    )
    keep(
        "mlp_speed.rows",
        f"the MLP taught {options.rows:,} rows of {tracks.features.shape[1]} features",
        f"{seconds:.0f} s, {max(watch.parent) >> 20} MB at most",
    )
    print(
        f"right on watched tracks: {epochs[-1].watched_accuracy:.1%} in the last epoch, "
        f"{max(epoch.watched_accuracy or 0.0 for epoch in epochs):.1%} in the best"
    )


def fit_task(fitted: LabelledTracks, watched: LabelledTracks, seed: int) -> list[Epoch]:
    member = quick(measured_features()).members[0]
    torch.manual_seed(seed)
    network, config = member.config.build(len(fitted.genres)), member.training_config
    return Trainer(network, fitted, config, QuietContext(), seed, watched=watched).fit()


if __name__ == "__main__":
    main()
