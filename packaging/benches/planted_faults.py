"""A folder of genre folders with faults planted in it: which of them training finds and names.

In a copy of the folder 5 % of the tracks are put into a wrong genre, 20 recordings are there again
in another one (retagged, or encoded anew), most of each genre is by one artist, and three files are
damaged. Printed is what is named of it, and what the figures of groups and of chance are.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import mutagen
import numpy as np
import numpy.typing as npt
import soundfile
from _figures import keep

from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import QuietContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.labelling import Labelled, analyze_and_label
from musicreclass.pipeline.datasets.survey import Survey, survey
from musicreclass.tags.formats import AUDIO_SUFFIXES
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.make import make_bundle
from musicreclass.training.measure.label_noise import cross_val_log_probs, mislabelled
from musicreclass.training.measure.leakage_gap import leakage_gap
from musicreclass.training.presets import PLANS
from musicreclass.training.sources.concerns import ConcernKind

FLIPPED = 0.05
COPIES = 20
BY_ONE_ARTIST = 0.6
DAMAGED = 3
WAYS = ("retagged", ".ogg", ".flac", ".mp3")  # of making a copy


@dataclass(frozen=True, slots=True)
class Planted:
    """The faults, by the paths of files."""

    flipped: frozenset[str]
    copies: dict[str, str]  # the copy -> its original
    damaged: frozenset[str]
    artists: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of genre folders")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        music = Path(scratch) / "music"
        planted = plant(options.data, music, np.random.default_rng(options.seed))
        ctx = QuietContext()
        surveyed = survey(music, ctx, workers=options.workers)
        labelled = analyze_and_label(
            surveyed,
            AnalysisSpec(),
            ctx,
            AnalysisOptions(AnalysisCache(Path(scratch) / "heard"), options.workers),
        )
        named = print_named(planted, surveyed, labelled)
        listed = print_mislabels(planted, labelled, options.seed)
        leakage = leakage_gap(labelled.tracks, ctx, seed=options.seed)
        print(leakage)
    keep(
        "planted_faults.found",
        f"{len(planted.flipped)} tracks in a wrong folder, {COPIES} recordings in two, {DAMAGED} "
        "unreadable files, an artist who dominates",
        f"{named}; {listed}; {leakage}",
    )


def plant(data: Path, music: Path, rng: np.random.Generator) -> Planted:
    """Copy `data` to `music`, and plant the faults there."""
    shutil.copytree(data, music, copy_function=shutil.copyfile)
    for folder, _, _ in os.walk(music):
        Path(folder).chmod(0o755)
    genres = sorted(path.name for path in music.iterdir() if path.is_dir())
    files = sorted(p for p in music.rglob("*") if p.suffix.lower() in AUDIO_SUFFIXES)
    artists = tuple(_dominate(music / genre, rng) for genre in genres)
    chosen = rng.permutation(len(files)).tolist()
    n_flipped = round(FLIPPED * len(files))
    ends = np.cumsum([n_flipped, COPIES, DAMAGED])
    flipped, copied, damaged, _ = np.split(np.array(chosen), ends)
    copies = {}
    for number, index in enumerate(copied):
        copy = _copy(files[index], _another(files[index], genres, rng), WAYS[number % len(WAYS)])
        copies[str(copy)] = str(files[index])
    for index in damaged:
        files[index].write_bytes(files[index].read_bytes()[:200])
    moved = frozenset(
        str(files[index].rename(_another(files[index], genres, rng) / _name(files[index])))
        for index in flipped
    )
    return Planted(moved, copies, frozenset(str(files[index]) for index in damaged), artists)


def _another(file: Path, genres: Sequence[str], rng: np.random.Generator) -> Path:
    others = [genre for genre in genres if genre != file.parent.name]
    return file.parent.parent / others[int(rng.integers(len(others)))]


def _name(file: Path) -> str:
    """Return a name that no other file has, whichever folder it lies in."""
    return f"{file.parent.name} {file.name}"


def _dominate(folder: Path, rng: np.random.Generator) -> str:
    """Give most files of a genre to one artist."""
    files = sorted(folder.iterdir())
    artist = f"Somebody of {folder.name}"
    for index in rng.permutation(len(files))[: round(BY_ONE_ARTIST * len(files))]:
        _retag(files[index], artist)
    return artist


def _copy(file: Path, folder: Path, way: str) -> Path:
    if way == "retagged":
        copy = folder / f"again {_name(file)}"
        shutil.copyfile(file, copy)
        _retag(copy, "Nobody")
        return copy
    samples, rate = soundfile.read(file, dtype="float32")
    copy = folder / f"again {Path(_name(file)).stem}{way}"
    soundfile.write(copy, 0.5 * samples, rate)
    return copy


def _retag(file: Path, artist: str) -> None:
    tags = mutagen.File(file, easy=True)
    tags["artist"] = [artist]
    tags.save()


def print_named(planted: Planted, surveyed: Survey, labelled: Labelled) -> str:
    """Print, and return in short, which copies, damaged files and dominating artists are named."""
    exact = {frozenset(f.path for f in same.files) for same in surveyed.found.copies}
    near = {frozenset((pair.path, pair.other_path)) for pair in labelled.near_copies}
    pairs = {frozenset(pair) for pair in planted.copies.items()}
    named = pairs & (exact | near)
    print(f"copies across genres named: {len(named)} of {len(pairs)}")
    for copy, original in sorted(planted.copies.items()):
        if frozenset((copy, original)) not in named:
            print(f"  not named: {Path(copy).name}, a copy of {Path(original).name}")
    print(f"other pairs named: {len((exact | near) - pairs)}")
    left_out = {str(p.path) for p in (*surveyed.found.left_out, *labelled.left_out)}
    print(f"damaged files named: {len(planted.damaged & left_out)} of {len(planted.damaged)}")
    told = [str(c.reason) for c in surveyed.found.concerns if c.kind is ConcernKind.ONE_DOMINATES]
    found = sum(any(artist in sentence for sentence in told) for artist in planted.artists)
    print(f"dominating artists named: {found} of {len(planted.artists)}")
    n_damaged = len(planted.damaged & left_out)
    return f"{len(named)} of {len(pairs)} copies and {n_damaged} of {DAMAGED} files named"


def print_mislabels(planted: Planted, labelled: Labelled, seed: int) -> str:
    """Print how many of the first of the list of mislabelled tracks are in a wrong genre.

    Once as baselines say who know the artists of a track, and once as the quick preset says, which
    does not.
    """
    tracks = labelled.tracks
    wrong = planted.flipped & set(tracks.names)
    print(f"tracks in a wrong genre: {len(wrong)} of {len(tracks)}")
    copies = labelled.copies
    said = cross_val_log_probs(tracks, QuietContext(), same_recordings=copies, seed=seed)
    assert said is not None, "there are no features, or too many tracks"
    hits = print_precision("witnesses", said, tracks, wrong)
    print_precision("quick preset", _quick_answers(tracks, seed), tracks, wrong)
    return f"{hits} of the first {len(wrong)} suspects are right"


def print_precision(
    name: str, said: npt.NDArray[np.floating], tracks: LabelledTracks, wrong: Set[str]
) -> int:
    """Print what the answers of one way of predicting are worth; return how many it finds."""
    listed = [tracks.names[m.index] for m in mislabelled(said, tracks.labels, tracks.genres)]
    hits = sum(path in wrong for path in listed[: len(wrong)])
    right = float((said.argmax(axis=1) == tracks.labels).mean())
    print(
        f"{name}: precision@{len(wrong)} of the list {hits / len(wrong):.2f} ({hits}); "
        f"{100 * right:.1f} % of the answers are what the folders say"
    )
    return hits


def _quick_answers(tracks: LabelledTracks, seed: int) -> npt.NDArray[np.floating]:
    """Return what the quick preset says of each track, its artist's others being unknown to it."""
    plan = PLANS["quick"](measured_features(), None)
    fold_of = folds(tracks.labels, tracks.groups, plan.n_folds, seed)
    return make_bundle(tracks, plan, QuietContext(), folds=fold_of, seed=seed).combined


if __name__ == "__main__":
    main()
