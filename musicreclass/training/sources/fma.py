"""The Free Music Archive data set: its tables of tracks and features, its split, its audio.

`tracks.csv` names its columns in two rows and `features.csv` in three; one that names the index
follows. The subsets are nested: what is small is medium, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.sentences.reason import because
from musicreclass.training.sources.tables import SourceProblem, check_width, headers_of, rows_of

SIZES = ("small", "medium", "large")  # each holds those before it
TRACKS, FEATURES = "tracks.csv", "features.csv"
PARTS = ("training", "validation", "test")
INDEX = "track_id"
_COLUMNS = (
    ("set", "split"),
    ("set", "subset"),
    ("track", "genre_top"),
    ("artist", "name"),
    ("album", "title"),
)

FeatureRows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)


@dataclass(frozen=True, slots=True)
class FmaTrack:
    """A track of one genre, and the part of the official split that it is in."""

    id: int
    genre: str
    artist: str
    album: str
    part: str


def read_tracks(metadata: Path, size: str) -> tuple[FmaTrack, ...]:
    """Return the tracks of the subset `size` that are of one genre, by id.

    Args:
        metadata: the folder fma_metadata.
        size: "small", "medium" or "large".

    Raises:
        SourceProblem: tracks.csv is not there or is something else, or there is no such size.
    """
    path = metadata / TRACKS
    if size not in SIZES:
        raise SourceProblem(path, because("training.fma_size", size=size, sizes=SIZES))
    wanted = SIZES[: SIZES.index(size) + 1]
    rows = rows_of(path)
    headers = headers_of(rows, path, 2)
    indices = _indices(path, list(zip(*headers, strict=True)))
    _check_index(path, rows)
    found: list[FmaTrack] = []
    for line, row in rows:
        check_width(path, line, row, len(headers[0]))
        part, subset, genre, artist, album = (row[index].strip() for index in indices)
        if subset in wanted and genre:
            if part not in PARTS:
                raise SourceProblem(path, because("training.fma_part", part=part, line=line))
            found.append(FmaTrack(_id(path, line, row[0]), genre, artist, album, part))
    if not found:
        raise SourceProblem(path, because("training.fma_no_tracks", size=size))
    return tuple(sorted(found, key=lambda track: track.id))


def read_features(
    metadata: Path,
    columns: Sequence[str],
    ids: Collection[int],
    pause: Callable[[], None] = lambda: None,
) -> tuple[tuple[int, ...], FeatureRows]:
    """Return the tracks among `ids` that have features, in the order of the file, and these.

    Args:
        columns: which, in which order, such as "mfcc.mean.01".
        pause: called every now and then; what it raises ends the reading.

    Raises:
        SourceProblem: features.csv is not there, lacks columns, is cut off or holds no numbers.
    """
    path = metadata / FEATURES
    rows = rows_of(path)
    named = [".".join(levels) for levels in zip(*headers_of(rows, path, 3), strict=True)]
    _check_index(path, rows)
    indices = _feature_indices(path, named, columns)
    wanted = frozenset(ids)
    found: list[int] = []
    table: list[npt.NDArray[np.float32]] = []
    for line, row in rows:
        if line % 256 == 0:
            pause()
        check_width(path, line, row, len(named))
        if (track_id := _id(path, line, row[0])) in wanted:
            found.append(track_id)
            table.append(_numbers(path, line, row)[indices])
    if not found:
        raise SourceProblem(path, because("training.fma_no_features", tracks=len(wanted)))
    return tuple(found), np.stack(table)


def audio_file(audio: Path, track_id: int) -> Path:
    """Return where the audio of a track lies below a folder such as fma_medium."""
    name = f"{track_id:06}"
    return audio / name[:3] / f"{name}.mp3"


def finite_rows(table: FeatureRows) -> npt.NDArray[np.bool_]:
    """Return which tracks have numbers in all columns, shape (n_tracks,)."""
    return np.asarray(np.isfinite(table).all(axis=1))


def _check_index(path: Path, rows: Iterator[tuple[int, list[str]]]) -> None:
    line, row = next(rows, (0, [""]))
    if row[0] != INDEX:
        raise SourceProblem(path, because("training.fma_index", index=INDEX, line=line))


def _indices(path: Path, named: Sequence[tuple[str, str]]) -> list[int]:
    if missing := [column for column in _COLUMNS if column not in named]:
        raise SourceProblem(path, because("training.fma_column", column=".".join(missing[0])))
    return [named.index(column) for column in _COLUMNS]


def _feature_indices(
    path: Path, named: Sequence[str], columns: Sequence[str]
) -> npt.NDArray[np.intp]:
    index = {name: i - 1 for i, name in enumerate(named)}  # the index is no feature
    if missing := [column for column in columns if column not in index]:
        lacking = because(
            "training.fma_lacks", missing=len(missing), all=len(columns), first=missing[0]
        )
        raise SourceProblem(path, lacking)
    return np.array([index[column] for column in columns], dtype=np.intp)


def _numbers(path: Path, line: int, row: Sequence[str]) -> npt.NDArray[np.float32]:
    try:
        return np.array([cell or "nan" for cell in row[1:]], dtype=np.float32)
    except ValueError as error:
        reason = because("training.fma_number", line=line, said=str(error))
        raise SourceProblem(path, reason) from error


def _id(path: Path, line: int, text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise SourceProblem(path, because("training.fma_id", line=line, found=text)) from error
