"""What has come for the table and is not shown yet: taken in bit by bit, between two frames."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.track import TrackLine
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.workers import single_shot

UPDATE_MS = 30  # what comes waits this long for more: sorting it in costs the same for all
MOST_AT_ONCE = 2_500
MOST_SUGGESTED_AT_ONCE = 2_500
MOST_DECIDED_AT_ONCE = 1_000  # each is shown, counted and sorted in otherwise


class PendingUpdates(QObject):
    """Signals: `taken_in` whenever the table shows more than before, `tags_taken_in` before it."""

    taken_in = Signal()
    tags_taken_in = Signal()

    def __init__(self, tracks: TrackTableModel) -> None:
        super().__init__(tracks)
        self._tracks = tracks
        self._lines: deque[Sequence[TrackLine]] = deque()  # batches, as they came
        self._suggested: list[tuple[int, SuggestionLine]] = []
        self._tagged: list[tuple[int, tuple[str, ...]]] = []
        self._decided: dict[int, DecisionLine | None] = {}
        self._timer = single_shot(self, UPDATE_MS, self._take_in)

    @property
    def is_waiting(self) -> bool:
        """Whether something has come that is not shown yet."""
        return bool(self._lines or self._suggested or self._tagged or self._decided)

    def add_lines(self, lines: Sequence[TrackLine]) -> None:
        if lines:
            self._lines.append(lines)
        self._await_more()

    def add_suggestions(self, pairs: Sequence[tuple[int, SuggestionLine]]) -> None:
        self._suggested.extend(pairs)
        self._await_more()

    def add_tags(self, pairs: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        self._tagged.extend(pairs)
        self._await_more()

    def add_decisions(self, pairs: Iterable[tuple[int, DecisionLine | None]]) -> None:
        self._decided.update(pairs)
        self._await_more()

    def apply_decisions(self, pairs: Sequence[tuple[int, DecisionLine | None]]) -> None:
        """Show decisions at once; what waits to be shown of the same tracks is older."""
        for track_id, _ in pairs:
            self._decided.pop(track_id, None)
        self._tracks.decide(pairs)
        self.taken_in.emit()

    def renew(self, lines: Sequence[TrackLine]) -> None:
        """Show at once tracks of which the tags and decisions are others now, and nothing else."""
        known = self._tracks.tracks.line_of
        before = {line.id: known(line.id) for line in lines}
        for line in lines:
            self._decided.pop(line.id, None)  # what waits to be shown of it is older
        self._tracks.put(
            line._replace(suggestion=old.suggestion, sound_tags=old.sound_tags)
            for line in lines
            if (old := before[line.id])
        )
        self.taken_in.emit()

    def drop_folder(self, folder_id: int) -> None:
        left = ([line for line in some if line.folder_id != folder_id] for some in self._lines)
        self._lines = deque(some for some in left if some)

    def _take_in_lines(self) -> None:
        number = 0
        while self._lines and number < MOST_AT_ONCE:
            some = self._lines.popleft()
            if len(some) > MOST_AT_ONCE:
                self._lines.appendleft(some[MOST_AT_ONCE:])
                some = some[:MOST_AT_ONCE]
            self._tracks.put(some)
            number += len(some)

    def _await_more(self) -> None:
        if self.is_waiting and not self._timer.isActive():
            self._timer.start()

    def _take_in(self) -> None:
        """Show what has come since the last time, but no more than fits between two frames."""
        most = MOST_SUGGESTED_AT_ONCE
        if self._lines:  # before suggestions and decisions, which may be about them
            self._take_in_lines()
        elif self._decided:
            some = list(itertools.islice(self._decided, MOST_DECIDED_AT_ONCE))
            self._tracks.decide([(track_id, self._decided.pop(track_id)) for track_id in some])
        elif self._suggested:
            pairs, self._suggested = self._suggested[:most], self._suggested[most:]
            self._tracks.suggest(pairs)
        else:
            tagged, self._tagged = self._tagged[:most], self._tagged[most:]
            self._tracks.tracks.tag(tagged)
            self.tags_taken_in.emit()
        self._await_more()
        self.taken_in.emit()
