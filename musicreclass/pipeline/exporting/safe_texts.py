"""Texts of strangers in files that other programs read: cells of tables, lines of playlists."""

from __future__ import annotations

from typing import Any

# What a spreadsheet takes for a formula, and runs: a title may come from anywhere.
_RUN = (
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    *("\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}"),
    *("\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}"),
)
_HARMLESS = "'"  # in front: the rest is text, says every spreadsheet
_BREAKS = ("\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return _HARMLESS + text if text.lstrip(" ").startswith(_RUN) else text


def as_cell(value: Any) -> Any:
    """Return a value as it stands in a table: texts that no spreadsheet runs."""
    return defused(value) if isinstance(value, str) else value


def holds_break(name: str) -> bool:
    """Say whether a name ends a line: in a playlist, the rest of it would be another file."""
    return any(sign in name for sign in _BREAKS)


def on_one_line(text: str) -> str:
    """Return a text with spaces where lines would end."""
    return "".join(" " if sign in _BREAKS else sign for sign in text)
