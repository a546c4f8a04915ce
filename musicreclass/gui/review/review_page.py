"""The Review page: puts sidebar, tables and the bar together and keeps them in step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.query import parse
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.gui.review.bulk_bar import BulkBar
from musicreclass.gui.review.deciding import Deciding
from musicreclass.gui.review.notices import EmptyPage, FilterNotice
from musicreclass.gui.review.problem_table import ProblemTableModel
from musicreclass.gui.review.review_keys import KeySheet, ReviewKeys
from musicreclass.gui.review.row_menu import ManyButton, RowMenu
from musicreclass.gui.review.search_box import remarks_text
from musicreclass.gui.review.sidebar import Sidebar
from musicreclass.gui.review.sidebar_entries import REVIEWS, Queue, SidebarEntry
from musicreclass.gui.services.candidates import Candidates, OwnGenres
from musicreclass.gui.services.classify_jobs import PrecisionFigures
from musicreclass.gui.services.classify_service import ClassifyService
from musicreclass.gui.services.confidence_counts import ConfidenceCounts
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.services.pending_updates import PendingUpdates
from musicreclass.gui.services.review_figures import ReviewFigures, UsefulFirst
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.tracks.track_view import TrackView
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.panels import PageGround, fill, panel
from musicreclass.gui.workers import single_shot
from musicreclass.pipeline.review.library_contents import Contents
from musicreclass.sentences.reason import Reason

LEAST_TABLE_WIDTH = 210  # pixels; with the panels beside it, half of 1280 by 720
TYPING_MS = 60  # a filter waits this long for the next key


class ReviewPage(QWidget):
    """The tracks, what is decided of them, and what to do with all of it.

    Signals:
        folder_wanted: a folder is to be added.
        write_wanted: the TrackLines to be written.
        term_wanted: what is to be searched for beside what is: "tag:mellow".
        said: a sentence.
    """

    folder_wanted = Signal()
    write_wanted = Signal(object)
    term_wanted = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        session: LibrarySession,
        classify_service: ClassifyService,
        decisions: DecisionService,
        figures: ReviewFigures,
        theme: Theme,
        taxonomy: Taxonomy,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._classify_service = classify_service
        self._figures = figures
        self._taxonomy = taxonomy
        self._theme = theme
        self._text = ""
        self._remarks: tuple[Reason, ...] = ()  # on what of the text was not understood
        self._only: frozenset[int] | None = None  # ids; None where all tracks may be shown
        self._useful: UsefulFirst | None = None
        self._has_no_folder = False  # as long as nobody knows
        self.decisions = decisions
        self.tracks = TrackTableModel(self)
        self.problems = ProblemTableModel(self)
        self.pending_updates = PendingUpdates(self.tracks)
        self.candidates = Candidates(self)
        self.sidebar = Sidebar(theme, taxonomy, self)
        own_genres = OwnGenres(self.tracks.tracks, taxonomy)
        self.table = TrackView(self.tracks, theme, taxonomy, own_genres, self)
        self.keys = ReviewKeys(self.table)
        self.deciding = Deciding(self.table, decisions, self.candidates)
        self.menu = RowMenu(self.table, self.deciding, self.candidates)
        self.many = ManyButton(self.table, decisions)
        self.confidence_counts = ConfidenceCounts(self.tracks)
        self.bulk = BulkBar(self.confidence_counts, self.many, self)
        self.problem_table = ColumnView(self.problems, self.tr("Problems"), self, sorts=True)
        self.filter_notice = FilterNotice(self)
        self.empty = EmptyPage(theme, taxonomy, self)
        self.empty.folder_wanted.connect(self.folder_wanted)
        self._typing = single_shot(self, TYPING_MS, self._filter)
        self._lay_out()
        self._connect()
        self._connect_deciding()
        self._show_chosen()

    def add_panel(self, content: QWidget) -> None:
        """Put a panel to the right of the table."""
        self.splitter.addWidget(panel(content))
        self.splitter.setSizes([196, 680, 340])

    @property
    def parts(self) -> Sequence[QWidget]:
        """Return what the page is made of, as one reads it."""
        places = range(self.splitter.count())
        panels = (part for i in places if (part := self.splitter.widget(i)) is not None)
        return (*panels, self.many, self.bulk)

    def note_candidates(self, track_id: int, candidates: Sequence[Candidate]) -> None:
        """Take note of a track's best genres, which the keys 1 to 5 take."""
        self.candidates.note(track_id, candidates)

    def search(self, text: str) -> None:
        """Show the tracks that `text` asks for, once the typing pauses."""
        self._text = text
        self._typing.start()

    def filter_now(self, text: str) -> None:
        """Show the tracks that `text` asks for."""
        self._text = text
        self._typing.stop()
        self._filter()

    def show_only(self, track_ids: frozenset[int] | None) -> None:
        """Show only these tracks of what is chosen and searched for; None for all again."""
        self._only = track_ids
        if track_ids is not None:
            self.filter_notice.show_number(len(track_ids))
            self.sidebar.go_to(SidebarEntry(Queue.ALL))
        self._filter()
        self._show_chosen()

    def show_keys(self) -> None:
        """Show which keys there are."""
        KeySheet(self).exec()

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._start = PageGround(self.empty, self)
        for widget in (self.table, self.problem_table, self._start):
            self._stack.addWidget(widget)
        self.splitter = QSplitter(self)
        self.splitter.setHandleWidth(8)
        self.splitter.addWidget(panel(self.sidebar))
        middle = QWidget(self)
        middle.setMinimumWidth(LEAST_TABLE_WIDTH)
        column = fill(QVBoxLayout(middle), margins=(0, 0, 0, 0), spacing=0)
        fill(column, self.filter_notice, (self._stack, 1))
        self.splitter.addWidget(panel(middle))
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([220, 1000])
        self.splitter.setChildrenCollapsible(False)
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 0), spacing=0)
        fill(layout, (self.splitter, 1), self.bulk)

    def _connect(self) -> None:
        self._session.loaded.connect(self.tracks.prepare_sorts)
        self._session.loaded.connect(self.decisions.load)
        self._session.scanned.connect(lambda _: self.decisions.load())  # a folder may be back
        self._session.lines_came.connect(self.pending_updates.add_lines)
        self._session.contents_changed.connect(self._on_contents)
        self._session.folder_dropped.connect(self._on_folder_dropped)
        self._classify_service.suggestions_came.connect(self.pending_updates.add_suggestions)
        self._classify_service.suggestions_came.connect(lambda _: self._figures.read_figures_soon())
        self._classify_service.tags_came.connect(self.pending_updates.add_tags)
        self._classify_service.classified.connect(lambda _: self._order())
        self.pending_updates.taken_in.connect(self._on_taken_in)
        self.pending_updates.tags_taken_in.connect(self._on_tags)
        self.sidebar.chosen.connect(self._on_chosen)
        self.sidebar.removal_wanted.connect(self._session.remove_folder)
        self.filter_notice.ended.connect(lambda: self.show_only(None))

    def _connect_deciding(self) -> None:
        self.decisions.updated.connect(self.pending_updates.apply_decisions)
        self.decisions.came.connect(self.pending_updates.add_decisions)
        self.decisions.kept.connect(self._figures.read_figures_soon)
        self.decisions.failed.connect(self.said)
        self.deciding.said.connect(self.said)
        self._figures.order_came.connect(self._on_order)
        self._figures.figures_came.connect(self._on_figures)
        self.bulk.accept_wanted.connect(self._on_bulk_accept)
        self.table.delegate.genres_given.connect(self.deciding.give)
        self.keys.moved.connect(self.deciding.move)
        self.keys.accepted.connect(self.deciding.accept)
        self.keys.taken.connect(self.deciding.take)
        self.keys.edited.connect(self.menu.ask_genre)
        self.keys.skipped.connect(self.deciding.skip)
        self.keys.undone.connect(self.deciding.undo)
        self.keys.asked.connect(self.show_keys)
        self.menu.write_wanted.connect(self.write_wanted)
        self.bulk.write_wanted.connect(
            lambda: self.write_wanted.emit(self.tracks.tracks.to_write())
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.bulk.write_button.click)

    def _on_taken_in(self) -> None:
        self._update_counts()
        self._show_chosen()

    def _on_tags(self) -> None:
        """Search anew, now and then while tags come, where tags are searched for."""
        if not self._typing.isActive() and parse(self._text).asks_for_tags:
            self._typing.start()

    def _on_contents(self, contents: Contents) -> None:
        self._has_no_folder = not contents.folders
        self.sidebar.set_folders(contents.folders)
        self.problems.show_rows(contents.problems)
        self._on_taken_in()

    def _on_folder_dropped(self, folder_id: int) -> None:
        self.pending_updates.drop_folder(folder_id)
        self.tracks.drop_folder(folder_id)
        self._on_taken_in()

    def _on_chosen(self, entry: SidebarEntry) -> None:
        if entry.queue is Queue.TO_REVIEW:
            self._order()
        if entry.queue is not Queue.PROBLEMS:
            self._put_in_own_order()
            self._filter()
        self._show_chosen()

    def _on_order(self, useful: UsefulFirst) -> None:
        self._useful = useful
        self._put_in_own_order()

    def _on_figures(self, figures: PrecisionFigures) -> None:
        self.decisions.bundle = figures.bundle
        self.bulk.set_basis(figures.basis)

    def _on_bulk_accept(self, confidence: float) -> None:
        self.decisions.accept_all(self.tracks.tracks.shown(), confidence)

    def _order(self) -> None:
        """Have the order worked out in which reviewing is most useful, where that is shown."""
        if self.sidebar.entry.queue is Queue.TO_REVIEW:
            self._figures.order()

    def _put_in_own_order(self) -> None:
        is_review = self.sidebar.entry.queue is Queue.TO_REVIEW
        self.tracks.set_own_order(self._useful if is_review else None)

    def _filter(self) -> None:
        query = parse(self._text, self._taxonomy.canonical)
        self.table.filter(replace(self.sidebar.entry.filter(query), ids=self._only))
        if query.remarks != self._remarks:
            self._remarks = query.remarks
            self.said.emit(remarks_text(query.remarks))  # nothing, once all is understood again

    def _show_chosen(self) -> None:
        if self.sidebar.entry.queue is Queue.PROBLEMS:
            self._show(self.problem_table)
        elif len(self.tracks.tracks):
            self._show(self.table)
        else:
            self._show(self._start)
        shows_tracks = self._stack.currentWidget() is self.table
        is_first = self._stack.currentWidget() is self._start and self._has_no_folder
        for place in range(self.splitter.count()):  # on a first start all but one page is empty
            part = self.splitter.widget(place)
            if part is not None and not part.isAncestorOf(self._stack):
                part.setHidden(is_first)
        if is_first and self.sidebar.hasFocus():
            self.empty.button.setFocus()
        self.bulk.setVisible(shows_tracks)
        self.filter_notice.setVisible(shows_tracks and self._only is not None)

    def _show(self, widget: QWidget) -> None:
        """Show one of the stacked widgets, with the keyboard on it when the tracks first come."""
        came = self._stack.currentWidget() is self._start and widget is self.table
        self._stack.setCurrentWidget(widget)
        if came:
            widget.setFocus()

    def _update_counts(self) -> None:
        tracks = self.tracks.tracks
        self.sidebar.set_count(SidebarEntry(Queue.ALL), len(tracks))
        self.sidebar.set_count(SidebarEntry(Queue.MISSING), tracks.missing_count)
        self.sidebar.set_count(SidebarEntry(Queue.PROBLEMS), self.problems.rowCount())
        for queue, review in REVIEWS.items():
            self.sidebar.set_count(SidebarEntry(queue), tracks.count_in(review))
        for folder_id, number in tracks.count_by_folder.items():
            self.sidebar.set_count(SidebarEntry(Queue.FOLDER, folder_id), number)
        self.sidebar.set_genres(tracks.count_by_genre)
        self.bulk.show_to_write(tracks.count_in(ReviewQueue.ACCEPTED))
