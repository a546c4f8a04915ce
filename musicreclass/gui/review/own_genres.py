"""The genres that a person already uses: in files and in decisions, the most frequent first."""

from __future__ import annotations

from collections import Counter

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.track_list import TrackList
from musicreclass.gui.review.genre_editor import SEPARATORS

MOST_OFFERED = 300


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
