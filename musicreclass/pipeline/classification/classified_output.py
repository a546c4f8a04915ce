"""What became of files, as other programs read it: JSON objects, a table, playlists."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.company_evidence import CompanyEvidence
from musicreclass.core.ensemble.log_probs import normalised
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.sound_tags import SoundTags, TagScore
from musicreclass.errors import FileProblem
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.pipeline.exporting.safe_texts import as_cell, holds_break
from musicreclass.pipeline.whole_files import appearing_whole, output_problems
from musicreclass.sentences.reason import Reason, because

Outcome = Classified | FileProblem

DIGITS = 4  # of a confidence; more would be noise
CANDIDATES = 3  # in a table
UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # in names of files, on one system or another


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
        "tags": [],
        "company": None,
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
        "tags": [tag_facts(one) for one in found.sound_tags.shown],
        "company": None if suggestion.company is None else _company(suggestion.company),
        "seconds_heard": round(suggestion.seconds_analyzed, 3),
        "problem": None if found.problem is None else str(found.problem),
    }


def tag_facts(one: TagScore) -> dict[str, Any]:
    """Return what is said of a sound tag, under names that other programs may rely on."""
    tags = SoundTags.shipped()
    sort = tags.sort_of(one.id).value
    return {"name": tags.name(one.id, "en"), "sort": sort, "score": one.score}


def _company(evidence: CompanyEvidence) -> Mapping[str, Any]:
    """Return what the other tracks of the album, artist or library say, in numbers and words."""
    said = {"sounds": evidence.sounds, "decided": evidence.decided, "tagged": evidence.tagged}
    most = {
        name: one and {"by": one.by, "genre": one.genre, "tracks": one.number}
        for name, one in said.items()
    }
    mix = evidence.library and evidence.library._asdict()
    said_so = "; ".join(map(str, evidence.reasons()))
    return {"tracks": evidence.tracks, **most, "library": mix, "said": said_so}


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


@contextmanager
def csv_table(path: Path) -> Iterator[Callable[[Outcome], None]]:
    """Give what adds an outcome to a table, which appears under its name once it is whole.

    Raises:
        OutputProblem: the disk refuses.
    """
    names = ["path", "genre", "confidence", "verdict"]
    for rank in range(1, CANDIDATES + 1):
        names += [f"candidate_{rank}", f"confidence_{rank}"]
    names += ["seconds_heard", "problem", "tags"]
    with ExitStack() as stack:
        with output_problems(path):
            unfinished = stack.enter_context(appearing_whole(path))
            stream = stack.enter_context(
                unfinished.open("w", encoding="utf-8", errors="surrogateescape", newline="")
            )
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(names)

        def add(outcome: Outcome) -> None:
            with output_problems(path):
                writer.writerow(_row(outcome))

        yield add
        with output_problems(path):
            stack.close()


def _row(outcome: Outcome) -> list[Any]:
    facts = facts_of(outcome)
    row = [facts[name] for name in ("path", "genre", "confidence", "verdict")]
    candidates = facts["candidates"][:CANDIDATES]
    row += [value for candidate in candidates for value in candidate.values()]
    row += [None] * (2 * (CANDIDATES - len(candidates)))
    tags = GENRE_SEPARATOR.join(tag["name"] for tag in facts["tags"])
    return [as_cell(value) for value in (*row, facts["seconds_heard"], facts["problem"], tags)]


class Playlists:
    """The files of each genre, of those where it is sure."""

    def __init__(self) -> None:
        self._paths: dict[str, list[Path]] = {}
        self._left_out: list[FileProblem] = []

    def add(self, outcome: Outcome) -> None:
        if isinstance(outcome, Classified) and (genre := outcome.suggestion.genre) is not None:
            path = outcome.path.absolute()
            if holds_break(str(path)):
                self._left_out.append(FileProblem(path, because("pipeline.line_break_in_name")))
            else:
                self._paths.setdefault(genre, []).append(path)

    def write(self, folder: Path) -> tuple[FileProblem, ...]:
        """Write one playlist for each genre; those of other genres stay as they are.

        Returns:
            The files that no playlist can name.

        Raises:
            OutputProblem: the disk refuses.
        """
        with output_problems(folder):
            folder.mkdir(parents=True, exist_ok=True)
            for genre, paths in self._paths.items():
                lines = ["#EXTM3U", *map(str, sorted(paths)), ""]
                content = "\n".join(lines).encode("utf-8", "surrogateescape")
                with appearing_whole(folder / f"{UNSAFE.sub('_', genre)}.m3u8") as unfinished:
                    unfinished.write_bytes(content)
        return tuple(self._left_out)
