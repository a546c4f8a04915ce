"""The Train page: from choosing, through a training as it goes on, to the report on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.choose.choose_view import ChooseView
from musicreclass.gui.training.choose.start_page import StartPage
from musicreclass.gui.training.progress.progress_view import ProgressView
from musicreclass.gui.training.report.report_view import ReportView
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.panels import ShownStack, folders_in
from musicreclass.pipeline.training.training_order import Sources


class TrainPage(ShownStack):
    """One of four views at a time.

    Signals:
        shown: the page has come into sight.
        left: another page has taken its place.
        sources_chosen: the Sources that are to be looked through.
    """

    shown = Signal()
    left = Signal()
    sources_chosen = Signal(object)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.start = StartPage(theme, self)
        self.choose = ChooseView(theme, taxonomy, self)
        self.progress = ProgressView(theme, self)
        self.report = ReportView(theme, taxonomy, self)
        for view in (self.start, self.choose, self.progress, self.report):
            self.addWidget(view)
        self.start.folder_wanted.connect(self._on_folder_wanted)
        self.start.decisions_wanted.connect(
            lambda: self._choose(Sources(folder=None, by_decisions=True))
        )
        self.choose.sources.folder_wanted.connect(self._on_folder_wanted)
        self.choose.sources.changed.connect(self.sources_chosen)
        self.progress.back_wanted.connect(lambda: self.setCurrentWidget(self.choose))
        self.report.again_wanted.connect(self._on_again)

    def choose_folder(self, folder: Path) -> None:
        """Look through a folder, as the choice in the bar has it otherwise."""
        self.setCurrentWidget(self.choose)
        self.choose.sources.choose_folder(folder)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if folders_in(event.mimeData()):
            event.acceptProposedAction()  # in any case, or the window would scan it

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if not self.progress.is_following:  # which no other choice may push aside
            self.choose_folder(folders_in(event.mimeData())[0])

    def _choose(self, sources: Sources) -> None:
        self.setCurrentWidget(self.choose)
        self.choose.sources.show_sources(sources)
        self.sources_chosen.emit(sources)

    def _on_again(self) -> None:
        self.choose.order.keep_what_is_there()
        self.setCurrentWidget(self.choose)

    def _on_folder_wanted(self) -> None:
        title = self.tr("A folder whose folders are genres")
        if chosen := ask_folder(self, title):
            self.choose_folder(chosen)
