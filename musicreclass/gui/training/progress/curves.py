"""How training goes, live: loss, share of right answers, learning rate and memory."""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.training.progress.curve_plot import CurvePlot, line_colour
from musicreclass.gui.widgets.controls import legend
from musicreclass.gui.workers import single_shot

if TYPE_CHECKING:
    from musicreclass.training.fit.progress import Epoch, FitBegan, MemoryUse

DRAW_MS = 250  # small networks go through hundreds of epochs a second
MEGABYTE = 1 << 20


class Curves(QWidget):
    """Four plots; x is the epoch of a fit, and for memory the seconds since the start."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit = ("", "")
        self._epochs: list[Epoch] = []  # of the fit that goes on
        self._numbers: dict[str, int] = {}  # of classifiers, in the order in which they came
        self._memory: list[tuple[float, float]] = []  # seconds, megabytes
        self._shows_held_out = False  # figures of tracks held out, and no others
        self._started_at = time.monotonic()
        self.loss = CurvePlot("", theme, self)
        self.accuracy = CurvePlot("", theme, self)
        self.rate = CurvePlot(self.tr("Learning rate"), theme, self)
        self.memory = CurvePlot(self.tr("Memory over seconds, MB"), theme, self, from_zero=True)
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self._drawing = single_shot(self, DRAW_MS, self.draw)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.legend, 0, 0, 1, 2)
        for index, plot in enumerate((self.loss, self.accuracy, self.rate, self.memory)):
            layout.addWidget(plot, 1 + index // 2, index % 2)
        layout.setRowStretch(1, 3)
        layout.setRowStretch(2, 2)
        theme.changed.connect(self._name)
        self.begin()

    def begin(self) -> None:
        """Show nothing, for another training has begun."""
        self._drawing.stop()
        self._started_at = time.monotonic()
        self._fit = ("", "")
        self._epochs, self._numbers, self._memory = [], {}, []
        self._shows_held_out = False
        for plot in (self.loss, self.accuracy, self.rate, self.memory):
            plot.forget()
        self._entitle(is_watched=False)
        self._name()

    def note_fit(self, fit: FitBegan) -> None:
        """Take note that another fit has begun."""
        self.draw()  # the last epochs of the one before
        self._fit, self._epochs = (fit.classifier, fit.part), []

    def note_epoch(self, epoch: Epoch) -> None:
        """Take note of an epoch; it is drawn in a moment."""
        if self._epochs and epoch.number <= self._epochs[-1].number:
            self._epochs.clear()  # the second part of a fit counts anew
        self._epochs.append(epoch)
        self._draw_soon()

    def note_memory(self, use: MemoryUse) -> None:
        """Take note of how much memory is taken."""
        if use.used_bytes is not None:
            seconds = time.monotonic() - self._started_at
            self._memory.append((seconds, use.used_bytes / MEGABYTE))
            self._draw_soon()

    def draw(self) -> None:
        """Draw all that was taken note of."""
        self._drawing.stop()
        if self._memory:
            self.memory.show_line("memory", 0, *zip(*self._memory, strict=True))
        if not self._epochs:
            return
        name, epochs = self._epochs[0].classifier, self._epochs
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._name()
        is_held_out = epochs[-1].watched_accuracy is not None
        self._shows_held_out |= is_held_out
        self._entitle(is_watched=self._shows_held_out)
        line, number = (*self._fit, name, epochs[0].of), self._numbers[name]
        xs = [epoch.number for epoch in epochs]
        self.rate.show_line(line, number, xs, [epoch.rate for epoch in epochs])
        if is_held_out is self._shows_held_out:  # else figures of both kinds would mix
            self.loss.show_line(line, number, xs, [_loss(epoch) for epoch in epochs])
            accuracies = [100.0 * _accuracy(epoch) for epoch in epochs]
            self.accuracy.show_line(line, number, xs, accuracies)

    def _entitle(self, *, is_watched: bool) -> None:
        """Say whether figures are of held-out tracks, or of training tracks and hence too good."""
        if is_watched:
            self.loss.entitle(self.tr("Loss on tracks held out"))
            self.accuracy.entitle(self.tr("Right on tracks held out, %"))
        else:
            self.loss.entitle(self.tr("Loss on what is taught"))
            self.accuracy.entitle(self.tr("Right on what is taught, %"))

    def _draw_soon(self) -> None:
        if not self._drawing.isActive():
            self._drawing.start()

    def _name(self) -> None:
        """Say whose lines are which."""
        lines = [(line_colour(self._theme, number), name) for name, number in self._numbers.items()]
        hint = self.tr("bright: what is trained now; pale: what was before it")
        dim = self._theme.tokens.dim
        said = hint if lines else self.tr("Curves appear as soon as the first network is trained.")
        said = f'<span style="color:{dim}">{escape(said)}</span>'
        self.legend.setText(" &nbsp; ".join(filter(None, (legend(lines, "■"), said))))


def _loss(epoch: Epoch) -> float:
    return epoch.loss if epoch.watched_loss is None else epoch.watched_loss


def _accuracy(epoch: Epoch) -> float:
    return epoch.accuracy if epoch.watched_accuracy is None else epoch.watched_accuracy
