"""Changes of genres as tables show them: one row a file, whatever became of it so far."""

from __future__ import annotations

import os
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.location import Location, location_of, readable
from musicreclass.core.review.decision import GENRE_SEPARATOR
from musicreclass.core.tag_change import ChangeState, FileChange
from musicreclass.core.track import TrackLine
from musicreclass.gui.reasons import in_words
from musicreclass.pipeline.writing.apply import Preview
from musicreclass.sentences.reason import Reason

CONTEXT = "Changes"


class Fate(Enum):
    """What becomes of a file."""

    CHECKING = "checking"
    CHANGES = "changes"
    LEFT = "left"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    WRITTEN = "written"
    UNDONE = "undone"


MARKS = {
    Fate.CHECKING: "…",
    Fate.CHANGES: "→",
    Fate.LEFT: "·",
    Fate.UNCHANGED: "=",
    Fate.REFUSED: "✕",
    Fate.WRITTEN: "✓✓",
    Fate.UNDONE: "↺",
}
WORDS: dict[Fate, object] = {
    Fate.CHECKING: QT_TRANSLATE_NOOP("Changes", "not looked at yet"),
    Fate.CHANGES: QT_TRANSLATE_NOOP("Changes", "will change"),
    Fate.LEFT: QT_TRANSLATE_NOOP("Changes", "not written"),
    Fate.UNCHANGED: QT_TRANSLATE_NOOP("Changes", "unchanged"),
    Fate.REFUSED: QT_TRANSLATE_NOOP("Changes", "refused"),
    Fate.WRITTEN: QT_TRANSLATE_NOOP("Changes", "written"),
    Fate.UNDONE: QT_TRANSLATE_NOOP("Changes", "taken back"),
}
FATES = {
    ChangeState.INTENDED: Fate.CHECKING,
    ChangeState.WRITTEN: Fate.WRITTEN,
    ChangeState.UNCHANGED: Fate.UNCHANGED,
    ChangeState.REFUSED: Fate.REFUSED,
    ChangeState.UNDOING: Fate.CHECKING,
    ChangeState.UNDONE: Fate.UNDONE,
}
ORDER = {fate: place for place, fate in enumerate(WORDS)}


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
    fate: Fate
    reason: Reason | None = None  # why it is refused
    lost: tuple[Reason, ...] = ()
    remarks: tuple[Reason, ...] = ()

    @property
    def name(self) -> str:
        return self.shown_path.rpartition(os.sep)[2]

    @property
    def shown_path(self) -> str:
        return readable(os.fsdecode(self.location))

    @property
    def changes_kind(self) -> bool:
        return self.fate is not Fate.REFUSED and self.kind_before != self.kind_after

    @property
    def fate_text(self) -> str:
        return f"{MARKS[self.fate]} {QCoreApplication.translate(CONTEXT, str(WORDS[self.fate]))}"

    @property
    def kind_text(self) -> str:
        """Return "ID3v2.3", or "ID3v2.3 → ID3v2.4" where it becomes another."""
        none = QCoreApplication.translate("Changes", "no tags")
        if not self.changes_kind:
            return self.kind_before or none
        return f"{self.kind_before or none} → {self.kind_after}"

    @property
    def remark_text(self) -> str:
        """Return why it is refused, or what there is to know about the change."""
        if self.reason:
            return in_words(self.reason)
        said = list(map(in_words, self.remarks))
        if self.lost:
            loses = QCoreApplication.translate("Changes", "Cannot go along: {what}")
            said.insert(0, loses.format(what=", ".join(map(in_words, self.lost))))
        return " · ".join(said)


class ChangeFilter(Enum):
    """Which rows are shown."""

    ALL = "all"
    CHANGES = "changes"
    WRITTEN = "written"
    UNDONE = "undone"
    REFUSED = "refused"
    LEFT = "left"
    KIND = "kind"
    UNCHANGED = "unchanged"

    def holds(self, row: ChangeRow) -> bool:
        if self is ChangeFilter.ALL:
            return True
        if self is ChangeFilter.KIND:
            return row.changes_kind
        return row.fate is OF_FATE[self]


OF_FATE = {
    ChangeFilter.CHANGES: Fate.CHANGES,
    ChangeFilter.WRITTEN: Fate.WRITTEN,
    ChangeFilter.UNDONE: Fate.UNDONE,
    ChangeFilter.REFUSED: Fate.REFUSED,
    ChangeFilter.LEFT: Fate.LEFT,
    ChangeFilter.UNCHANGED: Fate.UNCHANGED,
}
FILTERS = {fate: chosen for chosen, fate in OF_FATE.items()} | {Fate.CHECKING: ChangeFilter.ALL}


def unchecked_row(line: TrackLine) -> ChangeRow:
    """Return what is known of a change before anybody has looked at the file."""
    after = line.decision.text if line.decision is not None else ""
    kind = line.tag_kind
    return ChangeRow(line.id, line.location, line.genre, after, kind, kind, Fate.CHECKING)


def previewed_row(preview: Preview, line: TrackLine) -> ChangeRow:
    """Return what a write would do to the file of a track, or why it is refused."""
    if isinstance(preview, FileChange):
        return unchecked_row(line)._replace(fate=Fate.REFUSED, reason=preview.reason)
    change, is_same = preview, preview.before == preview.after and not preview.changes_kind
    return ChangeRow(
        line.id,
        line.location,
        genre_text(change.before),
        genre_text(change.after),
        change.kind_before,
        change.kind_after,
        Fate.UNCHANGED if is_same else Fate.CHANGES,
        lost=change.lost,
        remarks=change.remarks,
    )


def applied_row(row: ChangeRow, change: FileChange) -> ChangeRow:
    """Return what became of a change that was shown before it was made."""
    return row._replace(
        fate=FATES[change.state],
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
        FATES[change.state],
        reason=change.reason,
    )


def genre_text(genres: Iterable[str]) -> str:
    return GENRE_SEPARATOR.join(genres)
