"""Changes of genres as rows of tables, one a file, and what is said of many of them at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.genres.genre_rules import GenreRuling
from musicreclass.core.location import Location, location_of, readable
from musicreclass.core.tag_change import ChangeState, FileChange
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import count, listed
from musicreclass.sentences.reason import Reason

if TYPE_CHECKING:
    from musicreclass.pipeline.writing.apply import Preview

CONTEXT = "Changes"


class RowState(Enum):
    """The state of a row: what becomes of its file."""

    CHECKING = "checking"
    CHANGES = "changes"
    LEFT = "left"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    WRITTEN = "written"
    MOVED = "moved"
    UNDONE = "undone"

    __hash__ = object.__hash__  # quick: a hundred thousand rows are counted by it


MARKS = {
    RowState.CHECKING: "…",
    RowState.CHANGES: "→",
    RowState.LEFT: "·",
    RowState.UNCHANGED: "=",
    RowState.REFUSED: "✕",
    RowState.WRITTEN: "✓✓",
    RowState.MOVED: "✓",
    RowState.UNDONE: "↺",
}
WORDS: dict[RowState, object] = {
    RowState.CHECKING: QT_TRANSLATE_NOOP("Changes", "not looked at yet"),
    RowState.CHANGES: QT_TRANSLATE_NOOP("Changes", "will change"),
    RowState.LEFT: QT_TRANSLATE_NOOP("Changes", "not written"),
    RowState.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "stays as it is"),
    RowState.REFUSED: QT_TRANSLATE_NOOP("Changes", "refused"),
    RowState.WRITTEN: QT_TRANSLATE_NOOP("Changes", "written"),
    RowState.MOVED: QT_TRANSLATE_NOOP("Changes", "sorted"),
    RowState.UNDONE: QT_TRANSLATE_NOOP("Changes", "taken back"),
}
ROW_STATES = {
    ChangeState.INTENDED: RowState.CHECKING,
    ChangeState.WRITTEN: RowState.WRITTEN,
    ChangeState.UNCHANGED: RowState.UNCHANGED,
    ChangeState.REFUSED: RowState.REFUSED,
    ChangeState.UNDOING: RowState.CHECKING,
    ChangeState.UNDONE: RowState.UNDONE,
}
STATE_ORDER = {state: index for index, state in enumerate(WORDS)}


class ChangeRow(NamedTuple):
    """One file of a preview, of a run or of a batch in the history.

    A tuple and not a dataclass because twenty thousand of them are made when the dialog opens.
    """

    id: int  # of the track, or of the change in the journal
    location: Location
    before: str  # genres as text
    after: str
    kind_before: str
    kind_after: str
    state: RowState
    reason: Reason | None = None  # why it is refused
    lost: tuple[Reason, ...] = ()
    remarks: tuple[Reason, ...] = ()
    is_chosen: bool = True  # to be written, where it would change

    @property
    def name(self) -> str:
        return self.shown_path.rpartition(os.sep)[2]

    @property
    def folder(self) -> str:
        """Return the last two folders around the file, which tell one 1.mp3 from another."""
        return str(Path(*Path(self.shown_path).parts[-3:-1]))

    @property
    def shown_path(self) -> str:
        return readable(os.fsdecode(self.location))

    @property
    def changes_kind(self) -> bool:
        """Whether its tag becomes another version; a first tag is none."""
        return bool(self.kind_before) and self._gets_kind

    @property
    def _gets_kind(self) -> bool:
        return self.state is not RowState.REFUSED and self.kind_before != self.kind_after

    @property
    def state_text(self) -> str:
        return f"{MARKS[self.state]} {QCoreApplication.translate(CONTEXT, str(WORDS[self.state]))}"

    @property
    def kind_text(self) -> str:
        """Return "ID3v2.3", or "ID3v2.3 → ID3v2.4" where it becomes another."""
        none = QCoreApplication.translate("Changes", "no tags")
        if not self._gets_kind:
            return self.kind_before or none
        if not self.kind_before:
            first = QCoreApplication.translate("Changes", "first tag: {kind}")
            return first.format(kind=self.kind_after)
        return f"{self.kind_before} → {self.kind_after}"

    @property
    def remark_text(self) -> str:
        """Return why it is refused, or what there is to know about the change."""
        if self.reason:
            return in_words(self.reason)
        said = list(map(in_words, self.remarks))
        if self.lost:
            loses = QCoreApplication.translate("Changes", "Cannot go along: {what}")
            said.insert(0, loses.format(what=listed(map(in_words, self.lost))))
        return " · ".join(said)


class ChangeFilter(Enum):
    """Which rows are shown."""

    ALL = "all"
    CHANGES = "changes"
    WRITTEN = "written"
    MOVED = "moved"
    UNDONE = "undone"
    REFUSED = "refused"
    LEFT = "left"
    KIND = "kind"
    UNCHANGED = "unchanged"

    def holds(self, row: ChangeRow) -> bool:
        if self is ChangeFilter.ALL:
            return True
        return row.changes_kind if self is ChangeFilter.KIND else row.state is ROW_STATE_OF[self]


ROW_STATE_OF = {
    ChangeFilter.CHANGES: RowState.CHANGES,
    ChangeFilter.WRITTEN: RowState.WRITTEN,
    ChangeFilter.MOVED: RowState.MOVED,
    ChangeFilter.UNDONE: RowState.UNDONE,
    ChangeFilter.REFUSED: RowState.REFUSED,
    ChangeFilter.LEFT: RowState.LEFT,
    ChangeFilter.UNCHANGED: RowState.UNCHANGED,
}
FILTERS = {state: chosen for chosen, state in ROW_STATE_OF.items()}
FILTERS[RowState.CHECKING] = ChangeFilter.ALL
_PARTS: dict[ChangeFilter, object] = {
    ChangeFilter.WRITTEN: QT_TRANSLATE_NOOP("Changes", "{number} written"),
    ChangeFilter.MOVED: QT_TRANSLATE_NOOP("Changes", "{number} sorted"),
    ChangeFilter.UNDONE: QT_TRANSLATE_NOOP("Changes", "{number} taken back"),
    ChangeFilter.REFUSED: QT_TRANSLATE_NOOP("Changes", "{number} refused"),
    ChangeFilter.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "{number} stay as they are"),
    ChangeFilter.LEFT: QT_TRANSLATE_NOOP("Changes", "{number} left as they were"),
}


_KEPT: dict[str, object] = {  # why a file stays as it is
    "core.keeps_finer": QT_TRANSLATE_NOOP("Changes", "{number} have a finer genre"),
    "core.keeps_same": QT_TRANSLATE_NOOP("Changes", "{number} have it among others"),
    "core.same_in_other_words": QT_TRANSLATE_NOOP(
        "Changes", "{number} say the same in other words"
    ),
    "core.has_it_already": QT_TRANSLATE_NOOP("Changes", "{number} have it already"),
    "core.keeps_what_it_has": QT_TRANSLATE_NOOP("Changes", "{number} have some genre"),
    "core.no_room_for_more": QT_TRANSLATE_NOOP("Changes", "{number} have enough genres"),
    "": QT_TRANSLATE_NOOP("Changes", "{number} say so already"),
}


def unchecked_row(line: TrackLine, ruling: GenreRuling | None = None) -> ChangeRow:
    """Return what is known of a change before anybody has looked at the file.

    Args:
        ruling: which of the genres decided the file gets; without it, all.
    """
    after = line.decision.text if line.decision is not None else ""
    kind, remarks = line.tag_kind, tuple[Reason, ...]()
    if ruling is not None:
        found = ruling.of_text(line.genre, line.decision)
        after = genre_text(found.genres)
        remarks = () if found.reason is None else (found.reason,)
    return ChangeRow(
        line.id, line.location, line.genre, after, kind, kind, RowState.CHECKING, remarks=remarks
    )


def previewed_row(preview: Preview, line: TrackLine) -> ChangeRow:
    """Return what a write would do to the file of a track, or why it is refused."""
    if isinstance(preview, FileChange):
        return unchecked_row(line)._replace(state=RowState.REFUSED, reason=preview.reason)
    change, is_same = preview, preview.before == preview.after and not preview.changes_kind
    return ChangeRow(
        line.id,
        line.location,
        genre_text(change.before),
        genre_text(change.after),
        change.kind_before,
        change.kind_after,
        RowState.UNCHANGED if is_same else RowState.CHANGES,
        lost=change.lost,
        remarks=change.remarks,
    )


def applied_row(row: ChangeRow, change: FileChange) -> ChangeRow:
    """Return what became of a change that was shown before it was made."""
    return row._replace(
        state=ROW_STATES[change.state],
        reason=change.reason,
        remarks=tuple(dict.fromkeys((*row.remarks, *change.remarks))),
    )


def recorded_row(change: FileChange) -> ChangeRow:
    """Return what the history knows of a file."""
    return ChangeRow(
        change.id,
        location_of(str(change.path)),
        genre_text(change.before),
        genre_text(change.after),
        "",
        "",
        ROW_STATES[change.state],
        reason=change.reason,
    )


def genre_text(genres: Iterable[str]) -> str:
    return GENRE_SEPARATOR.join(genres)


def outcome_text(counts: Mapping[ChangeFilter, int], trouble: str = "") -> str:
    """Return "207 written, 3 refused", behind what ended it before its time."""
    parts = [
        QCoreApplication.translate(CONTEXT, str(words)).format(number=count(counts[kind]))
        for kind, words in _PARTS.items()
        if counts.get(kind, 0)
    ]
    comma = QCoreApplication.translate("Changes", ", ")
    return " ".join(filter(None, (trouble, comma.join(parts))))


def reasons_text(rows: Iterable[ChangeRow]) -> str:
    """Return "Stay as they are: 90 say so already, 28 have a finer genre"; nothing without any."""
    counts: Counter[str] = Counter()
    for row in rows:
        if row.state is RowState.UNCHANGED:
            code = next((one.code for one in row.remarks if one.code in _KEPT), "")
            counts[code] += 1
    if not counts:
        return ""
    parts = [
        QCoreApplication.translate(CONTEXT, str(words)).format(number=count(counts[code]))
        for code, words in _KEPT.items()
        if counts[code]
    ]
    said = QCoreApplication.translate("Changes", "Stay as they are: {why}")
    return said.format(why=listed(parts))


def losses_text(rows: Iterable[ChangeRow]) -> str:
    """Return what cannot go along into another version of the tags; nothing where all can."""
    losing = [row for row in rows if row.lost]
    if not losing:
        return ""
    frames = Counter(in_words(frame) for row in losing for frame in row.lost)
    lost = listed(f"{frame} ({count(number)})" for frame, number in frames.most_common())
    said = QCoreApplication.translate(
        "Changes", "{number} files lose what their new version of tags has no place for: {what}"
    )
    return said.format(number=count(len(losing)), what=lost)
