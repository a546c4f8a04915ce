"""The best genres of the tracks looked at of late, to be taken by the keys 1 to 5."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.track import TrackLine
from musicreclass.gui.review.keys import CANDIDATES

MOST_KEPT = 256  # tracks


class Candidates(QObject):
    """Signals: `came` with the id of a track whose candidates are known now."""

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[int, tuple[Candidate, ...]] = OrderedDict()

    def note(self, track_id: int, candidates: Sequence[Candidate]) -> None:
        """Keep the candidates of a track, the best first."""
        self._kept[track_id] = tuple(candidates[:CANDIDATES])
        self._kept.move_to_end(track_id)
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self.came.emit(track_id)

    def of(self, line: TrackLine) -> tuple[Candidate, ...]:
        """Return what is known of a track's candidates: at least what is suggested for it."""
        if line.suggestion is None:
            return ()
        best = Candidate(line.suggestion.genre, line.suggestion.confidence)
        known = self._kept.get(line.id, ())
        # Others may have been suggested since; what the table says is what a person sees.
        return known if known and known[0].genre == best.genre else (best,)
