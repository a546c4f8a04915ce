"""What can be asked of the search box, by examples, and what is said of what was not understood."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.review.query import Remark, Trouble

EXAMPLES: tuple[tuple[str, object], ...] = (
    ("love song", QT_TRANSLATE_NOOP("SearchHelp", "both words, in title, artist, album or genre")),
    ('"love song"', QT_TRANSLATE_NOOP("SearchHelp", "just this phrase")),
    ("-live", QT_TRANSLATE_NOOP("SearchHelp", "without this word")),
    ("artist:周杰倫", QT_TRANSLATE_NOOP("SearchHelp", "also album:, title:, path: and format:")),
    ("genre:jazz", QT_TRANSLATE_NOOP("SearchHelp", "in the file or decided, in any language")),
    ("suggested:pop", QT_TRANSLATE_NOOP("SearchHelp", "what the classifiers suggest")),
    ("confidence:>0.8", QT_TRANSLATE_NOOP("SearchHelp", "also >=80%, <0.5 and 0.5..0.8")),
    ("state:accepted", QT_TRANSLATE_NOOP("SearchHelp", "also new, suggested, changed, skipped")),
    ('verdict:"not sure"', QT_TRANSLATE_NOOP("SearchHelp", "also sure, differ, unlike")),
)


def search_help() -> str:
    """Return the examples as a table for a tooltip."""
    rows = "".join(
        f"<tr><td><code>{escape(example)}</code>&nbsp;&nbsp;</td>"
        f"<td>{escape(QCoreApplication.translate('SearchHelp', str(meaning)))}</td></tr>"
        for example, meaning in EXAMPLES
    )
    return f"<table>{rows}</table>"


WORDS: dict[Trouble, object] = {
    Trouble.FIELD: QT_TRANSLATE_NOOP(
        "Query", "There is nothing called {name}: to search by; there is {known}."
    ),
    Trouble.CONFIDENCE: QT_TRANSLATE_NOOP(
        "Query", "confidence:{name} is no confidence; write >0.8, >=80%, <0.5 or 0.5..0.8."
    ),
    Trouble.WORD: QT_TRANSLATE_NOOP("Query", "There is no {field} {name}; there is {known}."),
}


def remarks_text(remarks: Iterable[Remark]) -> str:
    """Return them as sentences, nothing where all was understood."""
    translate = QCoreApplication.translate
    return " ".join(one.said(translate("Query", str(WORDS[one.trouble]))) for one in remarks)
