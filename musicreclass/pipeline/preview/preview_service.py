"""Where previews are made: several may be wanted, the most wanted comes first, and what is not
wanted any more is dropped before it is begun.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from musicreclass.core.company import By
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.job import JobContext
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.store import Library
from musicreclass.pipeline.preview.evidence import evidence
from musicreclass.pipeline.preview.neighbours import Neighbourhood
from musicreclass.pipeline.preview.track_preview import Neighbour, Picture, TrackPreview, TrackRef
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.cover import facts_and_cover
from musicreclass.tags.tag_size import is_heavy

if TYPE_CHECKING:
    from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
    from musicreclass.pipeline.classification.suggester import Suggester

IDLE_SECONDS = 0.1  # how long at most until Stop is noticed
TAG_SECONDS = 30.0  # that large tags may take
DRAWING_SECONDS = 120.0  # for one file; four hours of MP3 take half of it
NEIGHBOUR_COUNT = 5
SHORT_SECONDS = 0.1  # of loading: nobody notices it before a preview
SPARE = 20  # where it takes longer, one part of so many of the time at most: more come all the time


def spectrogram_worker(log: Path | None = None) -> SingleWorker[str, Picture]:
    """Return a child process that draws spectrograms. Whoever has one stops it."""
    return SingleWorker(_drawn, DRAWING_SECONDS, log)


def _drawn(path: str) -> Picture:
    from musicreclass.pipeline.preview.spectrogram_picture import draw  # scipy takes its time

    return draw(path)


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A preview that is wanted, and its picture where an older preview has it."""

    track_ref: TrackRef
    picture: Picture | None = None


