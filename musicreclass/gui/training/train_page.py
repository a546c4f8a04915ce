"""The Train page: from choosing, through a training as it goes on, to the report on it."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.choose.start_page import StartPage
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.focus.tab_order import put_in_order
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.panels import ShownStack, folders_in
from musicreclass.pipeline.training.training_order import Sources

if TYPE_CHECKING:
    from musicreclass.gui.training.choose.choose_view import ChooseView
    from musicreclass.gui.training.progress.progress_view import ProgressView
    from musicreclass.gui.training.report.report_view import ReportView


class TrainPage(ShownStack):
    """One of four views at a time; all but the first are made when there is something to show.

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
        self._theme = theme
        self._taxonomy = taxonomy
        self.setAcceptDrops(True)
        self.start = StartPage(theme, self)
        self.late_choose = LateWidget(self._made_choose)
        self.late_progress = LateWidget(self._made_progress)
        self.late_report = LateWidget(self._made_report)
        self.addWidget(self.start)
        self.start.folder_wanted.connect(self._on_folder_wanted)
        self.start.decisions_wanted.connect(
            lambda: self._choose(Sources(folder=None, by_decisions=True))
        )

    @property
    def choose(self) -> ChooseView:
        """Return the view of what is to be learned from, made where it is not yet."""
        return self.late_choose.get()

    @property
    def progress(self) -> ProgressView:
        """Return the view of a training as it goes on, made where it is not yet."""
        return self.late_progress.get()

    def load_report(self) -> None:
        """Load what `report` is made of, which takes half as long as making it."""
        importlib.import_module("musicreclass.gui.training.report.report_view")

    def make_progress(self) -> None:
        """Make `progress` where it is not yet."""
        self.late_progress.get()

    @property
    def report(self) -> ReportView:
        """Return the view of what came of a training, made where it is not yet."""
        return self.late_report.get()

    @property
    def is_following(self) -> bool:
        """Whether a training goes on."""
        made = self.late_progress.made
        return made is not None and made.is_following

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
        if not self.is_following:  # which no other choice may push aside
            self.choose_folder(folders_in(event.mimeData())[0])

    def _made_choose(self) -> ChooseView:
        from musicreclass.gui.training.choose.choose_view import ChooseView

        view = ChooseView(self._theme, self._taxonomy, self)
        view.sources.folder_wanted.connect(self._on_folder_wanted)
        view.sources.changed.connect(self.sources_chosen)
        self._take_in(view)
        return view

    def _made_progress(self) -> ProgressView:
        from musicreclass.gui.training.progress.progress_view import ProgressView

        view = ProgressView(self._theme, self)
        view.back_wanted.connect(lambda: self.setCurrentWidget(self.choose))
        self._take_in(view)
        return view

    def _made_report(self) -> ReportView:
        from musicreclass.gui.training.report.report_view import ReportView

        view = ReportView(self._theme, self._taxonomy, self)
        view.again_wanted.connect(self._on_again)
        self._take_in(view)
        return view

    def _take_in(self, view: QWidget) -> None:
        self.addWidget(view)
        put_in_order((self.start, view))  # or Tab would come to it behind the whole window

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
