"""The table of folders as a widget: boxes to tick, and genres that are typed over."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.training.choose.folder_table import GENRE, FolderTableModel
from musicreclass.gui.widgets.column_table import Index
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.genre_editor import GenreEditor, GenreWords, is_for_editor


class FolderView(ColumnView):
    """Genres complete from the known ones and from those in the table."""

    def __init__(self, folders: FolderTableModel, taxonomy: Taxonomy, parent: QWidget) -> None:
        super().__init__(folders, self.tr("Folders and genres"), parent, selects_many=True)
        self.folders = folders
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setItemDelegate(GenreDelegate(GenreWords(taxonomy, self._genres), self))

    def selected_folders(self) -> list[int]:
        """Return the rows that are selected and stand for folders."""
        return [row for row in self.selected_row_numbers() if self.folders.row_at(row).folder]

    def _genres(self) -> list[str]:
        return sorted({row.genre for row in self.folders.rows if row.genre})


class GenreDelegate(QStyledItemDelegate):
    """Lets a genre be typed where it stands; what is half typed is forgotten on leaving."""

    def __init__(self, words: GenreWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        colours, roles = QGuiApplication.palette(), QPalette.ColorRole
        # The table's own ground is clear, which Qt takes for black where it draws a box to tick.
        option.palette.setColor(roles.Base, colours.color(roles.Button))
        if not index.sibling(index.row(), GENRE).data(Qt.ItemDataRole.EditRole):
            option.palette.setColor(roles.Text, colours.color(roles.PlaceholderText))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = GenreEditor(self._words, parent)
        editor.setObjectName("cell")
        editor.setPlaceholderText("")
        editor.committed.connect(partial(self._on_committed, editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, GenreEditor):
            genre = index.data(Qt.ItemDataRole.EditRole)
            editor.show_genres([genre] if genre else [])

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, GenreEditor) and (genres := editor.genres()):
            model.setData(index, genres[0])

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        return not is_for_editor(self, editor, event) and super().eventFilter(editor, event)

    def _on_committed(self, editor: GenreEditor) -> None:
        self.commitData.emit(editor)
        # Once the key that ended it is through: Qt would go on to another cell with it.
        QTimer.singleShot(0, editor, lambda: self.closeEditor.emit(editor))
