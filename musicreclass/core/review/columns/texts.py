"""A text for each row, all in one array of bytes: searched and put in order without objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from musicreclass.core.job import JobContext
from musicreclass.core.review.columns.growing import Growing, Indices, Mask

END = 10  # behind each text: a line break, which nobody can search for
WORD = 8  # bytes that are compared at once
FEW_CHANGED = 1_000

Bytes = npt.NDArray[np.uint8]
Positions = npt.NDArray[np.int64]  # shape (n_rows,)


class Texts:
    """Texts in UTF-8, end to end. Those that became others since are few, and kept aside."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._data: Growing[np.uint8] = Growing(np.uint8)
        self._ends: Growing[np.int64] = Growing(np.int64)  # behind the line break of each
        self._frequency = np.zeros(256, dtype=np.int64)  # of each byte
        self._changed: dict[int, str] = {}
        self._ranks: npt.NDArray[np.int64] | None = None
        self._version = 0  # grows whenever a text comes or becomes another
        self.extend(texts)

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, row: int) -> str:
        if row in self._changed:
            return self._changed[row]
        ends = self._ends.array
        start = int(ends[row - 1]) if row else 0
        return _text(self._data.array[start : int(ends[row]) - 1].tobytes())

    def __iter__(self) -> Iterator[str]:
        return (self[row] for row in range(len(self)))

    def at(self, rows: Indices) -> list[str]:
        """Return the texts of some rows."""
        ends, data = self._ends.array, self._data.array
        stops = (ends[rows] - 1).tolist()
        starts = np.where(rows > 0, ends[rows - 1], 0).tolist()
        changed = self._changed
        if changed:
            return [
                changed[row] if row in changed else _text(data[start:stop].tobytes())
                for row, start, stop in zip(rows.tolist(), starts, stops, strict=True)
            ]
        if len(rows) and (np.diff(rows) == 1).all():  # they are cut out of one text
            whole = _text(data[starts[0] : stops[-1]].tobytes())
            if len(texts := whole.split("\n")) == len(rows):
                return texts
        return [
            _text(data[start:stop].tobytes()) for start, stop in zip(starts, stops, strict=True)
        ]

    def extend(self, texts: Iterable[str]) -> None:
        encoded = [text.encode(errors="surrogatepass") for text in texts]
        if not encoded:
            return
        lengths = np.fromiter(map(len, encoded), dtype=np.int64, count=len(encoded)) + 1
        self._add(np.frombuffer(b"\n".join((*encoded, b"")), dtype=np.uint8), lengths)

    def extend_by(self, other: Texts) -> None:
        """Add all texts of others."""
        if other._changed:
            self.extend(other)
        else:
            self._add(other._data.array, other._lengths() + 1)

    def put(self, row: int, text: str) -> None:
        if text != self[row]:
            self._changed[row] = text
            self._ranks = None
            self._version += 1
            if len(self._changed) > max(FEW_CHANGED, len(self) // 8):
                self._set(list(self))

    def copied(self) -> Texts:
        """Return the same for somebody who must not see what it becomes."""
        copy = Texts()
        copy._data, copy._ends = self._data, self._ends.copied()
        copy._frequency, copy._changed = self._frequency, dict(self._changed)
        copy._ranks, copy._version = self._ranks, self._version
        return copy

    def holding(self, wanted: str) -> Mask:
        """Return in which rows a text is found."""
        found = np.zeros(len(self), dtype=np.bool_)
        if not wanted:
            return ~found
        sought = wanted.encode(errors="surrogatepass")
        positions = self._positions(sought)
        ends = self._ends.array
        if len(positions) < len(ends):
            found[np.searchsorted(ends, positions, side="right")] = True
        else:
            before = np.searchsorted(positions, ends)
            found = np.diff(before, prepend=0) > 0
        return self._corrected(found, lambda text: wanted in text)

    def starting(self, wanted: str) -> Mask:
        """Return which rows begin with a text."""
        sought = np.frombuffer(wanted.encode(errors="surrogatepass"), dtype=np.uint8)
        starts = self._starts()
        rows = np.flatnonzero(self._lengths() >= len(sought))
        data = self._data.array
        for at, byte in enumerate(sought.tolist()):
            rows = rows[data[starts[rows] + at] == byte]
        found = np.zeros(len(self), dtype=np.bool_)
        found[rows] = True
        return self._corrected(found, lambda text: text.startswith(wanted))

    def empty(self) -> Mask:
        """Return which rows say nothing."""
        return self._corrected(self._lengths() == 0, lambda text: not text)

    def ranks(self) -> npt.NDArray[np.int64]:
        """Return the place of each text in the order of all, equal ones in one; kept until then."""
        if self._ranks is None or len(self._ranks) != len(self):
            if self._changed:
                version = self._version
                self._set(list(self))
                self._version = version
            self._ranks = _ranked(self._data.array, self._starts(), self._lengths())
        return self._ranks

    def take_ranks(self, copy: Texts) -> None:
        """Take over the order that a copy was put in, unless these are other texts by now."""
        if copy._version == self._version:
            self._ranks = copy._ranks

    def _set(self, texts: Sequence[str]) -> None:
        self._data, self._ends = Growing(np.uint8), Growing(np.int64)
        self._frequency, self._changed = np.zeros(256, dtype=np.int64), {}
        self.extend(texts)

    def _add(self, data: Bytes, lengths: Positions) -> None:
        """Add bytes, of which each text with its line break has so many."""
        self._ends.extend(np.cumsum(lengths) + len(self._data))
        self._data.extend(data)
        self._frequency = self._frequency + np.bincount(data, minlength=256)
        self._ranks = None
        self._version += 1

    def _starts(self) -> Positions:
        ends = self._ends.array
        starts = np.zeros_like(ends)
        starts[1:] = ends[:-1]
        return starts

    def _lengths(self) -> Positions:
        return np.diff(self._ends.array, prepend=0) - 1

    def _positions(self, sought: bytes) -> npt.NDArray[np.intp]:
        """Return where in the data a few bytes stand: the rarest of them is looked for first."""
        data, size = self._data.array[: int(self._ends.array[-1]) if len(self) else 0], len(sought)
        if len(data) < size:
            return np.zeros(0, dtype=np.intp)
        order = sorted(range(size), key=lambda at: int(self._frequency[sought[at]]))
        first = order[0]
        found = np.flatnonzero(data[first : len(data) - size + 1 + first] == sought[first])
        for at in order[1:]:
            found = found[data[found + at] == sought[at]]
        return found

    def _corrected(self, found: Mask, holds: Callable[[str], bool]) -> Mask:
        for row, text in self._changed.items():
            found[row] = holds(text)
        return found


def put_in_order(copies: Sequence[Texts], ctx: JobContext) -> Sequence[Texts]:
    """Work out the ranks of copies, which `take_ranks` takes over: a second for a million."""
    for texts in copies:
        ctx.raise_if_cancelled()
        texts.ranks()
    return copies


def _text(data: bytes) -> str:
    return data.decode(errors="surrogatepass")


def _ranked(data: Bytes, starts: Positions, lengths: Positions) -> npt.NDArray[np.int64]:
    """Return the ranks of texts in the order of their bytes, which is that of their characters.

    Eight bytes of all are compared at once, then the next eight of those that are alike so far.
    """
    ranks = np.zeros(len(starts), dtype=np.int64)
    padded = np.concatenate((data, np.zeros(WORD, dtype=np.uint8)))
    words = np.ndarray((len(data) + 1,), dtype=">u8", buffer=padded.data, strides=(1,))
    alike = np.arange(len(starts))  # rows that others of the same rank stand beside
    depth = 0
    while len(alike):
        left = lengths[alike] - depth
        keys = words[np.minimum(starts[alike] + depth, len(data))].astype(np.uint64)
        keys = np.where(left > 0, keys, 0)
        spare = (np.clip(WORD - left, 0, WORD - 1) * 8).astype(np.uint64)
        keys = keys >> spare << spare
        order = np.lexsort((keys, ranks[alike])) if depth else np.argsort(keys, kind="stable")
        alike, keys, left = alike[order], keys[order], left[order]
        before = ranks[alike]
        is_new_group = np.diff(before, prepend=before[:1] - 1) != 0
        is_new = is_new_group.copy()
        is_new[1:] |= keys[1:] != keys[:-1]
        at = np.arange(len(alike))
        group_start = np.maximum.accumulate(np.where(is_new_group, at, 0))
        run_start = np.maximum.accumulate(np.where(is_new, at, 0))
        ranks[alike] = before + run_start - group_start
        ends_run = np.append(is_new[1:], True)
        is_alone = is_new & ends_run
        alike = alike[~is_alone & (left > 0)]
        depth += WORD
    return ranks
