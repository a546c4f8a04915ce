"""The tracks of a list in the order and selection in which they are shown.

Sorting and filtering a hundred thousand tracks takes some 50 ms here; through a sorting proxy over
a Python table model it takes a minute. Knows no Qt: the table shows what this holds.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

import numpy as np

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.facets import FacetCounts, Facets, Filter, FolderPart
from musicreclass.core.review.grouped_rows import GroupAgreement, GroupBy, GroupedRows, TrackGroup
from musicreclass.core.review.query import ANYTHING, searchable
from musicreclass.core.review.shown import genres_of
from musicreclass.core.review.transitions import ReviewQueue, Standing, standing_of
from musicreclass.core.track import TrackLine

SortKey = Callable[[TrackLine], Any]
TO_WRITE = (ReviewState.ACCEPTED, ReviewState.CHANGED)
FEW = 32  # tracks that are looked for one by one rather than in a pass over all


@dataclass(frozen=True, slots=True)
class OfSuggestion:
    """A key that sorts by suggestions: it and `OfReview` alone may look at them."""

    key: Callable[[SuggestionLine | None], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(line.suggestion)


@dataclass(frozen=True, slots=True)
class OfReview:
    """A key that sorts by suggestions and decisions: the only kind that may look at both."""

    key: Callable[[SuggestionLine | None, DecisionLine | None], Any]

    def __call__(self, line: TrackLine) -> Any:
        return self.key(line.suggestion, line.decision)


class TrackList:
    """Tracks in the order in which they came, and the part of them that is shown, in its order.

    Everything about a track stands at one index in several parallel lists, and orders are lists of
    indices: so that sorting and filtering run at the speed of Python's own loops.
    """

    def __init__(self) -> None:
        self.count_by_folder: Counter[int] = Counter()
        self.count_by_verdict: Counter[Verdict] = Counter()
        self.count_by_standing: Counter[Standing] = Counter()
        self.count_by_genre: Counter[str] = Counter()
        self.missing_count = 0
        self.changes = 0  # grows whenever what files say may be other than before
        self._lines: list[TrackLine] = []
        self._texts: list[str] = []  # what searches look into
        self._keys: dict[SortKey, list[Any]] = {}  # of the columns that were sorted by so far
        self._index: dict[int, int] = {}  # track id -> index in the lists
        self._facets = Facets(genres_of)
        self._order: list[int] = []  # indices of what is shown
        self.groups = GroupedRows(genres_of)
        self._filter = Filter()
        self._sort: tuple[SortKey, bool] = (_added, False)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, track_id: int) -> bool:
        return track_id in self._index

    def put(self, lines: Iterable[TrackLine]) -> tuple[list[TrackLine], list[TrackLine]]:
        """Take in lines, and return those that were new and those that replaced an older one.

        What is shown does not change by this; see `show_more` and `arrange`.
        """
        latest = {line.id: line for line in lines}.values()
        new = [line for line in latest if line.id not in self._index]
        replaced = [line for line in latest if line.id in self._index]
        for line in replaced:
            self._replace(line)
        self._append(new)
        self.changes += 1
        return new, replaced

    def suggest(self, pairs: Iterable[tuple[int, SuggestionLine]]) -> tuple[list[TrackLine], bool]:
        """Put suggestions to their tracks; those of tracks that are not here are passed over.

        Returns:
            The lines that are now other than before, and whether that may put what is shown out of
            its order; see `arrange`.
        """
        lines, index_of = self._lines, self._index.get
        found = [(index_of(track_id, -1), new) for track_id, new in dict(pairs).items()]
        indices = {i: new for i, new in found if i >= 0 and lines[i].suggestion != new}
        changed = {
            i: TrackLine._make((*lines[i][:-2], new, lines[i].decision))
            for i, new in indices.items()
        }
        return self._put_in_place(changed, (OfSuggestion, OfReview))

    def tag(self, pairs: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        """Put sound tags to their tracks; what is shown does not change, see `arrange`."""
        for track_id, tags in pairs:
            if (index := self._index.get(track_id)) is not None:
                self._lines[index] = self._lines[index]._replace(sound_tags=tags)
        if self._filter.query.asks_for_tags:
            self._search()

    def decide(
        self, pairs: Iterable[tuple[int, DecisionLine | None]]
    ) -> tuple[list[TrackLine], bool]:
        """Put decisions to their tracks, None where one was taken back; else as `suggest`."""
        lines, index_of = self._lines, self._index.get
        found = [(index_of(track_id, -1), new) for track_id, new in dict(pairs).items()]
        indices = {i: new for i, new in found if i >= 0 and lines[i].decision != new}
        changed = {i: TrackLine._make((*lines[i][:-1], new)) for i, new in indices.items()}
        return self._put_in_place(changed, (OfReview,))

    def count_in(self, queue: ReviewQueue) -> int:
        """Return how many tracks are in a queue."""
        return sum(n for standing, n in self.count_by_standing.items() if queue.holds(standing))

    def counts(self) -> FacetCounts:
        """Return how many tracks each choice would show, all else that is chosen left as it is."""
        return self._facets.counts(self._filter)

    def folder_parts(self) -> set[FolderPart]:
        """Return all folders that hold tracks, or hold such that do."""
        return self._facets.folder_parts()

    def show_more(self, lines: Iterable[TrackLine]) -> None:
        """Show tracks behind those that are shown, where no groups are."""
        self._order.extend(self._index[line.id] for line in lines)

    def hide(self, row: int) -> None:
        """Show what is in a row no longer, where no groups are, until `arrange`."""
        del self._order[row]

    def group(self, by: GroupBy) -> None:
        """Show tracks below rows of their groups."""
        self.groups.regroup(by, self._lines)
        self.groups.lay_out(self._order)

    def lines_of_group(self, group: TrackGroup) -> list[TrackLine]:
        return [self._lines[index] for index in group.indices]

    def agreement(self, group: TrackGroup) -> GroupAgreement:
        """Return what the tracks of a group are said to be."""
        return self.groups.agreement(group, self._lines)

    @property
    def shown_count(self) -> int:
        """Return how many rows are shown, those of groups included."""
        return len(self.groups.rows)

    @property
    def shown_tracks(self) -> int:
        """Return how many tracks are shown, those folded away in their groups included."""
        return len(self._order)

    def line_at(self, row: int) -> TrackLine:
        """Return the track that is shown in a row, the first of a group in that of a group."""
        return self._lines[self.groups.index_at(row)]

    def shown(self) -> list[TrackLine]:
        """Return all that is shown, in order."""
        return [self._lines[index] for index in self._order]

    def everything(self) -> list[TrackLine]:
        """Return all tracks, shown or not."""
        return self._lines.copy()

    def drop_folder(self, folder_id: int) -> None:
        """Forget the tracks of a folder."""
        self._keep([line for line in self._lines if line.folder_id != folder_id])

    def drop_tracks(self, track_ids: Collection[int]) -> None:
        """Forget some tracks."""
        gone = frozenset(track_ids)
        self._keep([line for line in self._lines if line.id not in gone])

    def _keep(self, kept: list[TrackLine]) -> None:
        """Forget all tracks but these."""
        counts = self.count_by_folder, self.count_by_verdict, self.count_by_standing
        for held in (self._lines, self._texts, self._keys, self._index, *counts):
            held.clear()
        self.count_by_genre.clear()
        self.missing_count = 0
        self._facets = Facets(genres_of)
        self.groups.forget()
        self.put(kept)
        self.arrange()

    def matching(self, lines: list[TrackLine]) -> list[TrackLine]:
        """Return those of some tracks that the filter lets through."""
        if not lines:
            return []
        mask = self._facets.mask(self._filter)
        indices = [self._index[line.id] for line in lines]
        return [self._lines[index] for index in indices if mask[index]]

    def filter(self, chosen: Filter) -> None:
        """Show the tracks that `chosen` lets through, in the order chosen last."""
        before, self._filter = self._filter, chosen
        if (chosen.query, chosen.ids) != (before.query, before.ids):
            self._search()
        self.arrange()

    def sort(self, key: SortKey, descending: bool = False) -> None:
        """Order what is shown by `key`, equal ones as they stand."""
        self._sort = (key, descending)
        self._put_in_order()

    def prepare_sort(self, key: SortKey) -> None:
        """Work out what sorting by `key` will need, so that it is quick when it is asked for."""
        if key not in self._keys:
            self._keys[key] = list(map(key, self._lines))

    def forget_sort(self, key: SortKey) -> None:
        """Let go of what sorting by `key` needed: it will not be asked for again."""
        if key != self._sort[0]:
            self._keys.pop(key, None)

    def line_of(self, track_id: int) -> TrackLine | None:
        """Return a track, shown or not; None where it is not here."""
        index = self._index.get(track_id)
        return None if index is None else self._lines[index]

    def file_genres(self) -> Counter[str]:
        """Return how many tracks bear which genre text in their files."""
        return Counter([line.genre for line in self._lines if line.genre])

    def suggestions(self) -> dict[int, SuggestionLine]:
        """Return what is suggested, by track id."""
        return {line.id: line.suggestion for line in self._lines if line.suggestion is not None}

    def to_write(self) -> list[TrackLine]:
        """Return the tracks whose genre is decided and not in their files yet.

        Of what is chosen, but for the queue: accepting takes tracks out of the one that is shown.
        """
        mask = self._facets.mask(self._filter.without_queue)
        lines = self._lines
        return [lines[i] for i in np.flatnonzero(mask).tolist() if is_to_write(lines[i])]

    def next_row(self, queue: ReviewQueue, start: int) -> int:
        """Return the first row from `start` on that is in a queue, -1 where there is none."""
        lines, shown = self._lines, self.groups.rows
        for row in range(max(start, 0), len(shown)):
            line = lines[shown[row]] if shown[row] >= 0 else None
            if line is not None and not line.is_missing and queue.holds(standing_of(line)):
                return row
        return -1

    def arrange(self) -> None:
        """Work out anew what is shown, and in which order."""
        self._order = np.flatnonzero(self._facets.mask(self._filter)).tolist()
        self._put_in_order()

    def row_of(self, track_id: int) -> int:
        """Return the row in which a track is shown, -1 where it is not."""
        try:
            return self.groups.rows.index(self._index[track_id])
        except (KeyError, ValueError):
            return -1

    def rows_of(self, track_ids: Iterable[int]) -> dict[int, int]:
        """Return the rows of those of some tracks that are shown, by id."""
        wanted = {self._index[i]: i for i in track_ids if i in self._index}
        if len(wanted) <= FEW:
            return {i: row for i in wanted.values() if (row := self.row_of(i)) >= 0}
        return {wanted[index]: row for row, index in enumerate(self.groups.rows) if index in wanted}

    def _search(self, indices: list[int] | None = None) -> None:
        """Find out which tracks, or which of some, are searched for."""
        query, ids, lines = self._filter.query, self._filter.ids, self._lines
        if indices is None and query == ANYTHING and ids is None:
            self._facets.fill_found(None)
            return
        looked_at: Iterable[int] = range(len(lines)) if indices is None else indices
        if ids is not None:
            looked_at = [i for i in looked_at if lines[i].id in ids]
        found = query.keep(looked_at, lines, self._texts)
        if indices is None:
            self._facets.fill_found(found)
        else:
            self._facets.note_found(indices, found)

    def _put_in_order(self) -> None:
        key, descending = self._sort
        self.prepare_sort(key)
        self._order.sort(key=self._keys[key].__getitem__, reverse=descending)
        self.groups.lay_out(self._order)

    def _append(self, lines: list[TrackLine]) -> None:
        self._index.update(zip((line.id for line in lines), count(len(self._lines)), strict=False))
        self._lines.extend(lines)
        self._texts.extend(map(searchable, lines))
        first = len(self._facets)
        self._facets.extend(lines)
        self._search(list(range(first, len(self._lines))))
        self.groups.extend(lines)
        for key, values in self._keys.items():
            values.extend(map(key, lines))
        self.count_by_folder.update(line.folder_id for line in lines)
        self.missing_count += sum(line.is_missing for line in lines)
        self._count([], lines)

    def _replace(self, line: TrackLine) -> None:
        index = self._index[line.id]
        old = self._lines[index]
        if line.suggestion is None and line.stamp == old.stamp:
            # A scan knows nothing of either.
            line = line._replace(suggestion=old.suggestion, sound_tags=old.sound_tags)
        if line.decision is None:
            # A person's word is on the music, not the file.
            line = line._replace(decision=old.decision)
        self._lines[index] = line
        self._texts[index] = searchable(line)
        self._facets.renew(index, line)
        self._search([index])
        self.groups.renew(index, line)
        for key, values in self._keys.items():
            values[index] = key(line)
        self.count_by_folder[old.folder_id] -= 1
        self.count_by_folder[line.folder_id] += 1
        self.missing_count += line.is_missing - old.is_missing
        self._count([old], [line])

    def _put_in_place(
        self, changed: Mapping[int, TrackLine], kinds: tuple[type, ...]
    ) -> tuple[list[TrackLine], bool]:
        """Put lines where others of the same tracks stand that differ in what `kinds` look at."""
        renewed = list(changed.values())
        self._count([self._lines[i] for i in changed], renewed)
        for i, line in changed.items():
            self._lines[i] = line
            self._facets.renew(i, line)
        self._search(list(changed))
        self.groups.forget_agreements()
        return renewed, self._renew_keys(changed, kinds)

    def _count(self, gone: list[TrackLine], come: list[TrackLine]) -> None:
        before = [line.suggestion.verdict for line in gone if line.suggestion]
        after = [line.suggestion.verdict for line in come if line.suggestion]
        for verdict in Verdict:
            self.count_by_verdict[verdict] += after.count(verdict) - before.count(verdict)
        gone, come = _present(gone), _present(come)
        self.count_by_standing.subtract(map(standing_of, gone))
        self.count_by_standing.update(map(standing_of, come))
        self.count_by_genre.subtract(chain.from_iterable(map(genres_of, gone)))
        self.count_by_genre.update(chain.from_iterable(map(genres_of, come)))

    def _renew_keys(self, changed: Mapping[int, TrackLine], kinds: tuple[type, ...]) -> bool:
        """Work out the keys of some rows anew; say whether any to sort by became another."""
        is_out_of_order = False
        for key, values in self._keys.items():
            if isinstance(key, kinds):
                renewed = [key(line) for line in changed.values()]
                if key == self._sort[0]:
                    is_out_of_order = renewed != [values[i] for i in changed]
                for i, value in zip(changed, renewed, strict=True):
                    values[i] = value
        return is_out_of_order


def is_to_write(line: TrackLine) -> bool:
    """Say whether a track's genre is decided and not in its file yet, which is there."""
    return not line.is_missing and line.decision is not None and line.decision.state in TO_WRITE


def _present(lines: list[TrackLine]) -> list[TrackLine]:
    return [line for line in lines if not line.is_missing]


def _added(line: TrackLine) -> int:
    return line.id
