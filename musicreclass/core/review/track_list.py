"""The tracks of a list in the order and selection in which they are shown.

Sorting and filtering a million tracks takes some 150 ms here, for all of it is done in columns;
lines are made of those that somebody looks at. Knows no Qt: the table shows what this holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.review.columns.growing import Indices, Mask
from musicreclass.core.review.columns.line_columns import LineColumns, LineView
from musicreclass.core.review.columns.said import SuggestionsOf
from musicreclass.core.review.facets import FacetCounts, Facets, Filter
from musicreclass.core.review.grouped_rows import GroupAgreement, GroupBy, GroupedRows, TrackGroup
from musicreclass.core.review.query import ANYTHING
from musicreclass.core.review.shown import TO_WRITE
from musicreclass.core.review.sort_keys import (
    OfConfidence,
    OfReview,
    OfSuggestion,
    OfWord,
    Ranks,
    SortKey,
    all_ranks,
    compared,
    keys_of,
    knows_columns,
)
from musicreclass.core.review.transitions import ReviewQueue, Standing
from musicreclass.core.track import TrackLine

MOST_MADE = 256  # lines that are kept: a cell that is painted asks for its line five times
AT_ONCE = 4_096  # rows that are looked through at a time for the next of a kind
OF_SUGGESTIONS = (OfSuggestion, OfReview, OfWord, OfConfidence)  # keys that look at them
OF_DECISIONS = (OfReview, OfWord, OfConfidence)
Said = TypeVar("Said")  # a suggestion or a decision


class TrackList:
    """Tracks in the order in which they came, and the part of them that is shown, in its order."""

    def __init__(self) -> None:
        self.changes = 0  # grows whenever what files say may be other than before
        self.groups = GroupedRows()
        self._filter = Filter()
        self._sort: tuple[SortKey, bool] = (attrgetter("id"), False)
        self._order: Indices = np.zeros(0, dtype=np.intp)  # indices of what is shown
        self._begin(LineColumns())

    def _begin(self, lines: LineColumns) -> None:
        self._lines = lines
        self._facets = Facets(lines)
        self._ranks: dict[SortKey, Ranks] = {}  # of the last column asked for, and of other keys
        self._version = 0  # grows whenever anything is other than before
        self._copy: tuple[int, LineColumns] = (-1, lines)
        self._made: dict[int, TrackLine] = {}  # of those that were looked at last
        self.groups.begin(lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, track_id: int) -> bool:
        return self._lines.by_id.row(track_id) >= 0

    @property
    def columns(self) -> LineColumns:
        """Return all tracks in the order in which they came."""
        return self._lines

    @property
    def count_by_verdict(self) -> Counter[Verdict]:
        return self._facets.by_verdict()

    @property
    def count_by_genre(self) -> Counter[str]:
        """Return how many tracks show which genre; none of those that some showed before."""
        return self._facets.by_genre()

    @property
    def count_by_standing(self) -> Counter[Standing]:
        return self._facets.by_standing()

    def count_shown_by(self, field: str) -> Counter[str]:
        """Return how many tracks that are shown have which text of a field that repeats."""
        return Counter(dict(self._lines.texts[field].counts(self._order)))

    def count_shown_by_tag(self) -> Counter[str]:
        return self._lines.tags.counts(self._order)

    @property
    def missing_count(self) -> int:
        return int(self._lines.missing.array.sum())

    def put(self, lines: Iterable[TrackLine]) -> tuple[LineView, LineView]:
        """Take in lines, and return those that were new and those that replaced an older one.

        What is shown does not change by this; see `show_more` and `arrange`.
        """
        if isinstance(lines, LineColumns) and (self._lines.by_id.rows(lines.ids) < 0).all():
            return self._append(lines), LineView(self._lines, np.zeros(0, dtype=np.intp))
        latest = list({line.id: line for line in lines}.values())
        rows = self._lines.by_id.rows(line.id for line in latest)
        replaced = [line for line, row in zip(latest, rows.tolist(), strict=True) if row >= 0]
        renewed = rows[rows >= 0]
        for line, row in zip(replaced, renewed.tolist(), strict=True):
            self._replace(row, line)
        if replaced:
            self._facets.note_found(
                renewed, self._sought(LineColumns.of(self._lines.lines(renewed)))
            )
        new = LineColumns.of([latest[at] for at in np.flatnonzero(rows < 0)])
        return self._append(new), LineView(self._lines, renewed)

    def _append(self, lines: LineColumns) -> LineView:
        """Take in tracks that are all new."""
        first = len(self._lines)
        self._lines.extend_by(lines)
        self._facets.extend(self._sought(lines))
        self.groups.number()
        self._changed()
        self.changes += 1
        return LineView(self._lines, np.arange(first, len(self._lines)))

    def suggest(self, pairs: Iterable[tuple[int, SuggestionLine | None]]) -> tuple[LineView, bool]:
        """Put suggestions to their tracks; those of tracks that are not here are passed over.

        Returns:
            The tracks that are other than before, and whether that may break the order shown.
        """
        return self._say(dict(pairs), self._lines.said.suggest, OF_SUGGESTIONS)

    def decide(self, pairs: Iterable[tuple[int, DecisionLine | None]]) -> tuple[LineView, bool]:
        """Put decisions to their tracks, None where one was taken back; else as `suggest`."""
        return self._say(dict(pairs), self._lines.said.decide, OF_DECISIONS)

    def tag(self, pairs: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        """Put sound tags to their tracks; what is shown does not change, see `arrange`."""
        for track_id, tags in pairs:
            if (row := self._lines.by_id.row(track_id)) >= 0:
                self._lines.tags.put(row, tags)
        self._changed()
        if self._filter.query.asks_for_tags:
            self._search()

    def count_in(self, queue: ReviewQueue) -> int:
        return sum(n for stands, n in self.count_by_standing.items() if queue.holds(stands))

    def counts(self) -> FacetCounts:
        """Return how many tracks each choice would show, all else that is chosen left as it is."""
        return self._facets.counts(self._filter)

    def folder_parts(self) -> set[FolderPart]:
        """Return all folders that hold tracks, or hold such that do."""
        return self._facets.folder_parts()

    def fits(self, indices: Indices) -> Mask:
        """Return which of some tracks the filter lets through."""
        return self._facets.mask(self._filter, indices)

    def show_more(self, indices: Indices) -> bool:
        """Show tracks behind those that are shown, where no groups are; say if all are in order."""
        last = self._order[-1:]
        self._order = np.concatenate((self._order, indices))
        self.groups.lay_out(self._order)
        key, descending = self._sort
        keys = keys_of(key, self._lines, np.concatenate((last, indices)))
        return all(b <= a if descending else a <= b for a, b in pairwise(keys))

    def hide(self, row: int) -> None:
        """Show what is in a row no longer, where no groups are, until `arrange`."""
        self._order = np.delete(self._order, row)
        self.groups.lay_out(self._order)

    def group(self, by: GroupBy) -> None:
        """Show tracks below rows of their groups."""
        self.groups.regroup(by)
        self.groups.lay_out(self._order)

    def lines_of_group(self, group: TrackGroup) -> LineView:
        return LineView(self._lines, group.indices)

    def agreement(self, group: TrackGroup) -> GroupAgreement:
        """Return what the tracks of a group are said to be."""
        return self.groups.agreement(group)

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
        index = self.groups.index_at(row)
        if len(self._made) >= MOST_MADE:
            self._made.clear()
        if index not in self._made:
            self._made[index] = self._lines[index]
        return self._made[index]

    def shown(self) -> LineView:
        """Return all that is shown, in order, as it is now."""
        return LineView(self._as_now(), self._order)

    def everything(self) -> LineView:
        """Return all tracks, shown or not, as they are now."""
        return LineView(self._as_now(), np.arange(len(self._lines)))

    def drop_folder(self, folder_id: int) -> None:
        """Forget the tracks of a folder."""
        self._keep(self._lines.parts.where(lambda part: part[0] != folder_id))

    def drop_tracks(self, track_ids: Collection[int]) -> None:
        """Forget some tracks."""
        self._keep(~np.isin(self._lines.ids, list(track_ids)))

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

    def forget_sort(self, key: SortKey) -> None:
        """Let go of what sorting by `key` needed: it will not be asked for again."""
        self._ranks.pop(key, None)

    def line_of(self, track_id: int) -> TrackLine | None:
        """Return a track, shown or not; None where it is not here."""
        row = self._lines.by_id.row(track_id)
        return None if row < 0 else self._lines[row]

    def file_genres(self) -> Counter[str]:
        """Return how many tracks bear which genre text in their files."""
        return Counter({text: n for text, n in self._lines.texts["genre"].counts() if text})

    def suggestions(self) -> Mapping[int, SuggestionLine]:
        """Return what is suggested now, by track id."""
        return SuggestionsOf(self._as_now().ids, self._as_now().said)

    def to_write(self) -> LineView:
        """Return the tracks whose genre is decided and not in their files yet.

        Of what is chosen, but for the queue: accepting takes tracks out of the one that is shown.
        """
        decided = self._lines.said.where(
            lambda word: word.decision is not None and word.decision.state in TO_WRITE
        )
        mask = self._facets.mask(self._filter.without_queue) & ~self._lines.missing.array
        return LineView(self._as_now(), np.flatnonzero(mask & decided))

    def confidences_to_accept(self) -> npt.NDArray[np.float64]:
        """Return how sure those shown are that a bulk accept would take, rising."""
        return np.sort(self._lines.said.suggested.array[self._acceptable()])

    def to_accept(self, min_confidence: float) -> LineView:
        """Return those shown that a bulk accept takes from a confidence on, as they are now."""
        rows = self._acceptable()
        is_sure = self._lines.said.suggested.array[rows] >= min_confidence
        return LineView(self._as_now(), rows[is_sure])

    def next_row(self, queue: ReviewQueue, start: int) -> int:
        """Return the first row from `start` on that is in a queue, -1 where there is none."""
        words, rows = self._lines.said.words, self.groups.rows
        holds = words.of_values(lambda word: queue.holds((word.state, word.verdict)))
        for first in range(max(start, 0), len(rows), AT_ONCE):
            some = rows[first : first + AT_ONCE]
            fits = (some >= 0) & holds[words.codes[some]] & ~self._lines.missing.array[some]
            if fits.any():
                return first + int(fits.argmax())
        return -1

    def arrange(self) -> None:
        """Work out anew what is shown, and in which order."""
        self._order = np.flatnonzero(self._facets.mask(self._filter))
        self._put_in_order()

    def row_of(self, track_id: int) -> int:
        """Return the row in which a track is shown, -1 where it is not."""
        index = self._lines.by_id.row(track_id)
        rows = np.flatnonzero(self.groups.rows == index)
        return int(rows[0]) if index >= 0 and len(rows) else -1

    def rows_of(self, track_ids: Iterable[int]) -> dict[int, int]:
        """Return the rows of those of some tracks that are shown, by id."""
        wanted = list(track_ids)
        rows = self.rows_at(self._lines.by_id.rows(wanted)).tolist()
        return {track_id: row for track_id, row in zip(wanted, rows, strict=True) if row >= 0}

    def rows_at(self, indices: Indices) -> Indices:
        """Return the rows in which tracks are shown, -1 where they are not."""
        return self.groups.rows_at(indices)

    def _acceptable(self) -> Indices:
        """Return those shown that are `core.review.bulk.is_acceptable`, however sure they are."""
        waiting = self._lines.said.where(
            lambda word: word.is_undecided and word.verdict not in (None, Verdict.NOVEL)
        )
        return self._order[(waiting & ~self._lines.missing.array)[self._order]]

    def _as_now(self) -> LineColumns:
        """Return a copy of all for those who look at it later, or in another thread."""
        if self._copy[0] != self._version:
            self._copy = (self._version, self._lines.copied())
        return self._copy[1]

    def _changed(self) -> None:
        self._version += 1
        self._copy = (-1, self._lines)
        self._made.clear()

    def _keep(self, kept: Mask) -> None:
        """Forget all tracks but these."""
        lines = self._lines.kept(np.flatnonzero(kept))
        self._begin(LineColumns())
        self._append(lines)
        self.arrange()

    def _sought(self, lines: LineColumns) -> Mask:
        """Return which of some tracks are searched for."""
        query, ids = self._filter.query, self._filter.ids
        found = np.ones(len(lines), dtype=np.bool_) if query == ANYTHING else query.mask(lines)
        return found if ids is None else found & np.isin(lines.ids, list(ids))

    def _search(self, rows: Indices | None = None) -> None:
        """Find out which tracks, or which of some, are searched for."""
        if rows is None:
            self._facets.fill_found(self._sought(self._lines))
        else:
            some = LineColumns.of(self._lines.lines(rows))
            self._facets.note_found(rows, self._sought(some))

    def _put_in_order(self) -> None:
        key, descending = self._sort
        compared = self._ranks_by(key)[self._order]
        order = np.argsort(-compared if descending else compared, kind="stable")
        self._order = self._order[order]
        self.groups.lay_out(self._order)

    def _ranks_by(self, key: SortKey) -> Ranks:
        found = self._ranks.get(key)
        if found is None or len(found) != len(self._lines):
            self._ranks = {k: v for k, v in self._ranks.items() if not knows_columns(k)}
            found = self._ranks[key] = all_ranks(key, self._lines)
        return found

    def _replace(self, row: int, line: TrackLine) -> None:
        old = self._lines[row]
        if line.suggestion is None and line.stamp == old.stamp:
            # A scan knows nothing of either.
            line = line._replace(suggestion=old.suggestion, sound_tags=old.sound_tags)
        if line.decision is None:
            # A person's word is on the music, not the file.
            line = line._replace(decision=old.decision)
        self._lines.replace(row, line)
        self._ranks.clear()

    def _say(
        self, said: Mapping[int, Said], say: Callable[[int, Said], bool], kinds: tuple[type, ...]
    ) -> tuple[LineView, bool]:
        """Say of some tracks what is new; it changes what keys of some kinds look at."""
        rows, key = self._lines.by_id.rows(said), self._sort[0]
        is_sorted_by = isinstance(key, kinds)
        known = rows[rows >= 0]
        before = compared(key, self._lines, known) if is_sorted_by else []
        is_new = [
            row >= 0 and say(row, new)
            for row, new in zip(rows.tolist(), said.values(), strict=True)
        ]
        renewed = rows[np.array(is_new, dtype=np.bool_)]
        if not len(renewed):
            return LineView(self._lines, renewed), False
        for held in [held for held in self._ranks if isinstance(held, kinds)]:
            del self._ranks[held]
        if self._filter.query != ANYTHING:
            self._search(renewed)
        self.groups.forget_agreements()
        self._changed()
        is_moved = is_sorted_by and compared(key, self._lines, known) != before
        return LineView(self._lines, renewed), is_moved
