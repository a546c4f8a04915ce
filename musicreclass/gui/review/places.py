"""What can be chosen in the sidebar, and which tracks that shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt

from musicreclass.core.review.query import Query
from musicreclass.core.review.track_list import Filter
from musicreclass.core.review.transitions import ReviewQueue

PLACE_ROLE = int(Qt.ItemDataRole.UserRole)
COUNT_ROLE = PLACE_ROLE + 1
FOLD_ROLE = PLACE_ROLE + 2  # of a heading: whether what is below it is shown


class Queue(Enum):
    """A way to look at the library."""

    ALL = auto()
    FOLDER = auto()
    TO_REVIEW = auto()
    CONFIDENT = auto()
    NOT_SURE = auto()
    DISAGREE = auto()
    UNLIKE = auto()
    ACCEPTED = auto()
    SKIPPED = auto()
    WRITTEN = auto()
    MISSING = auto()
    PROBLEMS = auto()
    GENRE = auto()


REVIEWS = {
    Queue.TO_REVIEW: ReviewQueue.TO_REVIEW,
    Queue.CONFIDENT: ReviewQueue.CONFIDENT,
    Queue.NOT_SURE: ReviewQueue.NOT_SURE,
    Queue.DISAGREE: ReviewQueue.DISAGREE,
    Queue.UNLIKE: ReviewQueue.UNLIKE,
    Queue.ACCEPTED: ReviewQueue.ACCEPTED,
    Queue.SKIPPED: ReviewQueue.SKIPPED,
    Queue.WRITTEN: ReviewQueue.WRITTEN,
}  # which queue of a review an entry shows


@dataclass(frozen=True, slots=True)
class Place:
    """What is chosen in the sidebar."""

    queue: Queue
    folder_id: int | None = None
    genre: str = ""

    def filter(self, query: Query) -> Filter:
        """Return what lets those of its tracks through that are searched for."""
        return Filter(
            query,
            self.folder_id,
            only_missing=self.queue is Queue.MISSING,
            queue=REVIEWS.get(self.queue),
            genre=self.genre,
        )
