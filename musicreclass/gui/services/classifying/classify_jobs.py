"""What classifying does, as jobs. Networks are where they are run, not with the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from musicreclass.core.classify_summary import Adaptation, ClassifySummary, Renewal
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.job import JobContext
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.core.review.not_shown_so import NotShownSo
from musicreclass.pipeline.computing import suggesting
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.sentences.reason import Reason
from musicreclass.settings import Settings


class PrecisionFigures(NamedTuple):
    """Who suggests, and how often that is right."""

    bundle: str  # digest of the classifiers
    basis: PrecisionBasis
    seconds: float = 0.0  # that it took to work them out


@dataclass(frozen=True, slots=True)
class ClassifyJobs:
    """The jobs that need classifiers, done as the settings of the moment have it.

    Raises:
        NoClassifier: no classifier is installed.
        ClassifierFileProblem: there is one, but it cannot be used.
    """

    library_file: Path
    settings: Callable[[], Settings]
    run: Run = in_place

    def suggest(self, ctx: JobContext) -> int:
        """Publish suggestions and sound tags of what is analyzed, and return how many there are."""
        return self.run(partial(suggesting.suggest, self.library_file, self.settings()), ctx)

    def classify(self, ctx: JobContext) -> ClassifySummary:
        """Analyze what is not analyzed yet, and publish suggestions for it."""
        return self.run(partial(suggesting.classify, self.library_file, self.settings()), ctx)

    def renew(self, ctx: JobContext) -> Renewal:
        """Publish what the classifier in use now suggests, and nothing for what it cannot yet."""
        return self.run(partial(suggesting.renew, self.library_file, self.settings()), ctx)

    def problem(self, ctx: JobContext) -> Reason | None:
        """Return why the box suggests in place of the chosen classifier, None where it does not."""
        return self.run(partial(suggesting.problem, self.settings()), ctx)

    def forget(self, ctx: JobContext) -> None:
        """Forget what the classifiers in use said, so that all tracks are classified anew."""
        self.run(partial(suggesting.forget, self.library_file, self.settings()), ctx)

    def useful_order(self, ctx: JobContext) -> list[int]:
        """Return the ids of all tracks to review, the most useful first."""
        return self.run(partial(suggesting.useful_order, self.library_file, self.settings()), ctx)

    def adapt(self, shown: Mapping[int, SuggestionLine], ctx: JobContext) -> Adaptation:
        """Suggest anew by what was decided, and publish what is not so `shown`."""
        news = NotShownSo(ctx, shown)
        job = partial(suggesting.suggest_anew, self.library_file, self.settings())
        return Adaptation(self.run(job, news), news.changed_count)

    def figures(self, ctx: JobContext) -> PrecisionFigures:
        """Return how often suggestions are right, by calibration and by what was decided."""
        found = self.run(partial(suggesting.figures, self.library_file, self.settings()), ctx)
        return PrecisionFigures(*found)
