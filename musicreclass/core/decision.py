"""What a person said of a track: kept whole in the library, shown light in lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from musicreclass.core.ensemble.prediction import Candidate  # numpy, which readers of tags lack

GENRE_SEPARATOR = "; "  # between several genres where they are shown as one text


class ReviewState(Enum):
    """How far a track has come; `core.review` says what may follow what."""

    NEW = "new"
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    CHANGED = "changed"
    SKIPPED = "skipped"
    WRITTEN = "written"

    __hash__ = object.__hash__  # quick: lists count a hundred thousand of them
    UNDONE = "undone"


SAID = (ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.SKIPPED)
BECAME = (None, ReviewState.WRITTEN, ReviewState.UNDONE)


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word on one track, and the suggestion that it answered."""

    said: ReviewState  # accepted, changed or skipped
    genres: tuple[str, ...]  # none where it was skipped
    made_at: datetime
    answered: Candidate | None = None  # what was suggested then, None where nothing was
    in_bulk: bool = False  # nobody looked at this very track
    became: ReviewState | None = None  # written, or undone after that
    is_typed: bool = False  # its genres are a person's own words, to be written as they are

    def __post_init__(self) -> None:
        if self.said not in SAID or self.became not in BECAME:
            raise ValueError(f"no decision: {self.said}, {self.became}")
        if bool(self.genres) is (self.said is ReviewState.SKIPPED):
            raise ValueError(f"{self.said.value} with the genres {self.genres}")

    @property
    def state(self) -> ReviewState:
        return self.became or self.said

    @property
    def line(self) -> DecisionLine:
        """Return what lists show of it."""
        text = GENRE_SEPARATOR.join(self.genres)
        return DecisionLine(self.state, self.genres, text, self.is_typed)


class DecisionLine(NamedTuple):
    """A decision as tables show, sort and filter it, and no more: a hundred thousand are kept."""

    state: ReviewState
    genres: tuple[str, ...]
    text: str  # the genres as one text
    is_typed: bool = False

    @property
    def holds(self) -> bool:
        """Whether its genres are still meant: not where the track was skipped, or taken back."""
        return bool(self.genres) and self.state is not ReviewState.UNDONE


class Deed(Enum):
    """What was done to tracks in one go."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    SKIPPED = "skipped"
    CLEARED = "cleared"  # what was decided before was forgotten
    TAKEN_BACK = "taken back"  # an older deed, out of turn
    DECIDED = "decided"  # several of these, or by a version that did not note which


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One deed of the log of decisions: of one track, or of many at once."""

    batch: int
    made_at: datetime
    deed: Deed
    track_count: int
    genres: tuple[str, ...] = ()  # that were given, the most frequent first
    in_bulk: bool = False
    title: str = ""  # of the track, where it is one
    taken_back: int = 0  # of how many tracks by now
    is_undone: bool = False  # it was taken back last, and can be done again

    @property
    def can_take_back(self) -> bool:
        """Whether anything of it stands that was not taken back."""
        is_over = self.is_undone or self.taken_back >= self.track_count
        return not is_over and self.deed is not Deed.TAKEN_BACK
