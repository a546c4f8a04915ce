"""The History page: what was written when, file by file, and for how long it can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.file_move import FileMove, MoveBatch
from musicreclass.core.location import readable
from musicreclass.core.tag_change import ChangeState, FileChange
from musicreclass.gui.messages import count, files
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import number_box, push_button, text_label
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill, split
from musicreclass.gui.workers import JobThread, single_shot
from musicreclass.gui.writing.batch_table import BatchTableModel, HistoryBatch
from musicreclass.gui.writing.change_rows import ChangeFilter, outcome_text, recorded_row
from musicreclass.gui.writing.change_table import KIND, ChangeTableModel
from musicreclass.gui.writing.change_view import ChangeView
from musicreclass.gui.writing.filter_chips import FilterChips
from musicreclass.gui.writing.moved_files import move_row
from musicreclass.library.history.batch_file import SUFFIX
from musicreclass.settings import HistorySettings

CHOOSING_MS = 600  # a choice is kept once the hand rests: each time a file is written
BOX_HEIGHT = 28
MOST_DAYS = 36_500
MOST_MEGABYTES = 1_000_000
KINDS = (
    *(ChangeFilter.ALL, ChangeFilter.WRITTEN, ChangeFilter.UNDONE),
    *(ChangeFilter.REFUSED, ChangeFilter.UNCHANGED),
)
MOVE_KINDS = tuple(ChangeFilter.MOVED if kind is ChangeFilter.WRITTEN else kind for kind in KINDS)


class KeepBar(QWidget):
    """Sets for how long, and in how much room, what was written can be taken back.

    Signals:
        changed: the HistorySettings that hold from the next start on.
    """

    changed = Signal(object)

    def __init__(self, limits: HistorySettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = self._box(MOST_DAYS, limits.keep_days, self.tr(" days"), self.tr("always"))
        self.days.setAccessibleName(self.tr("Days for which writing can be taken back"))
        self.megabytes = self._box(
            MOST_MEGABYTES, limits.keep_megabytes, " MB", self.tr("any room")
        )
        self.megabytes.setAccessibleName(self.tr("Room for what can be taken back"))
        self._choosing = single_shot(self, CHOOSING_MS, lambda: self.changed.emit(self.limits()))
        for_days = text_label(self.tr("Can be taken back for"), self, "dim")
        at_most = text_label(self.tr("and longer in"), self, "dim")
        layout = FlowLayout(self, spacing=8, wants_one_line=True)
        layout.setContentsMargins(8, 0, 8, 0)
        for label, box in ((for_days, self.days), (at_most, self.megabytes)):
            pair = QWidget(self)
            fill(QHBoxLayout(pair), label, box, margins=(0, 0, 0, 0), spacing=8)
            layout.addWidget(pair)
        for box in (self.days, self.megabytes):
            box.valueChanged.connect(self._choosing.start)
        self.show_folder(Path())

    def show_folder(self, folder: Path) -> None:
        """Say where the old bytes lie, too."""
        tip = self.tr(
            "What is older and does not fit is forgotten at the next start, but for the last ten"
            " batches."
        )
        if folder.parts:
            more = self.tr(
                "The old bytes also lie in {folder}, one file a batch;"
                " musicreclass undo --from FILE takes one back without the library."
            )
            tip = f"{tip}\n{more.format(folder=readable(str(folder)))}"
        for box in (self.days, self.megabytes):
            box.setToolTip(tip)

    def show_limits(self, limits: HistorySettings) -> None:
        """Show what was chosen elsewhere."""
        for box, value in ((self.days, limits.keep_days), (self.megabytes, limits.keep_megabytes)):
            if box.value() != value:
                box.setValue(value)

    def limits(self) -> HistorySettings:
        """Return what is chosen; 0 is for ever, and any size."""
        return HistorySettings(self.days.value(), self.megabytes.value())

    def _box(self, most: int, value: int, unit: str, zero: str) -> QSpinBox:
        box = number_box(self)
        box.setRange(0, most)
        box.setSpecialValueText(zero)
        box.setValue(value)
        box.setSuffix(unit)
        box.setMinimumHeight(BOX_HEIGHT)  # or a splitter squeezes it until its figures are cut
        box.setGroupSeparatorShown(True)
        return box


class HistoryPage(QWidget):
    """Shows and asks; `HistoryService` does the work.

    Signals:
        shown: the page has come into sight.
        batch_chosen: the id of a batch whose files are to be shown.
        undo_wanted: the id of a batch, the FileChanges of it that are to be taken back, and whether
            only the genre is to be restored.
        put_back_wanted: the id of a batch that moved files, and the FileMoves of it to take back.
        file_wanted: the file of a batch that is to be taken back, whatever the library knows of it.
        limits_changed: the HistorySettings that hold from now on.
    """

    shown = Signal()
    batch_chosen = Signal(int)
    undo_wanted = Signal(int, object, bool)
    put_back_wanted = Signal(int, object)
    file_wanted = Signal(Path)
    limits_changed = Signal(object)

    def __init__(
        self, limits: HistorySettings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.batches = BatchTableModel(self)
        self.batch_view = ColumnView(self.batches, self.tr("What was written"), self)
        self.changes = ChangeTableModel(self)
        self.change_view = ChangeView(self.changes, theme, self)
        self.change_view.header.hide_sections([KIND])  # the journal keeps bytes, not their names
        self.chips = FilterChips(self)
        self.chips.offer(KINDS)
        self.keep_bar = KeepBar(limits, self)
        self.keep_bar.changed.connect(self.limits_changed)
        self.undo_button = QPushButton(self)
        for_changed = self.tr(
            "For files that were changed by others since: writes the old genre, no more"
        )
        self.genre_button = push_button(self.tr("Restore only the genre…"), self, tip=for_changed)
        from_file = self.tr("Take back from a file…")
        tip = self.tr(
            "With a library that was damaged, restored or lost: each batch has a file too"
        )
        self.file_buttons = [push_button(from_file, self, tip=tip) for _ in range(2)]
        self._folder = Path()
        self.strip = JobStrip(self)
        self._known: dict[int, FileChange | FileMove] = {}  # the batch's changes, by id
        self._is_busy = False
        self._was_away = True  # since batches were last shown
        self._newest: int | None = None  # id of the batch that was the last one when last shown
        nothing = self.tr(
            "Nothing was written yet. What you write can be taken back here,"
            " days later and byte for byte; so can files that were sorted into folders."
        )
        self.nothing = text_label(nothing, self, "hint", wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = QWidget(self)
        self._lay_out()
        self._connect()
        self.show_batches([])

    def show_folder(self, folder: Path) -> None:
        """Say where the old bytes lie, too."""
        self._folder = folder
        self.keep_bar.show_folder(folder)

    def show_limits(self, limits: HistorySettings) -> None:
        """Show for how long writing can be taken back, as it was chosen elsewhere."""
        self.keep_bar.show_limits(limits)

    def show_batches(self, batches: Sequence[HistoryBatch]) -> None:
        """Show what was written: to who comes back what is new, else the batch in hand."""
        chosen = self.batch
        newest = batches[0].id if batches else None
        has_news = self._was_away and newest != self._newest
        self._newest, self._was_away = newest, False
        self.batches.show_rows(batches)
        self._stack.setCurrentWidget(self._tables if batches else self.empty)
        if batches:
            stays = chosen is not None and not has_news
            row = self.batches.row_of(chosen.id) if stays and chosen is not None else 0
            self.batch_view.selectRow(max(row, 0))
        else:
            self._show_buttons()

    def show_changes(self, changes: Sequence[FileChange | FileMove]) -> None:
        """Show the files of the batch in hand."""
        batch = self.batch
        self._known = {change.id: change for change in changes}
        into = batch.into if isinstance(batch, MoveBatch) else Path()
        self.changes.show_rows(
            move_row(one, one.id, into) if isinstance(one, FileMove) else recorded_row(one)
            for one in changes
        )
        self.chips.show_counts(self.changes.counts())
        self._show_buttons()

    def watch(self, thread: JobThread) -> None:
        """Follow a job that takes back."""
        self._is_busy = True
        self._show_buttons()
        self.strip.watch(thread, self.tr("Taking back"))

    def show_outcome(self, counts: Mapping[ChangeFilter, int], trouble: str) -> None:
        """Say what came of taking back."""
        self._is_busy = False
        self._show_buttons()
        self.strip.say(outcome_text(counts, trouble))

    @property
    def batch(self) -> HistoryBatch | None:
        """Return the batch in hand."""
        index = self.batch_view.currentIndex()
        return self.batches.row_at(index.row()) if index.isValid() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._was_away = True
        self.shown.emit()

    def _in_hand(self) -> list[FileChange | FileMove]:
        """Return the changes that are selected, or all of the batch where none is."""
        selected = [self._known[row.id] for row in self.change_view.selected_rows()]
        return selected or list(self._known.values())

    def _undoable(self) -> list[FileChange | FileMove]:
        return [change for change in self._in_hand() if change.can_undo]

    def _stuck(self) -> list[FileChange | FileMove]:
        """Return those of the changes in hand that were refused to be taken back."""
        return [c for c in self._in_hand() if c.state is ChangeState.WRITTEN and c.reason]

    def _show_buttons(self) -> None:
        number = len(self._undoable())
        is_part = bool(self.change_view.selected_rows())
        text = self.tr("Take back…")
        if number:
            some, all_ = self.tr("Take back {number} selected…"), self.tr("Take back all {number}…")
            text = some if is_part else all_
        self.undo_button.setText(text.format(number=count(number)))
        self.undo_button.setEnabled(number > 0 and not self._is_busy)
        self.genre_button.setVisible(bool(self._stuck()))
        for button in (self.genre_button, *self.file_buttons):
            button.setEnabled(not self._is_busy)

    def _ask(self, changes: list[FileChange | FileMove], genre_only: bool) -> None:
        """Take changes back once that is confirmed."""
        batch = self.batch
        if batch is None or not changes:
            return
        if isinstance(batch, MoveBatch):
            question = self.tr("Put {files} back where they were?")
            more = self.tr(
                "Copies and links that were made are removed."
                " Files that were changed since are left where they are."
            )
        elif genre_only:
            question = self.tr("Write the old genre into {files}?")
            more = self.tr("All else that was changed in them since stays as it is.")
        else:
            question = self.tr("Take back what was written into {files}?")
            more = self.tr(
                "They get back every byte that they had."
                " Files that were changed since are left as they are."
            )
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Take back"))
        box.setText(question.format(files=files(len(changes))))
        box.setInformativeText(more)
        box.addButton(self.tr("Take back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(batch, MoveBatch):
            box.accepted.connect(lambda: self.put_back_wanted.emit(batch.id, changes))
        else:
            box.accepted.connect(lambda: self.undo_wanted.emit(batch.id, changes, genre_only))
        box.open()

    def _on_batch(self) -> None:
        self.show_changes([])
        self.chips.offer(MOVE_KINDS if isinstance(self.batch, MoveBatch) else KINDS)
        if self.batch is not None:
            self.batch_chosen.emit(self.batch.id)

    def _lay_out(self) -> None:
        bottom = fill(QHBoxLayout(), (self.strip, 1), spacing=8)
        fill(bottom, self.genre_button, self.undo_button)
        files = QWidget(self)
        below = fill(QVBoxLayout(files), margins=(4, 4, 4, 0))
        fill(below, self.chips, (self.change_view, 1), bottom)
        above = QWidget(self)
        kept = fill(QHBoxLayout(), (self.keep_bar, 1), self.file_buttons[0], spacing=8)
        fill(QVBoxLayout(above), (self.batch_view, 1), kept, margins=(0, 0, 0, 0))
        self._tables = split(QSplitter(Qt.Orientation.Vertical, self), (above, 2), (files, 3))
        centred = fill(QHBoxLayout(), None, self.file_buttons[1], None)
        fill(QVBoxLayout(self.empty), None, self.nothing, centred, None, spacing=12)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._tables)
        self._stack.addWidget(self.empty)
        fill(QVBoxLayout(self), self._stack, margins=(12, 8, 12, 0))

    def _connect(self) -> None:
        self.batch_view.selectionModel().currentRowChanged.connect(lambda *_: self._on_batch())
        self.change_view.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.changes.modelReset.connect(self._show_buttons)
        self.batch_view.clicked.connect(lambda _: self.change_view.clearSelection())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.change_view.clearSelection)
        self.chips.chosen.connect(self.changes.filter)
        self.undo_button.clicked.connect(lambda: self._ask(self._undoable(), False))
        self.genre_button.clicked.connect(lambda: self._ask(self._stuck(), True))
        for button in self.file_buttons:
            button.clicked.connect(self._ask_for_file)

    def _ask_for_file(self) -> None:
        kinds = self.tr("Files of batches (*{suffix})").format(suffix=SUFFIX)
        title = self.tr("Take back from a file")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(self._folder), kinds)
        if chosen:
            self.file_wanted.emit(Path(chosen))
