"""How training goes, live: loss, share of right answers, learning rate and memory."""

from __future__ import annotations

import time
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.training.progress.curve_plot import CurvePlot, line_colour
from musicreclass.gui.widgets.controls import legend
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import in_turns, single_shot

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
        self._grid = QGridLayout(self)
        self.loss, self.accuracy, self.rate, self.memory = self._plots = tuple(
            LateWidget(partial(self._made_plot, number)) for number in range(4)
        )
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self._drawing = single_shot(self, DRAW_MS, self.draw)
        self._grid.setContentsMargins(8, 8, 8, 8)
        self._grid.setSpacing(8)
        self._grid.addWidget(self.legend, 0, 0, 1, 2)
        self._grid.setRowStretch(1, 3)
        self._grid.setRowStretch(2, 2)
        theme.changed.connect(self._name)
        self.begin()
        in_turns(self, *(plot.get for plot in self._plots))  # each takes a while

    def begin(self) -> None:
        """Show nothing, for another training has begun."""
        self._drawing.stop()
        self._started_at = time.monotonic()
        self._fit = ("", "")
        self._epochs, self._numbers, self._memory = [], {}, []
        self._shows_held_out = False
        for plot in self._plots:
            if plot.made is not None:
                plot.made.forget()
        self._entitle()
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
            self.memory.get().show_line("memory", 0, *zip(*self._memory, strict=True))
        if not self._epochs:
            return
        name, epochs = self._epochs[0].classifier, self._epochs
        if name not in self._numbers:
            self._numbers[name] = len(self._numbers)
            self._name()
        is_held_out = epochs[-1].watched_accuracy is not None
        self._shows_held_out |= is_held_out
        self._entitle()
        line, number = (*self._fit, name, epochs[0].of), self._numbers[name]
        xs = [epoch.number for epoch in epochs]
        self.rate.get().show_line(line, number, xs, [epoch.rate for epoch in epochs])
        if is_held_out is self._shows_held_out:  # else figures of both kinds would mix
            self.loss.get().show_line(line, number, xs, [_loss(epoch) for epoch in epochs])
            accuracies = [100.0 * _accuracy(epoch) for epoch in epochs]
            self.accuracy.get().show_line(line, number, xs, accuracies)

    def _made_plot(self, number: int) -> CurvePlot:
        is_memory = self._plots[number] is self.memory
        plot = CurvePlot(self._titles()[number], self._theme, self, from_zero=is_memory)
        self._grid.addWidget(plot, 1 + number // 2, number % 2)
        return plot

    def _titles(self) -> tuple[str, str, str, str]:
        """Say whether figures are of held-out tracks, or of training tracks and hence too good."""
        if self._shows_held_out:
            loss, right = self.tr("Loss on tracks held out"), self.tr("Right on tracks held out, %")
        else:
            loss, right = self.tr("Loss on what is taught"), self.tr("Right on what is taught, %")
        return loss, right, self.tr("Learning rate"), self.tr("Memory over seconds, MB")

    def _entitle(self) -> None:
        for plot, title in zip(self._plots, self._titles(), strict=True):
            if plot.made is not None:
                plot.made.entitle(title)

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
