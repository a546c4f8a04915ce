"""The write dialog: every change before it is made, how it is made, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musicreclass.core.tag_change import WriteChoices
from musicreclass.gui.messages import count, files
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import JobThread, single_shot
from musicreclass.gui.writing.change_rows import ChangeFilter, ChangeRow, losses_text, reasons_text
from musicreclass.gui.writing.change_table import ChangeTableModel
from musicreclass.gui.writing.change_view import ChangeView
from musicreclass.gui.writing.choice_bar import ChoiceBar
from musicreclass.gui.writing.filter_chips import FilterChips

COUNT_MS = 250  # filtering thousands of rows anew at each batch would hold the window up
SIZE = 1080, 620
BEFORE_WRITING = (
    *(ChangeFilter.ALL, ChangeFilter.CHANGES, ChangeFilter.REFUSED),
    *(ChangeFilter.KIND, ChangeFilter.UNCHANGED),
)
AFTER_WRITING = (
    *(ChangeFilter.ALL, ChangeFilter.WRITTEN, ChangeFilter.REFUSED),
    *(ChangeFilter.LEFT, ChangeFilter.UNCHANGED, ChangeFilter.UNDONE),
)


class WriteDialog(QDialog):
    """Shows and asks; whoever opened it does the work.

    Signals:
        choices_changed: the WriteChoices to look at the files with.
        write_wanted: write what the preview shows, with the WriteChoices.
        undo_wanted: take back what was just written.
        stop_wanted: end what runs; the dialog is about to go, or was asked to stop.
    """

    choices_changed = Signal(object)
    write_wanted = Signal(object)
    undo_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, choices: WriteChoices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write genres"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*SIZE))
        OnScreen(self)
        self.left_for_later = 0  # files that there were too many of
        self._is_busy = False  # with files; a preview is none
        self._is_previewed = False
        self._refused_before = 0  # files, when what runs was begun
        self.headline = text_label("", self, "track")
        self.choice_bar = ChoiceBar(choices, self)
        self.choice_bar.changed.connect(self.choices_changed)
        self.chips = FilterChips(self)
        self.changes = ChangeTableModel(self)
        self.changes.can_choose = True
        self.reasons = text_label("", self, "hint", wraps=True)
        self.reasons.hide()
        self.view = ChangeView(self.changes, theme, self)
        self.losses = text_label("", self, "caution", wraps=True)
        self.losses.hide()
        self.strip = JobStrip(self)
        back = self.tr("Bring back every byte of what was just written")
        self.undo_button = push_button(self.tr("Take back"), self, tip=back)
        self.write_button = push_button(self.tr("Write"), self, style="primary")
        self.close_button = QPushButton(self.tr("Cancel"), self)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.write_button)  # Enter means no other by chance
        self._counting = single_shot(self, COUNT_MS, self._count)
        self._lay_out()
        self._connect()
        self.chips.offer(BEFORE_WRITING)
        self.undo_button.hide()

    def await_rows(self, number: int) -> None:
        """Say how many files it is about, of which rows are being made."""
        self.changes.show_rows([])
        self._say_number(number)

    def show_rows(self, rows: Sequence[ChangeRow]) -> None:
        """Show what is to be written, before anybody has looked at the files."""
        self.changes.show_rows(rows)
        self._say_number(len(rows))

    def renew(self, rows: Iterable[ChangeRow]) -> None:
        """Show what is known of some files by now."""
        self.changes.renew(rows)
        if not self._counting.isActive():
            self._counting.start()

    def watch_preview(self, thread: JobThread) -> None:
        """Follow a job that looks at the files; nothing can be written until it is done."""
        self._is_previewed = False
        self.write_button.setEnabled(False)
        self.losses.hide()
        self.strip.watch(thread, self.tr("Looking at the files"))

    def watch_writing(self, thread: JobThread, is_waiting: bool) -> None:
        """Follow a job that writes, as soon as what it waits for has ended."""
        self._refused_before = 0  # by the preview, and now it counts
        self._begin(thread, self.tr("Writing"), is_waiting)

    def watch_undoing(self, thread: JobThread, is_waiting: bool) -> None:
        """Follow a job that takes back."""
        self._refused_before = self.changes.counts()[ChangeFilter.REFUSED]
        self._begin(thread, self.tr("Taking back"), is_waiting)

    def show_previewed(self) -> None:
        """Let all be written that can be."""
        self._count()
        any_left = self.changes.counts()[ChangeFilter.UNCHANGED] > 0
        reasons = reasons_text(self.changes.rows()) if any_left else ""
        self.reasons.setText(reasons)
        self.reasons.setVisible(bool(reasons))
        losses = losses_text(self.changes.rows())
        self.losses.setText(losses)
        self.losses.setVisible(bool(losses))
        self._is_previewed = True
        self._on_chosen()
        focus = self.focusWidget()
        if self.write_button.isEnabled() and not (focus and self.choice_bar.isAncestorOf(focus)):
            self.write_button.setFocus()  # but never from under somebody who types a separator

    def show_outcome(self, text: str, *, can_undo: bool) -> None:
        """Say what came of it, and show what was refused now."""
        self._is_busy = False
        self._count()
        self.strip.say(text)
        self.undo_button.setVisible(can_undo)
        self.close_button.setEnabled(True)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        if self.changes.counts()[ChangeFilter.REFUSED] > self._refused_before:
            self.chips.choose(ChangeFilter.REFUSED)

    def reject(self) -> None:
        """Stop what runs; close where nothing does."""
        self.stop_wanted.emit()
        if not self._is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go at once, for the whole window may be closing; what runs stops at the next file."""
        self._is_busy = False
        super().closeEvent(event)

    def _say_number(self, number: int) -> None:
        text = self.tr("Write the genre of {files}").format(files=files(number))
        if self.left_for_later:
            later = self.tr("({files} left for the next time)")
            text = f"{text} {later.format(files=files(self.left_for_later))}"
        self.headline.setText(text)
        self._count()

    def _begin(self, thread: JobThread, what: str, is_waiting: bool) -> None:
        self._is_busy = True
        self.changes.can_choose = False
        self.losses.hide()
        self.choice_bar.setEnabled(False)
        self.write_button.hide()
        self.undo_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setEnabled(False)
        self.chips.offer(AFTER_WRITING)
        self.chips.choose(ChangeFilter.ALL)
        self.strip.watch(thread, what)
        if is_waiting:
            self.strip.say(self.tr("Waiting for the scan to end…"))

    def _on_chosen(self) -> None:
        """Say how many are to be written now; what stays as it is is done without any writing."""
        number, text = self.changes.chosen_count, self.tr("Write {number}")
        if not number and self._is_previewed:
            number = self.changes.counts()[ChangeFilter.UNCHANGED]
            text = self.tr("Mark {number} as done")
        self.write_button.setText(text.format(number=count(number)) if number else self.tr("Write"))
        self.write_button.setEnabled(self._is_previewed and number > 0)

    def _count(self) -> None:
        self._counting.stop()
        counts = self.changes.counts()
        self.chips.show_counts(counts)
        if not self._is_busy:
            self._on_chosen()
        if self.chips.current is not ChangeFilter.ALL:
            self.changes.filter(self.chips.current)

    def _lay_out(self) -> None:
        below = fill(QHBoxLayout(), (self.strip, 1), spacing=8)
        fill(below, self.undo_button, self.close_button, self.write_button)
        layout = fill(QVBoxLayout(self), margins=(20, 16, 20, 16), spacing=10)
        fill(layout, self.headline, self.choice_bar, self.chips, self.reasons, (self.view, 1))
        fill(layout, self.losses, below)

    def _connect(self) -> None:
        self.chips.chosen.connect(self.changes.filter)
        self.changes.chosen_changed.connect(self._on_chosen)
        self.write_button.clicked.connect(lambda: self.write_wanted.emit(self.choice_bar.choices()))
        self.undo_button.clicked.connect(self.undo_wanted)
        self.close_button.clicked.connect(self.reject)
