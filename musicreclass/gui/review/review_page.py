"""The Review page: puts sidebar, tables and the bar together and keeps them in step."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.genre import Taxonomy
from musicreclass.gui.review.bulk_bar import BulkBar
from musicreclass.gui.review.deciding import Deciding
from musicreclass.gui.review.filtering.choosing import Chosen
from musicreclass.gui.review.filtering.filtering import Filtering
from musicreclass.gui.review.filtering.folder_tree import FolderTree
from musicreclass.gui.review.group_deciding import GroupDeciding
from musicreclass.gui.review.key_bindings import KeyBindings
from musicreclass.gui.review.notices import EmptyPage
from musicreclass.gui.review.problem_table import ProblemTableModel
from musicreclass.gui.review.review_keys import KeySheet, ReviewKeys
from musicreclass.gui.review.row_menu import ManyButton, RowMenu
from musicreclass.gui.review.sidebar import Sidebar
from musicreclass.gui.review.sidebar_entries import Queue
from musicreclass.gui.services.candidates import Candidates, OwnGenres
from musicreclass.gui.services.classifying.classify_jobs import PrecisionFigures
from musicreclass.gui.services.classifying.classify_service import ClassifyService
from musicreclass.gui.services.confidence_counts import ConfidenceCounts
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.services.pending_updates import PendingUpdates
from musicreclass.gui.services.review_figures import ReviewFigures, UsefulFirst
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.tracks.track_view import TrackView
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.panels import PageGround, Panel, fill, panel
from musicreclass.gui.workers import in_turns, single_shot
from musicreclass.settings import KeySettings

if TYPE_CHECKING:
    from musicreclass.pipeline.review.library_contents import Contents

LEAST_TABLE_WIDTH = 210  # pixels; with the panels beside it, half of 1280 by 720
TYPING_MS = 60  # a filter waits this long for the next key
COUNT_MS = 250  # while more comes by itself, it is counted so often: nobody reads it faster
SPARE = 10  # counting takes at most one part of so many of the time


class ReviewPage(QWidget):
    """The tracks, what is decided of them, and what to do with all of it.

    Signals:
        folder_wanted: a folder is to be added.
        write_wanted: the TrackLines to be written.
        organize_wanted: the TrackLines whose files are to be sorted; none: those that are shown.
        table_wanted, playlists_wanted: the TrackLines to be exported.
        term_wanted: what is to be searched for beside what is: "tag:mellow".
        log_wanted: the list of what was decided.
        text_wanted: what the search box is to say.
        said: a sentence.
        told: a sentence on what was decided, which is over with the next decision.
        texts_came: all texts that can be sorted by, after a library was read.
    """

    folder_wanted = Signal()
    write_wanted = Signal(object)
    organize_wanted = Signal(object)
    table_wanted = Signal(object)
    playlists_wanted = Signal(object)
    term_wanted = Signal(str)
    log_wanted = Signal()
    text_wanted = Signal(str)
    said = Signal(str)
    told = Signal(str)
    texts_came = Signal(object)

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
        self._text = ""  # in the search box
        self._awaits_suggestions = False
        self._seen_changes = -1
        self._is_to_prepare = False  # sorting, once all that was read has been taken in
        self._useful: UsefulFirst | None = None
        self._has_no_folder = False  # as long as nobody knows
        self.decisions = decisions
        self.tracks = TrackTableModel(self)
        self.problems = ProblemTableModel(self)
        self.pending_updates = PendingUpdates(self.tracks)
        self.candidates = Candidates(self)
        self.splitter = QSplitter(self)
        left, middle = Panel(self.splitter), Panel(self.splitter)
        self._stack = QStackedWidget(middle)
        self.sidebar = Sidebar(theme, taxonomy, FolderTree(), left)
        own_genres = OwnGenres(self.tracks.tracks, taxonomy)
        self.table = TrackView(self.tracks, theme, taxonomy, own_genres, self._stack)
        self.keys = ReviewKeys(self.table, KeyBindings(KeySettings(), self))
        self.deciding = Deciding(self.table, decisions, self.candidates)
        self.group_deciding = GroupDeciding(self.table, decisions)
        self.menu = RowMenu(self.table, self.deciding, self.candidates, self.keys.bindings)
        self.many = ManyButton(self.table, decisions)
        self.confidence_counts = ConfidenceCounts(self.tracks)
        self.bulk = BulkBar(self.confidence_counts, self.many, self)
        self.problem_table = ColumnView(
            self.problems, self.tr("Problems"), self._stack, selects_many=True, sorts=True
        )
        self.filtering = Filtering(self.table, self.sidebar, self.bulk, taxonomy)
        self.choosing = self.filtering.choosing
        self._start = PageGround(parent=self._stack)
        self.empty = EmptyPage(theme, taxonomy, self._start.viewport())
        self.empty.folder_wanted.connect(self.folder_wanted)
        self._retagging = single_shot(self, TYPING_MS, self.filtering.refilter)
        self._typing = single_shot(self, TYPING_MS, self._search)
        self._counting = single_shot(self, COUNT_MS, self._show_counts)
        self._lay_out(left, middle)
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
        indices = range(self.splitter.count())
        first, *panels = (part for i in indices if (part := self.splitter.widget(i)) is not None)
        return (first, self.filtering.bar, *panels, self.many, self.bulk)

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
        self._search()
        self.filtering.refilter()

    def show_only(self, track_ids: frozenset[int] | None) -> None:
        """Show only these tracks, whatever was chosen before; None for all again."""
        if track_ids is None:
            self.choosing.change(only=None)
        else:
            self._on_text("")  # also what was typed a moment ago
            self.choosing.set(Chosen(only=track_ids))

    def show_genres_anew(self) -> None:
        """Draw, count and search anew: genres have other names or families now."""
        self.sidebar.set_genres({})
        self.filtering.refilter()
        self.table.viewport().update()

    def drop_tracks(self, track_ids: Collection[int]) -> None:
        """Show tracks no longer that belong to no folder any more; others stay where they are."""
        self.tracks.drop_tracks(track_ids)
        self._on_taken_in()

    def show_keys(self) -> None:
        """Show which keys there are."""
        KeySheet(self.keys.bindings, self).exec()

    def _lay_out(self, left: Panel, middle: Panel) -> None:
        self._start.hold(self.empty)
        for widget in (self.table, self.problem_table, self._start):
            self._stack.addWidget(widget)
        self.splitter.setHandleWidth(8)
        self._stack.setMinimumWidth(LEAST_TABLE_WIDTH)
        fill(left.box, self.sidebar)
        fill(middle.box, self.filtering.bar, (self._stack, 1), spacing=0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([220, 1000])
        self.splitter.setChildrenCollapsible(False)
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 0), spacing=0)
        fill(layout, (self.splitter, 1), self.bulk)

    def _connect(self) -> None:
        self._session.loading.connect(lambda: self._set_reading(True))
        self._session.failed.connect(lambda _: self._set_reading(False))
        self._classify_service.suggested.connect(self._on_suggested)
        self._session.loaded.connect(self._on_loaded)
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
        self.filtering.chosen.connect(self._on_chosen)
        self.filtering.text_wanted.connect(self._on_text)
        self.sidebar.removal_wanted.connect(self._session.remove_folder)

    def _connect_deciding(self) -> None:
        self.decisions.updated.connect(self.pending_updates.apply_decisions)
        self.decisions.came.connect(self.pending_updates.add_decisions)
        self.decisions.kept.connect(self._figures.read_figures_soon)
        self.decisions.flushed.connect(self._end_reading)
        self.decisions.failed.connect(self.said)
        self.deciding.said.connect(self.told)
        self.group_deciding.said.connect(self.told)
        self._figures.order_came.connect(self._on_order)
        self._figures.figures_came.connect(self._on_figures)
        self.bulk.accept_wanted.connect(self._on_bulk_accept)
        self.table.delegate.genres_given.connect(self.deciding.give)
        self.keys.moved.connect(self.deciding.move)
        self.keys.accepted.connect(self.deciding.accept)
        self.keys.taken.connect(self.deciding.take)
        self.keys.edited.connect(self.menu.ask_genre)
        self.keys.skipped.connect(self.deciding.skip)
        self.keys.cleared.connect(self.deciding.clear)
        self.keys.undone.connect(self.deciding.undo)
        self.keys.redone.connect(self.deciding.redo)
        self.keys.asked.connect(self.show_keys)
        self.menu.write_wanted.connect(self.write_wanted)
        self.menu.log_wanted.connect(self.log_wanted)
        self.menu.organize_wanted.connect(self.organize_wanted)
        self.many.organize_wanted.connect(self.organize_wanted)
        self.many.table_wanted.connect(self.table_wanted)
        self.many.playlists_wanted.connect(self.playlists_wanted)
        self.bulk.write_wanted.connect(
            lambda: self.write_wanted.emit(self.tracks.tracks.to_write())
        )
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.bulk.write_button.click)

    def _set_reading(self, is_reading: bool) -> None:
        """Show that suggestions are still being read, or that those which are not there are not."""
        self._awaits_suggestions = is_reading
        self.tracks.set_reading(is_reading)
        self.filtering.show_counts()

    def _on_suggested(self) -> None:
        self._awaits_suggestions = False
        self._end_reading()

    def _end_reading(self) -> None:
        """Say what nobody analyzed, once all that is known has been taken in."""
        is_waiting = self._awaits_suggestions or self.pending_updates.is_waiting
        if self.tracks.is_reading and not is_waiting and self.decisions.is_flushed:
            self._set_reading(False)

    def _on_loaded(self) -> None:
        self._is_to_prepare = True
        self._prepare_sorts()

    def _prepare_sorts(self) -> None:
        """Get ready for sorting; before all is there, each track that comes would cost more."""
        if self._is_to_prepare and not self.pending_updates.is_waiting:
            self._is_to_prepare = False
            self.texts_came.emit(self.tracks.tracks.columns.sorted_texts())

    def _on_taken_in(self) -> None:
        self._end_reading()
        self._prepare_sorts()
        is_quick = self._counting.interval() == COUNT_MS
        if is_quick and not self.pending_updates.is_waiting:
            self._show_counts()
        elif not self._counting.isActive():
            self._counting.start()
        self._show_chosen()

    def _show_counts(self) -> None:
        self._counting.stop()
        began_at = time.thread_time()
        if self.tracks.tracks.changes != self._seen_changes:
            self._seen_changes = self.tracks.tracks.changes
            self.table.header.set_empty(self.tracks.empty_columns())
        self.filtering.show_counts()
        seconds = time.thread_time() - began_at
        self._counting.setInterval(max(COUNT_MS, round(SPARE * seconds * 1000)))

    def _on_tags(self) -> None:
        """Search anew, now and then while tags come, where tags are searched for."""
        if not self._retagging.isActive() and self.choosing.query().asks_for_tags:
            self._retagging.start()

    def _on_contents(self, contents: Contents) -> None:
        self._has_no_folder = not contents.folders
        self.sidebar.set_folders(contents.folders)
        self.problems.show_rows(contents.problems)
        self.filtering.show_problems(self.problems.rowCount())
        self.choosing.note_folders()
        self._on_taken_in()

    def _on_folder_dropped(self, folder_id: int) -> None:
        self.pending_updates.drop_folder(folder_id)
        self.tracks.drop_folder(folder_id)
        self._on_taken_in()

    def _on_chosen(self, before: Chosen) -> None:
        queue = self.choosing.now.queue
        if queue is not before.queue:
            if queue is Queue.TO_REVIEW:
                self._order()
            if queue is not Queue.PROBLEMS:
                self._put_in_own_order()
        self._show_chosen()

    def _on_text(self, text: str) -> None:
        """Take note of what is searched for, which may have been chosen elsewhere."""
        if text != self._text:
            self._text = text
            self._typing.stop()
        self.text_wanted.emit(text)

    def _search(self) -> None:
        self.choosing.change(text=self._text)

    def _on_order(self, useful: UsefulFirst) -> None:
        self._useful = useful
        self._put_in_own_order()

    def _on_figures(self, figures: PrecisionFigures) -> None:
        self.decisions.bundle = figures.bundle
        self.bulk.set_basis(figures.basis)

    def _on_bulk_accept(self, confidence: float) -> None:
        self.decisions.accept_all(self.tracks.tracks.to_accept(confidence), confidence)

    def _order(self) -> None:
        """Have the order worked out in which reviewing is most useful, where that is shown."""
        if self.choosing.now.queue is Queue.TO_REVIEW:
            self._figures.order()

    def _put_in_own_order(self) -> None:
        is_review = self.choosing.now.queue is Queue.TO_REVIEW
        self.tracks.set_own_order(self._useful if is_review else None)

    def _show_chosen(self) -> None:
        if self.choosing.now.queue is Queue.PROBLEMS:
            self._show(self.problem_table)
        elif len(self.tracks.tracks):
            self._show(self.table)
        else:
            self._show(self._start)
        shows_tracks = self._stack.currentWidget() is self.table
        is_first = self._stack.currentWidget() is self._start and self._has_no_folder
        for index in range(self.splitter.count()):  # on a first start all but one page is empty
            part = self.splitter.widget(index)
            if part is not None and not part.isAncestorOf(self._stack):
                part.setHidden(is_first)
        if is_first and self.sidebar.hasFocus():
            self.empty.button.setFocus()
        self.bulk.setVisible(shows_tracks)
        self.filtering.bar.setVisible(self._stack.currentWidget() is not self._start)

    def _show(self, widget: QWidget) -> None:
        """Show one of the stacked widgets, with the keyboard on it when the tracks first come."""
        came = self._stack.currentWidget() is self._start and widget is self.table
        self._stack.setCurrentWidget(widget)
        if came and self.isVisibleTo(self.window()):  # or another page has it
            in_turns(widget, widget.setFocus)  # with which the first track is shown
