"""Texts of strangers as something to look at: what would steer a terminal is shown, not obeyed.

Names of files, tags and what stands in files of classifiers may hold anything. Here control
characters become escapes that can be read, such as `\\x1b`, and so do signs that turn the order of
a line around, behind which one name can look like another.
"""

import re

# C0 and DEL, C1, the separators of lines and paragraphs, embeddings, overrides and isolates of
# direction, and halves of characters, which stand for bytes that are no text.
_STEERING = "\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_IN_VALUES = re.compile(f"[{_STEERING}\ud800-\udfff]")
_IN_LINES = re.compile(f"(?![\t\n])[{_STEERING}\ud800-\udfff]")
_RUNS = re.compile(f"[{_STEERING}\\s]+")

_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def printable(text: str) -> str:
    """Return one line in which everything can be seen, for names and other values."""
    return text if text.isascii() and text.isprintable() else _IN_VALUES.sub(_escape, text)


def printable_lines(text: str) -> str:
    """Return it with the tabs and the ends of lines that it has."""
    return text if text.isascii() and text.isprintable() else _IN_LINES.sub(_escape, text)


def is_printable(text: str) -> bool:
    """Say whether there is nothing in it that would steer a terminal."""
    return _IN_VALUES.search(text) is None


def as_name(text: str, longest: int = 200) -> str:
    """Return what a person would read as a name: each run of controls and spaces is one space."""
    return _RUNS.sub(" ", text).strip()[:longest].rstrip()


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    # Beyond ASCII as JSON has it, so that JSON with such signs means the same afterwards.
    usual = rf"\x{ord(sign):02x}" if sign < "\x7f" else rf"\u{ord(sign):04x}"
    return _SHORT.get(sign, usual)
