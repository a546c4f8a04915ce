"""The table of folders and the genres that they stand for, as a Qt model that can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count
from musicreclass.gui.widgets.column_table import DISPLAY, RIGHT, Column, ColumnTableModel, Index
from musicreclass.gui.widgets.drawing import dot

if TYPE_CHECKING:
    from musicreclass.training.sources.folders import GenreRow

CONTEXT = "FolderTable"
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


def _number(
    name: str, heading: object, number: Callable[[GenreRow], int], width: int = 76
) -> Column[GenreRow]:
    return Column(name, heading, lambda row: count(number(row)), width, alignment=RIGHT)


COLUMNS: tuple[Column[GenreRow], ...] = (
    Column(
        "folder",
        QT_TRANSLATE_NOOP("FolderTable", "Folder"),
        lambda row: row.folder,
        30,
        stretches=True,
    ),
    Column(
        "genre",
        QT_TRANSLATE_NOOP("FolderTable", "Genre"),
        lambda row: row.genre or "",
        26,
        stretches=True,
    ),
    _number("tracks", QT_TRANSLATE_NOOP("FolderTable", "Tracks"), lambda row: row.tracks),
    _number("artists", QT_TRANSLATE_NOOP("FolderTable", "Artists"), lambda row: row.artists),
    _number("albums", QT_TRANSLATE_NOOP("FolderTable", "Albums"), lambda row: row.albums),
    _number(
        "minutes", QT_TRANSLATE_NOOP("FolderTable", "Minutes"), lambda row: round(row.minutes), 82
    ),
)
FOLDER, GENRE, TRACKS, ARTISTS, ALBUMS, MINUTES = range(len(COLUMNS))


class FolderTableModel(ColumnTableModel["GenreRow"]):
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
        super().__init__(COLUMNS, CONTEXT, parent)
        self._taxonomy = taxonomy

    def show_rows(self, rows: Iterable[GenreRow]) -> None:
        """Show these rows; where the folders are the same, what is selected stays so."""
        new = list(rows)
        if new and [row.folder for row in new] == [row.folder for row in self._rows]:
            self._rows = new
            self.say_changed(range(len(new)))
        else:
            super().show_rows(new)

    @property
    def rows(self) -> tuple[GenreRow, ...]:
        return tuple(self._rows)

    @property
    def genres(self) -> dict[str, str | None]:
        """Return the genres of the folders; None where one is left out."""
        return {row.folder: row.genre for row in self._rows if row.folder}

    def choose_genre(self, rows: Iterable[int], genre: str) -> None:
        """Let the folders in these rows stand for one genre."""
        self._choose(list(rows), genre.strip())

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or not self._rows[index.row()].folder:
            return flags  # no folder stands for it: tags or decisions do
        if index.column() == FOLDER:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == GENRE else flags

    def cell(self, row: GenreRow, column: Column[GenreRow], role: int) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            return column.text(row)
        if column is COLUMNS[FOLDER] and role == Qt.ItemDataRole.CheckStateRole and row.folder:
            return _UNCHECKED if row.genre is None else _CHECKED
        if column is COLUMNS[GENRE] and role == DISPLAY and row.genre is None:
            return QCoreApplication.translate("FolderTable", "left out")
        if column is COLUMNS[GENRE] and role == Qt.ItemDataRole.DecorationRole and row.genre:
            return dot(self._taxonomy.colour(row.genre))
        return super().cell(row, column, role)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid():
            return False
        number, row = index.row(), self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == FOLDER:
            self._want(number, Qt.CheckState(value) == _CHECKED)
            return True
        if role == Qt.ItemDataRole.EditRole and index.column() == GENRE:
            genre = str(value).strip()
            if genre and genre != row.genre:
                self._choose([number], genre)
            return bool(genre)
        return False

    def _choose(self, rows: Sequence[int], genre: str) -> None:
        name = self._taxonomy.canonical(genre)
        for number in rows:
            self._rows[number] = replace(self._rows[number], genre=name)
        self.say_changed(rows)
        self.genre_typed.emit([self._rows[number].folder for number in rows], name)

    def _want(self, number: int, is_wanted: bool) -> None:
        row = self._rows[number]
        if is_wanted:
            self._rows[number] = replace(row, genre=self._taxonomy.canonical(row.folder))
            self.say_changed([number])
            self.taken_in.emit([row.folder])
        else:
            self._rows[number] = replace(row, genre=None)
            self.say_changed([number])
            self.left_out.emit([row.folder])

    def tool_tip(self, row: GenreRow, column: Column[GenreRow]) -> str:
        if column is COLUMNS[GENRE] and row.suggestion:
            hint = QCoreApplication.translate(
                "FolderTable", "{genre} is the known name nearest to it."
            )
            return hint.format(genre=row.suggestion)
        if column is COLUMNS[GENRE] and row.folder:
            return QCoreApplication.translate(
                "FolderTable", "Double-click to change; folders of one genre are merged."
            )
        return super().tool_tip(row, column)
