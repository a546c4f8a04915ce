"""Whether there is enough to train on, and what to tell a person where there is not."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because

FEWEST = 1  # track of a genre; of less than a handful a concern says how little that is


class CannotTrain(MusicReclassError):
    """There is nothing to train on, or nothing to tell apart."""


class Advice(Enum):
    """Where more music is to come from: by it the sentences of the catalogue are called."""

    FOLDERS = "folders"
    TAGS = "tags"
    DECISIONS = "decisions"
    KNOWN_SET = "known_set"


def check_trainable(
    folder: Path,
    counts: Mapping[str, int],
    advice: Advice = Advice.FOLDERS,
    *,
    copies: int = 0,
) -> None:
    """Make sure that `counts`, genre -> tracks found in `folder`, can be trained on.

    Args:
        copies: files that do not count because they are copies of others.

    Raises:
        CannotTrain: there is no music, one genre only, or nothing of a genre.
    """
    reason = _too_little(readable(str(folder)), counts, advice.value)
    if reason is None:
        return
    if copies:
        reason = because("training.copies_do_not_count", reason=reason, count=copies)
    raise CannotTrain(reason)


def _too_little(shown: str, counts: Mapping[str, int], kind: str) -> Reason | None:
    if not counts:
        return because(f"training.nothing_{kind}", folder=shown)
    if len(counts) == 1:
        genre = next(iter(counts))
        return because(f"training.one_genre_{kind}", folder=shown, genre=genre)
    if lonely := tuple(genre for genre, count in counts.items() if count < FEWEST):
        return because(f"training.too_few_{kind}", folder=shown, genres=lonely, fewest=FEWEST)
    return None
