"""Tracks that a report found suspicious, and those of them that a person said are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.messages import count
from musicreclass.gui.training.report.found_tracks import FoundTrack, FoundView
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.panels import fill

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.findings import LabelIssue


class CheckPanel(QWidget):
    """Signals: `number_changed` with how many are left; `shown` with LabelIssues that are new."""

    number_changed = Signal(int)
    shown = Signal(object)

    def __init__(self, hint: str, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[FoundTrack, ...] = ()
        self._confirmed: frozenset[LabelIssue] = frozenset()
        self.confirmed_box = QCheckBox(self)
        self.view = FoundView(
            taxonomy, self, are_suspicious=lambda: not self.confirmed_box.isChecked()
        )
        bottom = fill(QHBoxLayout(), None, self.confirmed_box, self.view.menu.button(self))
        layout = fill(QVBoxLayout(self), text_label(hint, self, "dim"), (self.view, 1))
        fill(layout, bottom, margins=(12, 8, 12, 8))
        self.confirmed_box.toggled.connect(lambda _: self._show_rows())

    @property
    def findings(self) -> list[LabelIssue]:
        """Return all of them, whatever was said of them."""
        return [track.finding for track in self._found]

    def show_tracks(self, found: Sequence[FoundTrack]) -> None:
        """Show these and no others."""
        self._found, self._confirmed = tuple(found), frozenset()
        self.confirmed_box.setChecked(False)
        self._show_rows()
        self.shown.emit(self.findings)

    def note_confirmed(self, confirmed: frozenset[LabelIssue]) -> None:
        """Keep those apart that a person said are right."""
        self._confirmed = confirmed
        if not self._apart(is_confirmed=True):
            self.confirmed_box.setChecked(False)
        self._show_rows()

    def _apart(self, *, is_confirmed: bool) -> list[FoundTrack]:
        return [one for one in self._found if (one.finding in self._confirmed) is is_confirmed]

    def _show_rows(self) -> None:
        right, left = self._apart(is_confirmed=True), self._apart(is_confirmed=False)
        text = self.tr("Those that I said are right: {number}")
        self.confirmed_box.setText(text.format(number=count(len(right))))
        self.confirmed_box.setVisible(bool(right))
        self.view.tracks.show_rows(right if self.confirmed_box.isChecked() else left)
        self.number_changed.emit(len(left))
