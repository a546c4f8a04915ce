"""Tags as they lie in a file: text where the encoding is known, bytes where nobody can say.

This is what the reader of each container returns, beside the data of the sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

RawText = str | bytes
Texts = tuple[RawText, ...]


@dataclass(frozen=True, slots=True)
class RawTags:
    """All values of each field of `Tags`, before anyone has decided what its bytes mean."""

    kind: str = ""
    texts: Mapping[str, Texts] = field(default_factory=dict)

    @classmethod
    def of(
        cls, kind: str, found: Mapping[str, Texts], names: Mapping[str, Sequence[str]]
    ) -> RawTags:
        """Return the texts of `found` under our names.

        Args:
            names: for each field, the names under which it may be found, best first.
        """
        texts = {
            ours: next((found[name] for name in theirs if found.get(name)), ())
            for ours, theirs in names.items()
        }
        return cls(kind, {ours: values for ours, values in texts.items() if values})


def by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, Texts]:
    """Return the texts of tags that may have several of a name, names in small letters."""
    found: dict[str, Texts] = {}
    for name, text in pairs:
        if text:
            found[name.lower()] = (*found.get(name.lower(), ()), text)
    return found


@dataclass(slots=True)
class SoundInfo:
    """The same as mutagen's `info`, for formats whose sound it does not read well enough."""

    length: float = 0.0  # seconds
    sample_rate: int = 0
    channels: int = 0
    bitrate: int = 0


# The sound's data are whatever mutagen offers as `info`: length, sample_rate, channels and bitrate
# as far as the format has them.
Info = Any
Contents = tuple[Info, RawTags]


@dataclass(frozen=True, slots=True)
class Reader:
    """Two ways into a file, both from its first byte."""

    contents: Callable[[BinaryIO], Contents]
    sound: Callable[[BinaryIO], Info]  # what is left to do where the tags are broken
