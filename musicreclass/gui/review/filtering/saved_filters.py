"""Saved filters: conditions kept under a name, chosen again from the sidebar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from musicreclass.core.review.choice import SavedFilter, with_filter
from musicreclass.gui.review.filtering.choosing import Choosing
from musicreclass.gui.review.sidebar import Sidebar
from musicreclass.gui.review.sidebar_entries import Queue, SidebarEntry


class SavedFilters(QObject):
    """Signals: `changed` with all of them, whenever they are others."""

    changed = Signal(object)

    def __init__(self, choosing: Choosing, sidebar: Sidebar, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._choosing = choosing
        self._sidebar = sidebar
        self.filters: tuple[SavedFilter, ...] = ()
        sidebar.chosen.connect(self._on_chosen)
        sidebar.rename_wanted.connect(self._on_rename)
        sidebar.forget_wanted.connect(self.forget)

    def load(self, filters: tuple[SavedFilter, ...]) -> None:
        """Show those that were kept."""
        self.filters = filters
        self._sidebar.set_saved([one.name for one in filters])

    def save(self, name: str) -> None:
        """Keep what is chosen under a name."""
        if name := " ".join(name.split()):
            new = SavedFilter(name, self._choosing.kept())
            self._change(with_filter(self.filters, new))

    def rename(self, name: str, new_name: str) -> None:
        """Call a filter otherwise."""
        taken = {one.name for one in self.filters}
        if (new_name := " ".join(new_name.split())) and new_name not in taken:
            self._change(
                tuple(
                    replace(one, name=new_name) if one.name == name else one for one in self.filters
                )
            )

    def forget(self, name: str) -> None:
        """Take a filter off the list."""
        self._change(tuple(one for one in self.filters if one.name != name))

    def ask_name(self, proposed: str) -> None:
        """Ask for a name and keep what is chosen."""
        name, is_given = QInputDialog.getText(
            self._window, self.tr("Save the filter"), self.tr("Name:"), text=proposed
        )
        if is_given:
            self.save(name)

    def _on_rename(self, name: str) -> None:
        new_name, is_given = QInputDialog.getText(
            self._window, self.tr("Rename the filter"), self.tr("Name:"), text=name
        )
        if is_given:
            self.rename(name, new_name)

    def _on_chosen(self, entry: SidebarEntry) -> None:
        if entry.queue is Queue.SAVED:
            found = next((one for one in self.filters if one.name == entry.name), None)
            if found is not None:
                self._choosing.restore(found.choice)

    def _change(self, filters: tuple[SavedFilter, ...]) -> None:
        self.load(filters)
        self.changed.emit(filters)
