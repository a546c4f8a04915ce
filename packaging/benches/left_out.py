"""What haste loses and saves, and what lies near: with each collection of --data left out in turn.

The head on the encoder answers for every collection by what it learned from others: of whole
tracks, and of what balanced and fast runs take a glimpse of. What a track costs is the time that
one core takes to analyze it. Neighbours are looked for among other artists.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _classify_runs import box
from _figures import keep
from box_classifier.strangers import Strangers, head, strangers

from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.job import QuietContext
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions, NoCache
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.predict_files import (
    BALANCED_CONFIDENCE,
    GLIMPSE_CONFIDENCE,
)
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.spaces.own_space import CLIP
from musicreclass.training.make import fitted
from musicreclass.training.measure.evaluation import paired

NEAREST = 5
SHARES = 0.0, 0.3, 0.35, 0.4, 0.45, 0.5  # confidences from which on a glimpse might be enough
TIMED, ROUNDS = 24, 3  # clips, and how often each

Rows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)
Confidences = npt.NDArray[np.float64]  # shape (n_tracks, n_genres)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with real_music in it")
    parser.add_argument("--clips", type=int, default=0, help="about so many glimpsed at; 0: all")
    options = parser.parse_args()
    found = strangers(options.data)
    # Snippets are hardly longer than a patch: there is nothing to spare.
    is_long = np.array([name != "GTZAN" for name in found.collections])
    if options.clips:
        every = max(1, int(is_long.sum()) // options.clips)
        is_long[np.delete(np.arange(len(is_long)), np.flatnonzero(is_long)[::every])] = False
    glimpses(found, is_long, options.data)
    for name, chosen in (
        ("Emotify", np.array([one == "Emotify" for one in found.collections])),
        ("anywhere", found.is_from_anywhere),
    ):
        neighbours(found, chosen, name)


def glimpses(found: Strangers, is_long: npt.NDArray[np.bool_], data: Path) -> None:
    """Print what is right of hasty runs beside a thorough one, for several thresholds."""
    tracks = found.tracks.at(np.flatnonzero(is_long))
    loaded = load_classifier(box())
    specs = [spec for patches in (1, 3) if (spec := loaded.glimpse(patches))]
    names = [str(data / name) for name in tracks.names]
    files = [AudioFileRef(name, FileStamp.of(Path(name)), Path(name).name) for name in names]
    views = {"thorough": found.tracks.features}
    for spec in specs:
        outcomes = analyze(files, spec, QuietContext(), AnalysisOptions.of_this_user())
        rows = {file.path: a.row for file, a in outcomes if isinstance(a, Analysis)}
        view = np.array(found.tracks.features)
        view[is_long] = [rows[name] for name in names]
        views[str(spec.encoder.patches if spec.encoder else 0)] = view
    said = {name: said_of[is_long] for name, said_of in _said(found, views).items()}
    thorough, first, second = said.values()
    once, thrice, whole = _seconds(files, (*specs, loaded.needs))
    print(f"ms of one core: {1e3 * once:.0f}, {1e3 * thrice:.0f} and {1e3 * whole:.0f} (thorough)")
    groups = np.unique(np.array(found.collections)[is_long], return_inverse=True)[1]
    for share in SHARES:
        is_told = first.max(axis=1) >= share
        told = float(is_told.mean())
        for speed, usual, then, after in (
            ("balanced", BALANCED_CONFIDENCE, thorough, whole),
            ("fast", GLIMPSE_CONFIDENCE, second, thrice),
        ):
            hasty = np.where(is_told[:, None], first, then)
            lost = paired(thorough, hasty, tracks.labels, groups)
            right = [(one.argmax(axis=1) == tracks.labels).mean() for one in (hasty, thorough)]
            low, high = (lost.interval.low, lost.interval.high) if lost.interval else (0.0, 0.0)
            saved = 1.0 - (once + (1.0 - told) * after) / whole
            text = (
                f"{right[0]:.1%} right instead of {right[1]:.1%} (lost {100 * lost.accuracy:.1f} "
                f"points, {100 * low:.1f} to {100 * high:.1f}), {told:.0%} of {len(tracks)} clips "
                f"told by one patch, {saved:.0%} of the time saved"
            )
            print(f"{speed}, one patch from a confidence of {share:g}: {text}")
            if share == usual:
                what = f"{speed} instead of thorough, each collection left out"
                keep(f"left_out.{speed}", what, text)


def _seconds(files: list[AudioFileRef], specs: Sequence[AnalysisSpec]) -> Sequence[float]:
    """Return how long one core takes to analyze a file as each of `specs` says, on average.

    All are timed in turn, by the middle one of several rounds, in a process that has loaded all.
    """
    some = files[:: max(1, len(files) // TIMED)]
    options = AnalysisOptions(NoCache(), in_place=True)
    taken: list[list[float]] = []
    with one_thread():
        for spec in specs:
            list(analyze(some[:1], spec, QuietContext(), options))
        for _ in range(ROUNDS):
            taken.append([])
            for spec in specs:
                began_at = time.perf_counter()
                list(analyze(some, spec, QuietContext(), options))
                taken[-1].append((time.perf_counter() - began_at) / len(some))
    middle: list[float] = np.median(taken, axis=0).tolist()
    return middle


def neighbours(found: Strangers, chosen: npt.NDArray[np.bool_], name: str) -> None:
    """Print how many of the nearest tracks by other artists are of the same genre."""
    encoder = encoders.of_the_box()
    tracks = found.tracks.at(np.flatnonzero(chosen))
    rows = encoder.scaling.scaled(np.asarray(tracks.features), CLIP)
    is_tag = np.array([".tag." in column for column in encoder.columns])
    columns = {"all": np.ones(len(is_tag), dtype=bool), "embedding": ~is_tag, "tags": is_tag}
    for which, used in columns.items():
        unit = rows[:, used] / np.linalg.norm(rows[:, used], axis=1, keepdims=True)
        alike = unit @ unit.T
        alike[tracks.groups[:, None] == tracks.groups] = -np.inf
        nearest = np.argsort(-alike, axis=1)[:, :NEAREST]
        share = (tracks.labels[nearest] == tracks.labels[:, None]).mean()
        print(f"{name}, {len(tracks)} clips, {which}: {share:.1%} of {NEAREST} nearest alike")


def _said(found: Strangers, views: Mapping[str, Rows | None]) -> dict[str, Confidences]:
    """Return confidences for each track in each view, by a head that never saw its part."""
    part_of = found.parts()
    loaded = load_classifier(box())
    said = {name: np.empty((len(part_of), len(found.tracks.genres))) for name in views}
    for part in np.unique(part_of):
        inside, outside = np.flatnonzero(part_of == part), np.flatnonzero(part_of != part)
        network, _ = fitted(head(), found.tracks.at(outside), QuietContext(), seed=0)
        for name, rows in views.items():
            answers = network.answers(np.asarray(rows)[inside])
            scores = ScoreColumns(found.tracks.genres, answers.log_probs, answers.embeddings)
            count = len(inside)
            columns = PredictionColumns(
                {"encoder": scores}, np.full(count, 30.0), np.zeros(count, dtype=np.bool_)
            )
            said[name][inside] = loaded.calibrator.suggest_many(columns).confidences
    return said


if __name__ == "__main__":
    main()
