"""Classifying as the window sees it: what is known is suggested at once, the rest is analyzed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from musicreclass.core.classify_summary import Renewal
from musicreclass.core.sound_tags import TagBatch
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.workers import Job, JobThread, Workers


class ClassifyService(QObject):
    """Classifies the library's tracks, one run at a time, beside the session's jobs.

    A scan stops a run: reading tags goes first, and the next run takes what the scan found.
    It loses a second of work, for every analysis is kept.

    Signals:
        suggestions_came: a batch of (track id, SuggestionLine).
        tags_came: a batch of (track id, ids of sound tags).
        suggested: all that is known was suggested, or cannot be.
        began: the JobThread of a run that begins.
        classified: the summary of a run that came to its end.
        renewed: a Renewal; another classifier suggests by now.
        problem_came: a Reason why the chosen classifier cannot be used, None where it can.
        failed: a sentence; also where there is no classifier.
        ended: nothing runs any more, however it ended; not where one gave way.
    """

    suggestions_came = Signal(object)
    tags_came = Signal(object)
    suggested = Signal()
    began = Signal(object)
    classified = Signal(object)
    renewed = Signal(object)
    problem_came = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, session: LibrarySession, jobs: ClassifyJobs, workers: Workers) -> None:
        super().__init__(workers)
        self._session = session
        self._jobs = jobs
        self._lane = Lane(workers)
        self._lane.failed.connect(self.failed)
        self._run: JobThread | None = None
        self._stays_paused = False
        session.loaded.connect(self.suggest)
        session.scanning.connect(self.give_way)
        session.idle.connect(self.classify)
        session.loaded.connect(self.check)

    @property
    def is_running(self) -> bool:
        return self._run is not None

    def suggest(self) -> None:
        """Suggest genres for all tracks that are analyzed."""
        thread = self._prepare(self._jobs.suggest)
        thread.finished.connect(self.suggested)
        self._lane.enqueue(thread)

    def classify(self) -> None:
        """Suggest what is known and analyze what is not, unless a run or a scan is going on."""
        if self._session.is_scanning or self._run is not None:
            return
        thread = self._prepare(self._jobs.suggest)
        thread.succeeded.connect(lambda _: self._classify_the_rest(thread))
        thread.finished.connect(lambda: self._on_finished(thread))
        self._run = thread
        self._lane.enqueue(thread)

    def give_way(self) -> None:
        """Stop until all scans are done; what a person paused stays paused then."""
        if self._run is not None:
            self._stays_paused |= self._run.is_paused
            self._run.cancel()
            self._run = None

    def classify_anew(self) -> None:
        """Classify with the classifier that is in use now, whichever was until now."""
        self.give_way()
        self.classify()

    def renew(self) -> None:
        """Suggest by the classifier that is in use now, wherever it was asked before."""
        self.give_way()
        self.check()
        thread = self._prepare(self._jobs.renew)
        thread.succeeded.connect(self._on_renewed)
        self._lane.enqueue(thread)

    def check(self) -> None:
        """Find out whether the chosen classifier can be used."""
        self._lane.run(self._jobs.problem, self.problem_came.emit)

    def _on_renewed(self, renewal: Renewal) -> None:
        self.suggestions_came.emit([])  # also where there were none: figures are others now
        self.renewed.emit(renewal)

    def _classify_the_rest(self, suggesting: JobThread) -> None:
        if suggesting is not self._run:
            return  # a scan came in between
        thread = self._prepare(self._jobs.classify)
        thread.started.connect(lambda: self._on_started(thread))
        thread.succeeded.connect(self.classified)
        thread.finished.connect(lambda: self._on_finished(thread))
        thread.finished.connect(self._session.read_contents)  # problems may have come
        if self._stays_paused:
            thread.pause()
        self._run = thread
        self._lane.enqueue(thread)

    def _prepare(self, job: Job) -> JobThread:
        thread = self._lane.prepare(job)
        thread.published.connect(self._on_published)
        return thread

    def _on_published(self, batch: object) -> None:
        if isinstance(batch, TagBatch):
            self.tags_came.emit(batch.pairs)
        else:
            self.suggestions_came.emit(batch)

    def _on_started(self, thread: JobThread) -> None:
        if thread is self._run:  # and not one that gave way before its turn came
            self._stays_paused = False
            self.began.emit(thread)

    def _on_finished(self, thread: JobThread) -> None:
        if thread is self._run:
            self._run = None
            self.ended.emit()
