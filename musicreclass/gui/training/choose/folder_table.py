"""The table of folders and the genres that they stand for, as a Qt model that can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QObject,
    Qt,
    Signal,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count
from musicreclass.gui.tracks.track_table import NO_PARENT, Index
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.training.sources.folders import GenreRow  # with it would come scipy

CONTEXT = "FolderTable"

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@dataclass(frozen=True, slots=True)
class FolderColumn:
    """How one property of a folder is shown and sized."""

    heading: object  # text, which Qt's marker for translators types as anything
    text: Callable[[GenreRow], str]
    width: int  # pixels, or the share of what is left where it `stretches`
    stretches: bool = False


COLUMNS: tuple[FolderColumn, ...] = (
    FolderColumn(QT_TRANSLATE_NOOP("FolderTable", "Folder"), lambda row: row.folder, 30, True),
    FolderColumn(QT_TRANSLATE_NOOP("FolderTable", "Genre"), lambda row: row.genre or "", 26, True),
    FolderColumn(QT_TRANSLATE_NOOP("FolderTable", "Tracks"), lambda row: count(row.tracks), 76),
    FolderColumn(QT_TRANSLATE_NOOP("FolderTable", "Artists"), lambda row: count(row.artists), 76),
    FolderColumn(QT_TRANSLATE_NOOP("FolderTable", "Albums"), lambda row: count(row.albums), 76),
    FolderColumn(
        QT_TRANSLATE_NOOP("FolderTable", "Minutes"), lambda row: count(round(row.minutes)), 82
    ),
)
FOLDER, GENRE, TRACKS, ARTISTS, ALBUMS, MINUTES = range(len(COLUMNS))


class FolderTableModel(QAbstractTableModel):
    """Shows rows and takes changes; who made the rows counts anew after each.

    Signals:
        genre_typed: folders, and the genre that they are to stand for.
        left_out: folders that are not wanted.
        taken_in: folders that are wanted after all.
    """

    genre_typed = Signal(object, str)
    left_out = Signal(object)
    taken_in = Signal(object)

    def __init__(self, taxonomy: Taxonomy, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taxonomy = taxonomy
        self._rows: list[GenreRow] = []

    def show_rows(self, rows: Sequence[GenreRow]) -> None:
        """Show these rows; where the folders are the same, what is selected stays so."""
        if [row.folder for row in rows] == [row.folder for row in self._rows] and rows:
            self._rows = list(rows)
            self._tell(range(len(rows)))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    @property
    def rows(self) -> tuple[GenreRow, ...]:
        return tuple(self._rows)

    @property
    def genres(self) -> dict[str, str | None]:
        """Return the genres of the folders; None where one is left out."""
        return {row.folder: row.genre for row in self._rows if row.folder}

    def choose_genre(self, places: Iterable[int], genre: str) -> None:
        """Let the folders in these rows stand for one genre."""
        self._choose(list(places), genre.strip())

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or not self._rows[index.row()].folder:
            return flags  # no folder stands for it: tags or decisions do
        if index.column() == FOLDER:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        if index.column() == GENRE:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == _DISPLAY:
            return self._left_out_text(row, column) or COLUMNS[column].text(row)
        if role == Qt.ItemDataRole.EditRole:
            return COLUMNS[column].text(row)
        if role == Qt.ItemDataRole.CheckStateRole and column == FOLDER and row.folder:
            return _UNCHECKED if row.genre is None else _CHECKED
        if role == Qt.ItemDataRole.DecorationRole and column == GENRE and row.genre:
            return dot(self._taxonomy.colour(row.genre))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid():
            return False
        place, row = index.row(), self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FOLDER:
            self._want(place, Qt.CheckState(value) == _CHECKED)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == GENRE:
            genre = str(value).strip()
            if genre and genre != row.genre:
                self._choose([place], genre)
            return bool(genre)
        return False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return QCoreApplication.translate(CONTEXT, str(COLUMNS[section].heading))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def _choose(self, places: Sequence[int], genre: str) -> None:
        name = self._taxonomy.canonical(genre)
        for place in places:
            self._rows[place] = replace(self._rows[place], genre=name)
        self._tell(places)
        self.genre_typed.emit([self._rows[place].folder for place in places], name)

    def _want(self, place: int, is_wanted: bool) -> None:
        row = self._rows[place]
        if is_wanted:
            self._rows[place] = replace(row, genre=self._taxonomy.canonical(row.folder))
            self._tell([place])
            self.taken_in.emit([row.folder])
        else:
            self._rows[place] = replace(row, genre=None)
            self._tell([place])
            self.left_out.emit([row.folder])

    def _tell(self, places: Sequence[int]) -> None:
        first, last = self.index(min(places), 0), self.index(max(places), len(COLUMNS) - 1)
        self.dataChanged.emit(first, last)

    def _left_out_text(self, row: GenreRow, column: int) -> str:
        is_out = column == GENRE and row.genre is None
        return QCoreApplication.translate("FolderTable", "left out") if is_out else ""

    def _tool_tip(self, row: GenreRow, column: int) -> str:
        if column == GENRE and row.suggestion:
            hint = QCoreApplication.translate(
                "FolderTable", "{genre} is the known name nearest to it."
            )
            return hint.format(genre=row.suggestion)
        if column == GENRE and row.folder:
            return QCoreApplication.translate(
                "FolderTable", "Double-click to change; folders of one genre are merged."
            )
        return COLUMNS[column].text(row)


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_number = column >= TRACKS
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | side
