"""Names of files and folders that every system takes, made of texts and of patterns.

What Windows, macOS and Linux forbid goes; what only one of them forbids goes as well, for music
wanders between them on sticks and networks.
"""

from __future__ import annotations

import os
import re
import string
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from musicreclass.errors import UsageProblem
from musicreclass.sentences.reason import because

MOST_BYTES = 240  # of one name: 255 are allowed, and a copy may get a number behind it
FILLER = "_"
FIELDS = (
    *("genre", "filename", "name", "ext"),
    *("title", "artist", "albumartist", "album", "track", "year"),
)
USUAL_PATTERN = "{genre}/{filename}"

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
# No system shows them, some give them a meaning, and lists take them for the end of a line.
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
_JOINERS = ("\u200c", "\u200d")  # unseen, and still a part of words
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.I)


def safe_name(text: str) -> str:
    """Return `text` as the name of a file or folder that every system takes.

    Bytes that are no text stay as they are: nobody knows which letters they stand for.
    """
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(FILLER if _is_unseen(sign) else sign for sign in composed)
    name = _FORBIDDEN.sub(FILLER, seen).strip(" ").rstrip(". ")
    if not name:
        return FILLER
    if _RESERVED.match(name) or name.startswith("."):  # a dot in front hides it
        name = FILLER + name
    return _shortened(name)


def numbered(name: str, number: int) -> str:
    """Return the name that a file gets where there are others of its name: "a (2).mp3"."""
    stem, end = _parted(name)
    return f"{stem} ({number}){end}"


def key_of_name(path: str) -> str:
    """Return what is equal for two paths that some system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


@dataclass(frozen=True, slots=True)
class NamePattern:
    """How a path below a folder is made of what is known of a track: "{genre}/{filename}"."""

    parts: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> NamePattern:
        """Return the pattern that a person has typed.

        Raises:
            UsageProblem: it asks for what nobody knows, or leads out of the folder.
        """
        parts = tuple(part.strip() for part in text.replace("\\", "/").split("/"))
        for part in parts:
            _check(part, text)
        if not any("{genre}" in part for part in parts):
            raise UsageProblem(because("core.pattern_without_genre", pattern=text, field="{genre}"))
        return cls(parts)

    def path(self, values: Mapping[str, str]) -> PurePath:
        """Return the path of a track.

        Args:
            values: a text for each of `FIELDS`.
        """
        names = [part.format_map(values) for part in self.parts]
        end = f".{values['ext']}"
        if values["ext"] and not names[-1].endswith(end):
            names[-1] += end
        return PurePath(*map(safe_name, names))

    def asks_for(self, field: str) -> bool:
        return any(f"{{{field}}}" in part for part in self.parts)


def _check(part: str, whole: str) -> None:
    if part in ("", ".", "..") or (len(part) == 2 and part[1] == ":"):
        raise UsageProblem(because("core.pattern_leads_out", pattern=whole))
    try:
        asked = [found for found in string.Formatter().parse(part) if found[1] is not None]
    except ValueError as error:
        raise UsageProblem(because("core.pattern_broken", pattern=whole)) from error
    for _, name, form, conversion in asked:
        if name not in FIELDS or form or conversion:
            unknown = because("core.pattern_unknown", field=f"{{{name}}}", fields=_shown_fields())
            raise UsageProblem(unknown)


def _shown_fields() -> tuple[str, ...]:
    return tuple(f"{{{field}}}" for field in FIELDS)


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS


def _shortened(name: str) -> str:
    """Return a name of as many bytes as are allowed, with its end, and no letter cut in two."""
    stem, end = _parted(name)
    while len(os.fsencode(stem + end)) > MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip() + end


def _parted(name: str) -> tuple[str, str]:
    """Return a name without its end, and that end: nothing where it is none of a file."""
    end = PurePath(name).suffix
    return (name, "") if len(end) > 12 or " " in end else (name[: len(name) - len(end)], end)
