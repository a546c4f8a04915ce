"""The Million Song Dataset: what its HDF5 files say of a song, summed up, and tagtraum's genres.

The only door to h5py, which comes with the extra "msd" and may be missing. The sound itself is not
in these files, so what is learned from them recognises such files and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.sentences.reason import because
from musicreclass.training.sources.tables import SourceProblem, source_errors

NAME = "Million Song Dataset"
SUFFIX = ".h5"
SEGMENTS = {"timbre": 12, "pitches": 12, "loudness_max": 1}
STATISTICS = ("mean", "std", "min", "median", "max", "step")  # step: from one segment to the next
FEATURES = FeatureSet(
    "msd-segments-1",
    (
        *(
            f"{name}.{statistic}.{number:02}"
            for name, size in SEGMENTS.items()
            for statistic in STATISTICS
            for number in range(1, size + 1)
        ),
        "tempo.value.01",
    ),
)

Row = npt.NDArray[np.float32]  # shape (n_columns,), in the order of FEATURES


class MsdMissing(MusicReclassError):
    """The package that reads HDF5 is not installed."""


@dataclass(frozen=True, slots=True, eq=False)
class Song:
    """A song as the data set describes it."""

    id: str  # such as "TRAXLZU12903D05F94"
    artist: str
    album: str
    features: Row


def read_songs(path: Path) -> Iterator[Song]:
    """Yield the songs of one file: one, or many where it is a summary of several.

    Raises:
        MsdMissing: h5py is not installed.
        FileProblem: it is no such file, is damaged, or a song in it has no segments.
    """
    h5py = _h5py()
    with _hdf5_errors(path), h5py.File(path, "r") as file:
        songs, names = file["analysis/songs"], file["metadata/songs"]
        arrays = {name: file[f"analysis/segments_{name}"] for name in SEGMENTS}
        for index in range(len(songs)):
            parts = {
                name: _of_song(array, songs, f"idx_segments_{name}", index)
                for name, array in arrays.items()
            }
            yield Song(
                _text(songs[index]["track_id"]),
                _text(names[index]["artist_name"]),
                _text(names[index]["release"]),
                _summed_up(path, parts, float(songs[index]["tempo"])),
            )


def read_genres(path: Path) -> Mapping[str, str]:
    """Return song -> genre from a file of tagtraum's, such as msd_tagtraum_cd2c.cls.

    Where it names two genres of a song, the first counts: most people said so.

    Raises:
        SourceProblem: it is not there or is something else.
    """
    genres: dict[str, str] = {}
    with source_errors(path):
        lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        song, *named = line.split("\t")
        if not song.startswith("TR") or not named or not named[0].strip():
            raise SourceProblem(path, because("training.msd_line", line=number))
        genres[song] = named[0].strip()
    if not genres:
        raise SourceProblem(path, because("training.msd_no_songs"))
    return genres


def _summed_up(path: Path, parts: Mapping[str, npt.NDArray[np.float64]], tempo: float) -> Row:
    columns: list[npt.NDArray[np.float64]] = []
    for name, size in SEGMENTS.items():
        rows = parts[name].reshape(len(parts[name]), -1)
        if len(rows) < 2 or rows.shape[1] != size:
            raise FileProblem(path, because("training.msd_few_segments"))
        columns += [
            rows.mean(axis=0),
            rows.std(axis=0),
            rows.min(axis=0),
            np.median(rows, axis=0),
            rows.max(axis=0),
            np.abs(np.diff(rows, axis=0)).mean(axis=0),
        ]
    row = np.concatenate([*columns, [tempo]]).astype(np.float32)
    if not np.isfinite(row).all():
        raise FileProblem(path, because("training.msd_numbers_missing"))
    return row


def _of_song(array: Any, songs: Any, field: str, index: int) -> npt.NDArray[np.float64]:
    """Return the part of an array that is one song's; a summary strings those of all together."""
    start = int(songs[index][field])
    end = int(songs[index + 1][field]) if index + 1 < len(songs) else len(array)
    return np.asarray(array[start:end], dtype=np.float64)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


@contextmanager
def _hdf5_errors(path: Path) -> Iterator[None]:
    """Turn what h5py raises over a file into ours; damage shows as any of these."""
    try:
        yield
    except KeyError as error:
        raise FileProblem(path, because("training.msd_no_song", dataset=NAME)) from error
    except (OSError, ValueError, RuntimeError, TypeError, IndexError) as error:
        raise FileProblem(path, because("training.msd_no_hdf5")) from error


def _h5py() -> ModuleType:
    try:
        import h5py
    except ImportError as error:
        raise MsdMissing(because("training.h5py_missing", dataset=NAME, package="h5py")) from error
    module: ModuleType = h5py
    return module
