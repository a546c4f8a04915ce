"""What is suggested for each row and what was decided of it, and what of both is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from struct import Struct

import numpy as np
import numpy.typing as npt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.columns.codes import Codes, Spread
from musicreclass.core.review.columns.growing import Growing, Indices, Mask
from musicreclass.core.review.columns.packed import PackedColumn
from musicreclass.core.review.shown import confidence_shown


@dataclass(frozen=True, slots=True)
class RowWord:
    """What many rows have in common: all that is said of a track, but for how likely it is."""

    verdict: Verdict | None  # None where nothing is suggested
    genre: str
    agreeing: tuple[str, ...]  # classifiers
    decision: DecisionLine | None

    @classmethod
    def of(cls, suggestion: SuggestionLine | None, decision: DecisionLine | None) -> RowWord:
        if suggestion is None:
            return cls(None, "", (), decision)
        return cls(suggestion.verdict, suggestion.genre, suggestion.agreeing, decision)

    @property
    def state(self) -> ReviewState:
        if self.decision is not None:
            return self.decision.state
        return ReviewState.NEW if self.verdict is None else ReviewState.SUGGESTED

    @property
    def genres(self) -> tuple[str, ...]:
        """Return the genres that the row shows."""
        if self.decision is not None and self.decision.holds:
            return self.decision.genres
        return () if self.verdict is None else (self.genre,)

    @property
    def is_undecided(self) -> bool:
        return self.decision is None or self.decision.state is ReviewState.UNDONE

    @property
    def suggestion(self) -> SuggestionLine | None:
        """Return a suggestion that says the same, of no confidence."""
        if self.verdict is None:
            return None
        opinions = tuple((name, self.genre, 0.0) for name in self.agreeing)
        return SuggestionLine(self.genre, 0.0, self.verdict, opinions)


NOTHING = RowWord(None, "", (), None)


class SaidColumns:
    """Suggestions and decisions of all rows. Whole suggestions are kept as bytes."""

    def __init__(self, rows: int = 0) -> None:
        self.words: Codes[RowWord] = Codes()
        self.confidences: Growing[np.float64] = Growing(np.float64)  # shown; not a number: none
        self.suggested: Growing[np.float64] = Growing(np.float64)  # the confidence of that
        self._packed = PackedColumn()
        self._names = _Names()
        self.nothing = self.words.code(NOTHING)
        self.extend_by_nothing(rows)

    def __len__(self) -> int:
        return len(self._packed)

    def extend_by_nothing(self, rows: int) -> None:
        """Add rows of which nothing is said."""
        self.words.extend_by_code(self.nothing, rows)
        nothing = np.full(rows, np.nan)
        self.confidences.extend(nothing)
        self.suggested.extend(nothing)
        self._packed.extend_by_nothing(rows)

    def put(
        self, row: int, suggestion: SuggestionLine | None, decision: DecisionLine | None
    ) -> None:
        self._packed.put(row, None if suggestion is None else self._names.packed(suggestion))
        self._say(row, suggestion, decision)

    def _say(
        self, row: int, suggestion: SuggestionLine | None, decision: DecisionLine | None
    ) -> None:
        self.words.put(row, RowWord.of(suggestion, decision))
        shown = confidence_shown(suggestion, decision)
        self.confidences.array[row] = np.nan if shown is None else shown
        self.suggested.array[row] = np.nan if suggestion is None else suggestion.confidence

    def suggest(self, row: int, suggestion: SuggestionLine | None) -> bool:
        """Put a suggestion to a row, None where it holds no longer; say whether it is another."""
        word, packed = self.words[row], None
        if suggestion is not None:
            packed = self._names.packed(suggestion)
        is_same = packed == self._packed[row]
        if is_same and suggestion is not None:
            before = (word.verdict, word.genre, float(self.suggested.array[row]))
            is_same = before == (suggestion.verdict, suggestion.genre, suggestion.confidence)
        if is_same:
            return False
        self._packed.put(row, packed)
        self._say(row, suggestion, word.decision)
        return True

    def decide(self, row: int, decision: DecisionLine | None) -> bool:
        """Put a decision to a row, None where it was taken back; say whether it is another one."""
        if self.words[row].decision == decision:
            return False
        self._say(row, self.suggestion(row), decision)
        return True

    def decision(self, row: int) -> DecisionLine | None:
        return self.words[row].decision

    def suggestion(self, row: int) -> SuggestionLine | None:
        packed = self._packed[row]
        if packed is None:
            return None
        word = self.words[row]
        assert word.verdict is not None
        return self._names.unpacked(packed, word, float(self.suggested.array[row]))

    def at(self, rows: Indices) -> tuple[list[SuggestionLine | None], list[DecisionLine | None]]:
        """Return what is said of some rows."""
        words, packed, unpacked = self.words.at(rows), self._packed, self._names.unpacked
        suggested: list[float] = self.suggested.array[rows].tolist()
        suggestions = [
            None if (held := packed[row]) is None else unpacked(held, word, confidence)
            for row, word, confidence in zip(rows.tolist(), words, suggested, strict=True)
        ]
        return suggestions, [word.decision for word in words]

    def where(self, holds: Callable[[RowWord], bool]) -> Mask:
        """Return for which rows something holds of what is said."""
        return self.words.where(holds)

    def spread(self, of_words: npt.NDArray[Spread]) -> npt.NDArray[Spread]:
        return self.words.spread(of_words)

    def copied(self) -> SaidColumns:
        """Return the same for somebody who must not see what it becomes."""
        copy = SaidColumns()
        copy.words, copy._packed = self.words.copied(), self._packed.copied()
        copy.confidences, copy.suggested = self.confidences.copied(), self.suggested.copied()
        copy._names = self._names
        return copy


class SuggestionsOf(Mapping[int, SuggestionLine]):
    """What is suggested, by track id: made when somebody asks."""

    def __init__(self, ids: npt.NDArray[np.int64], said: SaidColumns) -> None:
        self._ids = ids
        self._said = said

    @cached_property
    def _row_of(self) -> dict[int, int]:
        rows = np.flatnonzero(~np.isnan(self._said.suggested.array[: len(self._ids)]))
        return dict(zip(self._ids[rows].tolist(), rows.tolist(), strict=True))

    def __getitem__(self, track_id: int) -> SuggestionLine:
        suggestion = self._said.suggestion(self._row_of[track_id])
        assert suggestion is not None
        return suggestion

    def __iter__(self) -> Iterator[int]:
        return iter(self._row_of)

    def __len__(self) -> int:
        return len(self._row_of)


class _Names:
    """The names of classifiers and genres as numbers, and suggestions as bytes."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._number_of: dict[str, int] = {}

    def packed(self, suggestion: SuggestionLine) -> bytes:
        """Return all of a suggestion but its genre, confidence and verdict."""
        number = self._number
        values: list[float] = []
        for name, genre, confidence in suggestion.opinions:
            values += (number(name), number(genre), confidence)
        for genre, confidence in suggestion.others:
            values += (number(genre), confidence)
        opinions, others = len(suggestion.opinions), len(suggestion.others)
        layout = _layout(opinions, others)
        return layout.pack(opinions, others, suggestion.possible_count, *values)

    def unpacked(self, packed: bytes, word: RowWord, confidence: float) -> SuggestionLine:
        assert word.verdict is not None
        heads, others = packed[0], packed[1]
        _, _, possible, *values = _layout(heads, others).unpack(packed)
        names, end = self._names, 3 * heads
        opinions = tuple(
            [(names[values[at]], names[values[at + 1]], values[at + 2]) for at in range(0, end, 3)]
        )
        ranked = tuple([(names[values[at]], values[at + 1]) for at in range(end, len(values), 2)])
        return SuggestionLine(word.genre, confidence, word.verdict, opinions, ranked, possible)

    def _number(self, name: str) -> int:
        number = self._number_of.get(name)
        if number is None:
            number = self._number_of[name] = len(self._names)
            self._names.append(name)
        return number


@lru_cache(maxsize=256)
def _layout(opinions: int, others: int) -> Struct:
    return Struct("<BBi" + opinions * "HHd" + others * "Hd")
