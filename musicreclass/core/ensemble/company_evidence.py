"""What the company of a track says for or against its genre, and how far company reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from musicreclass.sentences.reason import Reason, because

By = Literal["track", "album", "artist"]


class Most(NamedTuple):
    """The genre that the most of some tracks have, and how many of them."""

    by: By  # whose tracks they are: of an album, or by an artist
    genre: str
    number: int


class Share(NamedTuple):
    """How much of a library sounds like a genre."""

    genre: str
    percent: int


@dataclass(frozen=True, slots=True)
class CompanyEvidence:
    """What the company of a track says for or against its genre."""

    tracks: int = 1  # of the company, this one included
    sounds: Most | None = None  # how they sound, each by itself
    decided: Most | None = None  # what a person called others
    tagged: Most | None = None  # what the files of others say
    library: Share | None = None  # where its genre is more frequent there than usual

    @property
    def is_of_few(self) -> bool:
        """Whether an album or artist has something to say, and not only the whole library."""
        return any(one is not None for one in (self.sounds, self.decided, self.tagged))

    def reasons(self, naming: Callable[[str], str] = str) -> tuple[Reason, ...]:
        """Return it in sentences, with genres called as `naming` has it."""
        found = []
        for word in ("sounds", "decided", "tagged"):
            most: Most | None = getattr(self, word)
            if most is not None:
                among = {"tracks": self.tracks} if word == "sounds" else {}
                genre, code = naming(most.genre), f"core.company_{word}_by_{most.by}"
                found.append(because(code, count=most.number, genre=genre, **among))
        if self.library is not None:
            genre, percent = naming(self.library.genre), self.library.percent
            found.append(because("core.company_library", percent=percent, genre=genre))
        return tuple(found)
