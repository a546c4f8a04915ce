"""Care for the library: backups, damage, what others change, folders that are watched."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.gui.care.backup_service import BackupService
from musicreclass.gui.care.folder_watch import FolderWatch
from musicreclass.gui.care.library_mender import LibraryMender
from musicreclass.gui.care.outside_updates import OutsideUpdates
from musicreclass.gui.care.removed_folders import RemovedFolders
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers

if TYPE_CHECKING:
    from musicreclass.gui.writing.history_page import HistoryPage


def add_library_care(
    window: MainWindow,
    history: LateWidget[HistoryPage],
    library_file: Path,
    choices: Choices,
    workers: Workers,
) -> None:
    """Let the library be looked after, and what happens to it elsewhere be seen here."""
    session, review, classify_service = window.session, window.review, window.classify_service
    mender = LibraryMender(library_file, workers, window)
    mender.quit_wanted.connect(window.close)
    mender.restart_wanted.connect(window.restart)
    backups = BackupService(library_file, lambda: choices.settings.library, workers)
    backups.said.connect(window.strip.add)
    session.loaded.connect(backups.begin)
    updates = OutsideUpdates(library_file, session, classify_service, review, workers)
    window.opening.connect(updates.begin)
    history.when_made(partial(_follow, updates))
    review.sidebar.watching_wanted.connect(session.set_watched)
    removed = RemovedFolders(session)
    removed.offered.connect(window.strip.offer)
    session.folder_restored.connect(review.decisions.load)
    session.folder_restored.connect(classify_service.suggest)
    watch = FolderWatch(
        session,
        classify_service,
        workers,
        follow_symlinks=choices.settings.scan.follow_symlinks,
        is_on=choices.settings.library.watches,
    )
    watch.said.connect(window.strip.say)
    choices.changed.connect(lambda _, now: watch.turn(now.library.watches))


def _follow(updates: OutsideUpdates, history: HistoryPage) -> None:
    """Have the history follow what others wrote, where anybody looks at it."""
    updates.changed.connect(lambda: history.shown.emit() if history.isVisible() else None)
