"""A language in which each text of the program is bracketed, and longer by 40 of 100.

What stands in a window without brackets was never given to be translated; what is cut there would
be cut in some language.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QTranslator

from musicreclass.sentences import catalogue
from tests.sentences.every_reason import CATALOGUE

LONGER = 0.4
OPEN, CLOSE = "⟦", "⟧"
# Values, marks of HTML and of keys; what is between them is words and gaps.
KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;|&|%\d|%n|\s+)")
INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")


def pseudo(text: str) -> str:
    """Return what stands for a translation of `text`."""
    pieces = KEPT.split(text)
    longer = [
        piece if number % 2 else piece + "é" * math.ceil(len(piece) * LONGER)
        for number, piece in enumerate(pieces)
    ]
    return f"{OPEN}{''.join(longer)}{CLOSE}"


def without_translated(text: str) -> str:
    """Return what is left of a text that is shown when all that was translated is taken out."""
    before = ""
    while before != text:
        before, text = text, INNERMOST.sub("", text)
    return text


class PseudoTranslator(QTranslator):
    """Translates whatever it is asked for."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        return pseudo(source) if source else ""


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Let the window and the catalogue of sentences speak it."""
    application = QCoreApplication.instance()
    translator = PseudoTranslator(application)
    said = {code: {**entry, "en": _pseudo_entry(entry["en"])} for code, entry in CATALOGUE.items()}
    application.installTranslator(translator)
    try:
        with patch.object(catalogue, "_entry", said.get):
            yield
    finally:
        application.removeTranslator(translator)


def _pseudo_entry(said: object) -> object:
    if isinstance(said, dict):  # a sentence on one, and one on several
        return {number: pseudo(text) for number, text in said.items()}
    return pseudo(str(said))
