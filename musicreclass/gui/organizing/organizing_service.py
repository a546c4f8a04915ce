"""Sorting files into folders as the window knows it: asked for, it opens the dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import tracks
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.moved_files import MoveJobs
from musicreclass.settings import OrganizeSettings

if TYPE_CHECKING:
    from musicreclass.gui.organizing.organize_dialog import OrganizeDialog

Lines = Callable[[], Sequence[TrackLine]]


class OrganizingService(QObject):
    """One dialog at a time, and the choices made there.

    Signals:
        said: what came of sorting, in a sentence.
        moved: files have gone into other folders.
    """

    said = Signal(str)
    moved = Signal()

    def __init__(
        self, jobs: MoveJobs, work: FileWork, choices: Choices, theme: Theme, workers: Workers
    ) -> None:
        super().__init__(workers)
        self._jobs = jobs
        self._work = work
        self._choices = choices
        self._theme = theme
        self._workers = workers
        self.dialog: OrganizeDialog | None = None

    def ask(
        self, selected: Sequence[TrackLine], shown: Lines, every: Lines, parent: QWidget
    ) -> None:
        """Show where files would go, and sort them if that is wanted.

        Args:
            selected: what it is about at first; nothing: what is shown.
        """
        if self.dialog is not None:
            return
        named: list[tuple[str, Lines]] = []
        if selected:
            chosen = tuple(selected)
            words = self.tr("Selected: {tracks}").format(tracks=tracks(len(chosen)))
            named.append((words, lambda: chosen))
        words = self.tr("All that is shown: {tracks}").format(tracks=tracks(len(shown())))
        named += [(words, shown), (self.tr("The whole library"), every)]
        from musicreclass.gui.organizing.organize_dialog import OrganizeDialog
        from musicreclass.gui.organizing.organize_run import OrganizeRun

        settings = self._choices.settings.organizing
        dialog = OrganizeDialog(settings, [name for name, _ in named], self._theme, parent)
        dialog.organize_wanted.connect(self._keep)
        dialog.finished.connect(self._on_closed)
        scopes = [lines for _, lines in named]
        run = OrganizeRun(dialog, scopes, self._jobs, self._work, self._workers)
        run.said.connect(self.said)
        run.moved.connect(self.moved)
        self.dialog = dialog
        run.preview(settings)
        dialog.open()

    def _keep(self, settings: OrganizeSettings) -> None:
        self._choices.change(organizing=settings)

    def _on_closed(self) -> None:
        self.dialog = None
