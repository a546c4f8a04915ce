"""The table of changes as a widget."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.writing.change_delegate import ChangeDelegate
from musicreclass.gui.writing.change_rows import ChangeRow
from musicreclass.gui.writing.change_table import ChangeTableModel


class ChangeView(ColumnView):
    """Changes, painted word by word."""

    def __init__(self, changes: ChangeTableModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(changes, self.tr("Changes"), parent, selects_many=True, sorts=True)
        self.changes = changes
        self.setItemDelegate(ChangeDelegate(theme, self))
        theme.changed.connect(self.viewport().update)

    def selected_rows(self) -> list[ChangeRow]:
        """Return the changes that are selected, as they stand in the table."""
        return [self.changes.row_at(row) for row in self.selected_row_numbers()]
