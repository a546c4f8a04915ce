"""Acting on what was found: labels are set, files moved, and what is right is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.core.file_move import FileMove, MoveState
from musicreclass.core.location import location_of
from musicreclass.core.review import transitions
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.found.found_menu import FoundMenu
from musicreclass.gui.language import in_words, sentence_on, spoken
from musicreclass.gui.messages import count, files, tracks
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.widgets.genre_editor import GenreWords, asked_genres
from musicreclass.gui.workers import Job, Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.moved_files import MoveJobs
from musicreclass.pipeline.insights import findings
from musicreclass.sentences.reason import because

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.findings import LabelIssue


class FoundService(QObject):
    """Does what the menus of tables ask for.

    Signals:
        said: a sentence.
        show_wanted: the ids of tracks to be shown in Review.
        moved: FileMoves of files that lie elsewhere now.
        confirmed: other labels are confirmed now than before.
    """

    said = Signal(str)
    show_wanted = Signal(object)
    moved = Signal(object)
    confirmed = Signal()

    def __init__(
        self,
        library_file: Path,
        tracks: TrackList,
        decisions: DecisionService,
        words: GenreWords,
        work: FileWork,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._file = library_file
        self._work = work
        self._moves = MoveJobs(library_file)
        self._tracks = tracks
        self._decisions = decisions
        self._words = words
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)

    def serve(
        self,
        menu: FoundMenu,
        parent: QWidget,
        folders: Callable[[], Mapping[str, Path] | None] = lambda: None,
    ) -> None:
        """Do what a menu asks for; questions appear over `parent`.

        Args:
            folders: gives those of genres; None where they bear the genres' names.
        """
        menu.folder_wanted.connect(lambda path: open_folder(path.parent, parent))
        menu.genre_wanted.connect(lambda found, genre: self._set_genres(found, (genre,)))
        menu.typing_wanted.connect(partial(self._on_typing_wanted, parent))
        menu.move_wanted.connect(lambda found, genre: self._move(found, genre, folders()))
        menu.confirm_wanted.connect(self._confirm)
        menu.withdraw_wanted.connect(self._withdraw)
        menu.show_wanted.connect(self._show)

    def split(
        self, found: Sequence[LabelIssue], then: Callable[[frozenset[LabelIssue]], object]
    ) -> None:
        """Tell `then` which of some were said to be right."""
        self._lane.run(partial(findings.confirmed_among, self._file, tuple(found)), then)

    def _lines(self, found: Iterable[LabelIssue]) -> list[TrackLine]:
        """Return those of some tracks that are in the library."""
        wanted = {location_of(str(one.path)) for one in found}
        columns = self._tracks.columns
        return columns.lines(columns.rows_at(wanted))

    def _on_typing_wanted(self, parent: QWidget, found: Sequence[LabelIssue]) -> None:
        if genres := asked_genres(self._words, len(found), parent):
            self._set_genres(found, genres)

    def _set_genres(self, found: Sequence[LabelIssue], genres: Sequence[str]) -> None:
        """Decide on the tracks, as is done in Review: they are written from there."""
        lines = self._lines(found)
        if len(lines) == 1:
            self._decisions.decide(lines[0], transitions.change(lines[0], genres))
        elif lines:
            self._decisions.set_genres(lines, genres)
        name = "; ".join(self._words.taxonomy.name(genre, spoken()) for genre in genres)
        sentence = self.tr("{tracks} decided: {genre}. “Write” in Review puts it into the files.")
        said = [sentence.format(tracks=tracks(len(lines)), genre=name)] if lines else []
        if left := len(found) - len(lines):
            more = self.tr("{number} are not in the library: add their folder, or move them.")
            said.append(more.format(number=count(left)))
        self.said.emit(" ".join(said))

    def _move(
        self, found: Sequence[LabelIssue], genre: str, folders: Mapping[str, Path] | None
    ) -> None:
        """Move the files to the folder of a genre; History takes each back."""
        paths = [issue.path for issue in found]
        thread = self._work.prepare(partial(self._moves.move_to_genre, paths, genre, folders))
        thread.succeeded.connect(partial(self._on_moved, genre))
        thread.failed.connect(lambda error: self.said.emit(sentence_on(error)))
        self._work.start(thread, [location_of(str(path)) for path in paths])

    def _on_moved(self, genre: str, moves: Sequence[FileMove]) -> None:
        moved = [move for move in moves if move.state is MoveState.MOVED]
        name = self._words.taxonomy.name(genre, spoken())
        sentence = self.tr("{files} moved to the folder of {genre}; History takes that back.")
        said = [sentence.format(files=files(len(moved)), genre=name)] if moved else []
        refused = next((move for move in moves if move.state is MoveState.REFUSED), None)
        if refused is not None and refused.reason is not None:
            reason = in_words(
                because("said.of_file", name=refused.source.name, reason=refused.reason)
            )
            said.append(reason)
        self.said.emit(" ".join(said))
        self.moved.emit(moved)

    def _confirm(self, found: Sequence[LabelIssue]) -> None:
        said = self.tr("{tracks} will not be called suspicious again.")
        self._remember(partial(findings.confirm, self._file, tuple(found)), said, len(found))

    def _withdraw(self, found: Sequence[LabelIssue]) -> None:
        said = self.tr("{tracks} may be called suspicious again.")
        self._remember(partial(findings.withdraw, self._file, tuple(found)), said, len(found))

    def _remember(self, job: Job, sentence: str, number: int) -> None:
        def on_done(_: object) -> None:
            self.said.emit(sentence.format(tracks=tracks(number)))
            self.confirmed.emit()

        self._lane.run(job, on_done)

    def _show(self, found: Sequence[LabelIssue]) -> None:
        lines = self._lines(found)
        if lines:
            self.show_wanted.emit(frozenset(line.id for line in lines))
        else:
            self.said.emit(self.tr("They are not in the library; add their folder first."))
