"""The verb `features`: what is measured of files, as a table in the layout of FMA's features."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

import numpy as np
import numpy.typing as npt

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.exporting.safe_texts import defused
from musicreclass.pipeline.scanning.audio_files import audio_files
from musicreclass.pipeline.whole_files import OutputProblem, appearing_whole, output_problems
from musicreclass.sentences.reason import because

ColumnName = tuple[str, str, str]  # feature, statistic, number
Table = Mapping[str, npt.NDArray[np.float32]]  # path -> features, shape (518,)

HEADER_NAMES = ("feature", "statistics", "number")


def measure_files(
    paths: Sequence[Path], spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> tuple[Table, list[FileProblem]]:
    """Return the features of all files at and below `paths`, in their order, and what failed.

    What was too long to be measured as a whole is in both.

    Raises:
        UsageProblem: a path does not exist.
        Cancelled: the user stopped; what was measured is kept for the next time.
    """
    files, problems = audio_files(paths)
    features = {}
    for file, outcome in analyze(files, spec, ctx, options):
        if isinstance(outcome, Analysis) and outcome.features is not None:
            features[file.path] = outcome.features
            if Remark.CUT.value in outcome.remarks:
                problems.append(FileProblem(Path(file.path), Remark.CUT.reason))
        elif isinstance(outcome, MusicReclassError):
            problems.append(file.problem(outcome))
    return {f.path: features[f.path] for f in files if f.path in features}, problems


def write_table(table: Table, columns: Sequence[ColumnName], path: Path) -> None:
    """Write `table` to `path`: CSV, NPZ or Parquet by the name's ending.

    Raises:
        TableProblem: the ending is unknown, an extra is missing, or the disk refuses.
    """
    writers: dict[str, Callable[[Table, Sequence[ColumnName], Path], None]] = {
        ".csv": _write_csv_file,
        ".npz": _write_npz,
        ".parquet": _write_parquet,
    }
    write = writers.get(path.suffix.lower())
    if write is None:
        raise OutputProblem(
            because("pipeline.unknown_ending", name=path.name, endings=tuple(writers))
        )
    with output_problems(path), appearing_whole(path) as unfinished:
        write(table, columns, unfinished)


def write_csv(table: Table, columns: Sequence[ColumnName], stream: TextIO) -> None:
    """Write three header rows, a row that names the index, and a row for each file."""
    writer = csv.writer(stream, lineterminator="\n")
    for level, name in enumerate(HEADER_NAMES):
        writer.writerow([name, *(column[level] for column in columns)])
    writer.writerow(["path", *("" for _ in columns)])
    for path, features in table.items():
        # str of a float32 is the shortest text that gives the same number back.
        writer.writerow([defused(path), *map(str, features)])


def _write_csv_file(table: Table, columns: Sequence[ColumnName], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="surrogateescape", newline="") as stream:
        write_csv(table, columns, stream)


def _write_npz(table: Table, columns: Sequence[ColumnName], path: Path) -> None:
    packed = io.BytesIO()
    np.savez_compressed(
        packed,
        features=_matrix(table, len(columns)),
        paths=np.array(list(table), dtype=np.str_),
        columns=np.array([".".join(column) for column in columns]),
    )
    path.write_bytes(packed.getvalue())


def _write_parquet(table: Table, columns: Sequence[ColumnName], path: Path) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise OutputProblem(because("pipeline.parquet_missing")) from error
    matrix = _matrix(table, len(columns))
    names = ["path", *(".".join(column) for column in columns)]
    paths = [name.encode("utf-8", "replace").decode() for name in table]
    arrays = [pa.array(paths), *(pa.array(column) for column in matrix.T)]
    parquet.write_table(pa.table(dict(zip(names, arrays, strict=True))), path)


def _matrix(table: Table, width: int) -> npt.NDArray[np.float32]:
    """Return the features of all files, shape (n_files, width)."""
    rows = list(table.values())
    return np.stack(rows) if rows else np.empty((0, width), dtype=np.float32)
