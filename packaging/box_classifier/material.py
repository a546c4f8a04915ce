"""What the classifier in the box is trained on and measured with: pictures, folders, and no music.

Nothing of it is part of the program; what the program has is what was learned from it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _pictures import decibels

from box_classifier.noises import noises
from musicreclass import paths
from musicreclass.audio.features.mel import log_mels
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec, LogMel
from musicreclass.core.job import QuietContext
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.tags.read import read_facts
from musicreclass.training.data.labelled_tracks import NO_GENRE, LabelledTracks
from musicreclass.training.data.provenance import TrainingProvenance

GENRES = (
    "Blues", "Classical", "Country", "Disco", "Electronic", "Hip-Hop",
    "Jazz", "Metal", "Pop", "Reggae", "Rock",
)  # fmt: skip
GTZAN_GENRES = {genre.lower().replace("-", ""): genre for genre in GENRES}
ANALYSIS_SPEC = AnalysisSpec(seconds=30.0, features=False, mels=(GTZAN_MEL,))
SAMPLE_RATE = 22_050
NOISE_SEED_FIT, NOISE_SEED_UNHEARD = 0, 1

# The same recording, or the same music twice: one side of a split for each pair.
TWINS = """
disco 98=99; hiphop 39=45 76=78; jazz 33=51 34=53 35=55 36=58 37=60 39=65 40=67 42=68 44=70 45=71
46=72; metal 34=94 40=61 41=62 42=63 43=64 44=65 45=66; pop 54=60 67=71; reggae 81=82
"""
TWINS_ACROSS = (("metal.00058", "rock.00016"),)


def gtzan(data: Path) -> LabelledTracks:
    """Return the calibrated pictures of GTZAN as the mels that they show."""
    folder = data / "gtzan"
    with (folder / "mel" / "index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = tuple(row["name"] for row in rows)
    return LabelledTracks(
        names,
        GENRES,
        np.array([GENRES.index(GTZAN_GENRES[row["genre"]]) for row in rows]),
        _gtzan_groups(folder, names),
        mels=[
            decibels(
                folder / "mel" / row["genre"] / f"{row['name']}.png", float(row["range_db"])
            ).astype(np.float16)
            for row in rows
        ],
    )


def gtzan_part(data: Path, tracks: LabelledTracks, part: str) -> npt.NDArray[np.intp]:
    """Return which tracks are in a part ("train", "valid", "test") of the fault-filtered split."""
    lines = (data / "gtzan" / "splits" / f"{part}_filtered.txt").read_text(encoding="utf-8")
    index = {name: i for i, name in enumerate(tracks.names)}
    return np.array([index[name] for name in lines.split() if name in index])


def folders(data: Path) -> LabelledTracks:
    """Return the four genre folders, analyzed as the program analyzes them; groups are artists."""
    root = data / "music_by_genre"
    files = sorted(path for path in root.rglob("*") if path.is_file())
    mels = analyzed(files)
    found = [path for path in files if str(path) in mels]
    artists = [read_facts(path).tags.artist or path.stem for path in found]
    return LabelledTracks(
        tuple(f"{path.parent.name}/{path.name}" for path in found),
        GENRES,
        np.array([GENRES.index(path.parent.name.capitalize()) for path in found]),
        _numbered(artists),
        mels=[mels[str(path)] for path in found],
    )


def not_music(data: Path, seed: int) -> LabelledTracks:
    """Return speech, and noises made with `seed`: what no genre is right for."""
    files = sorted((data / "not_music").iterdir())
    spoken = analyzed(files)
    made = noises(SAMPLE_RATE, seed)
    mels = [spoken[str(path)] for path in files] + [_mel(sound) for sound in made.values()]
    names = (*(path.stem for path in files), *made)
    return LabelledTracks(
        names, GENRES, np.full(len(names), NO_GENRE), np.arange(len(names)), mels=mels
    )


def together(*parts: LabelledTracks) -> LabelledTracks:
    """Return all tracks of some collections; no group is in two of them."""
    groups, first = [], 0
    for part in parts:
        groups.append(part.groups + first)
        first += int(part.groups.max()) + 1
    return LabelledTracks(
        tuple(name for part in parts for name in part.names),
        parts[0].genres,
        np.concatenate([part.labels for part in parts]),
        np.concatenate(groups),
        mels=[mel for part in parts for mel in part.mels or ()],
    )


def provenance(data: Path) -> TrainingProvenance:
    """Return all that the box is trained, by its sound or by its name."""
    parts = ("music_by_genre", "not_music", "gtzan/audio", "gtzan/snippets", "real_music")
    files = sorted(
        path
        for part in parts
        for path in (data / part).rglob("*")
        if path.is_file() and path.suffix != ".csv"
    )
    return TrainingProvenance.of(
        (read_facts(path).fingerprint for path in files), gtzan(data).names
    )


def analyzed(files: Sequence[Path]) -> dict[str, LogMel]:
    """Return the mel of each file that can be analyzed, by path."""
    wanted = [AudioFileRef(str(path), FileStamp.of(path), path.name) for path in files]
    cache = AnalysisCache(paths.cache_dir() / "heard")
    outcomes = analyze(
        wanted, ANALYSIS_SPEC, QuietContext(), AnalysisOptions(cache, default_workers())
    )
    return {file.path: said.mels[0] for file, said in outcomes if isinstance(said, Analysis)}


def _mel(samples: npt.NDArray[np.float32]) -> LogMel:
    return log_mels(samples, SAMPLE_RATE, [GTZAN_MEL])[GTZAN_MEL].astype(np.float16)


def gtzan_artists(data: Path) -> dict[str, str]:
    """Return the artist of each track of GTZAN whose artist is known, by the track's name."""
    table = data / "gtzan" / "splits" / "artist_groups.csv"
    with table.open(encoding="utf-8") as file:
        return {row["name"]: f"artist {row['artist_group']}" for row in csv.DictReader(file)}


def _gtzan_groups(folder: Path, names: Sequence[str]) -> npt.NDArray[np.intp]:
    """Return the artist of each track as a number; a track of nobody known stands alone."""
    artist = gtzan_artists(folder.parent)
    owner = {name: artist.get(name, name) for name in names}
    for one, other in (*_twins(), *TWINS_ACROSS):
        if one in owner and other in owner and owner[one] != owner[other]:
            old, new = owner[other], owner[one]
            owner = {name: new if group == old else group for name, group in owner.items()}
    return _numbered(owner[name] for name in names)


def _twins() -> Iterable[tuple[str, str]]:
    for line in TWINS.replace("\n", " ").split(";"):
        genre, *pairs = line.split()
        for pair in pairs:
            one, other = pair.split("=")
            yield f"{genre}.{int(one):05}", f"{genre}.{int(other):05}"


def _numbered(names: Iterable[str]) -> npt.NDArray[np.intp]:
    return np.asarray(np.unique(list(names), return_inverse=True)[1])
