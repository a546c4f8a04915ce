"""Whether there is enough to learn from, and what to tell a person where there is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError

FEWEST = 2  # tracks of a genre: one to learn from, one to be tested on


class CannotTrain(MusicReclassError):
    """There is nothing to learn from, or nothing to tell apart."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say of `place` where it has no tracks, one genre only, or too few tracks of some."""

    nothing: str
    one_genre: str
    too_few: str


FOLDERS = Advice(
    "{place} holds no folders with music that can be heard; make a folder for each genre there, "
    "and put tracks into it.",
    "All tracks in {place} are {genre}; to tell genres apart there must be at least two: add a "
    "folder with another.",
    "There are too few tracks that can be heard of {genres}: a genre needs {fewest} at least. Add "
    "more, or move what is there out of {place}.",
)
TAGS = Advice(
    "No genre is named often enough in the tags of the files in {place}; sort them into folders "
    "that are named after genres, and train on those.",
    "All tracks in {place} that name a genre often enough are {genre}; to tell genres apart there "
    "must be at least two: tag some of another.",
    "There are too few tracks that can be heard of {genres}: a genre needs {fewest} at least. Tag "
    "more of them in {place}.",
)
DECISIONS = Advice(
    "Too little was accepted or changed in {place} to learn from; review some tracks of each genre "
    "first.",
    "All that was accepted often enough in {place} is {genre}; to tell genres apart there must be "
    "at least two: review some of another.",
    "There are too few tracks that can be heard of {genres}: a genre needs {fewest} at least. "
    "Accept more of them in {place}.",
)

KNOWN_SET = Advice(
    "{place} holds no tracks that can be used; give the folder that the data set was unpacked to.",
    "All tracks in {place} that can be used are {genre}; to tell genres apart there must be at "
    "least two: give more of the data set.",
    "There are too few tracks that can be used of {genres}: a genre needs {fewest} at least. Give "
    "more of the data set than is in {place}.",
)


def check_trainable(folder: Path, counts: Mapping[str, int], advice: Advice = FOLDERS) -> None:
    """Make sure that `counts`, genre -> tracks found in `folder`, can be learned from.

    Raises:
        CannotTrain: there is no music, one genre only, or too few of a genre.
    """
    place = readable(str(folder))
    if not counts:
        raise CannotTrain(advice.nothing.format(place=place))
    if len(counts) == 1:
        raise CannotTrain(advice.one_genre.format(place=place, genre=next(iter(counts))))
    if lonely := [genre for genre, count in counts.items() if count < FEWEST]:
        genres = ", ".join(lonely)
        raise CannotTrain(advice.too_few.format(place=place, genres=genres, fewest=FEWEST))
