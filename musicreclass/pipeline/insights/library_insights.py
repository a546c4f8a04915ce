"""What a library consists of, as the window shows it: files beside suggestions, all at once.

Counted from the lines that are shown, so that figures and table never contradict each other.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from musicreclass.core.balance import Balance
from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.pipeline.insights.genre_mels import GenreMel
from musicreclass.pipeline.insights.stats import Lengths, largest_first
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.whole_files import write_page

CONFIDENCE_BINS = 20  # of one twentieth each


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often two say the same of tracks that both were asked about."""

    first: str  # a classifier
    second: str  # another one; empty for all of them together
    agreed: int
    tracks: int

    @property
    def share(self) -> float:
        return self.agreed / self.tracks if self.tracks else 0.0


@dataclass(frozen=True, slots=True)
class Insights:
    """Figures of a library. Genres go by the names that are written into files."""

    tracks: int  # missing ones are not counted
    in_files: Mapping[str, int]  # genre -> tracks; one of several genres counts for each
    untagged: int
    suggested: Mapping[str, int]  # best candidate -> tracks, sure or not
    classified: int
    sure: int
    formats: Mapping[str, int]
    lengths: Lengths | None  # None: no track says how long it is
    confidences: tuple[tuple[int, int], ...]  # of each bin: sure ones, and all others
    sure_confidence: float | None  # below it nothing is sure; None: there is no classifier
    agreement: tuple[Agreement, ...]  # with all together first, then each two

    @property
    def balance(self) -> Balance:
        return Balance(self.in_files)

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "tracks": self.tracks,
            "genres_in_files": dict(self.in_files),
            "without_genre": self.untagged,
            "suggested": {
                "genres": dict(self.suggested),
                "heard": self.classified,
                "sure": self.sure,
                "sure_confidence": self.sure_confidence,
                "confidences": [
                    {"from": index / CONFIDENCE_BINS, "sure": sure, "others": others}
                    for index, (sure, others) in enumerate(self.confidences)
                ],
            },
            "balance": self.balance.to_plain(),
            "formats": dict(self.formats),
            "lengths": self.lengths and self.lengths.to_plain(),
            "agreement": [
                {
                    "classifiers": [one.first, *filter(None, [one.second])],
                    "with": "each other" if one.second else "all together",
                    "agreed": one.agreed,
                    "tracks": one.tracks,
                }
                for one in self.agreement
            ],
        }


def insights(
    lines: Sequence[TrackLine], bundle_file: Path | None, ctx: JobContext, run: Run = in_place
) -> Insights:
    """Return what some tracks consist of.

    Args:
        bundle_file: the classifiers that suggested; None where there are none.
        run: where these are loaded.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        Cancelled: the user stopped.
    """
    counted = _Counted()
    for line in lines:  # one after the other: of a million, all at once would be a gigabyte
        ctx.raise_if_cancelled()
        if not line.is_missing:
            counted.add(line)
    sure_from = None if bundle_file is None else run(partial(_sure_confidence, bundle_file), ctx)
    return Insights(
        tracks=counted.tracks,
        in_files=largest_first(genres_named(counted.texts, taxonomy_in_use())),
        untagged=counted.texts[""],
        suggested=largest_first(counted.suggested),
        classified=counted.suggested.total(),
        sure=sum(sure for sure, _ in counted.bins),
        formats=largest_first(counted.formats),
        lengths=Lengths.of(counted.seconds),
        confidences=tuple((sure, others) for sure, others in counted.bins),
        sure_confidence=sure_from,
        agreement=tuple(counted.agreement()),
    )


class _Counted:
    """What is counted of tracks as they come."""

    def __init__(self) -> None:
        self.tracks = 0
        self.texts: Counter[str] = Counter()  # that files have as genre
        self.formats: Counter[str] = Counter()
        self.suggested: Counter[str] = Counter()
        self.seconds = array("d")
        self.bins = [[0, 0] for _ in range(CONFIDENCE_BINS)]
        self._asked: Counter[tuple[str, str]] = Counter()  # of two classifiers, or one and all
        self._agreed: Counter[tuple[str, str]] = Counter()

    def add(self, line: TrackLine) -> None:
        self.tracks += 1
        self.texts[line.genre] += 1
        self.formats[line.format] += 1
        self.seconds.append(line.seconds)
        if line.suggestion is not None:
            self._add_suggestion(line.suggestion)

    def agreement(self) -> Iterable[Agreement]:
        """Yield how often each classifier says what is suggested, and then what each other says."""
        for pair in sorted(self._asked, key=lambda pair: (bool(pair[1]), pair)):
            yield Agreement(*pair, self._agreed[pair], self._asked[pair])

    def _add_suggestion(self, said: SuggestionLine) -> None:
        self.suggested[said.genre] += 1
        index = min(int(said.confidence * CONFIDENCE_BINS), CONFIDENCE_BINS - 1)
        self.bins[index][said.verdict is not Verdict.SURE] += 1
        answers = {name: genre for name, genre, _ in said.opinions}
        for name, genre in answers.items():
            self._note((name, ""), agree=genre == said.genre)
        for one, other in combinations(sorted(answers), 2):
            self._note((one, other), agree=answers[one] == answers[other])

    def _note(self, pair: tuple[str, str], *, agree: bool) -> None:
        self._asked[pair] += 1
        self._agreed[pair] += agree


def _sure_confidence(bundle_file: Path, ctx: JobContext) -> float:
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier  # torch

    return load_classifier(bundle_file).calibrator.rule.sure_confidence


def save_insights(found: Insights, mels: Sequence[GenreMel], path: Path, ctx: JobContext) -> Path:
    """Keep figures as JSON, with the mean spectrum of each genre that is known by now.

    Raises:
        CannotWritePage: the disk refuses.
    """
    ctx.raise_if_cancelled()
    plain = found.to_plain() | {"mels": [mel.to_plain() for mel in mels]}
    write_page(path, json.dumps(plain, ensure_ascii=False, indent=2) + "\n")
    return path


def genres_in_files(lines: Iterable[TrackLine], known: Taxonomy) -> Counter[str]:
    """Return how many tracks bear which genre, under its usual name."""
    return genres_named(Counter(line.genre for line in lines), known)


def genres_named(texts: Mapping[str, int], known: Taxonomy) -> Counter[str]:
    """Return how many tracks bear which genre, of how many have which text."""
    found: Counter[str] = Counter()
    for text, number in texts.items():
        for genre in dict.fromkeys(map(known.canonical, filter(None, text.split(GENRE_SEPARATOR)))):
            found[genre] += number
    return found
