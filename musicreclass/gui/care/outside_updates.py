"""Shows what others change in the library, where it stands and without a word."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.review.review_page import ReviewPage
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.workers import JobThread, Workers, single_shot
from musicreclass.pipeline.care.mending import is_damage
from musicreclass.pipeline.care.outside_changes import OutsideChange, follow_changes

if TYPE_CHECKING:
    from musicreclass.pipeline.review.library_contents import Contents

SUGGEST_MS = 5_000  # while others classify, suggestions are read again so often at most
OWN_SECONDS = 4.0  # so long after a run of one's own, new predictions are one's own
AGAIN_MS = 10_000  # after what ended the following, as a disk that was not there


class OutsideUpdates(QObject):
    """Follows the library from `begin` on.

    Signals:
        changed: tracks or decisions are others than before, through somebody else.
    """

    changed = Signal()

    def __init__(
        self,
        library_file: Path,
        session: LibrarySession,
        classify_service: ClassifyService,
        review: ReviewPage,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._file = library_file
        self._session = session
        self._classify_service = classify_service
        self._review = review
        self._workers = workers
        self._contents: Contents | None = None
        self._own_until = 0.0
        self._again = single_shot(self, AGAIN_MS, self.begin)
        self._suggesting = single_shot(self, SUGGEST_MS, self._suggest)
        session.contents_changed.connect(self._note_contents)
        classify_service.began.connect(self._on_own_run)

    def begin(self) -> None:
        """Follow what others change from now on."""
        tracks = self._review.tracks.tracks
        follow = partial(
            follow_changes,
            self._file,
            lambda ids: tracks.columns.lines_of(ids),  # those of now: a removed folder ends others
            is_behind=self._is_behind,
        )
        thread = self._workers.prepare(follow)
        thread.published.connect(self._on_change)
        thread.failed.connect(self._on_failed)
        self._workers.start(thread)

    def _is_behind(self) -> bool:
        return self._session.is_scanning or self._review.pending_updates.is_waiting

    def _on_own_run(self, thread: JobThread) -> None:
        thread.finished.connect(self._on_own_run_finished)

    def _on_own_run_finished(self) -> None:
        self._own_until = monotonic() + OWN_SECONDS

    def _note_contents(self, contents: Contents) -> None:
        self._contents = contents

    def _on_change(self, change: OutsideChange) -> None:
        if change.lines:
            self._session.lines_came.emit(list(change.lines))
        if change.gone:
            self._review.drop_tracks(change.gone)
        if change.decided:
            self._review.decisions.load_some(change.decided)
        if change.contents is not None and change.contents != self._contents:
            self._session.contents_changed.emit(change.contents)
        is_own = self._classify_service.is_running or monotonic() < self._own_until
        # A file that is another now is shown without what was suggested for it: also one that was
        # written here, if this looks at the library before its row is renewed.
        is_wanted = bool(change.lines) or (change.has_predictions and not is_own)
        if is_wanted and not self._suggesting.isActive():
            self._suggesting.start()
        if change.lines or change.gone or change.decided:
            self.changed.emit()

    def _suggest(self) -> None:
        self._classify_service.suggest()

    def _on_failed(self, error: Exception) -> None:
        if not is_damage(error):
            self._again.start()
