"""Adaptation to decisions while they are made: every handful, suggestions are made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from musicreclass.core.classify_summary import Adaptation, ClassifySummary
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.gui.messages import count
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import JobThread, Workers, single_shot

HANDFUL = 3  # decisions, after which another look is worth the while
REST_MS = 1500  # not between two keys of somebody who is fast
PAUSE_MS = 20_000  # after which even one decision counts, as it would after the next start

Shown = Callable[[], Mapping[int, SuggestionLine]]


class AdaptationService(QObject):
    """Makes suggestions follow what was decided, one job at a time.

    Signals:
        suggestions_came: a batch of (track id, SuggestionLine).
        adapted: suggestions may be others than before.
        said: a sentence.
    """

    suggestions_came = Signal(object)
    adapted = Signal()
    said = Signal(str)

    def __init__(self, jobs: ClassifyJobs, shown: Shown, workers: Workers) -> None:
        super().__init__(workers)
        self._jobs = jobs
        self._shown = shown
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)
        self._running: JobThread | None = None
        self._new_decisions = 0
        self._resting = single_shot(self, REST_MS, self.adapt)
        self._pausing = single_shot(self, PAUSE_MS, self.adapt)

    def note_decision(self) -> None:
        """Take note of a decision; a handful of them is learned from, once they pause."""
        self._new_decisions += 1
        self._pausing.start()
        if self._new_decisions >= HANDFUL:
            self._resting.start()

    def note_classified(self, summary: ClassifySummary) -> None:
        """Learn anew where tracks were classified: what was decided of them counts from now on."""
        if summary.classified:
            self.adapt()

    def adapt(self) -> None:
        """Suggest anew, by what was decided until now or without it, as the settings have it."""
        self._suggest(self._on_adapted)

    def pool(self) -> None:
        """Suggest anew, by whose evidence the settings have it now."""
        self._suggest(self._on_pooled)

    def give_way(self) -> None:
        """Stop what is going on: another classifier suggests from now on."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _suggest(self, on_done: Callable[[Adaptation], None]) -> None:
        self._new_decisions = 0
        self._resting.stop()
        self._pausing.stop()
        thread = self._lane.prepare(partial(self._jobs.adapt, self._shown()))
        thread.published.connect(self.suggestions_came)
        thread.succeeded.connect(on_done)
        thread.finished.connect(partial(self._on_finished, thread))
        self._running = thread
        self._lane.enqueue(thread)

    def _on_finished(self, thread: JobThread) -> None:
        if thread is self._running:
            self._running = None

    def _on_pooled(self, found: Adaptation) -> None:
        self.adapted.emit()
        text = self.tr("{number} suggestions are others now")
        self.said.emit(text.format(number=count(found.changed_count)))

    def _on_adapted(self, learned: Adaptation) -> None:
        self.adapted.emit()
        if not learned.changed_count:
            return
        if learned.decision_count:
            text = self.tr("{number} suggestions changed by what you decided")
        else:
            text = self.tr("{number} suggestions are as they were before you decided")
        self.said.emit(text.format(number=count(learned.changed_count)))
