"""What is said of many changes at once: what came of them, and what some would lose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.gui.messages import count
from musicreclass.gui.reasons import in_words
from musicreclass.gui.writing.change_rows import CONTEXT, ChangeFilter, ChangeRow

_PARTS: dict[ChangeFilter, object] = {
    ChangeFilter.WRITTEN: QT_TRANSLATE_NOOP("Changes", "{number} written"),
    ChangeFilter.UNDONE: QT_TRANSLATE_NOOP("Changes", "{number} taken back"),
    ChangeFilter.REFUSED: QT_TRANSLATE_NOOP("Changes", "{number} refused"),
    ChangeFilter.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "{number} had this genre already"),
    ChangeFilter.LEFT: QT_TRANSLATE_NOOP("Changes", "{number} left as they were"),
}


def outcome_text(counts: Mapping[ChangeFilter, int], trouble: str = "") -> str:
    """Return "207 written, 3 refused", behind what ended it before its time."""
    parts = [
        QCoreApplication.translate(CONTEXT, str(words)).format(number=count(counts[kind]))
        for kind, words in _PARTS.items()
        if counts.get(kind, 0)
    ]
    comma = QCoreApplication.translate("Changes", ", ")
    return " ".join(filter(None, (trouble, comma.join(parts))))


def losses_text(rows: Iterable[ChangeRow]) -> str:
    """Return what cannot go along into another version of the tags; nothing where all can."""
    losing = [row for row in rows if row.lost]
    if not losing:
        return ""
    frames = Counter(in_words(frame) for row in losing for frame in row.lost)
    listed = ", ".join(f"{frame} ({count(number)})" for frame, number in frames.most_common())
    said = QCoreApplication.translate(
        "Changes", "{number} files lose what their new version of tags has no place for: {what}"
    )
    return said.format(number=count(len(losing)), what=listed)
