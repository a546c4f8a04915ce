"""The Review page: puts sidebar, tables and the empty state together and keeps them in step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.core.prediction import SuggestionLine
from musicreclass.core.track import TrackLine
from musicreclass.core.track_list import Filter
from musicreclass.gui.review.empty_page import EmptyPage
from musicreclass.gui.review.listening import Listening
from musicreclass.gui.review.problem_table import ProblemTableModel
from musicreclass.gui.review.session import LibrarySession
from musicreclass.gui.review.sidebar import VERDICTS, Place, Queue, Sidebar
from musicreclass.gui.review.track_table import TrackTableModel
from musicreclass.gui.review.track_view import ROW_HEIGHT, TrackView
from musicreclass.gui.theme import Theme
from musicreclass.pipeline.contents import Contents

TYPING_MS = 60  # a filter waits this long for the next key
ARRIVAL_MS = 30  # new tracks wait this long for more: sorting them in costs the same for all
MOST_AT_ONCE = 10_000
MOST_SUGGESTED_AT_ONCE = 2_500


class ReviewPage(QWidget):
    """Signals: `folder_wanted` when the user wants to add a folder."""

    folder_wanted = Signal()

    def __init__(
        self,
        session: LibrarySession,
        listening: Listening,
        theme: Theme,
        taxonomy: Taxonomy,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._listening = listening
        self._text = ""
        self.tracks = TrackTableModel(self)
        self.problems = ProblemTableModel(self)
        self.sidebar = Sidebar(theme, self)
        self.table = TrackView(self.tracks, theme, taxonomy, self)
        self.problem_table = _problem_view(self.problems, self)
        self.problem_table.setAccessibleName(self.tr("Problems"))
        self.empty = EmptyPage(theme, self)
        self.empty.folder_wanted.connect(self.folder_wanted)
        self._stack = QStackedWidget(self)
        for widget in (self.table, self.problem_table, self.empty):
            self._stack.addWidget(widget)
        self.splitter = QSplitter(self)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(_panel(self.sidebar))
        self.splitter.addWidget(_panel(self._stack))
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([220, 1000])
        self.splitter.setChildrenCollapsible(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 0)
        layout.addWidget(self.splitter)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._filter)
        self._arrived: list[TrackLine] = []
        self._suggested: list[tuple[int, SuggestionLine]] = []
        self._arrivals = QTimer(self)
        self._arrivals.setSingleShot(True)
        self._arrivals.setInterval(ARRIVAL_MS)
        self._arrivals.timeout.connect(self._take_in)
        self._connect()
        self._show_place()

    def add_panel(self, panel: QWidget) -> None:
        """Put a panel to the right of the table."""
        self.splitter.addWidget(_panel(panel))
        self.splitter.setSizes([184, 712, 330])

    @property
    def is_taking_in(self) -> bool:
        """Whether tracks or suggestions have come that are not shown yet."""
        return bool(self._arrived or self._suggested)

    def search(self, text: str) -> None:
        """Show the tracks that hold every word of `text`, once the typing pauses."""
        self._text = text
        self._typing.start()

    def filter_now(self, text: str) -> None:
        """Show the tracks that hold every word of `text`."""
        self._text = text
        self._typing.stop()
        self._filter()

    def _connect(self) -> None:
        self._session.loaded.connect(self.tracks.prepare_sorts)
        self._session.lines_came.connect(self._on_lines)
        self._session.contents_changed.connect(self._on_contents)
        self._session.folder_dropped.connect(self._on_folder_dropped)
        self._listening.suggestions_came.connect(self._on_suggestions)
        self.sidebar.chosen.connect(self._on_chosen)
        self.sidebar.removal_wanted.connect(self._session.remove_folder)

    def _on_lines(self, lines: Sequence[TrackLine]) -> None:
        self._arrived.extend(lines)
        self._await_more()

    def _on_suggestions(self, pairs: Sequence[tuple[int, SuggestionLine]]) -> None:
        self._suggested.extend(pairs)
        self._await_more()

    def _await_more(self) -> None:
        if not self._arrivals.isActive():
            self._arrivals.start()

    def _take_in(self) -> None:
        """Show what has come since the last time, but no more than fits between two frames."""
        if self._arrived:  # before suggestions, which may be about them
            lines, self._arrived = self._arrived[:MOST_AT_ONCE], self._arrived[MOST_AT_ONCE:]
            self.tracks.put(lines)
        else:
            most = MOST_SUGGESTED_AT_ONCE
            pairs, self._suggested = self._suggested[:most], self._suggested[most:]
            self.tracks.suggest(pairs)
        if self.is_taking_in:
            self._arrivals.start()
        self._update_counts()
        self._show_place()

    def _on_contents(self, contents: Contents) -> None:
        self.sidebar.set_folders(contents.folders)
        self.problems.replace_all(contents.problems)
        self._update_counts()
        self._show_place()

    def _on_folder_dropped(self, folder_id: int) -> None:
        self._arrived = [line for line in self._arrived if line.folder_id != folder_id]
        self.tracks.drop_folder(folder_id)
        self._update_counts()
        self._show_place()

    def _on_chosen(self, place: Place) -> None:
        if place.queue is not Queue.PROBLEMS:
            self._filter()
        self._show_place()

    def _filter(self) -> None:
        place = self.sidebar.place()
        self.table.filter(
            Filter.of(
                self._text,
                place.folder_id,
                only_missing=place.queue is Queue.MISSING,
                verdict=VERDICTS.get(place.queue),
            )
        )

    def _show_place(self) -> None:
        if self.sidebar.place().queue is Queue.PROBLEMS:
            self._show(self.problem_table)
        elif len(self.tracks.tracks):
            self._show(self.table)
        else:
            self._show(self.empty)

    def _show(self, widget: QWidget) -> None:
        """Show one of the stacked widgets, with the keyboard on it when the tracks first come."""
        came = self._stack.currentWidget() is self.empty and widget is self.table
        self._stack.setCurrentWidget(widget)
        if came:
            widget.setFocus()

    def _update_counts(self) -> None:
        tracks = self.tracks.tracks
        self.sidebar.set_count(Place(Queue.ALL), len(tracks))
        self.sidebar.set_count(Place(Queue.MISSING), tracks.missing_count)
        self.sidebar.set_count(Place(Queue.PROBLEMS), self.problems.rowCount())
        for queue, verdict in VERDICTS.items():
            self.sidebar.set_count(Place(queue), tracks.count_by_verdict[verdict])
        for folder_id, number in tracks.count_by_folder.items():
            self.sidebar.set_count(Place(Queue.FOLDER, folder_id), number)


def _panel(content: QWidget) -> QFrame:
    panel = QFrame()
    panel.setObjectName("panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(4, 6, 4, 6)
    layout.addWidget(content)
    return panel


def _problem_view(problems: ProblemTableModel, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setModel(problems)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setSortingEnabled(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setSortIndicator(-1, header.sortIndicatorOrder())
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return view
