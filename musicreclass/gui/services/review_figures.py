"""What figures say of a review: which track first, and how often suggestions are right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.sort_keys import Ranks
from musicreclass.core.track import TrackLine
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs, PrecisionFigures
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Workers, single_shot

REST_MS = 1500  # decisions come one a second; the figures need not follow each
SPARE = 15  # they take at most one part of so many of the time: seconds, where tracks are many


class UsefulFirst:
    """A key that sorts the most useful track to review first, and those that are not known last."""

    def __init__(self, order: Sequence[int]) -> None:
        self._order = order
        self._ranks: dict[int, int] = {}

    def __call__(self, line: TrackLine) -> int:
        if not self._ranks:
            self._ranks = {track_id: rank for rank, track_id in enumerate(self._order)}
        return self._ranks.get(line.id, len(self._order))

    def ranks(self, lines: LineColumns) -> Ranks:
        """Return the turn of each row."""
        rows = lines.by_id.rows(self._order)
        ranks = np.full(len(lines), len(rows))
        is_here = rows >= 0
        ranks[rows[is_here]] = np.flatnonzero(is_here)
        return ranks


class ReviewFigures(QObject):
    """Has the figures worked out anew as suggestions and decisions come, one job at a time.

    Signals:
        order_came: UsefulFirst.
        figures_came: Figures.
    """

    order_came = Signal(object)
    figures_came = Signal(object)

    def __init__(self, jobs: ClassifyJobs, workers: Workers) -> None:
        super().__init__(workers)
        self.figures = PrecisionFigures("", PrecisionBasis.none())
        self._jobs = jobs
        self._lane = Lane(workers)
        self.is_ordering = False
        self._resting = single_shot(self, REST_MS, self._read_figures)
        self._is_reading = False
        self._is_wanted_again = False  # something came while they were being worked out

    def order(self) -> None:
        """Work out in which order reviewing is most useful."""
        if self.is_ordering:
            return
        self.is_ordering = True
        thread = self._lane.prepare(self._jobs.useful_order)
        thread.succeeded.connect(self._on_order)
        thread.finished.connect(self._on_ordered)
        self._lane.enqueue(thread)

    def read_figures_soon(self) -> None:
        """Work out how often suggestions are right: in a moment, later where that takes long."""
        if self._is_reading:
            self._is_wanted_again = True
        elif not self._resting.isActive():
            self._resting.start()

    def _read_figures(self) -> None:
        self._is_reading, self._is_wanted_again = True, False
        thread = self._lane.prepare(self._jobs.figures)
        thread.succeeded.connect(self._on_figures)
        thread.finished.connect(self._on_read)
        self._lane.enqueue(thread)

    def _on_order(self, order: Sequence[int]) -> None:
        self.order_came.emit(UsefulFirst(order))

    def _on_ordered(self) -> None:
        self.is_ordering = False

    def _on_read(self) -> None:
        self._is_reading = False
        if self._is_wanted_again:
            self._resting.start()

    def _on_figures(self, figures: PrecisionFigures) -> None:
        self.figures = figures
        self._resting.setInterval(max(REST_MS, round(SPARE * figures.seconds * 1000)))
        self.figures_came.emit(figures)
