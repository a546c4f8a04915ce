"""Sorting files into folders, and exporting lists: from Review and from the menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from musicreclass.core.track import TrackLine
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.organizing.export_service import ExportService
from musicreclass.gui.organizing.organizing_service import OrganizingService
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.moved_files import MoveJobs


class ListMenu(QMenu):
    """What can be done with the tracks that are shown, beside deciding: a menu of the window."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("ListMenu", "Tracks that are shown"))
        self.organize: QAction = self.addAction(self.tr("Sort files into folders…"))
        self.addSeparator()
        self.table: QAction = self.addAction(self.tr("Export a table…"))
        self.playlists: QAction = self.addAction(self.tr("Export playlists by genre…"))


def add_organizing(
    window: MainWindow,
    menu: ListMenu,
    work: FileWork,
    library_file: Path,
    choices: Choices,
    theme: Theme,
    workers: Workers,
) -> None:
    """Let files be sorted into folders and lists be exported, and say what came of it."""
    review = window.review
    shown: Callable[[], Sequence[TrackLine]] = review.tracks.tracks.shown
    every = review.tracks.tracks.everything
    organizing = OrganizingService(MoveJobs(library_file), work, choices, theme, workers)
    exporting = ExportService(workers)
    review.organize_wanted.connect(lambda lines: organizing.ask(lines, shown, every, window))
    review.table_wanted.connect(lambda lines: exporting.ask_table(lines, window))
    review.playlists_wanted.connect(lambda lines: exporting.ask_playlists(lines, window))
    menu.organize.triggered.connect(lambda: organizing.ask((), shown, every, window))
    menu.table.triggered.connect(lambda: exporting.ask_table(shown(), window))
    menu.playlists.triggered.connect(lambda: exporting.ask_playlists(shown(), window))
    exporting.exporting.connect(
        lambda thread: window.strip.watch(
            thread, QCoreApplication.translate("ExportService", "Exporting")
        )
    )
    organizing.moved.connect(window.session.read_contents)  # a folder may have come with them
    organizing.said.connect(window.strip.say)
    exporting.said.connect(window.strip.say)
