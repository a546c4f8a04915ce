"""Writing as the window knows it: asked for with tracks, it opens the dialog and does the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.genres.genre_rules import GenreRules, GenreRuling, NamesAs, UsualNames
from musicreclass.core.tag_change import Id3Version, SafeWay, WriteChoices
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import in_words
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.theme import Theme
from musicreclass.gui.workers import Workers
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.gui.writing.rule_bar import rules_in
from musicreclass.gui.writing.write_jobs import WritingJobs
from musicreclass.sentences.reason import Reason
from musicreclass.settings import WritingSettings

if TYPE_CHECKING:
    from musicreclass.gui.writing.write_dialog import WriteDialog

MOST_WRITTEN = 100_000  # files at once; a table of more would hold up the window


class WritingService(QObject):
    """One dialog at a time, and the choices made there.

    Signals:
        said: what came of writing, in a sentence.
        recovered: what a crash had left, in sentences.
    """

    said = Signal(str)
    recovered = Signal(str)

    def __init__(
        self, jobs: WritingJobs, work: FileWork, choices: Choices, theme: Theme, workers: Workers
    ) -> None:
        super().__init__(workers)
        self._jobs = jobs
        self._work = work
        self._choices = choices
        self._theme = theme
        self._workers = workers
        self.dialog: WriteDialog | None = None
        # What files say of themselves, by text, for rules that go by it.
        self.file_genres: Callable[[], Mapping[str, int]] = dict

    def ask(self, lines: Sequence[TrackLine], parent: QWidget) -> None:
        """Show what writing tracks would change, and write them if that is wanted."""
        if self.dialog is not None or not lines:
            return
        from musicreclass.gui.writing.write_dialog import WriteDialog
        from musicreclass.gui.writing.write_run import WriteRun

        chosen = choices_of(self._choices.settings.writing)
        dialog = WriteDialog(chosen, self._theme, parent)
        dialog.choices_changed.connect(self._keep)
        dialog.finished.connect(self._on_closed)
        dialog.left_for_later = max(0, len(lines) - MOST_WRITTEN)
        run = WriteRun(
            dialog, lines[:MOST_WRITTEN], self._jobs, self._work, self._workers, self._ruling
        )
        run.said.connect(self.said)
        self.dialog = dialog
        run.preview(chosen)
        dialog.open()

    def begin_session(self) -> None:
        """Put right what a crash left, and forget what is too old to be taken back."""
        limits = self._choices.settings.history
        thread = self._work.prepare(partial(self._jobs.begin_session, limits))
        thread.succeeded.connect(self._on_begun)
        self._work.start(thread, ())

    def _on_begun(self, found: Sequence[Reason]) -> None:
        if found:
            self.recovered.emit(" ".join(map(in_words, found)))

    def _ruling(self, rules: GenreRules) -> GenreRuling:
        taxonomy = taxonomy_in_use()
        if rules.names_as is not NamesAs.FILES:
            return GenreRuling(rules, taxonomy)
        return GenreRuling(rules, taxonomy, UsualNames.measured(self.file_genres(), taxonomy))

    def _keep(self, choices: WriteChoices) -> None:
        self._choices.change(writing=settings_of(choices))

    def _on_closed(self) -> None:
        self.dialog = None


def choices_of(settings: WritingSettings) -> WriteChoices:
    """Return the choices that are kept in the settings."""
    return WriteChoices(
        Id3Version(settings.id3),
        settings.separator or None,
        settings.keep_times,
        styles=settings.styles,
        style_score=settings.style_score / 100,
        rules=rules_in(settings),
        safe=SafeWay(settings.safe),
    )


def settings_of(choices: WriteChoices) -> WritingSettings:
    """Return the settings that keep some choices; to part links is meant for once."""
    return WritingSettings(
        choices.id3.value,
        choices.separator or "",
        choices.keep_times,
        choices.styles,
        round(choices.style_score * 100),
        choices.rules.existing.value,
        choices.rules.names_as.value,
        choices.rules.most,
        choices.rules.order.value,
        choices.safe.value,
    )
