"""The sidebar: folders, saved filters, queues and genres, with how many tracks each would show."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.track import Folder
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import WAITING, count
from musicreclass.gui.review.filtering.folder_tree import FolderTree
from musicreclass.gui.review.sidebar_entries import (
    ARROW,
    CHOSEN_ROLE,
    COUNT_ROLE,
    DEPTH_ROLE,
    ENTRY_ROLE,
    FOLD_ROLE,
    INDENT,
    Queue,
    SidebarDelegate,
    SidebarEntry,
)
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.widgets.drawing import dot

LEAST_WIDTH = 104  # pixels: an entry must be known by its first letters
_CHOICE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Sidebar(QListWidget):
    """What can be chosen; a click, Enter or Space chooses it beside what is chosen already.

    Signals:
        chosen: the SidebarEntry that was clicked.
        removal_wanted: the id of a folder of the library.
        watching_wanted: the id of a folder, and whether changes in it are to appear by themselves.
        rename_wanted, forget_wanted: the name of a saved filter.
    """

    chosen = Signal(object)
    removal_wanted = Signal(int)
    rename_wanted = Signal(str)
    forget_wanted = Signal(str)
    watching_wanted = Signal(int, bool)

    def __init__(
        self,
        theme: Theme,
        taxonomy: Taxonomy,
        folders: FolderTree | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self.setAccessibleName(self.tr("Folders and queues"))
        self.setMinimumWidth(LEAST_WIDTH)
        self.setItemDelegate(SidebarDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)  # several are chosen at once
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self._items: dict[SidebarEntry, QListWidgetItem] = {}
        self._counts: dict[SidebarEntry, int | None] = {}
        self._by_folder: Mapping[FolderPart, int] = {}
        self.folders = folders or FolderTree()
        self._saved: tuple[str, ...] = ()
        self._genres: dict[str, int] = {}
        self._shows_genres = True
        self._is_chosen: Callable[[SidebarEntry], bool] = lambda entry: entry.queue is Queue.ALL
        self._rebuild()
        theme.changed.connect(self.viewport().update)

    def set_folders(self, folders: Iterable[Folder]) -> None:
        """Show these folders of the library."""
        self.folders.set_folders(folders)
        self._rebuild()

    def set_parts(self, parts: Collection[FolderPart]) -> None:
        """Show the folders below those of the library."""
        if self.folders.set_parts(parts):
            self._rebuild()

    def set_saved(self, names: Sequence[str]) -> None:
        """Show these saved filters."""
        self._saved = tuple(names)
        self._rebuild()

    def set_genres(self, counts: Mapping[str, int]) -> None:
        """Show these genres, the most frequent first as they come and go."""
        known = self._genres.keys()
        # What is chosen stays, for somebody may be about to empty it.
        self._genres = {
            genre: number
            for genre, number in counts.items()
            if number > 0 or self._is_chosen(SidebarEntry(Queue.GENRE, genre=genre))
        }
        if self._genres.keys() != known:
            self._rebuild()

    def set_counts(
        self, counts: Mapping[SidebarEntry, int | None], by_folder: Mapping[FolderPart, int]
    ) -> None:
        """Say how many tracks each entry would show; None while that is still being read."""
        self._counts, self._by_folder = dict(counts), by_folder
        for entry, item in self._items.items():
            self._show_count(entry, item)

    def show_chosen(self, is_chosen: Callable[[SidebarEntry], bool]) -> None:
        """Mark what is chosen."""
        self._is_chosen = is_chosen
        for entry, item in self._items.items():
            if item.data(CHOSEN_ROLE) != is_chosen(entry):
                item.setData(CHOSEN_ROLE, is_chosen(entry))
                self._show_count(entry, item)

    def name_of(self, queue: Queue) -> str:
        """Return what a queue is called."""
        return next((name for one, name, _ in self._queues() if one is queue), "")

    def go_to(self, entry: SidebarEntry) -> None:
        """Choose an entry, as a click does."""
        self.setCurrentItem(self._items[entry])
        self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        entry = item.data(ENTRY_ROLE) if item is not None else None
        is_open = item.data(FOLD_ROLE) if item is not None else None
        if isinstance(entry, SidebarEntry) and event.key() == Qt.Key.Key_Delete:
            self._remove(entry)
        elif is_open is not None and event.key() == (
            Qt.Key.Key_Left if is_open else Qt.Key.Key_Right
        ):
            self._fold(item)
        elif event.key() in _CHOICE_KEYS and item is not None:
            self._take(item)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is None or event.button() != Qt.MouseButton.LeftButton:
            return
        depth, area = item.data(DEPTH_ROLE), self.visualItemRect(item)
        margin = SidebarDelegate.MARGIN + (depth or 0) * INDENT + ARROW
        is_on_arrow = depth is not None and event.position().x() < area.left() + margin
        is_fold = item.data(FOLD_ROLE) is not None
        if is_fold and is_on_arrow:
            self._fold(item)
        else:
            self._take(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take a second click for what a first one is, or a folder would be chosen no longer."""
        event.accept()

    def _take(self, item: QListWidgetItem) -> None:
        """Choose an entry, or fold what is below a heading."""
        entry = item.data(ENTRY_ROLE)
        if isinstance(entry, SidebarEntry):
            self.chosen.emit(entry)
        elif item.data(FOLD_ROLE) is not None:
            self._fold(item)

    def _fold(self, item: QListWidgetItem) -> None:
        """Show what is below a heading or folder, or fold it away."""
        entry, is_open = item.data(ENTRY_ROLE), bool(item.data(FOLD_ROLE))
        if isinstance(entry, SidebarEntry) and entry.folder_id is not None:
            path = self.folders.path_of((entry.folder_id, entry.below))
            self.folders.fold(path, is_open=not is_open)
        else:
            self._shows_genres = not is_open
        self._rebuild()

    def _rebuild(self) -> None:
        current = self.currentItem()
        held = current.data(ENTRY_ROLE) if current is not None else None
        was_on_fold = current is not None and held is None
        above = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        self._add_heading(self.tr("Library"))
        self._add(SidebarEntry(Queue.ALL), self.tr("All tracks"))
        self._add_folders()
        if self._saved:
            self._add_heading(self.tr("Saved filters"))
            for name in self._saved:
                self._add(SidebarEntry(Queue.SAVED, name=name), name)
        self._add_heading(self.tr("Queues"))
        for queue, name, meaning in self._queues():
            self._add(SidebarEntry(queue), name).setToolTip(meaning)
        fold = self._add_genres()
        self.blockSignals(False)
        there = self._items.get(held) if isinstance(held, SidebarEntry) else None
        if was_on_fold and fold is not None:
            there = fold
        self.setCurrentItem(there or self._items[SidebarEntry(Queue.ALL)])
        self.verticalScrollBar().setValue(above)

    def _add_folders(self) -> None:
        for node in self.folders.visible():
            if node.left_out:
                more = self.tr("… {number} more, which a search finds")
                item = self._add_heading(more.format(number=count(node.left_out)))
                item.setData(DEPTH_ROLE, node.depth)
                continue
            folder_id, below = node.part
            item = self._add(SidebarEntry(Queue.FOLDER, folder_id, below=below), node.name)
            item.setToolTip(node.path)
            item.setData(DEPTH_ROLE, node.depth)
            item.setData(FOLD_ROLE, node.is_open)
            self._show_count(item.data(ENTRY_ROLE), item)

    def _show_count(self, entry: SidebarEntry, item: QListWidgetItem) -> None:
        number = self._number_of(entry)
        if item.data(COUNT_ROLE) != number:
            item.setData(COUNT_ROLE, number)
        words = [item.text(), WAITING if number is None else count(number)]
        if entry.queue is Queue.SAVED:
            words.pop()
        if item.data(CHOSEN_ROLE):
            words.append(self.tr("chosen"))
        if (is_open := item.data(FOLD_ROLE)) is not None:
            words.append(self.tr("unfolded") if is_open else self.tr("folded away"))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(words))

    def _number_of(self, entry: SidebarEntry) -> int | None:
        if entry.folder_id is not None:
            return self._by_folder.get((entry.folder_id, entry.below), 0)
        return self._counts.get(entry, 0)

    def _remove(self, entry: SidebarEntry) -> None:
        """Take a folder of the library out of it, or a saved filter off the list."""
        if entry.folder_id is not None and not entry.below:
            self.removal_wanted.emit(entry.folder_id)
        elif entry.queue is Queue.SAVED:
            self.forget_wanted.emit(entry.name)

    def _add_genres(self) -> QListWidgetItem | None:
        """Show the genres below a heading that folds them away."""
        if not self._genres:
            return None
        heading = self._add_heading(self.tr("Genres"))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        heading.setData(FOLD_ROLE, self._shows_genres)
        state = self.tr("shown") if self._shows_genres else self.tr("folded away")
        heading.setData(Qt.ItemDataRole.AccessibleTextRole, f"{heading.text()}, {state}")
        if self._shows_genres:
            for genre in sorted(self._genres, key=lambda name: (-self._genres[name], name)):
                item = self._add(
                    SidebarEntry(Queue.GENRE, genre=genre), self._taxonomy.name(genre, spoken())
                )
                item.setIcon(dot(self._taxonomy.colour(genre)))
        return heading

    def _queues(self) -> Iterator[tuple[Queue, str, str]]:
        """Yield the queues with their names and what is in them."""
        yield (
            Queue.TO_REVIEW,
            self.tr("To review"),
            self.tr("Tracks with a suggestion that nobody has decided on yet."),
        )
        yield (
            Queue.CONFIDENT,
            self.tr("Confident"),
            self.tr("The genre is sure enough to be accepted in bulk."),
        )
        yield (
            Queue.NOT_SURE,
            self.tr("Not sure"),
            self.tr("No genre stands out; have a look at the candidates."),
        )
        yield (
            Queue.DISAGREE,
            self.tr("Classifiers differ"),
            self.tr("The classifiers are sure of different genres."),
        )
        yield (
            Queue.NOVEL,
            self.tr("Unfamiliar"),
            self.tr("Music of a kind that no classifier was trained on."),
        )
        yield (
            Queue.ACCEPTED,
            self.tr("Accepted"),
            self.tr("Tracks with a genre that you accepted or chose."),
        )
        yield Queue.SKIPPED, self.tr("Skipped"), self.tr("Tracks that you want left as they are.")
        yield Queue.WRITTEN, self.tr("Written"), self.tr("The genre that you chose is in the file.")
        yield Queue.MISSING, self.tr("Missing"), self.tr("The files are not where they were.")
        yield Queue.PROBLEMS, self.tr("Problems"), self.tr("Files that could not be read, and why.")

    def _add_heading(self, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    def _add(self, entry: SidebarEntry, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setData(ENTRY_ROLE, entry)
        item.setData(CHOSEN_ROLE, self._is_chosen(entry))
        self._items[entry] = item
        self._show_count(entry, item)
        return item

    def _add_watching(self, menu: QMenu, folder_id: int) -> None:
        watched = {folder.id for folder in self.folders.folders if folder.is_watched}
        watch = menu.addAction(self.tr("Show changes by themselves"))
        watch.setCheckable(True)
        watch.setChecked(folder_id in watched)
        watch.toggled.connect(partial(self.watching_wanted.emit, folder_id))

    def _on_menu_wanted(self, at: QPoint) -> None:
        item = self.itemAt(at)
        entry = item.data(ENTRY_ROLE) if item is not None else None
        if entry is None:
            return
        menu = QMenu(self)
        if entry.queue is Queue.SAVED:
            menu.addAction(self.tr("Rename…"), lambda: self.rename_wanted.emit(entry.name))
            menu.addAction(self.tr("Remove"), lambda: self._remove(entry))
        elif entry.folder_id is not None:
            part = (entry.folder_id, entry.below)
            folder = Path(self.folders.path_of(part))
            menu.addAction(self.tr("Open folder"), lambda: open_folder(folder, self))
            if not entry.below:
                self._add_watching(menu, entry.folder_id)
                menu.addAction(self.tr("Remove from library"), lambda: self._remove(entry))
        else:
            return
        menu.exec(self.viewport().mapToGlobal(at))
