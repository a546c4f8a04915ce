"""What a person does to the tracks in hand: decides, takes back, and goes on to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from musicreclass.core.decision import Decision
from musicreclass.core.review import transitions
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import sentence_on
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.services.candidates import Candidates
from musicreclass.gui.services.decision_service import DecisionService, TakenBack, Turn
from musicreclass.gui.tracks.track_view import TrackView


class Deciding(QObject):
    """Decides on the rows selected in the table: one as a person's own word, several in bulk.

    Signals:
        said: a sentence about what was done or cannot be.
    """

    said = Signal(str)

    def __init__(
        self, table: TrackView, decisions: DecisionService, candidates: Candidates
    ) -> None:
        super().__init__(table)
        self._table = table
        self._tracks = table.tracks
        self._decisions = decisions
        self._candidates = candidates
        self._wanted: tuple[int, int] | None = None  # a track, and which candidate it is to get
        candidates.came.connect(self._on_candidates)
        decisions.decided_many.connect(self._on_decided_many)
        decisions.taken_back.connect(self._on_taken_back)

    def accept(self) -> None:
        """Accept what the rows show."""
        self._decide(transitions.accept, self._decisions.accept_shown)

    def skip(self) -> None:
        """Leave the tracks as they are."""
        self._decide(transitions.skip, self._decisions.skip_all)

    def give(self, genres: Sequence[str]) -> None:
        """Give the tracks these genres."""
        self._decide(
            lambda line: transitions.change(line, genres),
            lambda lines: self._decisions.set_genres(lines, genres),
        )

    def take(self, rank: int) -> None:
        """Give the track in hand one of its candidates, as soon as they are known."""
        line = self._table.current_line()
        if line is None:
            return
        candidates = self._candidates.of(line)
        self._wanted = None
        if rank < len(candidates):
            self._one(line, lambda line: transitions.choose(line, candidates[rank]))
        elif line.suggestion is None:
            self.said.emit(self.tr("Nothing is suggested for this track yet."))
        else:
            self._wanted = (line.id, rank)

    def undo(self) -> None:
        """Take back what was decided last."""
        self._decisions.undo()

    def redo(self) -> None:
        """Decide again what was taken back last."""
        self._decisions.redo()

    def clear(self) -> None:
        """Forget what was decided of the tracks, and stay with them."""
        lines = self._table.selected_lines()
        if len(lines) > 1:
            self._decisions.clear_all(lines)
        elif (line := self._table.current_line()) is not None:
            try:
                transitions.check_clear(line)
            except transitions.CannotDecide as error:
                self.said.emit(sentence_on(error))
            else:
                self._decisions.clear_all([line])

    def move(self, steps: int) -> None:
        """Go some rows down, or up."""
        self._table.go_to(self._table.currentIndex().row() + steps)

    def _decide(
        self, one: Callable[[TrackLine], Decision], many: Callable[[list[TrackLine]], None]
    ) -> None:
        if self._table.selected_count > 1:
            lines = self._table.selected_lines()
            self._go_on(lambda: many(lines))
        elif (line := self._table.current_line()) is not None:
            self._one(line, one)

    def _one(self, line: TrackLine, decision_on: Callable[[TrackLine], Decision]) -> None:
        try:
            decision = decision_on(line)
        except transitions.CannotDecide as error:
            self.said.emit(sentence_on(error))
        else:
            self._go_on(lambda: self._decisions.decide(line, decision))

    def _go_on(self, decide: Callable[[], None]) -> None:
        """Decide, then take in hand what comes next of all that is still to be reviewed.

        Which one that is has to be known before: the rows decided may be gone then.
        """
        tracks = self._tracks.tracks
        start = self._table.last_selected_row + 1
        row = tracks.next_row(transitions.ReviewQueue.TO_REVIEW, start)
        following = tracks.line_at(row).id if row >= 0 else None
        decide()
        if following is not None:
            self._table.go_to(tracks.row_of(following))

    def _on_candidates(self, track_id: int) -> None:
        """Take the candidate that was asked for before anybody knew it."""
        wanted, line = self._wanted, self._table.current_line()
        if wanted is None or line is None or line.id != wanted[0]:
            return
        if track_id == line.id:
            self._wanted = None
            if wanted[1] < len(self._candidates.of(line)):
                self.take(wanted[1])

    def _on_decided_many(self, decided: int, left: int) -> None:
        sentence = self.tr("{tracks} decided; Z takes all of it back.")
        text = sentence.format(tracks=tracks(decided))
        if left:
            more = self.tr("{number} were left as they are.").format(number=count(left))
            text = f"{text} {more}"
        self.said.emit(text)

    def _on_taken_back(self, undone: TakenBack) -> None:
        """Say what was taken back, done again or cleared, and take it in hand."""
        self.said.emit(self.sentence_on(undone))
        if undone.pairs and undone.turn in (Turn.UNDO, Turn.REDO):
            self._table.seek_track(undone.pairs[0][0])

    def sentence_on(self, undone: TakenBack) -> str:
        """Return what came of taking back, doing again or clearing; nothing where one sees it."""
        return " ".join(self._sentences(undone))

    def _sentences(self, undone: TakenBack) -> Iterator[str]:
        number = len(undone.pairs)
        if not (number or undone.written or undone.later):
            yield self._nothing(undone.turn)
        elif number > 1 or (number and undone.turn in (Turn.CLEAR, Turn.TAKE_BACK)):
            yield self._done(undone.turn).format(tracks=tracks(number))
        if undone.written:
            sentence = self.tr(
                "Written since, and left as they are: {tracks}; History takes writing back."
            )
            yield sentence.format(tracks=tracks(undone.written))
        if undone.later:
            sentence = self.tr("Decided on since, and left as they are: {tracks}.")
            yield sentence.format(tracks=tracks(undone.later))

    def _nothing(self, turn: Turn) -> str:
        if turn is Turn.REDO:
            return self.tr("There is nothing to do again.")
        if turn is Turn.CLEAR:
            return self.tr("Nothing was decided there.")
        return self.tr("There is nothing to take back.")

    def _done(self, turn: Turn) -> str:
        if turn is Turn.REDO:
            return self.tr("Decided again: {tracks}.")
        if turn is Turn.CLEAR:
            return self.tr("The decisions on {tracks} are cleared; Z brings them back.")
        return self.tr("Taken back: the decisions on {tracks}.")
