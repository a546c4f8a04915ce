"""Reviewing: how a person's word becomes a decision, and which states may follow which.

Nothing here keeps anything; `library.decisions` does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import Enum

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.genre import key_of
from musicreclass.core.location import readable
from musicreclass.core.track import TrackLine
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

# Going forward; undo goes back to whatever was before. Who writes a track and thinks better of it
# decides again and writes again, or undoes the writing: what is in the file cannot be skipped.
_A_WORD = frozenset({ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.SKIPPED})
MAY_FOLLOW: dict[ReviewState, frozenset[ReviewState]] = {
    ReviewState.NEW: frozenset({ReviewState.SUGGESTED, ReviewState.CHANGED, ReviewState.SKIPPED}),
    ReviewState.SUGGESTED: _A_WORD | {ReviewState.NEW},  # the file is another now, and unheard
    ReviewState.ACCEPTED: _A_WORD | {ReviewState.WRITTEN},
    ReviewState.CHANGED: _A_WORD | {ReviewState.WRITTEN},
    ReviewState.SKIPPED: _A_WORD,
    ReviewState.WRITTEN: _A_WORD - {ReviewState.SKIPPED} | {ReviewState.UNDONE},
    ReviewState.UNDONE: _A_WORD,
}


class CannotDecide(MusicReclassError):
    """What was asked for makes no sense for this track as it stands."""


def state_of(line: TrackLine) -> ReviewState:
    """Return how far a track has come."""
    if line.decision is not None:
        return line.decision.state
    return ReviewState.NEW if line.suggestion is None else ReviewState.SUGGESTED


def accept(line: TrackLine, at: datetime | None = None) -> Decision:
    """Return the decision that the genre which the row shows is right, sure or not.

    That is what was decided where it holds, or else what is suggested.

    Raises:
        CannotDecide: nothing is suggested, or the genre is in the file already.
    """
    if line.decision is not None and line.decision.holds:
        if line.decision.state is ReviewState.WRITTEN:
            raise CannotDecide(because("core.written_already", title=line.shown_title))
        decided = line.decision
        return change(line, decided.genres, at, is_typed=decided.is_typed)
    suggested = _suggested(line)
    if suggested is None:
        raise CannotDecide(because("core.nothing_suggested", title=line.shown_title))
    return _decision(line, ReviewState.ACCEPTED, (suggested.genre,), at)


def choose(line: TrackLine, candidate: Candidate, at: datetime | None = None) -> Decision:
    """Return the decision for one of the candidates; for the one suggested, that it is right."""
    return change(line, (candidate.genre,), at, is_typed=False)


def change(
    line: TrackLine, genres: Sequence[str], at: datetime | None = None, *, is_typed: bool = True
) -> Decision:
    """Return the decision for these genres, the first one being the main one.

    Who types just what was suggested has accepted it, in those very words.

    Args:
        is_typed: whether they are a person's own words, or were chosen from what is suggested.

    Raises:
        CannotDecide: there is no genre among them.
    """
    wanted = tidy_genres(genres)
    if not wanted:
        raise CannotDecide(because("core.no_genre_given", title=line.shown_title))
    suggested = _suggested(line)
    if suggested is not None and [key_of(g) for g in wanted] == [key_of(suggested.genre)]:
        said = wanted if is_typed else (suggested.genre,)
        return _decision(line, ReviewState.ACCEPTED, said, at, is_typed=is_typed)
    return _decision(line, ReviewState.CHANGED, wanted, at, is_typed=is_typed)


def skip(line: TrackLine, at: datetime | None = None) -> Decision:
    """Return the decision to leave a track as it is.

    Raises:
        CannotDecide: its genre is in the file already.
    """
    return _decision(line, ReviewState.SKIPPED, (), at)


def check_clear(line: TrackLine) -> None:
    """See that what was decided of a track can be forgotten.

    Raises:
        CannotDecide: nothing was decided, or it is in the file.
    """
    if line.decision is None:
        raise CannotDecide(because("core.nothing_decided", title=line.shown_title))
    if line.decision.state is ReviewState.WRITTEN:
        raise CannotDecide(because("core.written_stays", title=line.shown_title))


def undo(current: Decision | None, before: Decision | None) -> Decision | None:
    """Return what stands once the last decision is taken back.

    What was written since stays: the file says so, and only undoing the writing changes that.
    """
    is_in_file = current is not None and current.became is ReviewState.WRITTEN
    return current if is_in_file else before


def redo(current: Decision | None, after: Decision | None) -> Decision | None:
    """Return what stands once a decision that was taken back is made again.

    What was written meanwhile can be decided anew, and neither skipped nor cleared.
    """
    is_in_file = current is not None and current.became is ReviewState.WRITTEN
    if is_in_file and (after is None or after.state not in MAY_FOLLOW[ReviewState.WRITTEN]):
        return current
    return after


def was_right(decision: Decision) -> bool | None:
    """Say whether the suggestion was right; None where this decision does not tell.

    It tells nothing where nothing was suggested, where the track was skipped, and in bulk: were
    tracks that nobody looked at counted as right, every bulk accept would prove itself.
    """
    if decision.answered is None or decision.in_bulk or decision.said is ReviewState.SKIPPED:
        return None
    return key_of(decision.answered.genre) in map(key_of, decision.genres)


def tidy_genres(genres: Iterable[str]) -> tuple[str, ...]:
    """Return genres as text that any file can hold, and each once however it is spelled."""
    by_key: dict[str, str] = {}
    for genre in genres:
        text = "".join(map(_letter_or_gap, readable(genre)))
        if text := " ".join(text.split()):
            by_key.setdefault(key_of(text) or text, text)
    return tuple(by_key.values())


def _letter_or_gap(character: str) -> str:
    # A NUL would part one genre into two in some formats, a line break in others.
    return " " if unicodedata.category(character) == "Cc" else character


class ReviewQueue(Enum):
    """A part of the library to go through. A track may be in several, or in none."""

    TO_REVIEW = "to review"
    CONFIDENT = "confident"
    NOT_SURE = "not sure"
    DISAGREE = "disagree"
    NOVEL = "unlike"
    ACCEPTED = "accepted"  # or changed: what would be written
    SKIPPED = "skipped"
    WRITTEN = "written"

    def holds(self, standing: Standing) -> bool:
        state, verdict = standing
        if self is ReviewQueue.TO_REVIEW:
            return state in _STATES[self] and verdict is not None
        if self in _STATES:
            return state in _STATES[self]
        return state in _STATES[ReviewQueue.TO_REVIEW] and verdict is _VERDICTS[self]


Standing = tuple[ReviewState, Verdict | None]  # of one track

_STATES = {
    ReviewQueue.TO_REVIEW: (ReviewState.SUGGESTED, ReviewState.UNDONE),
    ReviewQueue.ACCEPTED: (ReviewState.ACCEPTED, ReviewState.CHANGED),
    ReviewQueue.SKIPPED: (ReviewState.SKIPPED,),
    ReviewQueue.WRITTEN: (ReviewState.WRITTEN,),
}
_VERDICTS = {
    ReviewQueue.CONFIDENT: Verdict.SURE,
    ReviewQueue.NOT_SURE: Verdict.NOT_SURE,
    ReviewQueue.DISAGREE: Verdict.DIFFER,
    ReviewQueue.NOVEL: Verdict.NOVEL,
}


def standing_of(line: TrackLine) -> Standing:
    """Return all that decides which queues a track is in."""
    return state_of(line), None if line.suggestion is None else line.suggestion.verdict


def _suggested(line: TrackLine) -> Candidate | None:
    said = line.suggestion
    return None if said is None else Candidate(said.genre, said.confidence)


def _decision(
    line: TrackLine,
    said: ReviewState,
    genres: tuple[str, ...],
    at: datetime | None,
    *,
    is_typed: bool = False,
) -> Decision:
    before = state_of(line)
    if said not in MAY_FOLLOW[before]:
        reason = because(
            "core.cannot_follow",
            title=line.shown_title,
            before=because(f"core.state_{before.value}"),
            after=because(f"core.state_{said.value}"),
        )
        raise CannotDecide(reason)
    made_at = at or datetime.now(UTC)
    return Decision(said, genres, made_at, _suggested(line), is_typed=is_typed)
