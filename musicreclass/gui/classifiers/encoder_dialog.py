"""The dialog of encoders: which there are, and how more of them come and go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musicreclass.gui.classifiers.encoder_table import EncoderTableModel
from musicreclass.gui.messages import MEGABYTES
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import JobThread
from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

SIZE = 860, 460


class EncoderDialog(QDialog):
    """Shows and asks; whoever opened it does the work.

    Signals:
        add_wanted: a folder is to be chosen.
        get_wanted: one is to be downloaded.
        remove_wanted: the EncoderFacts of what is to go.
        closing: nobody looks any more; what runs for it is to stop.
    """

    add_wanted = Signal()
    get_wanted = Signal()
    remove_wanted = Signal(object)
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encoders"))
        OnScreen(self)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.about = text_label(
            self.tr(
                "Encoders are large networks that others trained on much music. A classifier of "
                "your own can learn from what one says of your tracks; in a terminal: "
                "musicreclass train FOLDER --encoder NAME. Nothing is downloaded unless you ask "
                "for it."
            ),
            self,
            "dim",
            wraps=True,
        )
        self.table = EncoderTableModel(self)
        self.view = ColumnView(self.table, self.tr("Encoders"), self)
        tip = self.tr("With the files of AST, CLAP, OpenJMLA or ONNX; they stay where they are")
        self.add_button = push_button(self.tr("Add a folder…"), self, tip=tip)
        tip = self.tr("Says how large it is and under which licence, before anything is fetched")
        self.get_button = push_button(self.tr("Download…"), self, tip=tip)
        tip = self.tr("A folder of your own stays as it is; a download is deleted")
        self.remove_button = push_button(self.tr("Remove…"), self, tip=tip)
        self.close_button = QPushButton(self.tr("Close"), self)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter means nothing by chance
        self.strip = JobStrip(self)
        self._lay_out()
        self._connect()
        self._enable()

    def show_encoders(self, found: Sequence[EncoderFacts]) -> None:
        """Show which encoders there are; the one in hand stays so where it is still there."""
        before = self.facts()
        self.table.show_rows(found)
        names = [one.name for one in found]
        row = names.index(before.name) if before is not None and before.name in names else 0
        if found:
            self.view.setCurrentIndex(self.table.index(row, 0))
        self._enable()

    def facts(self) -> EncoderFacts | None:
        """Return the encoder in hand, None where there is none."""
        index = self.view.currentIndex()
        return self.table.row_at(index.row()) if index.isValid() else None

    def watch(self, thread: JobThread, what: str) -> None:
        """Follow a job; nothing else can be asked for until it is done."""
        for button in (self.add_button, self.get_button, self.remove_button):
            button.setEnabled(False)
        thread.finished.connect(self._enable)
        self.strip.watch(thread, what, MEGABYTES)  # all else is one step

    def say(self, sentence: str) -> None:
        """Say what came of what was asked for last."""
        self.strip.say(sentence)

    def _enable(self) -> None:
        self.add_button.setEnabled(True)
        self.get_button.setEnabled(True)
        self.remove_button.setEnabled(self.facts() is not None)

    def _remove(self) -> None:
        if (facts := self.facts()) is not None:
            self.remove_wanted.emit(facts)

    def _lay_out(self) -> None:
        buttons = fill(
            QHBoxLayout(), self.add_button, self.get_button, self.remove_button, spacing=8
        )
        fill(buttons, None, self.close_button)
        fill(QVBoxLayout(self), self.about, (self.view, 1), self.strip, buttons, spacing=10)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.add_button.clicked.connect(self.add_wanted)
        self.get_button.clicked.connect(self.get_wanted)
        self.remove_button.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(lambda _: self.closing.emit())
