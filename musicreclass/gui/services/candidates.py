"""Genres to choose from: the best of the tracks looked at of late, and those already in use."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from musicreclass.core.ensemble.prediction import Candidate
from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.widgets.genre_editor import SEPARATORS

CANDIDATE_COUNT = 5  # genres of a track that can be taken by a key
MOST_KEPT = 256  # tracks
MOST_OFFERED = 2_000  # genres in use: more would be slow to complete from


class Candidates(QObject):
    """Signals: `came` with the id of a track whose candidates are known now."""

    came = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: OrderedDict[int, tuple[Candidate, ...]] = OrderedDict()

    def note(self, track_id: int, candidates: Sequence[Candidate]) -> None:
        """Keep the candidates of a track, the best first."""
        self._kept[track_id] = tuple(candidates[:CANDIDATE_COUNT])
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


class OwnGenres:
    """Finds them when asked, and again only once other tracks are there."""

    def __init__(self, tracks: TrackList, taxonomy: Taxonomy) -> None:
        self._tracks = tracks
        self._taxonomy = taxonomy
        self._counted: tuple[int, int] = (-1, -1)
        self._found: list[str] = []

    def __call__(self) -> list[str]:
        tracks = self._tracks
        state = (len(tracks), tracks.count_by_genre.total())
        if state != self._counted:
            self._counted = state
            self._found = self._find()
        return self._found

    def _find(self) -> list[str]:
        counts = Counter(self._tracks.count_by_genre)
        for text, number in self._tracks.file_genres().items():
            for genre in self._taxonomy.split(text, SEPARATORS):
                counts[genre] += number
        return [genre for genre, number in counts.most_common(MOST_OFFERED) if number > 0]
