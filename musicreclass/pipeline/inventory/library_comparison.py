"""Two ways of suggesting, side by side on a library: which tracks would get another genre.

Only what the library keeps of both is compared; nothing is analyzed for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.own_weights import Shares

if TYPE_CHECKING:
    from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier


@dataclass(frozen=True, slots=True)
class ChangedSuggestion:
    """A track for which the second would suggest another genre than the first."""

    line: TrackLine
    before: SuggestionLine
    after: SuggestionLine


@dataclass(frozen=True, slots=True, eq=False)
class LibraryComparison:
    """What comes of the second in place of the first."""

    compared: int  # tracks that both were asked about
    changed: tuple[ChangedSuggestion, ...]  # the surest of the second first
    only_before: int  # tracks that the first alone was asked about
    only_after: int
    sure_before: int  # of those compared
    sure_after: int
    genres_before: Mapping[str, int]  # suggested genre -> tracks, of those compared
    genres_after: Mapping[str, int]


def compare_on_library(
    library_file: Path,
    first: Path,
    second: Path,
    ctx: JobContext,
    *,
    learns: bool,
    by: By = "track",
) -> LibraryComparison:
    """Return what the second classifier would suggest where the first suggests otherwise.

    Raises:
        ClassifierFileProblem: a file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier  # torch

    both = load_classifier(first), load_classifier(second)
    return _compared(library_file, *both, ctx, learns=learns, by=by)


def effect_of_shares(
    library_file: Path,
    bundle_file: Path,
    shares: Shares,
    ctx: JobContext,
    *,
    learns: bool,
    by: By = "track",
) -> LibraryComparison:
    """Return what a classifier would suggest with other shares of its members; none: as trained.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    from musicreclass.pipeline.classification.loaded_classifier import (
        load_as_trained,
        load_classifier,
        with_shares,
    )

    other = load_as_trained(bundle_file)
    other = with_shares(other, shares) if shares else other
    return _compared(library_file, load_classifier(bundle_file), other, ctx, learns=learns, by=by)


def _compared(
    library_file: Path,
    first: LoadedClassifier,
    second: LoadedClassifier,
    ctx: JobContext,
    *,
    learns: bool,
    by: By,
) -> LibraryComparison:
    with Library(library_file) as library:
        before = _suggested(library, first, ctx, learns=learns, by=by)
        after = _suggested(library, second, ctx, learns=learns, by=by)
        both = before.keys() & after.keys()
        others = [i for i in both if before[i].genre != after[i].genre]
        lines = {line.id: line for line in library.lines_of(others)}
    changed = [ChangedSuggestion(lines[i], before[i], after[i]) for i in others if i in lines]
    changed.sort(key=lambda one: (-one.after.confidence, one.line.id))
    return LibraryComparison(
        compared=len(both),
        changed=tuple(changed),
        only_before=len(before) - len(both),
        only_after=len(after) - len(both),
        sure_before=sum(before[i].verdict is Verdict.SURE for i in both),
        sure_after=sum(after[i].verdict is Verdict.SURE for i in both),
        genres_before=Counter(before[i].genre for i in both),
        genres_after=Counter(after[i].genre for i in both),
    )


def _suggested(
    library: Library, loaded: LoadedClassifier, ctx: JobContext, *, learns: bool, by: By
) -> dict[int, SuggestionLine]:
    from musicreclass.pipeline.classification.adaptation import suggester_of

    suggester = suggester_of(library, loaded, learns=learns, by=by)
    return {i: line for batch in suggester.batches(library, ctx) for i, line in batch.lines()}
