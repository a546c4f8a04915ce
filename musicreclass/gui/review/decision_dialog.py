"""The list of what was decided: when, what, on how many tracks; any of it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from musicreclass.core.decision import GENRE_SEPARATOR, Deed, LogEntry
from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.widgets.column_table import RIGHT, Column, ColumnTableModel
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.panels import fill, panel

CONTEXT = "DecisionTable"
USUAL_SIZE = QSize(960, 520)
MOST_LISTED = 10_000
DEED_MARKS = {
    Deed.ACCEPTED: "✓",
    Deed.CHANGED: "✎",
    Deed.SKIPPED: "–",
    Deed.CLEARED: "∅",
    Deed.TAKEN_BACK: "↺",
    Deed.DECIDED: "·",
}
DEED_WORDS: dict[Deed, object] = {
    Deed.ACCEPTED: QT_TRANSLATE_NOOP("Deeds", "accepted"),
    Deed.CHANGED: QT_TRANSLATE_NOOP("Deeds", "changed"),
    Deed.SKIPPED: QT_TRANSLATE_NOOP("Deeds", "skipped"),
    Deed.CLEARED: QT_TRANSLATE_NOOP("Deeds", "cleared"),
    Deed.TAKEN_BACK: QT_TRANSLATE_NOOP("Deeds", "taken back"),
    Deed.DECIDED: QT_TRANSLATE_NOOP("Deeds", "decided"),
}


def deed_text(entry: LogEntry) -> str:
    word = QCoreApplication.translate("Deeds", str(DEED_WORDS[entry.deed]))
    return f"{DEED_MARKS[entry.deed]} {word}"


def when_text(entry: LogEntry) -> str:
    """Return when that was, by the clock of this place."""
    at = QDateTime.fromSecsSinceEpoch(int(entry.made_at.timestamp()))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)


def whose_text(entry: LogEntry) -> str:
    """Return the title of a track, or how many there are."""
    return entry.title or tracks(entry.track_count)


def way_text(entry: LogEntry) -> str:
    translate = QCoreApplication.translate
    if entry.in_bulk:
        return translate("Deeds", "in bulk")
    return translate("Deeds", "one by one")


def standing_text(entry: LogEntry) -> str:
    """Return whether it stands, nothing where it does."""
    translate = QCoreApplication.translate
    if entry.is_undone:
        return translate("Deeds", "↺ taken back; Shift+Z decides it again")
    if not entry.taken_back:
        return ""
    if entry.taken_back >= entry.track_count:
        return translate("Deeds", "↺ taken back")
    return translate("Deeds", "↺ taken back on {some} of {all}").format(
        some=count(entry.taken_back), all=count(entry.track_count)
    )


def columns(taxonomy: Taxonomy) -> tuple[Column[LogEntry], ...]:
    def genres_text(entry: LogEntry) -> str:
        return GENRE_SEPARATOR.join(genre_name(taxonomy, genre) for genre in entry.genres)

    return (
        Column(
            "when",
            QT_TRANSLATE_NOOP("DecisionTable", "When"),
            when_text,
            168,
            key=lambda entry: entry.batch,
        ),
        Column("what", QT_TRANSLATE_NOOP("DecisionTable", "What"), deed_text, 104),
        Column(
            "whose", QT_TRANSLATE_NOOP("DecisionTable", "Track"), whose_text, 34, stretches=True
        ),
        Column(
            "number",
            QT_TRANSLATE_NOOP("DecisionTable", "Tracks"),
            lambda entry: count(entry.track_count),
            64,
            key=lambda entry: entry.track_count,
            alignment=RIGHT,
            is_quiet=True,
        ),
        Column(
            "genres",
            QT_TRANSLATE_NOOP("DecisionTable", "Genres"),
            genres_text,
            24,
            stretches=True,
            tool_tip=lambda entry: GENRE_SEPARATOR.join(entry.genres),
        ),
        Column("way", QT_TRANSLATE_NOOP("DecisionTable", "How"), way_text, 90, is_quiet=True),
        Column(
            "standing", QT_TRANSLATE_NOOP("DecisionTable", "Now"), standing_text, 36, stretches=True
        ),
    )


class DecisionDialog(QDialog):
    """Lists and asks; `DecisionService` does the work. It may stay open beside Review.

    Signals:
        read_wanted: how many decisions are to be listed at most.
        show_wanted: the batch whose tracks are to be shown in Review.
        back_wanted: the batch that is to be taken back.
    """

    read_wanted = Signal(int)
    show_wanted = Signal(int)
    back_wanted = Signal(int)

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Decisions"))
        OnScreen(self)
        self.resize(USUAL_SIZE)
        self.entries: ColumnTableModel[LogEntry] = ColumnTableModel(
            columns(taxonomy), CONTEXT, self
        )
        self.view = ColumnView(self.entries, self.tr("What was decided"), self, sorts=True)
        self.hint = text_label("", self, "dim", wraps=True)
        self.show_button = push_button(
            self.tr("Show in Review"), self, tip=self.tr("Show the tracks that this was about")
        )
        self.back_button = push_button(self.tr("Take back this one"), self)
        close = push_button(self.tr("Close"), self)
        buttons = fill(QHBoxLayout(), None, self.show_button, self.back_button, close, spacing=8)
        layout = fill(QVBoxLayout(self), margins=(16, 14, 16, 12), spacing=10)
        fill(layout, (panel(self.view), 1), self.hint, buttons)
        self.show_button.clicked.connect(lambda: self._ask(self.show_wanted))
        self.back_button.clicked.connect(lambda: self._ask(self.back_wanted))
        close.clicked.connect(self.reject)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_buttons())
        self.view.doubleClicked.connect(lambda _: self._ask(self.show_wanted))
        self.show_entries([])

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """List what was decided, and stay on the decision in hand."""
        chosen = self.entry
        self.entries.show_rows(entries)
        column, order = (
            self.view.header.sortIndicatorSection(),
            self.view.header.sortIndicatorOrder(),
        )
        self.entries.sort(column, order)
        rows = (self.entries.row_at(row).batch for row in range(self.entries.rowCount()))
        kept = next((i for i, batch in enumerate(rows) if chosen and batch == chosen.batch), 0)
        if entries:
            self.view.selectRow(kept)
        self._show_buttons()

    def say(self, sentence: str) -> None:
        """Say what came of taking back."""
        self.hint.setText(sentence)

    def read(self) -> None:
        """Have the list read anew, where somebody looks at it."""
        if self.isVisible():
            self.read_wanted.emit(MOST_LISTED)

    @property
    def entry(self) -> LogEntry | None:
        """Return the decision in hand."""
        index = self.view.currentIndex()
        return self.entries.row_at(index.row()) if index.isValid() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.say("")
        self.read()
        self.view.setFocus()

    def _ask(self, wanted: object) -> None:
        if self.entry is not None:
            wanted.emit(self.entry.batch)  # type: ignore[attr-defined]

    def _show_buttons(self) -> None:
        entry = self.entry
        self.show_button.setEnabled(entry is not None)
        self.back_button.setEnabled(entry is not None and entry.can_take_back)
        self.back_button.setToolTip(self._why(entry))
        if self.entries.rowCount() == 0:
            self.hint.setText(self.tr("Nothing was decided yet."))

    def _why(self, entry: LogEntry | None) -> str:
        """Return what taking it back does, or why that cannot be done."""
        if entry is None or entry.can_take_back:
            return self.tr(
                "The tracks get back what was decided before;"
                " those that you decided on since, or wrote, are left as they are"
            )
        if entry.deed is Deed.TAKEN_BACK:
            return self.tr("This took something back; Z takes back what was decided last")
        return self.tr("It is taken back already")
