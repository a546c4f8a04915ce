"""What is decided, on its way into the library: shown at once, kept in order, never lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from musicreclass.core.decision import Decision, DecisionLine
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.workers import Job, JobThread, Workers
from musicreclass.pipeline.care.outside_changes import decisions_on
from musicreclass.pipeline.review import decide
from musicreclass.sentences.reason import Reason

if TYPE_CHECKING:
    from musicreclass.library.review.decision_log import Undone
    from musicreclass.pipeline.review.decide import Decided

FINISH_SECONDS = 10.0  # a disk may be slow, but nobody waits longer for a window to close

Pair = tuple[int, DecisionLine | None]  # track id, and what is decided of it


class Many(NamedTuple):
    """What became of many tracks that were decided together."""

    pairs: list[Pair]
    refused: Mapping[int, Reason]


class Turn(Enum):
    """What is done to decisions that were made before."""

    UNDO = auto()
    REDO = auto()
    CLEAR = auto()
    TAKE_BACK = auto()  # one of the log, out of turn


class TakenBack(NamedTuple):
    pairs: list[Pair]
    written: int  # of those to be taken back, how many are in their files already
    later: int = 0  # of how many something was decided since
    turn: Turn = Turn.UNDO


class DecisionService(QObject):
    """Keeps decisions one after the other, in a lane of their own: nothing else is waited for.

    Each order has a turn. What comes back of an older one does not hide a newer word.

    Signals:
        updated: a list of `Pair` to be shown at once.
        came: a list of `Pair`, possibly all of the library's.
        kept: the library holds another decision now.
        flushed: nothing is on its way into the library any more.
        decided_many: how many tracks were decided together, and how many were left.
        taken_back: TakenBack; also where something was done again, or cleared.
        ordered: something is to be decided or taken back: what was said of before is over.
        entries_came: the LogEntries of what was decided, the latest first.
        tracks_came: the ids of the tracks that a decision of the log was about.
        failed: a sentence.
    """

    updated = Signal(object)
    came = Signal(object)
    kept = Signal()
    flushed = Signal()
    decided_many = Signal(int, int)
    taken_back = Signal(object)
    ordered = Signal()
    entries_came = Signal(object)
    tracks_came = Signal(object)
    failed = Signal(str)

    def __init__(self, library_file: Path, workers: Workers) -> None:
        super().__init__(workers)
        self.bundle = ""  # digest of the classifiers whose suggestions are answered
        self._file = library_file
        self._lane = Lane(workers)
        self._lane.failed.connect(self.failed)
        self._unfinished = 0
        self._turn = 0
        self._turns: dict[int, int] = {}  # track id -> turn in which it was last decided
        self._has_begun = False

    def load(self) -> None:
        """Show all that was decided until now; at first, forget what is too old to take back."""
        if not self._has_begun:
            self._has_begun = True
            self._lane.enqueue(self._prepare(partial(decide.begin_session, self._file)))
        self._turn += 1
        thread = self._prepare(partial(decide.decisions, self._file))
        thread.published.connect(partial(self._show, self._turn))
        self._lane.enqueue(thread)

    def load_some(self, track_ids: Iterable[int]) -> None:
        """Show what is decided of some tracks, as others may have decided since."""
        self._turn += 1
        thread = self._prepare(partial(decisions_on, self._file, list(track_ids)))
        thread.succeeded.connect(partial(self._show, self._turn))
        self._lane.enqueue(thread)

    def decide(self, line: TrackLine, decision: Decision) -> None:
        """Show and keep what was decided of the track in hand."""
        self._begin_turn()
        self._turns[line.id] = self._turn
        job = partial(decide.decide, self._file, line.id, decision, bundle=self.bundle)
        thread = self._prepare(job)
        before: list[Pair] = [(line.id, line.decision)]
        thread.failed.connect(partial(self._on_failed, self._turn, before))
        thread.succeeded.connect(lambda _: self.kept.emit())
        self._lane.enqueue(thread)
        self.updated.emit([(line.id, decision.line)])

    def accept_all(self, lines: Iterable[TrackLine], min_confidence: float) -> None:
        """Accept what is suggested for many tracks, from a confidence on."""
        least, bundle = min_confidence, self.bundle
        accept = partial(decide.accept_all, self._file, min_confidence=least, bundle=bundle)
        self._decide_many(partial(accept, lines))

    def accept_shown(self, lines: Iterable[TrackLine]) -> None:
        """Accept what the rows of tracks show, however sure that is."""
        self._decide_many(partial(decide.accept_shown, self._file, lines, bundle=self.bundle))

    def set_genres(self, lines: Iterable[TrackLine], genres: Sequence[str]) -> None:
        self._decide_many(partial(decide.set_genres, self._file, lines, genres, bundle=self.bundle))

    def skip_all(self, lines: Iterable[TrackLine]) -> None:
        self._decide_many(partial(decide.skip_all, self._file, lines, bundle=self.bundle))

    def undo(self) -> None:
        """Take back what was decided last: of one track, or of many at once."""
        self._turn_back(partial(decide.undo_last, self._file), Turn.UNDO)

    def redo(self) -> None:
        """Decide again what was taken back last."""
        self._turn_back(partial(decide.redo_last, self._file), Turn.REDO)

    def clear_all(self, lines: Iterable[TrackLine]) -> None:
        """Forget what was decided of tracks, but for those that are written."""
        self._turn_back(partial(decide.clear_all, self._file, list(lines)), Turn.CLEAR)

    def take_back(self, batch: int) -> None:
        """Take back a decision of the log, but for what was decided since."""
        self._turn_back(partial(decide.take_back, self._file, batch), Turn.TAKE_BACK)

    def read_log(self, most: int) -> None:
        """Have the last decisions listed."""
        self._lane.run(partial(decide.log_entries, self._file, most), self.entries_came.emit)

    def read_tracks(self, batch: int) -> None:
        """Have the tracks looked up that a decision of the log was about."""
        self._lane.run(partial(decide.tracks_of, self._file, batch), self.tracks_came.emit)

    def finish(self, seconds: float = FINISH_SECONDS) -> bool:
        """Wait until all is kept, as a window does that closes; say whether it is."""
        return self._lane.drain(seconds)

    @property
    def is_flushed(self) -> bool:
        """Whether nothing is on its way into the library."""
        return not self._unfinished

    def _prepare(self, job: Job) -> JobThread:
        thread = self._lane.prepare(job)
        thread.finished.connect(self._on_finished)
        self._unfinished += 1
        return thread

    def _begin_turn(self) -> None:
        self._turn += 1
        self.ordered.emit()

    def _turn_back(self, job: Callable[[JobContext], Undone], turn: Turn) -> None:
        self._begin_turn()
        thread = self._prepare(partial(_undone, job, turn))
        thread.succeeded.connect(partial(self._on_undone, self._turn))
        self._lane.enqueue(thread)

    def _decide_many(self, job: Callable[[JobContext], Decided]) -> None:
        self._begin_turn()
        thread = self._prepare(partial(_decided, job))
        thread.succeeded.connect(partial(self._on_decided, self._turn))
        self._lane.enqueue(thread)

    def _on_decided(self, turn: int, many: Many) -> None:
        self._show(turn, many.pairs)
        self.decided_many.emit(len(many.pairs), len(many.refused))
        self.kept.emit()

    def _on_undone(self, turn: int, undone: TakenBack) -> None:
        self._show(turn, undone.pairs)
        self.taken_back.emit(undone)
        self.kept.emit()

    def _on_failed(self, turn: int, before: list[Pair], error: Exception) -> None:
        self._show(turn, before)

    def _on_finished(self) -> None:
        self._unfinished -= 1
        if not self._unfinished:
            self.flushed.emit()

    def _show(self, turn: int, pairs: Sequence[Pair]) -> None:
        """Pass on what was decided up to a turn, but for what was decided again since."""
        self.came.emit([pair for pair in pairs if self._turns.get(pair[0], 0) <= turn])


def _decided(job: Callable[[JobContext], Decided], ctx: JobContext) -> Many:
    """Decide, and make what lists show of it: in the thread of the job, for they may be many."""
    decided = job(ctx)
    alike: dict[DecisionLine, DecisionLine] = {}  # few kinds stand for all tracks
    every = ((i, made.line) for i, made in decided.decisions.items())
    return Many([(i, alike.setdefault(line, line)) for i, line in every], decided.refused)


def _undone(job: Callable[[JobContext], Undone], turn: Turn, ctx: JobContext) -> TakenBack:
    undone = job(ctx)
    stands: list[Pair] = [(i, d.line if d else None) for i, d in undone.restored.items()]
    return TakenBack(stands, len(undone.written), len(undone.later), turn)
