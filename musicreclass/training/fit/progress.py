"""What a training says of itself while it goes on: its stages, its fits and the time left."""

from __future__ import annotations

from dataclasses import dataclass, field

from musicreclass.core.job import ForwardingContext, JobContext, Pace, Progress

READING, ANALYZING, AUGMENTING = "Reading", "Listening", "Playing otherwise"
FITTING, MEASURING = "Teaching", "Measuring"
STAGES = (READING, ANALYZING, AUGMENTING, FITTING, MEASURING)  # of a training, in their order


@dataclass(frozen=True, slots=True)
class StageBegan:
    """Another part of the training has begun."""

    name: str
    number: int  # from 1
    of: int


@dataclass(frozen=True, slots=True)
class FitBegan:
    """A classifier is being fitted: for a fold, or with all tracks."""

    classifier: str
    part: str  # "fold 1", ..., or "all"
    number: int  # of all fits, from 1
    of: int


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How long the stage will still take, going by its last seconds; None: nobody can tell yet."""

    stage: str
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Epoch:
    """How one epoch went."""

    classifier: str
    number: int  # from 1
    of: int
    loss: float
    accuracy: float  # on what was learned from, changed and mixed as it was
    watched_loss: float | None  # of tracks held out; None where none are
    watched_accuracy: float | None
    rate: float  # at which the head learned at last
    seconds: float
    memory_bytes: int | None  # at most, as far as it was looked at


@dataclass(frozen=True, slots=True)
class MemoryUse:
    """What a fit takes at a moment; None is what nobody can tell."""

    classifier: str
    used_bytes: int | None
    free_bytes: int | None
    at_once: int  # chunks or tracks that are on the device together


@dataclass(slots=True)
class StageContext(ForwardingContext):
    """The context of one stage: what is reported bears its name, and says how long is left."""

    name: str
    pace: Pace = field(default_factory=Pace)

    def report(self, progress: Progress) -> None:
        said = progress.current
        shown = said if said.startswith(self.name) else f"{self.name}  {said}".rstrip()
        self.ctx.report(Progress(progress.done, progress.total, shown))
        if self.pace.is_due(progress):
            self.ctx.publish(TimeLeft(self.name, self.pace.seconds_left(progress)))


def stage(ctx: JobContext, name: str) -> StageContext:
    """Say that one of `STAGES` has begun, and return its context."""
    ctx.publish(StageBegan(name, STAGES.index(name) + 1, len(STAGES)))
    return StageContext(ctx, name)


@dataclass(slots=True)
class TrainingProgress(ForwardingContext):
    """The context of all fits: one follows the other, and each counts as much as it costs.

    A fit that ends early, or that was done before the run was broken off, counts as done.
    """

    fit_tasks: int
    cost: int  # of all fits, in any unit
    _number: int = 0
    _before: int = 0  # cost of earlier fits
    _own: int = 0  # cost of this one
    _done: int = 0

    def begin(self, classifier: str, part: str, cost: int) -> None:
        """Say that a fit begins that costs so much."""
        self._number += 1
        self._before, self._own = self._before + self._own, cost
        self.ctx.publish(FitBegan(classifier, part, self._number, self.fit_tasks))
        self.report(Progress(0, cost, f"Teaching {classifier}, {part}"))

    def report(self, progress: Progress) -> None:
        reached = self._before + int(progress.fraction * self._own)
        self._done = max(self._done, reached)  # one fit may have several parts
        self.ctx.report(Progress(self._done, self.cost, progress.current))
