"""Paths as values: how any sequence of bytes that names a file is kept and shown.

Linux file names are bytes. Python carries those that are not UTF-8 as surrogates, which neither a
database nor a screen accepts; here is the way there and back.
"""

import os
import unicodedata
from pathlib import Path

Location = str | bytes  # text where the path is text, else its raw bytes


def location_of(path: str) -> Location:
    """Return `path` in a form that a database keeps without loss."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def path_of(location: Location) -> Path:
    """Return the path that `location_of` was given."""
    return Path(os.fsdecode(location))


def readable(path: str) -> str:
    """Return `path` as text for people: composed characters, and a mark for what is no text."""
    shown = os.fsencode(path).decode(errors="replace") if not path.isascii() else path
    return unicodedata.normalize("NFC", shown)


def is_same_name(one: str, other: str) -> bool:
    """Say whether two paths differ at most in how their accents are composed."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def columns_of(text: str) -> int:
    """Return how many columns of a terminal `text` takes: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)
