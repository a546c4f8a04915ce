"""The Live page: what to listen to, how loud it is, its spectrogram, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.live.live_answer import LiveReport
from musicreclass.core.live.loudness import Loudness
from musicreclass.core.live.pcm import Samples
from musicreclass.gui.live.answer_panel import AnswerPanel
from musicreclass.gui.live.level_meter import LevelMeter
from musicreclass.gui.live.running_spectrogram import RunningSpectrogram
from musicreclass.gui.live.sound_inputs import SoundInput, input_name
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ElidedLabel, choice_box, push_button, text_label
from musicreclass.gui.widgets.panels import fill, panel

NARROWEST_INPUT, WIDEST_INPUT = 140, 420  # pixels
SAID_SECONDS = 6.0  # of sound, between two texts in place of the pictures


class LivePage(QWidget):
    """Shows and asks; `LiveService` does the work.

    Signals:
        shown: the page has come into sight.
        left: another page is shown.
        wanted: whether the chosen input is to be recorded from.
        input_chosen: a person chose another SoundInput.
    """

    shown = Signal()
    left = Signal()
    wanted = Signal(bool)
    input_chosen = Signal(object)

    def __init__(
        self, theme: Theme, taxonomy: Taxonomy, colours: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.inputs = choice_box(self.tr("What to listen to"), self)
        self.inputs.setMinimumWidth(NARROWEST_INPUT)
        self.inputs.setMaximumWidth(WIDEST_INPUT)
        self.inputs.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.button = push_button("", self, style="primary")
        self.meter = LevelMeter(theme, self)
        self.spectrogram = RunningSpectrogram(theme, colours, self)
        self.now = AnswerPanel(self.tr("Now"), theme, taxonomy, self)
        self.minute = AnswerPanel(self.tr("The last minute, mostly"), theme, taxonomy, self)
        self.said = text_label("", self, wraps=True)
        self.hint = ElidedLabel(self, "hint")
        self.hint.setText(
            self.tr("Nothing is recorded: what was listened to is forgotten at once.")
        )
        self._is_on = False
        self._told_at = float("-inf")  # seconds into the sound
        self._lay_out()
        self.show_off()
        self.show_inputs((), None)
        self.button.clicked.connect(lambda: self.wanted.emit(not self._is_on))
        self.inputs.activated.connect(lambda _: self.input_chosen.emit(self.chosen))

    @property
    def is_on(self) -> bool:
        return self._is_on

    @property
    def chosen(self) -> SoundInput | None:
        """Return the input that is chosen, None where there is none."""
        found = self.inputs.currentData()
        return found if isinstance(found, SoundInput) else None

    def show_inputs(self, known: Sequence[SoundInput], chosen: str | None) -> None:
        """Show what there is; the one of this id stays chosen where it is there."""
        with QSignalBlocker(self.inputs):
            self.inputs.clear()
            for one in known:
                self.inputs.addItem(input_name(one), one)
            ids = [one.id for one in known]
            if chosen in ids:
                self.inputs.setCurrentIndex(ids.index(chosen))
        self.inputs.setEnabled(bool(known))
        self.inputs.setToolTip(self.inputs.currentText())
        self._enable()

    def show_on(self, sample_rate: int) -> None:
        """Show that sound comes in, of this rate, and nothing that was before."""
        self._is_on, self._told_at = True, float("-inf")
        self.button.setText(self.tr("Stop"))
        self.spectrogram.begin(sample_rate)
        self.spectrogram.say("")
        for answer in (self.now, self.minute):
            answer.show_nothing("")
        self._enable()

    def show_off(self) -> None:
        """Show that nothing comes in; what was said stays."""
        self._is_on = False
        self.button.setText(self.tr("Listen"))
        self.meter.show_off()
        self._enable()

    def show_sound(self, samples: Samples, seconds: float) -> None:
        """Show sound that came in, and how long it is; it is drawn with the next `draw`."""
        self.meter.show_loudness(Loudness.of(samples), seconds)
        self.spectrogram.add(samples)

    def show_report(self, report: LiveReport) -> None:
        """Show what is said of it."""
        silence = self.tr("Silence")
        now, minute = report.now, report.minute
        if now is None:
            self.now.show_nothing(silence)
        else:
            self.now.show_answer((now.candidates, now.verdict, now.tags))
        if minute.suggestion is None:
            self.minute.show_nothing(silence)
        else:
            said = minute.suggestion
            self.minute.show_answer((said.candidates, said.verdict, minute.tags), minute.seconds)
        if report.end_seconds - self._told_at >= SAID_SECONDS:
            self._told_at = report.end_seconds
            self.spectrogram.say("\n".join(filter(None, (self.now.text(), self.minute.text()))))

    def say(self, sentence: str) -> None:
        """Say what is going on, or what is the matter; nothing takes it away."""
        if sentence != self.said.text():
            self.said.setText(sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if event.type() == QEvent.Type.Show:
            self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # which it is where the window is made small
            self.left.emit()

    def _enable(self) -> None:
        self.button.setEnabled(self._is_on or self.chosen is not None)

    def _lay_out(self) -> None:
        above = fill(QHBoxLayout(), (self.inputs, 3), self.button, (self.meter, 3), spacing=10)
        above.addStretch(1)
        answers = fill(QHBoxLayout(), spacing=8)
        for answer in (self.now, self.minute):
            answers.addWidget(panel(answer), 1)
        layout = fill(QVBoxLayout(self), margins=(12, 10, 12, 8), spacing=8)
        fill(layout, above, self.said, (panel(self.spectrogram), 3), (answers, 2), self.hint)