class PreviewQueue:
    """What is wanted, in the order in which it is. Safe to use from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wanted: list[PreviewRequest] = []
        self._first: int | None = None  # the track in front of somebody right now

    def want(self, wanted: Sequence[PreviewRequest], first: int | None) -> None:
        """Replace all that is wanted; what was not begun and is not in it is dropped."""
        with self._changed:
            self._wanted = list(wanted)
            self._first = first
            self._changed.notify_all()

    def take(self, seconds: float, *, only_first: bool) -> PreviewRequest | None:
        """Return what is to be done next, None where nothing comes for so long."""
        with self._changed:
            if not self._may_take(only_first):
                self._changed.wait(seconds)
            return self._wanted.pop(0) if self._may_take(only_first) else None

    def _may_take(self, only_first: bool) -> bool:
        if not self._wanted:
            return False
        return not only_first or self._wanted[0].track_ref.id == self._first


@dataclass(slots=True, eq=False)
class PreviewService:
    """What is needed to make previews of a library's tracks."""

    library_file: Path
    bundle_file: Callable[[], Path | None]
    log: Path | None = None
    learns: Callable[[], bool] = lambda: False  # whether a person's decisions count
    tagger_file: Callable[[], Path | None] = lambda: None  # of one that gives sound tags, too
    by: Callable[[], By] = lambda: "track"  # whose evidence is pooled
    waiting: PreviewQueue = field(default_factory=PreviewQueue)
    neighbourhood: Neighbourhood = field(default_factory=Neighbourhood)
    _original: LoadedClassifier | None = None  # as it lies in its file
    _suggester: Suggester | None = None  # by the same, and by decisions
    _changes: int = 0  # of what suggestions are made by, that were noted
    _changes_known: int = 0  # to the suggester
    _has_more: bool = False  # tracks were classified that the suggester does not know
    _renew_at: float = 0.0  # not before that for their sake
    _loading: threading.Lock = field(default_factory=threading.Lock)
    _heavy: LimitedCalls = field(default_factory=lambda: LimitedCalls(TAG_SECONDS, TAG_BYTES))

    def work(self, ctx: JobContext, *, only_first: bool = False) -> None:
        """Make previews as they are wanted, and publish each after every step, until stopped.

        Args:
            only_first: make that of the track in front of somebody, and no others ahead of time,
                so that whoever moves on never waits for what was only a guess.

        Raises:
            Cancelled: the user stopped.
        """
        worker = spectrogram_worker(self.log)
        try:
            while True:
                ctx.raise_if_cancelled()
                request = self.waiting.take(IDLE_SECONDS, only_first=only_first)
                if request is not None:
                    self.make(request, worker, ctx)
        finally:
            worker.stop()
            self._heavy.stop()

    def note_more_predictions(self) -> None:
        """Take note that more tracks were classified: neighbours and company may be others now."""
        self.neighbourhood.note_more()
        self._has_more = True

    def note_learned(self) -> None:
        """Take note that suggestions are others now, for what was decided or chosen."""
        self._changes += 1  # without a lock: whoever loads holds it, and the window shall not wait

    def make(
        self, request: PreviewRequest, worker: SingleWorker[str, Picture], ctx: JobContext
    ) -> TrackPreview:
        """Make one preview; it is published after every step.

        Raises:
            Cancelled: the user stopped.
        """
        path = request.track_ref.path
        preview = TrackPreview(request.track_ref, picture=request.picture)
        if missing := _missing(path):
            preview = replace(preview, problems=(missing,))
        is_to_draw = request.picture is None and not missing
        if is_to_draw:
            worker.begin(str(path))
        if not missing:
            preview = self._with_tags(preview, ctx)
            ctx.publish(preview)
        if is_to_draw and self._suggester is None:  # to load it takes longer than to draw
            preview, is_to_draw = _with_picture(preview, worker, ctx), False
            ctx.publish(preview)
        preview, scored = self._with_evidence(preview)
        ctx.publish(preview)
        if is_to_draw:
            preview = _with_picture(preview, worker, ctx)
            ctx.publish(preview)
        preview = replace(self._with_neighbours(preview, scored), is_finished=True)
        ctx.publish(preview)
        return preview

    def _with_tags(self, preview: TrackPreview, ctx: JobContext) -> TrackPreview:
        """Return what the file says of itself, as far as it can be read."""
        path = preview.track_ref.path
        try:
            if is_heavy(path):
                facts, picture = self._heavy.result_of(path, partial(facts_and_cover, path), ctx)
            else:
                facts, picture = facts_and_cover(path)
        except FileProblem as error:
            return _with_problem(preview, error)
        return replace(preview, facts=facts, cover=picture)

    def _with_evidence(self, preview: TrackPreview) -> tuple[TrackPreview, _Scored | None]:
        try:
            suggester = self._loaded()
            if suggester is None:
                return preview, None
            track_id, loaded = preview.track_ref.id, suggester.loaded
            with Library(self.library_file) as library:
                predictions = library.predictions.of_track(track_id, loaded.digest)
                said = suggester.of_track(library, track_id)
                unlearned = suggester.unlearned(library, track_id)
                tags = self._sound_tags(library, track_id)
            if said is not None:
                seconds = preview.facts.stream.seconds if preview.facts else 0.0
                found = evidence(
                    *(said, loaded.calibrator, predictions, seconds),
                    of_patches=loaded.of_patches,
                    unlearned=unlearned,
                )
                preview = replace(preview, evidence=found, sound_tags=tags)
            return preview, _Scored(suggester, predictions)
        except MusicReclassError as error:
            return _with_problem(preview, error), None

    def _with_neighbours(self, preview: TrackPreview, scored: _Scored | None) -> TrackPreview:
        if scored is None:
            return preview
        try:
            with Library(self.library_file) as library:
                found = self._neighbours(library, scored, preview.track_ref.id)
        except MusicReclassError as error:
            return _with_problem(preview, error)
        return replace(preview, neighbours=found)

    def _neighbours(
        self, library: Library, scored: _Scored, track_id: int
    ) -> tuple[Neighbour, ...]:
        suggester = scored.suggester
        nearest = self.neighbourhood.nearest(
            library, suggester.loaded, track_id, scored.predictions, NEIGHBOUR_COUNT
        )
        lines = {line.id: line for line in library.lines_of([i for i, _ in nearest])}
        found = []
        for neighbour_id, similarity in nearest:
            if (line := lines.get(neighbour_id)) is not None:
                said = suggester.of_track(library, neighbour_id)
                shown = line._replace(suggestion=None if said is None else said.line)
                found.append(Neighbour(shown, similarity))
        return tuple(found)

    def _sound_tags(self, library: Library, track_id: int) -> TrackTags:
        from musicreclass.pipeline.classification.sound_tagging import usable_sound_tagging

        tagging = usable_sound_tagging(self.tagger_file())
        return tagging.of_tracks(library, [track_id]).get(track_id, NO_TAGS)

    def _loaded(self) -> Suggester | None:
        """Return who suggests by the classifier in use; None where there is none."""
        from musicreclass.pipeline.classification.adaptation import load_suggester  # brings torch
        from musicreclass.pipeline.classification.loaded_classifier import load_classifier

        with self._loading:
            file = self.bundle_file()
            if file is None:
                return None
            original = load_classifier(file)
            is_old = original is not self._original or self._changes_known != self._changes
            is_due = self._has_more and monotonic() >= self._renew_at
            if self._suggester is None or is_old or is_due:
                self._changes_known, self._has_more = self._changes, False
                began_at = monotonic()
                with Library(self.library_file) as library:
                    learns, by = self.learns(), self.by()
                    self._suggester = load_suggester(library, file, learns=learns, by=by)
                self._original = original
                taken = monotonic() - began_at
                self._renew_at = monotonic() + (SPARE * taken if taken > SHORT_SECONDS else 0.0)
            return self._suggester


@dataclass(frozen=True, slots=True, eq=False)
class _Scored:
    """What the classifier in use said of a track."""

    suggester: Suggester
    predictions: tuple[Prediction, ...]


def _missing(path: Path) -> Reason | None:
    """Return why the file is not there, None where it is."""
    if path.exists():
        return None
    if path.parent.exists():
        return because("pipeline.file_gone")
    return because("pipeline.folder_gone")


def _with_picture(
    preview: TrackPreview, worker: SingleWorker[str, Picture], ctx: JobContext
) -> TrackPreview:
    try:
        return replace(preview, picture=worker.finish(preview.track_ref.path, ctx))
    except FileProblem as error:
        return _with_problem(preview, error)


def _with_problem(preview: TrackPreview, error: MusicReclassError) -> TrackPreview:
    """Add a problem, unless it is said already: reading and decoding find the same."""
    if str(error.reason) in map(str, preview.problems):
        return preview
    return replace(preview, problems=(*preview.problems, error.reason))
