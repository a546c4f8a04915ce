"""What makes a training worse than it could be, and what to do about it: one entry a concern."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from musicreclass.core.location import readable
from musicreclass.gui.language import in_words
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.panels import ScrolledGround, fill

if TYPE_CHECKING:
    from musicreclass.training.sources.concerns import Concern

CONTEXT = "Concerns"
MOST_FILES = 30  # that a tool tip names
SPACING = 12

# By what concerns are about, as `training.sources.concerns` calls it.
_WORDS: dict[str, object] = {
    "few tracks": QT_TRANSLATE_NOOP("Concerns", "Few tracks"),
    "one origin": QT_TRANSLATE_NOOP("Concerns", "One artist or album only"),
    "one dominates": QT_TRANSLATE_NOOP("Concerns", "One artist or album dominates"),
    "imbalance": QT_TRANSLATE_NOOP("Concerns", "Out of balance"),
    "many genres": QT_TRANSLATE_NOOP("Concerns", "Many genres"),
    "merged": QT_TRANSLATE_NOOP("Concerns", "Merged"),
    "unreadable": QT_TRANSLATE_NOOP("Concerns", "Unreadable"),
    "missing": QT_TRANSLATE_NOOP("Concerns", "Not where they were"),
    "copies": QT_TRANSLATE_NOOP("Concerns", "Copies"),
    "copies across genres": QT_TRANSLATE_NOOP("Concerns", "Copies in several genres"),
    "contradictions": QT_TRANSLATE_NOOP("Concerns", "Contradictions"),
}
_HARMLESS = ("merged",)


class ConcernList(ScrolledGround):
    """Says so where there is nothing to worry about."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What to mind"), parent)
        self._theme = theme
        self._concerns: tuple[Concern, ...] = ()
        self._blocker = ""
        self._entries: list[QLabel] = []
        theme.changed.connect(self._draw)

    def show_concerns(self, concerns: Sequence[Concern], blocker: str = "") -> None:
        """Show these; `blocker` is why nothing can be learned at all."""
        self._concerns, self._blocker = tuple(concerns), blocker
        self._draw()

    def texts(self) -> list[str]:
        """Return what is shown, entry by entry."""
        return [label.accessibleName() for label in self._entries]

    def _draw(self) -> None:
        tokens = self._theme.tokens
        self._entries.clear()
        ground = QWidget(self)
        ground.setObjectName("detail")
        layout = fill(QVBoxLayout(ground), margins=(12, 8, 12, 8), spacing=SPACING)
        if self._blocker:
            head = self.tr("Nothing can be learned yet")
            layout.addWidget(self._entry("✕", tokens.bad, head, self._blocker, ground))
        for concern in self._concerns:
            kind = concern.kind.value
            mark, colour = ("•", tokens.dim) if kind in _HARMLESS else ("▲", tokens.caution)
            head = QCoreApplication.translate(CONTEXT, str(_WORDS[kind]))
            entry = self._entry(mark, colour, head, in_words(concern.reason), ground)
            entry.setToolTip(_files_text(concern))
            layout.addWidget(entry)
        if not self._concerns and not self._blocker:
            said = self.tr("The folders look good.")
            layout.addWidget(self._entry("✓", tokens.good, said, "", ground))
        layout.addStretch()
        self.setWidget(ground)  # the old one goes with this

    def _entry(self, mark: str, colour: str, head: str, said: str, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setText(
            f'<span style="color:{colour}">{mark}&nbsp; <b>{escape(head)}</b></span>'
            + (f"<br>{escape(said)}" if said else "")
        )
        label.setAccessibleName(f"{head}: {said}" if said else head)
        self._entries.append(label)
        return label


def _files_text(concern: Concern) -> str:
    """Return the files that a concern is about, those that are one recording beside each other."""
    lines = [" = ".join(map(readable, together)) for together in concern.files[:MOST_FILES]]
    return "\n".join(lines + ["…"] * (len(concern.files) > MOST_FILES))
