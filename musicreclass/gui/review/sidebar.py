"""The sidebar: folders, queues and genres with their counts. One is chosen; it says which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.core.track import Folder
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count
from musicreclass.gui.review.sidebar_entries import (
    COUNT_ROLE,
    ENTRY_ROLE,
    FOLD_ROLE,
    Queue,
    SidebarDelegate,
    SidebarEntry,
)
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.drawing import dot

LEAST_WIDTH = 104  # pixels: an entry must be known by its first letters
_FOLD_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Sidebar(QListWidget):
    """Signals: `chosen` with the SidebarEntry to show, `removal_wanted` with the id of a folder."""

    chosen = Signal(object)
    removal_wanted = Signal(int)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self.setAccessibleName(self.tr("Folders and queues"))
        self.setMinimumWidth(LEAST_WIDTH)
        self.setItemDelegate(SidebarDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_wanted)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemClicked.connect(self._on_clicked)
        self._items: dict[SidebarEntry, QListWidgetItem] = {}
        self._folders: tuple[Folder, ...] = ()
        self._genres: dict[str, int] = {}
        self._shows_genres = True
        self._entry = SidebarEntry(Queue.ALL)
        self._rebuild()
        theme.changed.connect(self.viewport().update)

    def set_folders(self, folders: Iterable[Folder]) -> None:
        """Show these folders; what was chosen stays chosen where it is still there."""
        self._folders = tuple(folders)
        self._rebuild()

    def set_genres(self, counts: Mapping[str, int]) -> None:
        """Show these genres with their counts, the most frequent first as they come and go."""
        known = self._genres.keys()
        chosen = self._entry.genre  # stays, for somebody may be about to empty it
        self._genres = {g: number for g, number in counts.items() if number > 0 or g == chosen}
        if self._genres.keys() != known:
            self._rebuild()
        for genre, number in self._genres.items():
            self.set_count(SidebarEntry(Queue.GENRE, genre=genre), number)

    def set_count(self, entry: SidebarEntry, number: int) -> None:
        item = self._items.get(entry)
        if item is not None and item.data(COUNT_ROLE) != number:
            item.setData(COUNT_ROLE, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {count(number)}")

    def go_to(self, entry: SidebarEntry) -> None:
        """Choose what is shown."""
        self.setCurrentItem(self._items[entry])

    @property
    def entry(self) -> SidebarEntry:
        """Return what is chosen."""
        return self._entry

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Delete and self._entry.folder_id is not None:
            self.removal_wanted.emit(self._entry.folder_id)
        elif event.key() in _FOLD_KEYS and item is not None and _is_fold(item):
            self._fold()
        else:
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        counts = {entry: item.data(COUNT_ROLE) for entry, item in self._items.items()}
        was_on_fold = (item := self.currentItem()) is not None and _is_fold(item)
        above = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._items.clear()
        self._add_heading(self.tr("Library"))
        self._add(SidebarEntry(Queue.ALL), self.tr("All tracks"))
        for folder in self._folders:
            entry = SidebarEntry(Queue.FOLDER, folder.id)
            item = self._add(entry, readable(folder.path.name or "/"))
            item.setToolTip(readable(str(folder.path)))
        self._add_heading(self.tr("Queues"))
        for queue, name, meaning in self._queues():
            self._add(SidebarEntry(queue), name).setToolTip(meaning)
        fold = self._add_genres()
        for known, number in counts.items():
            self.set_count(known, number)
        self.blockSignals(False)
        chosen = self._items.get(self._entry, self._items[SidebarEntry(Queue.ALL)])
        self.setCurrentItem(fold if was_on_fold and fold is not None else chosen)
        self.verticalScrollBar().setValue(above)

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
                self.set_count(SidebarEntry(Queue.GENRE, genre=genre), self._genres[genre])
        return heading

    def _fold(self) -> None:
        """Show the genres, or fold them away."""
        self._shows_genres = not self._shows_genres
        self._rebuild()

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
            self.tr("Unlike anything known"),
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
        item.setData(COUNT_ROLE, 0)
        self._items[entry] = item
        return item

    def _on_clicked(self, item: QListWidgetItem) -> None:
        if _is_fold(item):
            QTimer.singleShot(0, self, self._fold)  # not while Qt is still at work on the item

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        entry = item.data(ENTRY_ROLE) if item is not None else None
        if isinstance(entry, SidebarEntry) and entry != self._entry:
            self._entry = entry
            self.chosen.emit(entry)

    def _on_menu_wanted(self, at: QPoint) -> None:
        item = self.itemAt(at)
        entry = item.data(ENTRY_ROLE) if item is not None else None
        if entry is None or entry.folder_id is None:
            return
        menu = QMenu(self)
        remove = menu.addAction(self.tr("Remove from library"))
        remove.triggered.connect(lambda: self.removal_wanted.emit(entry.folder_id))
        menu.exec(self.viewport().mapToGlobal(at))


def _is_fold(item: QListWidgetItem) -> bool:
    return item.data(FOLD_ROLE) is not None
