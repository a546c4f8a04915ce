"""Lists for other programs as the window makes them: asked where to, written on a worker."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.core.track import TrackLine
from musicreclass.gui.language import sentence_on
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder, ask_save_as
from musicreclass.gui.workers import Job, Workers
from musicreclass.pipeline.exporting.export_playlists import WrittenPlaylists, export_playlists
from musicreclass.pipeline.exporting.export_table import export_csv, export_json

EXPORTS = "exports"  # what their folder is remembered as


class ExportService(QObject):
    """Asks for a file or a folder, and has a list written there.

    Signals:
        exporting: the JobThread of an export that begins.
        said: a sentence: what came of it.
    """

    exporting = Signal(object)
    said = Signal(str)

    def __init__(self, workers: Workers) -> None:
        super().__init__(workers)
        self._workers = workers

    def ask_table(self, lines: Sequence[TrackLine], parent: QWidget) -> None:
        """Write a table of tracks into a file that a person chooses."""
        title = self.tr("Export {tracks}").format(tracks=tracks(len(lines)))
        table, json = self.tr("Table, also for Excel (*.csv)"), self.tr("JSON (*.json)")
        kinds = f"{table};;{json}"
        file, kind = ask_save_as(parent, title, "musicreclass.csv", kinds, EXPORTS)
        if file is not None:
            self.export_table(lines, file, as_json=kind == json)

    def ask_playlists(self, lines: Sequence[TrackLine], parent: QWidget) -> None:
        """Write playlists by genre into a folder that a person chooses."""
        chosen = ask_folder(parent, self.tr("Playlists by genre go into"), EXPORTS)
        if chosen is not None:
            self.export_playlists(lines, chosen)

    def export_table(self, lines: Sequence[TrackLine], file: Path, *, as_json: bool) -> None:
        """Write a table of tracks; as JSON where that is chosen or the name says so."""
        if as_json or file.suffix.lower() == ".json":
            job: Job = partial(export_json, lines, file.with_suffix(".json"))
            written = file.with_suffix(".json")
        else:
            written = file if file.suffix else file.with_suffix(".csv")
            job = partial(export_csv, lines, written, has_mark=True)
        self._run(job, partial(self._on_table, written))

    def export_playlists(self, lines: Sequence[TrackLine], folder: Path) -> None:
        """Write playlists by genre into a folder."""
        self._run(partial(export_playlists, lines, folder), partial(self._on_playlists, folder))

    def _run(self, job: Job, then: object) -> None:
        thread = self._workers.prepare(job)
        thread.succeeded.connect(then)
        thread.failed.connect(lambda error: self.said.emit(sentence_on(error)))
        self.exporting.emit(thread)
        self._workers.start(thread)

    def _on_table(self, file: Path, number: int) -> None:
        said = self.tr("{tracks} exported to {path}")
        self.said.emit(said.format(tracks=tracks(number), path=str(file)))

    def _on_playlists(self, folder: Path, done: WrittenPlaylists) -> None:
        said = self.tr("{number} playlists with {tracks} are in {path}").format(
            number=count(len(done.by_genre)), tracks=tracks(done.tracks), path=str(folder)
        )
        if done.without_genre:
            more = self.tr("{tracks} have no sure genre")
            said += " · " + more.format(tracks=tracks(done.without_genre))
        if done.left_out:
            more = self.tr("{number} have names that no playlist can hold")
            said += " · " + more.format(number=count(len(done.left_out)))
        self.said.emit(said)
