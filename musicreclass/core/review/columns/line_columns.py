"""All tracks of a list in columns; a `TrackLine` is made of a row when somebody looks at it.

A line as an object of its own takes a kilobyte, and a million of them are more than many computers
have; in columns it takes some 300 bytes, and to look for something takes no pass in Python.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import add

import numpy as np
import numpy.typing as npt

from musicreclass.core.location import Location
from musicreclass.core.naming.file_names import stem_of
from musicreclass.core.review.columns.codes import Codes, TextCodes
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.review.columns.growing import Growing, Indices
from musicreclass.core.review.columns.row_index import RowIndex
from musicreclass.core.review.columns.said import SaidColumns
from musicreclass.core.review.columns.tag_column import TagColumn
from musicreclass.core.review.columns.texts import Texts
from musicreclass.core.track import TrackLine

REPEATED = (
    "artist", "album", "genre", "format", "year", "track_number", "tag_kind", "legacy_encoding",
    "guessed",
)  # fmt: skip
WHOLE = ("id", "size", "mtime_ns")
AT_ONCE = 1_000
_FIELD = {name: at for at, name in enumerate(TrackLine._fields)}


class LineColumns(Sequence[TrackLine]):
    """Rows in the order in which they came."""

    def __init__(self) -> None:
        self.numbers: dict[str, Growing[np.int64]] = {name: Growing(np.int64) for name in WHOLE}
        self.lasting: Growing[np.float64] = Growing(np.float64)
        self.missing: Growing[np.bool_] = Growing(np.bool_)
        self.texts = {name: TextCodes() for name in REPEATED}
        self.titles = Texts()
        self.files = Texts()  # their names, as the disk has them
        self.folded_titles = Texts()  # as they are shown: the file's name where there is none
        self.folded_names = Texts()
        self.parts: Codes[FolderPart] = Codes()
        self.above = TextCodes()  # the folders on disk, each with what parts it from names
        self.odd_names: dict[int, str] = {}  # names that people read otherwise
        self.raw: set[int] = set()  # rows whose paths are no text
        self.said = SaidColumns()
        self.tags = TagColumn()
        self.by_id = RowIndex()

    @classmethod
    def of(cls, lines: Sequence[TrackLine]) -> LineColumns:
        """Return lines in columns."""
        columns = cls()
        if lines:
            columns._take_in(lines)
        return columns

    def __len__(self) -> int:
        return len(self.missing)

    def __getitem__(self, row: int) -> TrackLine:  # type: ignore[override]
        if not 0 <= row < len(self):
            raise IndexError(row)
        return self.lines(np.array([row]))[0]

    def __iter__(self) -> Iterator[TrackLine]:
        return self.each(np.arange(len(self)))

    def each(self, rows: Indices) -> Iterator[TrackLine]:
        """Yield the lines of some rows, made as they are wanted."""
        for start in range(0, len(rows), AT_ONCE):
            yield from self.lines(rows[start : start + AT_ONCE])

    def lines(self, rows: Indices) -> list[TrackLine]:
        """Return the lines of some rows."""
        numbers = {name: held.array[rows].tolist() for name, held in self.numbers.items()}
        texts = {name: held.at(rows) for name, held in self.texts.items()}
        files, parts = self.files.at(rows), self.parts.at(rows)
        suggestions, decisions = self.said.at(rows)
        held = {
            **numbers, **texts,
            "location": self.locations(rows, files), "name": self._names(rows, files),
            "title": self.titles.at(rows),
            "seconds": self.lasting.array[rows].tolist(),
            "is_missing": self.missing.array[rows].astype(np.int8).tolist(),
            "folder_id": [part[0] for part in parts], "folder": [part[1] for part in parts],
            "sound_tags": self.tags.at(rows), "suggestion": suggestions, "decision": decisions,
        }  # fmt: skip
        return list(map(TrackLine._make, zip(*(held[name] for name in _FIELD), strict=True)))

    def lines_of(self, track_ids: Iterable[int]) -> dict[int, TrackLine]:
        """Return the lines of those of some tracks that are here, by id."""
        rows = self.by_id.rows(track_ids)
        return {line.id: line for line in self.lines(rows[rows >= 0])}

    def extend_by(self, other: LineColumns) -> None:
        """Add rows, of which nothing is said yet, or all that is said of them."""
        first = len(self)
        for name, numbers in self.numbers.items():
            numbers.extend(other.numbers[name].array)
        self.lasting.extend(other.lasting.array)
        for name, texts in self.texts.items():
            texts.extend_by(other.texts[name])
        for mine, others in (
            (self.titles, other.titles), (self.files, other.files),
            (self.folded_titles, other.folded_titles), (self.folded_names, other.folded_names),
        ):  # fmt: skip
            mine.extend_by(others)
        self.missing.extend(other.missing.array)
        self.parts.extend_by(other.parts)
        self.above.extend_by(other.above)
        self.odd_names.update((first + row, name) for row, name in other.odd_names.items())
        self.raw.update(first + row for row in other.raw)
        self.said.extend_by_nothing(len(other))
        rows = np.arange(len(other))
        self.tags.extend(other.tags.at(rows))
        for row in np.flatnonzero(other.said.words.codes != other.said.nothing).tolist():
            self.said.put(first + row, other.said.suggestion(row), other.said.decision(row))
        self.by_id.add(other.ids)  # last: other threads find whole rows only

    def replace(self, row: int, line: TrackLine) -> None:
        """Put another line of the same track into a row."""
        for name, numbers in self.numbers.items():
            numbers.array[row] = getattr(line, name)
        self.lasting.array[row] = line.seconds
        for name, texts in self.texts.items():
            texts.put(row, getattr(line, name))
        self.titles.put(row, line.title)
        self.folded_titles.put(row, line.shown_title.casefold())
        self.folded_names.put(row, line.name.casefold())
        self.missing.array[row] = bool(line.is_missing)
        self.parts.put(row, (line.folder_id, line.folder))
        above, file = parted(line.location)
        self.above.put(row, above)
        self.files.put(row, file)
        self.odd_names.pop(row, None)
        if file != line.name:
            self.odd_names[row] = line.name
        self.raw.discard(row)
        if isinstance(line.location, bytes):
            self.raw.add(row)
        self.tags.put(row, line.sound_tags)
        self.said.put(row, line.suggestion, line.decision)

    def kept(self, rows: Indices) -> LineColumns:
        """Return some of the rows alone."""
        columns = LineColumns()
        for start in range(0, len(rows), AT_ONCE):
            columns.extend_by(LineColumns.of(self.lines(rows[start : start + AT_ONCE])))
        return columns

    def copied(self) -> LineColumns:
        """Return the same for somebody who must not see what it becomes."""
        copy = LineColumns()
        copy.numbers = {name: numbers.copied() for name, numbers in self.numbers.items()}
        copy.lasting = self.lasting.copied()
        copy.texts = {name: texts.copied() for name, texts in self.texts.items()}
        copy.titles, copy.files = self.titles.copied(), self.files.copied()
        copy.folded_titles = self.folded_titles.copied()
        copy.folded_names = self.folded_names.copied()
        copy.missing = self.missing.copied()
        copy.odd_names, copy.raw = dict(self.odd_names), set(self.raw)
        copy.parts, copy.above = self.parts.copied(), self.above.copied()
        copy.said, copy.tags = self.said.copied(), self.tags.copied()
        return copy

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """Return the ids of all rows, shape (n_rows,)."""
        return self.numbers["id"].array

    @property
    def seconds(self) -> npt.NDArray[np.float64]:
        """Return the lengths of all rows, shape (n_rows,)."""
        return self.lasting.array

    def sorted_texts(self) -> list[Texts]:
        """Return the texts that are put in order as soon as somebody sorts by them."""
        repeated = [texts.folded for texts in self.texts.values()]
        return [self.folded_titles, self.folded_names, self.files, *repeated]

    def rows_at(self, wanted: Collection[Location]) -> Indices:
        """Return the rows of the tracks whose files lie at some locations."""
        folders = {parted(location)[0] for location in wanted}
        rows = np.flatnonzero(self.above.where(folders.__contains__))
        found = self.locations(rows, self.files.at(rows))
        return rows[np.array([at in wanted for at in found], dtype=np.bool_)]

    def empty_fields(self) -> frozenset[str]:
        """Return the names of fields that say nothing of any track."""
        told = {name for name, texts in self.texts.items() if texts.has_other_than("")}
        if (self.seconds > 0).any():
            told.add("seconds")
        if any(below for (_, below), number in self.parts.counts() if number):
            told.add("folder")
        return frozenset((*self.texts, "seconds", "folder")) - told

    def _take_in(self, lines: Sequence[TrackLine]) -> None:
        fields = dict(zip(_FIELD, zip(*lines, strict=True), strict=True))
        for name, numbers in self.numbers.items():
            numbers.extend(np.array(fields[name], dtype=np.int64))
        self.lasting.extend(np.array(fields["seconds"], dtype=np.float64))
        for name, texts in self.texts.items():
            texts.extend(fields[name])
        names, titles = fields["name"], fields["title"]
        self.titles.extend(titles)
        shown = (title or stem_of(name) for title, name in zip(titles, names, strict=True))
        self.folded_titles.extend(map(str.casefold, shown))
        self.folded_names.extend(map(str.casefold, names))
        self.missing.extend(np.array(fields["is_missing"], dtype=np.bool_))
        self.parts.extend(zip(fields["folder_id"], fields["folder"], strict=True))
        above, files = zip(*map(parted, fields["location"]), strict=True)
        self.above.extend(above)
        self.files.extend(files)
        self.odd_names = {row: names[row] for row, file in enumerate(files) if file != names[row]}
        self.raw = {row for row, at in enumerate(fields["location"]) if isinstance(at, bytes)}
        self.by_id.add(self.ids)
        self.tags.extend(fields["sound_tags"])
        self.said.extend_by_nothing(len(lines))
        for row, (suggestion, decision) in enumerate(
            zip(fields["suggestion"], fields["decision"], strict=True)
        ):
            if suggestion is not None or decision is not None:
                self.said.put(row, suggestion, decision)

    def locations(self, rows: Indices, files: list[str]) -> list[Location]:
        """Return where the files of some rows lie, of which these are the names."""
        locations: list[Location] = list(map(add, self.above.at(rows), files))
        if self.raw:
            for at, row in enumerate(rows.tolist()):
                if row in self.raw:
                    locations[at] = os.fsencode(locations[at])
        return locations

    def _names(self, rows: Indices, files: list[str]) -> list[str]:
        odd = self.odd_names
        if not odd:
            return files
        return [odd.get(row, file) for row, file in zip(rows.tolist(), files, strict=True)]


class LineView(Sequence[TrackLine]):
    """Some rows of columns, in an order; their lines are made as somebody looks at them."""

    def __init__(self, columns: LineColumns, rows: Indices) -> None:
        self.columns = columns
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int | slice) -> TrackLine | LineView:  # type: ignore[override]
        if isinstance(at, slice):
            return LineView(self.columns, self.rows[at])
        return self.columns[int(self.rows[at])]

    def __iter__(self) -> Iterator[TrackLine]:
        return self.columns.each(self.rows)

    @classmethod
    def of(cls, lines: Sequence[TrackLine]) -> LineView:
        """Return the same lines as a view, where they are none already."""
        if isinstance(lines, LineView):
            return lines
        return cls(LineColumns.of(lines), np.arange(len(lines)))

    @property
    def ids(self) -> npt.NDArray[np.int64]:
        """Return the ids of the tracks, shape (n_tracks,)."""
        return self.columns.ids[self.rows]

    @property
    def present(self) -> LineView:
        """Return those whose files are there."""
        return LineView(self.columns, self.rows[~self.columns.missing.array[self.rows]])

    @property
    def locations(self) -> list[Location]:
        return self.columns.locations(self.rows, self.columns.files.at(self.rows))

    def without(self, track_ids: Collection[int]) -> LineView:
        """Return all but some of the tracks."""
        return LineView(self.columns, self.rows[~np.isin(self.ids, list(track_ids))])

    def of_ids(self, track_ids: npt.NDArray[np.int64]) -> LineView:
        """Return some of the tracks, in the order of their ids as they are given."""
        ids = self.ids
        if not len(ids):
            return self
        order = np.argsort(ids, kind="stable")
        found = np.searchsorted(ids, track_ids, sorter=order)
        at = order[np.minimum(found, len(ids) - 1)]
        return LineView(self.columns, self.rows[at[ids[at] == track_ids]])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]


def parted(location: str | bytes) -> tuple[str, str]:
    """Return the path of the folder that a file lies in, up to its name, and that."""
    path = location if isinstance(location, str) else os.fsdecode(location)
    end = path.rfind(os.sep) + 1
    return path[:end], path[end:]
