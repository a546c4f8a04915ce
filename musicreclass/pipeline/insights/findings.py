"""What a person says of tracks that were found suspicious, and of files that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext, Progress
from musicreclass.errors import FileProblem, system_words
from musicreclass.library.review.dismissals import ConfirmedLabel
from musicreclass.library.store import Library
from musicreclass.sentences.reason import as_said
from musicreclass.tags.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class LabelIssue:
    """A file whose label is suspicious, in the library or not."""

    path: Path
    given: str  # its label
    likely: str = ""  # what it was taken for


def confirm(library_file: Path, findings: Sequence[LabelIssue], ctx: JobContext) -> None:
    """Remember that the labels of these files are right: they are suspicious no more.

    Raises:
        FileProblem: a file cannot be read.
        LibraryProblem: the library cannot be used.
    """
    labels = [_label(finding) for finding in findings]
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.dismissals.confirm(labels)


def withdraw(library_file: Path, findings: Sequence[LabelIssue], ctx: JobContext) -> None:
    """Let the labels of these files be suspicious again.

    Raises:
        FileProblem: a file cannot be read.
        LibraryProblem: the library cannot be used.
    """
    labels = [_label(finding) for finding in findings]
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.dismissals.withdraw(labels)


def confirmed_among(
    library_file: Path, findings: Sequence[LabelIssue], ctx: JobContext
) -> frozenset[LabelIssue]:
    """Return those that a person said are right; files that are gone are not among them.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    labels: list[ConfirmedLabel] = []
    readable: list[LabelIssue] = []
    for number, finding in enumerate(findings):
        ctx.report(Progress(number, len(findings), finding.path.name))
        ctx.raise_if_cancelled()
        try:
            labels.append(_label(finding))
        except FileProblem:
            continue
        readable.append(finding)
    with Library(library_file) as library:
        known = library.dismissals.confirmed_among(labels)
    return frozenset(finding for finding, is_known in zip(readable, known, strict=True) if is_known)


def hide_problems(library_file: Path, paths: Sequence[Path], ctx: JobContext) -> None:
    """Name these files no more among the problems, as long as they stay as they are.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.dismissals.hide_problems(paths)


def show_problems(library_file: Path, ctx: JobContext) -> None:
    """Name all files again that were to be named no more.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.dismissals.show_problems()


def forget_missing(library_file: Path, track_ids: Sequence[int], ctx: JobContext) -> None:
    """Take tracks whose files are gone out of the lists; should they come back, so do they.

    Raises:
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.forget_missing(track_ids)


def _label(finding: LabelIssue) -> ConfirmedLabel:
    path = finding.path
    try:
        with path.open("rb") as file:
            return ConfirmedLabel(fingerprint(file, path.stat().st_size), finding.given)
    except OSError as error:
        raise FileProblem(path, as_said(system_words(error))) from error
