"""Keeps sidebar, chips, table and bottom bar in step with what is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import tracks
from musicreclass.gui.review.bulk_bar import BulkBar
from musicreclass.gui.review.filtering.choosing import Choosing, Chosen
from musicreclass.gui.review.filtering.condition_bar import Chip, ConditionBar
from musicreclass.gui.review.filtering.filter_menu import FilterMenu, term_words
from musicreclass.gui.review.filtering.saved_filters import SavedFilters
from musicreclass.gui.review.search_box import remarks_text
from musicreclass.gui.review.sidebar import Sidebar
from musicreclass.gui.review.sidebar_entries import REVIEWS, Queue, SidebarEntry
from musicreclass.gui.tracks.track_view import TrackView


class Filtering(QObject):
    """Shows what is chosen, wherever it was chosen.

    Signals:
        chosen: what was chosen before something else was, after the table shows that.
        text_wanted: what the search box is to say.
        understood: whether all that is searched for makes sense.
    """

    chosen = Signal(object)
    text_wanted = Signal(str)
    understood = Signal(bool)

    def __init__(
        self, table: TrackView, sidebar: Sidebar, bulk: BulkBar, taxonomy: Taxonomy
    ) -> None:
        super().__init__(table)
        self._table = table
        self._sidebar = sidebar
        self._bulk = bulk
        self._taxonomy = taxonomy
        self._problems = 0
        self._known_tracks = -1
        self.choosing = Choosing(sidebar.folders, taxonomy.canonical, self)
        self.menu = FilterMenu(table.tracks.tracks, table)
        self.bar = ConditionBar(self.menu, table.parentWidget())
        self.saved = SavedFilters(self.choosing, sidebar, table)
        self._connect()
        self.show_counts()

    def refilter(self) -> None:
        """Show anew what is chosen, for something about the tracks may be known now."""
        chosen = self.choosing.filter()
        self._table.filter(chosen)
        self.bar.show_remark(remarks_text(chosen.query.remarks))
        self.understood.emit(not chosen.query.remarks)
        self.show_counts()

    def show_problems(self, number: int) -> None:
        """Say of how many files there are problems."""
        self._problems = number

    def show_counts(self) -> None:
        """Count what each choice would show, and say what is chosen."""
        every = self._table.tracks.tracks
        if self._known_tracks != len(every):
            self._known_tracks = len(every)
            self._sidebar.set_parts(every.folder_parts())
        self._sidebar.set_genres(every.count_by_genre)
        found = every.counts()
        is_reading = self._table.tracks.is_reading
        counts: dict[SidebarEntry, int | None] = {
            SidebarEntry(queue): None if is_reading else found.by_queue.get(review, 0)
            for queue, review in REVIEWS.items()
        }
        counts[SidebarEntry(Queue.ALL)] = found.every
        counts[SidebarEntry(Queue.MISSING)] = found.missing
        counts[SidebarEntry(Queue.PROBLEMS)] = self._problems
        for genre, number in found.by_genre.items():
            counts[SidebarEntry(Queue.GENRE, genre=genre)] = number
        self._sidebar.set_counts(counts, found.by_folder)
        self._bulk.show_to_write(found.by_queue.get(ReviewQueue.ACCEPTED, 0))
        if self.choosing.now.queue is Queue.PROBLEMS:
            self.bar.show_problems(self._problems)
        else:
            self.bar.show_number(every.shown_tracks, len(every))
        self._table.show_nothing_found(
            self.choosing.now.text, can_clear=not self.choosing.now.is_everything
        )

    def chips(self) -> list[Chip]:
        """Return the conditions that hold, each with what takes it away."""
        now, change = self.choosing.now, self.choosing.change
        found: list[Chip] = []
        if now.only is not None:
            text = self.tr("Chosen in Insights: {tracks}").format(tracks=tracks(len(now.only)))
            found.append(Chip(text, lambda: change(only=None)))
        if now.folder is not None:
            text = self.tr("Folder: {name}").format(name=self._sidebar.folders.name_of(now.folder))
            path = self._sidebar.folders.path_of(now.folder)
            found.append(Chip(text, lambda: change(folder=None), path))
        if now.queue is not Queue.ALL:
            name = self._sidebar.name_of(now.queue)
            found.append(Chip(name, lambda: change(queue=Queue.ALL)))
        if now.genre:
            text = self.tr("Genre: {name}").format(name=genre_name(self._taxonomy, now.genre))
            found.append(Chip(text, lambda: change(genre="")))
        for term in now.terms:
            found.append(Chip(term_words(term), partial(self.choosing.drop_term, term)))
        if now.text.strip():
            text = self.tr("Search: {text}").format(text=now.text.strip())
            found.append(Chip(text, lambda: change(text="")))
        return found

    def _connect(self) -> None:
        self.choosing.changed.connect(self._on_changed)
        self._sidebar.chosen.connect(self._on_entry)
        self.menu.term_wanted.connect(self.choosing.add_term)
        self.menu.missing_wanted.connect(lambda: self.choosing.change(queue=Queue.MISSING))
        self.bar.cleared.connect(self.choosing.clear)
        self.bar.save_wanted.connect(self._ask_name)
        self.bar.group_wanted.connect(self.group)
        self.bar.fold_wanted.connect(lambda is_closed: self._table.fold_all(is_closed=is_closed))
        self._table.clear_wanted.connect(self.choosing.clear)

    def group(self, by: GroupBy) -> None:
        """Show tracks below rows of their groups."""
        self._table.tracks.group(by)
        self.bar.show_grouping(by)

    def _ask_name(self) -> None:
        self.saved.ask_name(" · ".join(chip.text for chip in self.chips()))

    def _on_entry(self, entry: SidebarEntry) -> None:
        if entry.queue is not Queue.SAVED:
            self.choosing.choose(entry)

    def _on_changed(self, before: Chosen) -> None:
        now = self.choosing.now
        self._sidebar.show_chosen(now.holds)
        chips = self.chips()
        self.bar.show_chips(chips)
        self.refilter()
        self._say_scope()
        if now.text != before.text:
            self.text_wanted.emit(now.text)
        self.chosen.emit(before)

    def _say_scope(self) -> None:
        """Say which tracks the bottom bar is about."""
        now = self.choosing.now
        queue = "" if now.queue is Queue.ALL else self._sidebar.name_of(now.queue)
        others = [chip.text for chip in self.chips() if chip.text != queue]
        self._bulk.show_scope(others, queue)
