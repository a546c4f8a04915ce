"""Acting on what was found: labels are set, files moved, and what is right is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.core.location import location_of
from musicreclass.core.review import transitions
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.found.found_menu import FoundMenu
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.services.decision_service import DecisionService
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.genre_editor import GenreWords, asked_genres
from musicreclass.gui.widgets.open_folder import open_folder
from musicreclass.gui.workers import Job, Workers
from musicreclass.pipeline.insights import findings
from musicreclass.pipeline.insights.findings import LabelIssue


class FoundService(QObject):
    """Does what the menus of tables ask for.

    Signals:
        said: a sentence.
        show_wanted: the ids of tracks to be shown in Review.
        moved: files have been moved.
        confirmed: other labels are confirmed now than before.
    """

    said = Signal(str)
    show_wanted = Signal(object)
    moved = Signal()
    confirmed = Signal()

    def __init__(
        self,
        library_file: Path,
        tracks: TrackList,
        decisions: DecisionService,
        words: GenreWords,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._file = library_file
        self._tracks = tracks
        self._decisions = decisions
        self._words = words
        self._lane = Lane(workers)
        self._lane.failed.connect(self.said)

    def serve(
        self,
        menu: FoundMenu,
        parent: QWidget,
        homes: Callable[[LabelIssue, str], Path | None] | None = None,
    ) -> None:
        """Do what a menu asks for; questions appear over `parent`.

        Args:
            homes: the folder of a genre for a track; without it, the one that bears its name.
        """
        menu.folder_wanted.connect(lambda path: open_folder(path.parent, parent))
        menu.genre_wanted.connect(lambda found, genre: self._set_genres(found, (genre,)))
        menu.typing_wanted.connect(partial(self._on_typing_wanted, parent))
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
        return [line for line in self._tracks.everything() if line.location in wanted]

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
