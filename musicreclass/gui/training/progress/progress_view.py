"""A training as it goes on: its stages, its curves, and what pauses or stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musicreclass.core.job import Progress
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.progress.curves import Curves
from musicreclass.gui.training.progress.stage_list import StageList
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.panels import ScrolledGround, fill, panel
from musicreclass.gui.workers import JobThread
from musicreclass.training.fit.progress import Epoch, FitBegan, MemoryUse, StageBegan, TimeLeft

STAGES_WIDTH = 380


class ProgressView(QWidget):
    """Follows one training at a time.

    Signals:
        resume_wanted: go on with the training that was stopped.
        back_wanted: leave it, for another choice.
    """

    resume_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: JobThread | None = None
        self._is_stopping = False
        self._has_failed = False
        self.headline = text_label("", self, "title")
        self.stages = StageList(theme, self)
        self.curves = Curves(theme, self)
        self.said = text_label("", self, wraps=True)
        self.pause_button = QPushButton(self.tr("Pause"), self)
        kept = self.tr("What was learned is kept, and can be gone on with.")
        self.stop_button = push_button(self.tr("Stop"), self, tip=kept)
        self.resume_button = push_button(self.tr("Go on"), self, style="primary")
        self.back_button = QPushButton(self.tr("Choose anew"), self)
        self._lay_out()
        self.pause_button.clicked.connect(self._on_pause)
        self.stop_button.clicked.connect(self._on_stop)
        self.resume_button.clicked.connect(self.resume_wanted)
        self.back_button.clicked.connect(self.back_wanted)

    @property
    def is_following(self) -> bool:
        """Whether a training goes on."""
        return self._thread is not None

    def watch(self, thread: JobThread, what: str) -> None:
        """Follow a training of `what`."""
        self._thread, self._is_stopping, self._has_failed = thread, False, False
        self.headline.setText(what)
        self.said.clear()
        self.stages.begin()
        self.curves.begin()
        self._show_buttons(is_running=True)
        thread.progressed.connect(self._on_progressed)
        thread.published.connect(self._on_published)
        thread.finished.connect(self._on_finished)

    def show_trouble(self, sentence: str) -> None:
        """Say why it ended before its time."""
        self._has_failed = True
        self._say(sentence, "bad")

    def _on_progressed(self, progress: Progress) -> None:
        if self.sender() is self._thread:
            self.stages.note_progress(progress)

    def _on_published(self, event: object) -> None:
        if self.sender() is not self._thread:
            return
        match event:
            case StageBegan():
                self.stages.note_stage(event)
            case FitBegan():
                self.stages.note_fit(event)
                self.curves.note_fit(event)
            case TimeLeft():
                self.stages.note_left(event)
            case Epoch():
                self.curves.note_epoch(event)
            case MemoryUse():
                self.curves.note_memory(event)

    def _on_pause(self) -> None:
        if self._thread is None:
            return
        if self._thread.is_paused:
            self._thread.resume()
        else:
            self._thread.pause()
        self._show_paused(self._thread.is_paused)

    def _show_paused(self, is_paused: bool) -> None:
        self.pause_button.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        self._say(self.tr("Paused: nothing is computed.") if is_paused else "")

    def _on_stop(self) -> None:
        if self._thread is not None:
            self._is_stopping = True
            self._thread.cancel()
            self.pause_button.setEnabled(False)
            self.stop_button.setEnabled(False)
            self._say(self.tr("Stopping after this step…"))

    def _on_finished(self) -> None:
        if self.sender() is not self._thread:
            return
        self._thread = None
        self.curves.draw()
        if self._is_stopping:
            self.stages.finish(self.tr("stopped"))
            self._say(self.tr("Stopped. What was heard and learned so far is kept."))
        else:
            self.stages.finish(self.tr("broken off") if self._has_failed else "")
        self._show_buttons(is_running=False)

    def _say(self, sentence: str, tone: str = "dim") -> None:
        self.said.setObjectName(tone)
        self.said.style().polish(self.said)
        self.said.setText(sentence)

    def _show_buttons(self, *, is_running: bool) -> None:
        for button in (self.pause_button, self.stop_button):
            button.setVisible(is_running)
            button.setEnabled(True)
        for button in (self.resume_button, self.back_button):
            button.setVisible(not is_running)
        self.pause_button.setText(self.tr("Pause"))

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        buttons.setContentsMargins(12, 0, 12, 8)
        for button in (self.pause_button, self.stop_button, self.back_button, self.resume_button):
            buttons.addWidget(button)
        left = QWidget(self)
        words = fill(QHBoxLayout(), self.said, margins=(12, 0, 12, 4))
        stages = ScrolledGround(self.stages.bar.accessibleName(), self, self.stages)
        for part in (stages.viewport(), self.stages):
            part.setAutoFillBackground(False)  # they lie on the panel's own ground
        fill(QVBoxLayout(left), (stages, 1), words, buttons, margins=(0, 4, 0, 0))
        side = panel(left)
        side.setFixedWidth(STAGES_WIDTH)
        middle = fill(QHBoxLayout(), side, (panel(self.curves), 1), spacing=8)
        fill(QVBoxLayout(self), self.headline, (middle, 1), margins=(12, 8, 12, 0), spacing=8)
