"""The dialog of encoders: which there are, and how more of them come and go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musicreclass.gui.classifiers.encoder_table import EncoderTableModel
from musicreclass.gui.messages import MEGABYTES
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill, panel
from musicreclass.gui.workers import JobThread

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

SIZE = 860, 460


class EncoderDialog(QDialog):
    """Shows and asks; whoever opened it does the work.

    Signals:
        add_wanted: a folder is to be chosen.
        get_wanted: one is to be downloaded.
        remove_wanted: the EncoderFacts of what is to go.
        space_wanted: the name of the encoder that map and decisions are to go by, "" for the box's.
        closing: nobody looks any more; what runs for it is to stop.
    """

    add_wanted = Signal()
    get_wanted = Signal()
    remove_wanted = Signal(object)
    space_wanted = Signal(str)
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encoders"))
        OnScreen(self)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.about = text_label(
            self.tr(
                "Encoders are large networks that others trained on much music. A classifier of "
                "your own can learn from what one says of your tracks: choose it on the Train "
                "page. The map, similar tracks and what is learned from decisions can go by one, "
                "too. Nothing is downloaded unless you ask for it."
            ),
            self,
            "dim",
            wraps=True,
        )
        self.table = EncoderTableModel(self)
        self.view = ColumnView(self.table, self.tr("Encoders"), self)
        tip = self.tr(
            "With the files of AST, CLAP, MAEST, OpenJMLA or ONNX; they stay where they are"
        )
        self.add_button = push_button(self.tr("Add a folder…"), self, tip=tip)
        tip = self.tr("Says how large it is and under which licence, before anything is fetched")
        self.get_button = push_button(self.tr("Download…"), self, tip=tip)
        tip = self.tr("A folder of your own stays as it is; a download is deleted")
        self.remove_button = push_button(self.tr("Remove…"), self, tip=tip)
        tip = self.tr(
            "Tracks are embedded by it in the background; until nearly all are, the encoder in "
            "the box goes on"
        )
        self.space_button = push_button(self.tr("Use for map and decisions"), self, tip=tip)
        self.box_button = push_button(self.tr("Back to the box"), self)
        self.space = text_label("", self, "dim", wraps=True)
        self.close_button = QPushButton(self.tr("Close"), self)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter means nothing by chance
        self.strip = JobStrip(self)
        self._space = ""
        self._lay_out()
        self._connect()
        self.show_space("")

    def show_encoders(self, found: Sequence[EncoderFacts]) -> None:
        """Show which encoders there are; the one in hand stays so where it is still there."""
        before = self.facts()
        self.table.show_rows(found)
        names = [one.name for one in found]
        row = names.index(before.name) if before is not None and before.name in names else 0
        if found:
            self.view.setCurrentIndex(self.table.index(row, 0))
        self._enable()

    def show_space(self, name: str) -> None:
        """Say which encoder map and decisions go by, "" for the one in the box."""
        self._space = name
        by_box = self.tr("Map, similar tracks and decisions go by the encoder in the box.")
        by_own = self.tr("Map, similar tracks and decisions go by “{name}”.")
        self.space.setText(by_own.format(name=name) if name else by_box)
        self.box_button.setVisible(bool(name))
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
        facts = self.facts()
        self.remove_button.setEnabled(facts is not None)
        is_other = facts is not None and facts.problem is None and facts.name != self._space
        self.space_button.setEnabled(is_other)

    def _use(self) -> None:
        if (facts := self.facts()) is not None:
            self.space_wanted.emit(facts.name)

    def _remove(self) -> None:
        if (facts := self.facts()) is not None:
            self.remove_wanted.emit(facts)

    def _lay_out(self) -> None:
        buttons = fill(
            QHBoxLayout(), self.add_button, self.get_button, self.remove_button, spacing=8
        )
        space = fill(QHBoxLayout(), (self.space, 1), self.box_button, self.space_button, spacing=8)
        fill(buttons, None, self.close_button)
        layout = fill(QVBoxLayout(self), margins=(16, 14, 16, 12), spacing=10)
        fill(layout, self.about, (panel(self.view), 1), space, self.strip, buttons)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self.add_button.clicked.connect(self.add_wanted)
        self.get_button.clicked.connect(self.get_wanted)
        self.remove_button.clicked.connect(self._remove)
        self.space_button.clicked.connect(self._use)
        self.box_button.clicked.connect(lambda: self.space_wanted.emit(""))
        self.close_button.clicked.connect(self.reject)
        self.finished.connect(lambda _: self.closing.emit())
