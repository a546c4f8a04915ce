"""Where previews are made: several may be wanted, the most wanted comes first, and what is not
wanted any more is dropped before it is begun.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NoReturn

from musicreclass.core.job import JobContext
from musicreclass.errors import Cancelled, FileProblem, MusicReclassError
from musicreclass.pipeline.preview.preview_queue import (
    PreviewDraft,
    PreviewPart,
    PreviewQueue,
    PreviewRequest,
    Step,
)
from musicreclass.pipeline.preview.track_preview import (
    ClassifierWords,
    Neighbour,
    Noted,
    Picture,
    TrackPreview,
)
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import TAG_BYTES
from musicreclass.pipeline.processes.single_worker import SingleWorker
from musicreclass.pipeline.processes.worker import ANSWERING
from musicreclass.pipeline.scanning.drives import is_there
from musicreclass.sentences.reason import Reason, because
from musicreclass.settings import Settings
from musicreclass.tags.cover import facts_and_cover
from musicreclass.tags.tag_size import is_heavy

IDLE_SECONDS = 0.1  # how long at most until Stop is noticed
TAG_SECONDS = 30.0  # that large tags may take
DRAWING_SECONDS = 120.0  # for one file; four hours of MP3 take half of it


Make = Callable[[PreviewDraft, JobContext], None]


def spectrogram_worker(log: Path | None = None) -> SingleWorker[str, Picture]:
    """Return a child process that draws spectrograms. Whoever has one stops it."""
    return SingleWorker(_drawn, DRAWING_SECONDS, log, niceness=ANSWERING)


def _drawn(path: str) -> Picture:
    from musicreclass.pipeline.preview.spectrogram_picture import draw  # with it comes scipy

    return draw(path)


class PreviewLane(Enum):
    """What one thread makes of the previews that are wanted."""

    FIRST = auto()  # the sound of the track in front of somebody, and of no other ahead of time:
    # whoever moves on never waits for what was only a guess
    SOUND = auto()  # that of all
    WORDS = auto()  # what classifiers say, who may have much else to do


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

    def work(self, ctx: JobContext, lane: PreviewLane) -> None:
        """Make a part of previews as they are wanted, and publish each after every step.

        Raises:
            Cancelled: the user stopped; it ends in no other way.
        """
        if lane is PreviewLane.WORDS:
            self._work_off(PreviewPart.WORDS, self.ask, ctx)
        worker = spectrogram_worker(self.log)
        draw = partial(self.draw, worker)
        try:
            self._work_off(PreviewPart.SOUND, draw, ctx, only_first=lane is PreviewLane.FIRST)
        finally:
            worker.stop()
            self._heavy.stop()

    def note_more_predictions(self) -> None:
        """Take note that more tracks were classified: neighbours and company may be others now."""
        self._noted = replace(self._noted, predictions=self._noted.predictions + 1)

    def note_learned(self) -> None:
        """Take note that suggestions are others now, for what was decided or chosen."""
        self._noted = replace(self._noted, changes=self._noted.changes + 1)

    def draw(
        self, worker: SingleWorker[str, Picture], draft: PreviewDraft, ctx: JobContext
    ) -> None:
        """Add what the file says of itself, then its picture.

        Raises:
            Cancelled: the user stopped.
        """
        path = draft.request.track_ref.path
        if missing := _missing(path):
            draft.add(partial(replace, problems=(missing,)), ctx, ends=PreviewPart.SOUND)
            return
        is_drawn = draft.request.picture is not None
        if not is_drawn:
            worker.begin(str(path))
        draft.add(self._tags(path, ctx), ctx, ends=PreviewPart.SOUND if is_drawn else None)
        if not is_drawn:
            draft.add(_picture(path, worker, ctx), ctx, ends=PreviewPart.SOUND)

    def ask(self, draft: PreviewDraft, ctx: JobContext) -> None:
        """Add what classifiers say of a track, then what sounds like it.

        Raises:
            Cancelled: the user stopped.
        """
        draft.add(self._evidence(draft.request, ctx), ctx)
        draft.add(self._neighbours(draft.request, ctx), ctx, ends=PreviewPart.WORDS)

    def _work_off(
        self, part: PreviewPart, make: Make, ctx: JobContext, *, only_first: bool = False
    ) -> NoReturn:
        while True:
            ctx.raise_if_cancelled()
            draft = self.waiting.take(part, IDLE_SECONDS, only_first=only_first)
            if draft is not None:
                try:
                    make(draft, ctx)
                finally:
                    draft.leave(part)

    def _tags(self, path: Path, ctx: JobContext) -> Step:
        """Return a step that adds what a file says of itself, as far as it can be read."""
        try:
            if is_heavy(path):
                facts, cover = self._heavy.result_of(path, partial(facts_and_cover, path), ctx)
            else:
                facts, cover = facts_and_cover(path)
        except FileProblem as error:
            return partial(_with_problem, error=error)
        return partial(replace, facts=facts, cover=cover)

    def _evidence(self, request: PreviewRequest, ctx: JobContext) -> Step:
        asked = partial(_words, self.library_file, request.track_ref.id, request.seconds)
        try:
            said = self.run(partial(asked, self.settings(), self._noted), ctx)
        except Cancelled:
            raise
        except MusicReclassError as error:
            return partial(_with_problem, error=error)
        words = said or ClassifierWords()
        return partial(replace, evidence=words.evidence, sound_tags=words.sound_tags)

    def _neighbours(self, request: PreviewRequest, ctx: JobContext) -> Step:
        asked = partial(_neighbours, self.library_file, request.track_ref.id)
        try:
            found = self.run(partial(asked, self.settings(), self._noted), ctx)
        except Cancelled:
            raise
        except MusicReclassError as error:
            return partial(_with_problem, error=error)
        return partial(replace, neighbours=found)


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
