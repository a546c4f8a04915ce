"""Looks after the library's file while the window is open: a backup a day, and is it whole?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from musicreclass.gui.language import sentence_on
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Workers, single_shot
from musicreclass.pipeline.care.backing_up import KeptBackup, look_after
from musicreclass.pipeline.care.mending import is_damage
from musicreclass.settings import LibrarySettings

BEGIN_MS = 3_000  # after the library is read: reading it is wanted more
HOUR_MS = 3_600_000

logger = logging.getLogger(__name__)


class BackupService(QObject):
    """Signals: `said` with a sentence, where no backup can be made."""

    said = Signal(str)

    def __init__(
        self, library_file: Path, settings: Callable[[], LibrarySettings], workers: Workers
    ) -> None:
        super().__init__(workers)
        self._file = library_file
        self._settings = settings
        self._lane = Lane(workers)
        self._first_look = single_shot(self, BEGIN_MS, self.look_after)
        self._hourly = QTimer(self)
        self._hourly.setInterval(HOUR_MS)
        self._hourly.timeout.connect(self.look_after)

    def begin(self) -> None:
        """Look after the library from now on."""
        self._first_look.start()
        self._hourly.start()

    def look_after(self) -> None:
        """Make the backup of today, or look whether the library is whole."""
        settings = self._settings()
        thread = self._lane.prepare(
            partial(
                look_after,
                self._file,
                backs_up=settings.backs_up,
                most_megabytes=settings.backup_megabytes,
            )
        )
        thread.succeeded.connect(self._on_done)
        thread.failed.connect(self._on_failed)
        self._lane.enqueue(thread)

    def _on_done(self, made: KeptBackup | None) -> None:
        if made is not None:
            logger.info("backup made: %s", made.path)

    def _on_failed(self, error: Exception) -> None:
        logger.warning("no backup was made: %s", error)
        if not is_damage(error):  # of that, others speak
            self.said.emit(sentence_on(error))
