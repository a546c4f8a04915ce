"""The vocabulary as a tree: families of genres, how often each is named, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from musicreclass.core.genre import Genre, Taxonomy, key_of
from musicreclass.core.genres.genre_counts import GenreCount, GenreCounts, family_counts
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.drawing import DOT_SIZE, dot
from musicreclass.sentences.languages import LANGUAGES

ID_ROLE = int(Qt.ItemDataRole.UserRole)  # of a genre; None for what only stands in files
TEXT_ROLE = ID_ROLE + 1  # how a genre is spelled that no taxonomy knows
SPELLINGS_ROLE = ID_ROLE + 2
NAME, OTHER_NAMES, IN_FILES, DECIDED, SUGGESTED, STATE = range(6)
ROW_HEIGHT = 28
BETWEEN = " · "
WIDTHS = {IN_FILES: 92, DECIDED: 84, SUGGESTED: 108, STATE: 132}
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GenreTree(QTreeWidget):
    """Signals: `chosen` with the id of a genre, or "" where none is; `strange_chosen` with a text.

    What files call a genre and no taxonomy knows stands at the end.
    """

    chosen = Signal(str)
    strange_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: dict[str, QTreeWidgetItem] = {}
        self._strange: QTreeWidgetItem | None = None
        self._wanted = ""
        self.setAccessibleName(self.tr("Genres"))
        self.setColumnCount(len(range(6)))
        self.setHeaderLabels(
            [
                self.tr("Genre"),
                self.tr("Other names"),
                self.tr("In files"),
                self.tr("Decided"),
                self.tr("Suggested"),
                self.tr("Remarks"),
            ]
        )
        self.headerItem().setToolTip(IN_FILES, self.tr("Tracks whose file names this genre"))
        self.headerItem().setToolTip(DECIDED, self.tr("Tracks that you gave this genre"))
        self.headerItem().setToolTip(
            SUGGESTED, self.tr("Tracks that this genre is suggested for, and nothing decided")
        )
        for column in (IN_FILES, DECIDED, SUGGESTED):
            self.headerItem().setTextAlignment(column, RIGHT)
        self.setUniformRowHeights(True)
        self.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(OTHER_NAMES, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        self.currentItemChanged.connect(self._on_current)
        theme.changed.connect(self._recolour)

    def show_genres(
        self, taxonomy: Taxonomy, counts: GenreCounts, remarks: Mapping[str, str]
    ) -> None:
        """Show all genres anew; what is chosen and unfolded stays so.

        Args:
            remarks: by id, such as that a genre is hidden.
        """
        current, opened = self.current_id(), {i for i, it in self._items.items() if it.isExpanded()}
        above = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        self._items = {}
        of_families = family_counts(taxonomy, counts)
        for genre in taxonomy.genres:
            parent = self._items.get(genre.parent or "")
            item = QTreeWidgetItem(parent) if parent is not None else QTreeWidgetItem(self)
            self._items[genre.id] = item
            self._fill(item, genre, taxonomy, remarks.get(genre.id, ""))
            self._fill_counts(item, counts.of(genre.id), of_families[genre.id])
        self._add_strange(counts)
        for genre_id, item in self._items.items():
            item.setExpanded(genre_id in opened)
        self.setColumnHidden(STATE, not any(remarks.values()))
        self.blockSignals(False)
        self.filter(self._wanted)
        if current in self._items:
            self.go_to(current)
        self.verticalScrollBar().setValue(above)

    def filter(self, text: str) -> None:
        """Show the genres that a text begins to spell in any language, with all above them."""
        self._wanted = text
        key = key_of(text)
        for item in self._every():
            is_match = not key or any(key in spelled for spelled in item.data(NAME, SPELLINGS_ROLE))
            item.setHidden(not is_match)
        if not key:
            return
        for item in list(self._every()):
            parent = item.parent()
            while not item.isHidden() and parent is not None:
                parent.setHidden(False)
                parent.setExpanded(True)
                parent = parent.parent()

    def go_to(self, genre_id: str) -> None:
        """Choose a genre, and have it in sight."""
        item = self._items.get(genre_id)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def go_to_first(self) -> None:
        """Choose the first genre that the search lets through."""
        first = next((i for i, item in self._items.items() if not item.isHidden()), "")
        self.go_to(first)

    def ids(self) -> list[str]:
        """Return the ids of all genres, from top to bottom."""
        return list(self._items)

    def current_id(self) -> str:
        """Return the id of the genre that is chosen, "" where none is."""
        item = self.currentItem()
        return "" if item is None else (item.data(NAME, ID_ROLE) or "")

    @property
    def shown_count(self) -> int:
        """Return how many genres the search lets through."""
        return sum(not item.isHidden() for item in self._items.values())

    def item_of(self, genre_id: str) -> QTreeWidgetItem | None:
        return self._items.get(genre_id)

    def _fill(
        self,
        item: QTreeWidgetItem,
        genre: Genre,
        taxonomy: Taxonomy,
        remark: str,
    ) -> None:
        shown = taxonomy.name(genre.id, spoken())
        others = dict.fromkeys(genre.names[language] for language in LANGUAGES)
        item.setText(NAME, shown)
        item.setIcon(NAME, dot(genre.colour))
        item.setText(OTHER_NAMES, BETWEEN.join(name for name in others if name != shown))
        aliases = ", ".join(genre.aliases)
        item.setToolTip(OTHER_NAMES, "\n".join(filter(None, (BETWEEN.join(others), aliases))))
        item.setData(NAME, ID_ROLE, genre.id)
        item.setData(NAME, SPELLINGS_ROLE, [key_of(text) for text in genre.spellings])
        item.setText(STATE, remark)
        item.setToolTip(STATE, remark)
        item.setSizeHint(NAME, QSize(0, ROW_HEIGHT))

    def _fill_counts(
        self, item: QTreeWidgetItem, number: GenreCount, family: GenreCount | None = None
    ) -> None:
        """Show how often a genre is named; in brackets, with all that is below it."""
        columns = (IN_FILES, DECIDED, SUGGESTED)
        for column, own, whole in zip(columns, number, family or number, strict=True):
            text = count(own) if own else ""
            if whole != own:
                text = f"{count(own)} ({count(whole)})"
                said = self.tr("{own} of this very genre, {whole} with all below it")
                item.setToolTip(column, said.format(own=count(own), whole=count(whole)))
            item.setText(column, text)
            item.setTextAlignment(column, RIGHT)
            item.setForeground(column, QColor(self._theme.tokens.dim))
        for column in (OTHER_NAMES, STATE):
            item.setForeground(column, QColor(self._theme.tokens.dim))

    def _add_strange(self, counts: GenreCounts) -> None:
        self._strange = None
        if not counts.strange:
            return
        self._strange = heading = QTreeWidgetItem(self, [self.tr("Only in your files")])
        heading.setData(NAME, SPELLINGS_ROLE, [])
        heading.setToolTip(
            NAME,
            self.tr("They are not in the vocabulary; add them, or let them count as one"),
        )
        frequent_first = sorted(
            counts.strange.items(), key=lambda one: (-sum(counts.of(one[0])), one[1])
        )
        for identity, text in frequent_first:
            item = QTreeWidgetItem(heading, [text])
            item.setData(NAME, TEXT_ROLE, text)
            item.setData(NAME, SPELLINGS_ROLE, [key_of(text)])
            item.setSizeHint(NAME, QSize(0, ROW_HEIGHT))
            self._fill_counts(item, counts.of(identity))

    def _recolour(self) -> None:
        dim = QColor(self._theme.tokens.dim)
        for item in self._every():
            for column in range(OTHER_NAMES, STATE + 1):
                item.setForeground(column, dim)

    def _every(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.topLevelItem(i) for i in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            assert item is not None
            yield item
            waiting.extend(item.child(i) for i in range(item.childCount()))

    def _on_current(self, current: QTreeWidgetItem | None) -> None:
        text = current.data(NAME, TEXT_ROLE) if current is not None else None
        if text:
            self.strange_chosen.emit(text)
        else:
            self.chosen.emit(self.current_id())
