"""Insights as the window has them: worked out when they are looked at, and only if they changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from musicreclass.core.job import Progress
from musicreclass.core.location import path_of, readable
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.track import TrackLine
from musicreclass.gui.insights.insight_jobs import InsightJobs
from musicreclass.gui.insights.insights_page import InsightsPage, InsightView
from musicreclass.gui.language import sentence_on
from musicreclass.gui.messages import percent
from musicreclass.gui.player.player import Player
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_save_file
from musicreclass.gui.workers import Job, JobThread, Workers, single_shot

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.genre_mels import GenreMel
    from musicreclass.pipeline.insights.library_insights import Insights as Figures
    from musicreclass.pipeline.insights.library_map import MapOfLibrary
    from musicreclass.pipeline.insights.library_mislabels import Contradictions

REST_MS = 1500  # while a library is classified, something comes all the time


class InsightsService(QObject):
    """Has each view worked out anew once the library is another than when it was last.

    Signals:
        play_wanted: the TrackLine that is to be played.
        show_wanted: the ids of the tracks that are to be shown in Review.
        said: a sentence.
    """

    play_wanted = Signal(object)
    show_wanted = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        page: InsightsPage,
        jobs: InsightJobs,
        tracks: TrackList,
        player: Player,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._page = page
        self._jobs = jobs
        self._tracks = tracks
        self._player = player
        self._lanes = {view: Lane(workers) for view in InsightView}
        self._picking = Lane(workers)
        self._saving = Lane(workers)
        self._saving.failed.connect(self.said)
        self._threads: dict[InsightView, JobThread] = {}
        # How the library stood when a view was worked out.
        self._seen: dict[InsightView, object] = {}
        self._figures: Figures | None = None
        self._mels: tuple[GenreMel, ...] = ()
        self._map: MapOfLibrary | None = None
        self._line: TrackLine | None = None  # that is played from here
        # Of the page: nothing is to be renewed without it.
        self._resting = single_shot(page, REST_MS, self._renew)
        self._connect()

    def note_change(self) -> None:
        """Take note that the library may be another; what is in sight follows when it rests."""
        self._resting.start()

    def note_confirmed(self) -> None:
        """Take note that other labels are confirmed to be right now."""
        self._seen.pop(InsightView.MISLABELS, None)
        self._renew()

    def _renew(self) -> None:
        if self._page.isVisible():
            self._see_to(self._page.view)

    def _see_to(self, view: InsightView) -> None:
        state = _state(self._tracks)
        if self._seen.get(view) == state:
            return
        self._seen[view] = state
        if view in self._threads:
            self._threads.pop(view).cancel()
        if not len(self._tracks):
            self._page.cover(view, self.tr("The library is empty. Add a folder of music first."))
            return
        self._start(view)

    def _start(self, view: InsightView) -> None:
        lines = self._tracks.everything()
        work: dict[InsightView, tuple[Job, Callable[[Any], None]]] = {
            InsightView.OVERVIEW: (partial(self._jobs.overview, lines), self._on_figures),
            InsightView.SOUNDS: (partial(self._jobs.sounds, lines), self._on_mels),
            InsightView.MAP: (partial(self._jobs.map, self._map, lines), self._on_map),
            InsightView.MISLABELS: (partial(self._jobs.mislabels, lines), self._on_mislabels),
        }
        job, show = work[view]
        thread = self._lanes[view].prepare(job)
        thread.succeeded.connect(partial(self._on_found, thread, view, show))
        thread.failed.connect(partial(self._on_failed, thread, view))
        thread.progressed.connect(partial(self._on_progress, thread, view))
        thread.finished.connect(partial(self._on_finished, thread, view))
        self._threads[view] = thread
        if self._page.covers[view].is_covered:
            self._page.cover(view, self.tr("Working it out…"))
        self._lanes[view].enqueue(thread)

    def _on_found(
        self, thread: JobThread, view: InsightView, show: Callable[[Any], None], found: object
    ) -> None:
        if self._threads.get(view) is thread:
            show(found)

    def _on_failed(self, thread: JobThread, view: InsightView, error: Exception) -> None:
        if self._threads.get(view) is thread:
            self._seen.pop(view)  # the next look may have more luck
            self._page.cover(view, sentence_on(error))

    def _on_progress(self, thread: JobThread, view: InsightView, progress: Progress) -> None:
        if self._threads.get(view) is thread and self._page.covers[view].is_covered:
            text = self.tr("Working it out… {share}")
            self._page.cover(view, text.format(share=percent(progress.fraction)))

    def _on_finished(self, thread: JobThread, view: InsightView) -> None:
        if self._threads.get(view) is thread:
            del self._threads[view]

    def _on_figures(self, found: Figures) -> None:
        self._figures = found
        self._page.overview.show_insights(found)
        self._page.uncover(InsightView.OVERVIEW)

    def _on_mels(self, mels: tuple[GenreMel, ...]) -> None:
        self._mels = mels
        self._page.sounds.pictures.show_mels(mels)
        if mels:
            self._page.uncover(InsightView.SOUNDS)
        else:
            text = self.tr(
                "There is nothing to compare yet: no genre has enough tracks that were heard and"
                " are still in the cache. Listen to the library first."
            )
            self._page.cover(InsightView.SOUNDS, text)

    def _on_map(self, found: MapOfLibrary) -> None:
        self._map = found
        if found.lines:
            self._page.map.show_map(found)
            self._page.uncover(InsightView.MAP)
        else:
            self._page.cover(InsightView.MAP, self._nothing_scored())

    def _on_mislabels(self, found: Contradictions) -> None:
        if found.found or found.confirmed:
            self._page.mislabels.show_contradictions(found)
            self._page.uncover(InsightView.MISLABELS)
        elif found.compared:
            text = self.tr("No track surely sounds like another genre than its file says.")
            self._page.cover(InsightView.MISLABELS, text)
        elif self._has_suggestions():
            text = self.tr("No file names a genre that the classifiers know: nothing to compare.")
            self._page.cover(InsightView.MISLABELS, text)
        else:
            self._page.cover(InsightView.MISLABELS, self._nothing_scored())

    def _nothing_scored(self) -> str:
        if self._has_suggestions():
            return self.tr(
                "The classifier in use has heard no track yet. Let it listen to all folders first."
            )
        return self.tr("No track was heard yet. Once some were, you find them here.")

    def _has_suggestions(self) -> bool:
        return any(self._tracks.count_by_verdict.values())

    def _show_picked(self, picks: Callable[[TrackLine], bool]) -> None:
        """Show the tracks in Review that a part of a chart stands for."""
        job = partial(self._jobs.picked, self._tracks.everything(), picks)
        self._picking.run(job, self._on_picked)

    def _on_picked(self, found: frozenset[int]) -> None:
        if found:
            self.show_wanted.emit(found)
        else:
            self.said.emit(self.tr("There is no such track."))

    def _play(self, line: TrackLine) -> None:
        """Play a track, or pause it where it plays."""
        if self._line is not None and self._line.id == line.id:
            self._toggle()
        else:
            self._line = line
            self.play_wanted.emit(line)
        self._show_playing()

    def _toggle(self) -> None:
        line = self._line
        if line is not None and self._player.path == path_of(line.location):
            self._player.toggle()
        elif line is not None:
            self.play_wanted.emit(line)

    def _show_playing(self) -> None:
        line, player = self._line, self._player
        is_in_hand = line is not None and player.path == path_of(line.location)
        plays = is_in_hand and player.is_playing
        name = ""
        if line is not None and is_in_hand:
            name = " – ".join(filter(None, (line.artist, line.shown_title)))
        if is_in_hand and player.why_off:
            where = self.tr("Look into the sound settings of this computer.")
            name = f"{player.why_off} {where}"
        self._page.show_playing(name, is_playing=plays)
        self._page.mislabels.rows.note_playing(line.id if line is not None and plays else -1)

    def _save_json(self) -> None:
        found = self._figures
        if found is not None and (path := self._ask("insights.json", "*.json")):
            job = partial(self._jobs.save_figures, found, self._mels, path)
            self._saving.run(job, self._on_saved)

    def _save_png(self) -> None:
        if path := self._ask("genres.png", "*.png"):
            picture = self._page.sounds.pictures.picture()
            self._saving.run(partial(self._jobs.save_picture, picture, path), self._on_saved)

    def _ask(self, name: str, kind: str) -> Path | None:
        return ask_save_file(self._page, self.tr("Save"), name, kind, "reports")

    def _on_saved(self, path: Path) -> None:
        self.said.emit(self.tr("It is kept in {path}.").format(path=readable(str(path))))

    def _connect(self) -> None:
        page = self._page
        page.wanted.connect(self._see_to)
        page.json_wanted.connect(self._save_json)
        page.png_wanted.connect(self._save_png)
        page.pause_wanted.connect(self._toggle)
        for view in (page.map, page.mislabels):
            view.play_wanted.connect(self._play)
            view.show_wanted.connect(self.show_wanted)
        page.overview.picked.connect(self._show_picked)
        self._player.playing_changed.connect(lambda _: self._show_playing())
        self._player.changed.connect(self._show_playing)


def _state(tracks: TrackList) -> Sequence[object]:
    """Return what is another whenever figures of the library are."""
    return (
        len(tracks),
        tracks.missing_count,
        dict(tracks.count_by_standing),
        dict(tracks.count_by_verdict),
        dict(tracks.count_by_genre),
        tracks.file_genres(),
    )
