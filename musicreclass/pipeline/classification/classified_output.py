"""What became of files, as other programs read it: JSON objects, a table, playlists."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import numpy as np

from musicreclass.core.ensemble.log_probs import normalised
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.sentences.reason import Reason, because

Outcome = Classified | FileProblem

DIGITS = 4  # of a confidence; more would be noise
CANDIDATES = 3  # in a table
UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # in names of files, on one system or another


class OutputProblem(MusicReclassError):
    """What was asked for cannot be written."""


def problem_of(outcome: Outcome) -> Reason | None:
    """Return what is wrong with a file, None where nothing is."""
    return outcome.reason if isinstance(outcome, FileProblem) else outcome.problem


def facts_of(outcome: Outcome, *, segments: bool = False) -> dict[str, Any]:
    """Return what is said of a file, under names that other programs may rely on."""
    if isinstance(outcome, FileProblem):
        facts = _facts_of_problem(outcome)
    else:
        facts = _facts_of_classified(outcome)
    if segments:
        said = () if isinstance(outcome, FileProblem) else outcome.predictions
        facts["segments"] = {p.classifier: _segments(p) for p in said if p.segments is not None}
    return facts


def _facts_of_problem(problem: FileProblem) -> dict[str, Any]:
    return {
        "path": str(problem.path),
        "genre": None,
        "confidence": None,
        "verdict": None,
        "candidates": [],
        "classifiers": {},
        "seconds_heard": 0.0,
        "problem": str(problem.reason),
    }


def _facts_of_classified(found: Classified) -> dict[str, Any]:
    suggestion = found.suggestion
    return {
        "path": str(found.path),
        "genre": suggestion.genre,
        "confidence": round(suggestion.confidence, DIGITS),
        "verdict": suggestion.verdict.value,
        "candidates": [
            {"genre": c.genre, "confidence": round(c.confidence, DIGITS)}
            for c in suggestion.candidates
        ],
        "classifiers": {
            o.classifier: {"genre": o.genre, "confidence": round(o.confidence, DIGITS)}
            for o in suggestion.opinions
        },
        "seconds_heard": round(suggestion.seconds_analyzed, 3),
        "problem": None if found.problem is None else str(found.problem),
    }


def _segments(said: Prediction) -> list[Mapping[str, Any]]:
    """Return the best genre of each segment as the classifier says it, not calibrated."""
    if said.segments is None:
        return []
    shares = np.exp(normalised(said.segments))
    return [
        {
            "start": round(start, 3),
            "genre": said.genres[int(row.argmax())],
            "confidence": round(float(row.max()), DIGITS),
        }
        for start, row in zip(said.starts, shares, strict=True)
    ]


class CsvTable:
    """A table that appears under its name once it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unfinished = path.with_name(f".{path.name}.part")

    def __enter__(self) -> CsvTable:
        with _writing(self._path):
            self._stream: TextIO = self._unfinished.open(
                "w", encoding="utf-8", errors="surrogateescape", newline=""
            )
        self._writer = csv.writer(self._stream, lineterminator="\n")
        names = ["path", "genre", "confidence", "verdict"]
        for rank in range(1, CANDIDATES + 1):
            names += [f"candidate_{rank}", f"confidence_{rank}"]
        self._writer.writerow([*names, "seconds_heard", "problem"])
        return self

    def add(self, outcome: Outcome) -> None:
        facts = facts_of(outcome)
        row = [facts[name] for name in ("path", "genre", "confidence", "verdict")]
        candidates = facts["candidates"][:CANDIDATES]
        row += [value for candidate in candidates for value in candidate.values()]
        row += [None] * (2 * (CANDIDATES - len(candidates)))
        with _writing(self._path):
            self._writer.writerow([*row, facts["seconds_heard"], facts["problem"]])

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            with _writing(self._path):
                self._stream.close()
                if kind is None:
                    self._unfinished.replace(self._path)
        finally:
            self._unfinished.unlink(missing_ok=True)


class Playlists:
    """The files of each genre, of those where it is sure."""

    def __init__(self) -> None:
        self._paths: dict[str, list[Path]] = {}

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, Classified) and (genre := outcome.suggestion.genre) is not None:
            self._paths.setdefault(genre, []).append(outcome.path)

    def write(self, folder: Path) -> None:
        """Write one playlist for each genre; those of other genres stay as they are.

        Raises:
            OutputProblem: the disk refuses.
        """
        with _writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for genre, paths in self._paths.items():
                lines = ["#EXTM3U", *(str(path.absolute()) for path in sorted(paths))]
                unfinished = folder / f".{UNSAFE.sub('_', genre)}.part"
                unfinished.write_text(
                    "\n".join([*lines, ""]), encoding="utf-8", errors="surrogateescape"
                )
                unfinished.replace(folder / f"{UNSAFE.sub('_', genre)}.m3u8")


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputProblem(
            because("pipeline.cannot_be_written", path=path, reason=reason)
        ) from error
