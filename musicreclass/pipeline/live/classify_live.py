"""From pieces of sound to reports: each is asked about, and what was said of late is summed up."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from musicreclass.core.job import JobContext
from musicreclass.core.live.calm import calmed
from musicreclass.core.live.last_minute import (
    MINUTE_SECONDS,
    evenly,
    minute,
    of_now,
    suggestion_of,
    tag_shares,
)
from musicreclass.core.live.live_answer import (
    CalmView,
    LiveReport,
    LiveRules,
    PieceScores,
)
from musicreclass.core.live.loudness import Loudness, is_silent
from musicreclass.pipeline.computing.live_scores import live_rules, score_piece
from musicreclass.pipeline.live.piece_queue import ArrivedPiece, PieceQueue, SoundEnded
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.settings import Settings

WAIT_SECONDS = 0.1  # until Stop is noticed


@dataclass(frozen=True, slots=True)
class LiveReady:
    """Classifiers are loaded: from now on, sound is asked about."""


def classify_live(
    queue: PieceQueue,
    settings: Callable[[], Settings],
    ctx: JobContext,
    run: Run = in_place,
) -> Generator[LiveReport, None, None]:
    """Yield what is said after each piece, until the sound ends.

    Args:
        settings: those of the moment: another classifier may be chosen meanwhile.
        run: where networks answer.

    Raises:
        NoClassifier: no classifier is installed.
        ClassifierFileProblem: there is one, but it cannot be used.
        Cancelled: the user stopped.
    """
    following = _Following(settings, ctx, run)
    queue.begin()
    ctx.publish(LiveReady())
    with suppress(SoundEnded):
        while True:
            ctx.raise_if_cancelled()
            taken = queue.take(WAIT_SECONDS)
            if taken is not None:
                yield following.report(taken)


def publish_live(
    queue: PieceQueue,
    settings: Callable[[], Settings],
    run: Run,
    ctx: JobContext,
) -> None:
    """Publish a `LiveReady` and what `classify_live` yields, for a window."""
    for report in classify_live(queue, settings, ctx, run):
        ctx.publish(report)


@dataclass(slots=True)
class _Following:
    """What was said of late."""

    settings: Callable[[], Settings]
    ctx: JobContext
    run: Run
    rules: LiveRules = field(init=False)
    minute: list[PieceScores] = field(default_factory=list)
    since_silence: list[PieceScores] = field(default_factory=list)
    shown: CalmView | None = None

    def __post_init__(self) -> None:
        self.rules = self.run(partial(live_rules, self.settings()), self.ctx)

    def report(self, taken: ArrivedPiece) -> LiveReport:
        """Return what is said after a piece.

        Raises:
            MusicReclassError: the classifiers cannot answer.
        """
        piece, settings = taken.piece, self.settings()
        scores = None
        if not is_silent(piece.samples, piece.sample_rate):
            scores = self.run(partial(score_piece, piece, settings), self.ctx)
        if scores is not None and scores.digest != self.rules.digest:
            self._begin_anew(settings)
        now, calibrator = piece.end_seconds, self.rules.calibrator
        said = None
        if scores is not None and scores.predictions:
            said = calibrator.suggest(scores.predictions)
            self._take(scores, now)
        else:
            self.since_silence, self.shown = [], None
        return LiveReport(
            number=piece.number,
            start_seconds=piece.start_seconds,
            end_seconds=now,
            loudness_db=Loudness.of(piece.samples).rms_db,
            piece=said,
            piece_tags=() if scores is None else scores.tags.shown_ids,
            now=self.shown,
            minute=minute(self.minute, now, calibrator),
            arrived_at=taken.arrived_at,
            dropped=taken.dropped,
            problem=None if scores is None else scores.problem,
        )

    def _take(self, scores: PieceScores, now: float) -> None:
        self.minute = [p for p in self.minute if now - p.start_seconds <= MINUTE_SECONDS]
        self.minute.append(scores)
        self.since_silence.append(scores)
        recent, weights = of_now(self.since_silence, now)
        self.since_silence = list(recent)
        suggestion = suggestion_of(recent, weights, self.rules.calibrator)
        self.shown = calmed(self.shown, suggestion, tag_shares(recent, evenly(recent)))

    def _begin_anew(self, settings: Settings) -> None:
        """Forget what other classifiers said."""
        self.rules = self.run(partial(live_rules, settings), self.ctx)
        self.minute, self.since_silence, self.shown = [], [], None
