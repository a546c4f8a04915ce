"""One decision for a group of tracks: the keys of a review while the row of a group is in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from musicreclass.core.decision import ReviewState
from musicreclass.core.review.grouped_rows import TrackGroup
from musicreclass.core.review.transitions import state_of
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import tracks
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.tracks.track_view import TrackView
from musicreclass.gui.widgets.genre_editor import asked_genres

OPEN_STATES = (ReviewState.NEW, ReviewState.SUGGESTED, ReviewState.UNDONE)
_RANKS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
_DECIDING = (*_RANKS, Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_S)
_FOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class GroupDeciding(QObject):
    """Decides for all tracks of a group in one batch, and overrules nobody: not what was decided.

    Made after `ReviewKeys`, so that it is asked before.

    Signals:
        said: a sentence about what cannot be done, or was not.
    """

    said = Signal(str)

    def __init__(self, table: TrackView, decisions: DecisionService) -> None:
        super().__init__(table)
        self._table = table
        self._decisions = decisions
        self._left = 0  # tracks of the group decided on last that were decided before
        table.installEventFilter(self)
        decisions.decided_many.connect(self._on_decided)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            group = self._table.current_group()
            if group is not None and event.modifiers() in _PLAIN:
                return self._act(group, event)
        return super().eventFilter(watched, event)

    def give(self, group: TrackGroup, genres: Sequence[str]) -> None:
        """Give genres to the tracks of a group that nobody has decided on."""
        if lines := self._undecided(group):
            self._go_on()
            self._decisions.set_genres(lines, genres)

    def skip(self, group: TrackGroup) -> None:
        """Leave the tracks of a group as they are that nobody has decided on."""
        if lines := self._undecided(group):
            self._go_on()
            self._decisions.skip_all(lines)

    def _act(self, group: TrackGroup, event: QKeyEvent) -> bool:
        """Do what a key means for a group; say whether it means anything."""
        key = Qt.Key(event.key())
        is_folded = self._table.tracks.tracks.groups.is_folded(group)
        if key in _FOLDING or key == (Qt.Key.Key_Right if is_folded else Qt.Key.Key_Left):
            self._table.toggle_group(self._table.currentIndex().row())
        elif key in _DECIDING:
            if not event.isAutoRepeat():  # a held key decides one group
                self._decide(group, key)
        else:
            return key in (Qt.Key.Key_Left, Qt.Key.Key_Right)  # not sought in its first track
        return True

    def _decide(self, group: TrackGroup, key: Qt.Key) -> None:
        if key == Qt.Key.Key_S:
            self.skip(group)
        elif key == Qt.Key.Key_E:
            self._ask(group)
        else:
            self._take(group, _RANKS.index(key) if key in _RANKS else 0)

    def _take(self, group: TrackGroup, rank: int) -> None:
        """Give the tracks one of the genres that most of them are said to be."""
        ranking = self._table.tracks.tracks.agreement(group).ranking
        if rank < len(ranking):
            self.give(group, (ranking[rank],))
        elif not ranking:
            self.said.emit(self.tr("Nothing is suggested for these tracks yet."))

    def _ask(self, group: TrackGroup) -> None:
        lines = self._undecided(group)
        if lines and (genres := asked_genres(self._table.delegate.words, len(lines), self._table)):
            self.give(group, genres)

    def _undecided(self, group: TrackGroup) -> list[TrackLine]:
        """Return the tracks that nobody has decided on; say so where there are none."""
        every = self._table.tracks.tracks.lines_of_group(group)
        present = [line for line in every if not line.is_missing]
        found = [line for line in present if state_of(line) in OPEN_STATES]
        self._left = len(present) - len(found)
        if not found:
            self._left = 0
            self.said.emit(self.tr("All of these are decided; unfold the group to change one."))
        return found

    def _go_on(self) -> None:
        """Take the next group in hand."""
        row = self._table.tracks.tracks.groups.next_row(self._table.currentIndex().row() + 1)
        if row >= 0:
            self._table.go_to(row)

    def _on_decided(self, decided: int, refused: int) -> None:
        if self._left:
            text = self.tr("{decided} decided; decided before, and left so: {left}. Z: back.")
            self.said.emit(text.format(decided=tracks(decided), left=tracks(self._left)))
            self._left = 0
