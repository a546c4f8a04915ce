"""What the search box says of terms that were not understood, in the window's language."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.review.query import Remark, Trouble

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
