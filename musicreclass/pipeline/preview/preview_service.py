"""Where previews are made: several may be wanted, the most wanted comes first, and what is not
wanted any more is dropped before it is begun.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.errors import Cancelled, FileProblem, MusicReclassError
from musicreclass.pipeline.preview.track_preview import (
    ClassifierWords,
    Neighbour,
    Noted,
    Picture,
    TrackPreview,
    TrackRef,
)
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.pipeline.scanning.drives import is_there
from musicreclass.sentences.reason import Reason, because
from musicreclass.settings import Settings
from musicreclass.tags.cover import facts_and_cover
from musicreclass.tags.tag_size import is_heavy

IDLE_SECONDS = 0.1  # how long at most until Stop is noticed
TAG_SECONDS = 30.0  # that large tags may take
DRAWING_SECONDS = 120.0  # for one file; four hours of MP3 take half of it

Step = Callable[[TrackPreview], TrackPreview]  # from a preview to one that shows more


def spectrogram_worker(log: Path | None = None) -> SingleWorker[str, Picture]:
    """Return a child process that draws spectrograms. Whoever has one stops it."""
    return SingleWorker(_drawn, DRAWING_SECONDS, log)


def _drawn(path: str) -> Picture:
    from musicreclass.pipeline.preview.spectrogram_picture import draw  # with it comes scipy

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
    settings: Callable[[], Settings]
    log: Path | None = None
    run: Run = in_place  # where classifiers are
    waiting: PreviewQueue = field(default_factory=PreviewQueue)
    _noted: Noted = field(default_factory=Noted)
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
        self._noted = replace(self._noted, predictions=self._noted.predictions + 1)

    def note_learned(self) -> None:
        """Take note that suggestions are others now, for what was decided or chosen."""
        self._noted = replace(self._noted, changes=self._noted.changes + 1)

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
        with ThreadPoolExecutor(2) as waiting:  # for two processes: the picture of a long piece
            # comes late, and evidence does while many tracks are classified
            steps = [waiting.submit(self._evidence, preview, ctx)]
            if is_to_draw:
                steps.append(waiting.submit(_picture, path, worker, ctx))
            for step in as_completed(steps):
                preview = step.result()(preview)
                ctx.publish(preview)
        preview = replace(self._with_neighbours(preview, ctx), is_finished=True)
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

    def _evidence(self, preview: TrackPreview, ctx: JobContext) -> Step:
        track_id = preview.track_ref.id
        seconds = preview.facts.stream.seconds if preview.facts else 0.0
        job = partial(_words, self.library_file, track_id, seconds, self.settings(), self._noted)
        try:
            said = self.run(job, ctx)
        except Cancelled:
            raise
        except MusicReclassError as error:
            return partial(_with_problem, error=error)
        if said is None:
            return lambda preview: preview
        return partial(replace, evidence=said.evidence, sound_tags=said.sound_tags)

    def _with_neighbours(self, preview: TrackPreview, ctx: JobContext) -> TrackPreview:
        track_id = preview.track_ref.id
        job = partial(_neighbours, self.library_file, track_id, self.settings(), self._noted)
        try:
            return replace(preview, neighbours=self.run(job, ctx))
        except Cancelled:
            raise
        except MusicReclassError as error:
            return _with_problem(preview, error)


def _words(
    library_file: Path,
    track_id: int,
    seconds: float,
    settings: Settings,
    noted: Noted,
    ctx: JobContext,
) -> ClassifierWords | None:
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.preview.evidence_maker import evidence_maker  # brings torch

    return evidence_maker(library_file).words(track_id, seconds, settings, noted)


def _neighbours(
    library_file: Path, track_id: int, settings: Settings, noted: Noted, ctx: JobContext
) -> tuple[Neighbour, ...]:
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.preview.evidence_maker import evidence_maker

    return evidence_maker(library_file).neighbours(track_id, settings, noted)


def _missing(path: Path) -> Reason | None:
    """Return why the file is not there, None where it is."""
    if is_there(path):
        return None
    if is_there(path.parent):
        return because("pipeline.file_gone")
    return because("pipeline.folder_gone")


def _picture(path: Path, worker: SingleWorker[str, Picture], ctx: JobContext) -> Step:
    try:
        return partial(replace, picture=worker.finish(path, ctx))
    except FileProblem as error:
        return partial(_with_problem, error=error)


def _with_problem(preview: TrackPreview, error: MusicReclassError) -> TrackPreview:
    """Add a problem, unless it is said already: reading and decoding find the same."""
    if str(error.reason) in map(str, preview.problems):
        return preview
    return replace(preview, problems=(*preview.problems, error.reason))
