"""What classifying does, as jobs. Networks are loaded by the first of them, not with the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from musicreclass.core.job import JobContext
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.pipeline.processes.preload_torch import preload_torch
from musicreclass.sentences.reason import Reason
from musicreclass.settings import Settings, amount_of

if TYPE_CHECKING:
    from musicreclass.core.ensemble.prediction import SuggestionLine
    from musicreclass.pipeline.classification.adaptation import Adaptation, Renewal
    from musicreclass.pipeline.classification.classify import ClassifySummary


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

    def suggest(self, ctx: JobContext) -> int:
        """Publish suggestions and sound tags of what is analyzed, and return how many there are."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.classify import suggestions

        review = self.settings().review
        return suggestions(
            self.library_file,
            self._bundle_file(),
            ctx,
            learns=review.learns,
            tagger_file=self._tagger_file(),
            by=review.pools_by,
        )

    def classify(self, ctx: JobContext) -> ClassifySummary:
        """Analyze what is not analyzed yet, and publish suggestions for it."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
        from musicreclass.pipeline.classification.classify import classify_library

        settings = self.settings()
        return classify_library(
            self.library_file,
            self._bundle_file(),
            ctx,
            AnalysisOptions.of_this_user(settings.scan.workers),
            speed=settings.classifying.speed,
            learns=settings.review.learns,
            tagger_file=self._tagger_file(),
            by=settings.review.pools_by,
            amount=amount_of(settings.classifying),
        )

    def renew(self, ctx: JobContext) -> Renewal:
        """Publish what the classifier in use now suggests, and nothing for what it cannot yet."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.adaptation import renew

        review = self.settings().review
        file = self._bundle_file()
        return renew(self.library_file, file, ctx, learns=review.learns, by=review.pools_by)

    def problem(self, ctx: JobContext) -> Reason | None:
        """Return why the box suggests in place of the chosen classifier, None where it does not."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.usable_classifier import usable

        return usable(self.settings()).sentence

    def forget(self, ctx: JobContext) -> None:
        """Forget what the classifiers in use said, so that all tracks are classified anew."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.classify import forget_suggestions

        forget_suggestions(self.library_file, self._bundle_file(), ctx)

    def useful_order(self, ctx: JobContext) -> list[int]:
        """Return the ids of all tracks to review, the most useful first."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.review.suggested_tracks import useful_order

        review = self.settings().review
        return useful_order(
            self.library_file, self._bundle_file(), ctx, learns=review.learns, by=review.pools_by
        )

    def adapt(self, shown: Mapping[int, SuggestionLine], ctx: JobContext) -> Adaptation:
        """Suggest anew by what was decided, and publish what is not so `shown`."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.adaptation import adapt

        review = self.settings().review
        return adapt(
            self.library_file,
            self._bundle_file(),
            ctx,
            shown=shown,
            learns=review.learns,
            by=review.pools_by,
        )

    def figures(self, ctx: JobContext) -> PrecisionFigures:
        """Return how often suggestions are right, by calibration and by what was decided."""
        ctx.raise_if_cancelled()
        preload_torch()
        from musicreclass.pipeline.classification.loaded_classifier import digest_of
        from musicreclass.pipeline.review.suggested_tracks import precision_basis

        file, began_at = self._bundle_file(), monotonic()
        basis = precision_basis(self.library_file, file, ctx)
        return PrecisionFigures(digest_of(file), basis, monotonic() - began_at)

    def _bundle_file(self) -> Path:
        from musicreclass.pipeline.classification.usable_classifier import file_in_use

        return file_in_use(self.settings())

    def _tagger_file(self) -> Path | None:
        from musicreclass.pipeline.classification.installed import tagger_file

        return tagger_file(self.settings())
