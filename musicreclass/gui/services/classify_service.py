"""Listening as the window sees it: what is known is suggested at once, the rest is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.services.classify_jobs import ClassifyJobs
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.workers import Job, JobThread, Workers


class ClassifyService(QObject):
    """Hears the library's tracks, one run at a time, beside the session's jobs.

    A scan stops a run: reading tags goes first, and the next run hears what the scan found.
    It loses a second of work, for what was heard is kept.

    Signals:
        suggestions_came: a batch of (track id, SuggestionLine).
        listening: the JobThread of a run that begins.
        listened: the summary of a run that came to its end.
        failed: a sentence; also where there is nothing to listen with.
    """

    suggestions_came = Signal(object)
    listening = Signal(object)
    clip = Signal(object)
    failed = Signal(str)

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
        session.settled.connect(self.listen)

    @property
    def is_running(self) -> bool:
        return self._run is not None

    def suggest(self) -> None:
        """Suggest genres for all that was heard before."""
        self._lane.enqueue(self._prepare(self._jobs.suggest))

    def listen(self) -> None:
        """Suggest what is known and hear what is not, unless that is going on or a scan is."""
        if self._session.is_scanning or self._run is not None:
            return
        thread = self._prepare(self._jobs.suggest)
        thread.succeeded.connect(lambda _: self._hear_the_rest(thread))
        thread.finished.connect(lambda: self._on_finished(thread))
        self._run = thread
        self._lane.enqueue(thread)

    def give_way(self) -> None:
        """Stop listening until all scans are done; what a person paused stays paused then."""
        if self._run is not None:
            self._stays_paused |= self._run.is_paused
            self._run.cancel()
            self._run = None

    def listen_anew(self) -> None:
        """Listen with the classifier that is in use now, whichever was until now."""
        self.give_way()
        self.listen()

    def _hear_the_rest(self, suggesting: JobThread) -> None:
        if suggesting is not self._run:
            return  # a scan came in between
        thread = self._prepare(self._jobs.listen)
        thread.started.connect(lambda: self._on_started(thread))
        thread.succeeded.connect(self.clip)
        thread.finished.connect(lambda: self._on_finished(thread))
        thread.finished.connect(self._session.read_contents)  # problems may have come
        if self._stays_paused:
            thread.pause()
        self._run = thread
        self._lane.enqueue(thread)

    def _prepare(self, job: Job) -> JobThread:
        thread = self._lane.prepare(job)
        thread.published.connect(self.suggestions_came)
        return thread

    def _on_started(self, thread: JobThread) -> None:
        if thread is self._run:  # and not one that gave way before its turn came
            self._stays_paused = False
            self.listening.emit(thread)

    def _on_finished(self, thread: JobThread) -> None:
        if thread is self._run:
            self._run = None
