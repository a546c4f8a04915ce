"""The menu of files that could not be read."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from musicreclass.core.location import readable
from musicreclass.core.track import Problem
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import count
from musicreclass.gui.review.problem_table import ProblemTableModel
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.workers import Job, Workers
from musicreclass.pipeline.insights import findings


class ProblemMenu(QObject):
    """Signals: `said` with a sentence."""

    said = Signal(str)

    def __init__(
        self, view: ColumnView, library_file: Path, session: LibrarySession, workers: Workers
    ) -> None:
        super().__init__(view)
        self._view = view
        self._file = library_file
        self._session = session
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_wanted)

    def build(self) -> QMenu:
        """Return the menu as things stand."""
        menu = QMenu(self._view)
        found = self._in_hand()
        first = found[0].path if found else Path()
        menu.addAction(self.tr("Open folder"), lambda: open_folder(first.parent, self._view))
        menu.addAction(self.tr("Try again"), lambda: self._try_again(found))
        copy = self.tr("Copy path and reason")
        menu.addAction(copy, QKeySequence.StandardKey.Copy, lambda: _copy(found))
        menu.addSeparator()
        menu.addAction(self.tr("Name them no more"), lambda: self._hide(found))
        for action in menu.actions():
            action.setEnabled(bool(found))
        menu.addAction(self.tr("Name all again"), self._show_all)
        return menu

    def _in_hand(self) -> list[Problem]:
        model = self._view.model()
        assert isinstance(model, ProblemTableModel)
        return [model.row_at(row) for row in self._view.selected_row_numbers()]

    def _try_again(self, found: list[Problem]) -> None:
        folders = {one.path if one.path.is_dir() else one.path.parent for one in found}
        self._session.scan(sorted(folders))

    def _hide(self, found: list[Problem]) -> None:
        text = self.tr("{number} will not be named again unless the files change.")
        sentence = text.format(number=count(len(found)))
        paths = [one.path for one in found]
        self._run(partial(findings.hide_problems, self._file, paths), sentence)

    def _show_all(self) -> None:
        job = partial(findings.show_problems, self._file)
        self._run(job, self.tr("All files that cannot be read are named again."))

    def _run(self, job: Job, sentence: str) -> None:
        def on_done(_: object) -> None:
            self._session.read_contents()
            self.said.emit(sentence)

        self._lane.run(job, on_done)

    def _on_wanted(self, at: QPoint) -> None:
        self.build().exec(self._view.viewport().mapToGlobal(at))


def _copy(found: list[Problem]) -> None:
    lines = [f"{readable(str(one.path))}\t{in_words(one.reason)}" for one in found]
    QGuiApplication.clipboard().setText("\n".join(lines))
