"""The strip at the bottom: what runs, how fast, how long still, and how to pause or stop it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from musicreclass.core.job import Pace, Progress
from musicreclass.gui.messages import FILES, pace_text
from musicreclass.gui.motion import show_waiting
from musicreclass.gui.widgets.controls import ElidedLabel
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import JobThread, single_shot

FINE_STEPS = 1000
FADE_MS = 20_000  # time to read a sentence after looking up from the list


class JobStrip(QWidget):
    """Shows one job at a time; between jobs a sentence about the last one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: JobThread | None = None
        self._what = ""
        self._said = ""  # the sentence about the last job; shown again when a job leaves none
        self._passing = ""  # a sentence in front of it, for as long as it is true
        self._fading = single_shot(self, FADE_MS, self.let_pass)
        self._rate_words: object = FILES
        self._is_stopping = False
        self._go_on: Callable[[], object] | None = None
        self._pace = Pace()
        self._label = ElidedLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName(self.tr("Progress"))
        self.pause_button = QPushButton(self.tr("Pause"), self)
        self.pause_button.clicked.connect(self._on_pause)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.stop_button.clicked.connect(self._on_stop)
        self._offered: Callable[[], object] | None = None
        self.offer_button = QPushButton(self)
        self.offer_button.clicked.connect(self._on_taken)
        self.offer_button.hide()
        self.go_on_button = QPushButton(self.tr("Go on"), self)
        self.go_on_button.setToolTip(self.tr("Goes on where it was stopped"))
        self.go_on_button.clicked.connect(self._on_go_on)
        self.go_on_button.hide()
        layout = fill(QHBoxLayout(self), (self._label, 1), margins=(12, 6, 12, 8), spacing=10)
        fill(layout, self.offer_button, self._bar, self.go_on_button)
        fill(layout, self.pause_button, self.stop_button)
        layout.addStrut(self.stop_button.sizeHint().height())  # or all jumps as jobs come and go
        self._show_controls(False)

    def watch(
        self,
        thread: JobThread,
        what: str,
        rate_words: object = FILES,
        go_on: Callable[[], object] | None = None,
    ) -> None:
        """Follow `thread`, which does `what` ("Scanning") at so many of a thing a second.

        `go_on` does the rest of it, where it was stopped.
        """
        self._go_on = go_on
        self.go_on_button.hide()
        self._thread, self._what, self._rate_words = thread, what, rate_words
        self._pace = Pace()
        self._is_stopping = False
        show_waiting(self._bar)
        self._show(what)
        self._show_paused(thread.is_paused)
        self.stop_button.setEnabled(True)
        self._show_controls(True)
        thread.progressed.connect(self._on_progressed)
        thread.finished.connect(partial(self._on_finished, thread))
        if thread.has_ended:
            self._on_finished(thread)

    def text(self) -> str:
        """Return what is shown."""
        return self._label.text()

    def say(self, sentence: str) -> None:
        """Show a sentence, until the next job."""
        self._said, self._passing = sentence, ""
        self._withdraw()
        self._show(sentence)

    def say_passing(self, sentence: str, *, fades: bool = True) -> None:
        """Show a sentence until it is true no longer, or for as long as it is news."""
        self._passing = sentence
        if sentence or self._thread is None:
            self._show(sentence or self._said)
        if sentence and fades:
            self._fading.start()
        else:
            self._fading.stop()

    def let_pass(self) -> None:
        """Show no longer what was said in passing, but what was said before."""
        if self._passing:
            self.say_passing("")

    def offer(self, sentence: str, word: str, then: Callable[[], object]) -> None:
        """Show a sentence, and a button that does something about it, until the next sentence."""
        self.say(sentence)
        self.offer_beside(word, then)

    def offer_beside(self, word: str, then: Callable[[], object]) -> None:
        """Show a button that does something about what is said, until the next sentence."""
        self._offered = then
        self.offer_button.setText(word)
        self.offer_button.setAccessibleDescription(self._said)
        self.offer_button.show()

    def add(self, sentence: str) -> None:
        """Show a sentence behind the last one."""
        if sentence not in self._said:
            self.say(f"{self._said} · {sentence}" if self._said else sentence)

    def _on_taken(self) -> None:
        then = self._offered
        self.say("")
        if then is not None:
            then()

    def _withdraw(self) -> None:
        self._offered = None
        self.offer_button.hide()

    def _on_progressed(self, progress: Progress) -> None:
        if self.sender() is not self._thread or self._thread is None or self._thread.is_paused:
            return
        self._pace.is_due(progress)
        self._bar.setRange(0, FINE_STEPS)
        self._bar.setValue(int(progress.fraction * FINE_STEPS))
        self._say_of_job(pace_text(self._pace, progress, self._rate_words))
        self._label.setToolTip(progress.current)

    def _say_of_job(self, state: str) -> None:
        self._show(f"{self._what} · {state}")

    def _show(self, text: str) -> None:
        self._label.setText(text)
        self._label.setToolTip(text)

    def _on_pause(self) -> None:
        if self._thread is None:
            return
        if self._thread.is_paused:
            self._thread.resume()
            self._pace.forget()
        else:
            self._thread.pause()
        self._show_paused(self._thread.is_paused)

    def _show_paused(self, is_paused: bool) -> None:
        self.pause_button.setText(self.tr("Resume") if is_paused else self.tr("Pause"))
        if is_paused:
            self._bar.setRange(0, FINE_STEPS)  # nothing moves, also where it was to begin paused
            self._say_of_job(self.tr("paused"))

    def _on_stop(self) -> None:
        if self._thread is not None:
            self._thread.cancel()
            self._is_stopping = True
            self.stop_button.setEnabled(False)  # until the job notices
            self._say_of_job(self.tr("stopping…"))

    def _on_go_on(self) -> None:
        self.go_on_button.hide()
        if self._go_on is not None:
            self._go_on()

    def _on_finished(self, thread: JobThread) -> None:
        if thread is self._thread:
            self._thread = None
            self._show_controls(False)
            if self._is_stopping:
                self._say_of_job(self.tr("stopped"))
                self.go_on_button.setVisible(self._go_on is not None)
            else:
                self._show(self._passing or self._said)

    def _show_controls(self, shown: bool) -> None:
        for widget in (self._bar, self.pause_button, self.stop_button):
            widget.setVisible(shown)
