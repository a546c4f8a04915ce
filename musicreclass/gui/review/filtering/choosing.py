"""What is chosen in Review: one state that sidebar, chips, search and memory share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from musicreclass.core.review.choice import Choice
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.review.facets import Filter
from musicreclass.core.review.query import Query, parse
from musicreclass.gui.review.filtering.folder_tree import FolderTree
from musicreclass.gui.review.sidebar_entries import REVIEWS, Queue, SidebarEntry

KEPT_QUEUES = {queue.name.lower(): queue for queue in (*REVIEWS, Queue.MISSING, Queue.PROBLEMS)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Conditions that all hold."""

    queue: Queue = Queue.ALL
    folder: FolderPart | None = None
    genre: str = ""
    terms: tuple[str, ...] = ()  # of the language of searches, each a chip
    text: str = ""  # in the search box
    only: frozenset[int] | None = None  # ids of tracks

    def holds(self, entry: SidebarEntry) -> bool:
        """Say whether an entry of the sidebar is among what is chosen."""
        if entry.queue is Queue.FOLDER:
            return self.folder == (entry.folder_id, entry.below)
        if entry.queue is Queue.GENRE:
            return self.genre == entry.genre
        if entry.queue is Queue.ALL:
            return self.queue is Queue.ALL and self.folder is None and not self.genre
        return self.queue is entry.queue

    @property
    def is_everything(self) -> bool:
        return self == Chosen()


class Choosing(QObject):
    """Signals: `changed` whenever something else is chosen, with what was chosen before."""

    changed = Signal(object)

    def __init__(
        self, folders: FolderTree, canonical: Callable[[str], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.now = Chosen()
        self._folders = folders
        self._canonical = canonical
        self._awaited = ""  # path of a folder that was chosen and is not known yet

    def change(self, **changes: Any) -> None:
        """Choose something else, and leave all else that is chosen as it is."""
        self.set(replace(self.now, **changes))

    def set(self, chosen: Chosen) -> None:
        """Choose just this."""
        before, self.now = self.now, chosen
        if chosen.folder is not None:
            self._awaited = ""
        if chosen != before:
            self.changed.emit(before)

    def choose(self, entry: SidebarEntry) -> None:
        """Choose an entry of the sidebar beside all else, or no longer where it is chosen."""
        now, is_chosen = self.now, self.now.holds(entry)
        queue = Queue.ALL if now.queue is Queue.PROBLEMS else now.queue
        if entry.queue is Queue.FOLDER and entry.folder_id is not None:
            part = None if is_chosen else (entry.folder_id, entry.below)
            self.change(queue=queue, folder=part)
        elif entry.queue is Queue.GENRE:
            self.change(queue=queue, genre="" if is_chosen else entry.genre)
        elif entry.queue is Queue.ALL:
            self.change(queue=Queue.ALL, folder=None, genre="")
        else:
            self.change(queue=Queue.ALL if is_chosen else entry.queue)

    def clear(self) -> None:
        """Show all tracks again."""
        self.set(Chosen())

    def add_term(self, term: str) -> None:
        """Ask for more; another limit of the same kind takes the turn of the one before."""
        field = term.partition(":")[0]
        terms = [one for one in self.now.terms if one.partition(":")[0] != field or field == "tag"]
        self.change(terms=(*terms, *((term,) if term not in terms else ())))

    def drop_term(self, term: str) -> None:
        self.change(terms=tuple(one for one in self.now.terms if one != term))

    def filter(self) -> Filter:
        """Return what lets those tracks through that are chosen."""
        now = self.now
        folder_id, below = now.folder if now.folder is not None else (None, "")
        return Filter(
            self.query(),
            folder_id,
            only_missing=now.queue is Queue.MISSING,
            queue=REVIEWS.get(now.queue),
            genre=now.genre,
            ids=now.only,
            below=below,
        )

    def query(self) -> Query:
        """Return what is searched for, by chips and in the box."""
        return parse(" ".join((*self.now.terms, self.now.text)), self._canonical)

    def kept(self) -> Choice:
        """Return what is chosen as it is kept; tracks picked by hand are not."""
        now = self.now
        queue = next((name for name, queue in KEPT_QUEUES.items() if queue is now.queue), "")
        folder = self._folders.path_of(now.folder) if now.folder is not None else self._awaited
        return Choice(queue, folder, now.genre, now.terms, now.text)

    def restore(self, kept: Choice) -> None:
        """Choose what was kept; a folder as soon as it is known."""
        part = self._folders.part_at(kept.folder) if kept.folder else None
        queue = KEPT_QUEUES.get(kept.queue, Queue.ALL)
        self.set(Chosen(queue, part, kept.genre, kept.terms, kept.text))
        self._awaited = kept.folder if part is None else ""

    def note_folders(self) -> None:
        """Choose the folder that was waited for; no longer one that is gone."""
        folder = self.now.folder
        if self._awaited and (part := self._folders.part_at(self._awaited)) is not None:
            self.change(folder=part)
        elif folder is not None and not self._folders.path_of(folder):
            self.change(folder=None)
