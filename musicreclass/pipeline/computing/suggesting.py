"""Suggestions as the settings have them: what classifiers say, are asked, and are right about.

Jobs for a process that may load networks; this module loads none before one of them is run.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from time import monotonic

from musicreclass.core.classify_summary import ClassifySummary, Renewal
from musicreclass.core.job import JobContext
from musicreclass.core.review.bulk import PrecisionBasis
from musicreclass.sentences.reason import Reason
from musicreclass.settings import Settings, amount_of


def load_ahead(ctx: JobContext) -> None:
    """Load the networks' library and all that suggests with it, which takes seconds."""
    importlib.import_module("musicreclass.pipeline.classification.classify")


def bundle_in_use(settings: Settings, ctx: JobContext) -> Path | None:
    """Return the file to classify with, None where there is none."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.usable_classifier import usable

    return usable(settings).path


def some_bundle_in_use(settings: Settings, ctx: JobContext) -> Path:
    """Return the file to classify with.

    Raises:
        NoClassifier: no classifier is installed.
    """
    ctx.raise_if_cancelled()
    return _file_in_use(settings)


def suggest(library_file: Path, settings: Settings, ctx: JobContext) -> int:
    """Publish suggestions and sound tags of what is analyzed, and return how many there are.

    Raises:
        NoClassifier: no classifier is installed.
        ClassifierFileProblem: there is one, but it cannot be used.
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.classify import suggestions

    return suggestions(
        library_file,
        _file_in_use(settings),
        ctx,
        learns=settings.review.learns,
        tagger_file=_tagger_file(settings),
        by=settings.review.pools_by,
    )


def classify(library_file: Path, settings: Settings, ctx: JobContext) -> ClassifySummary:
    """Analyze what is not analyzed yet, and publish suggestions for it. Else as `suggest`."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.classify import classify_library

    return classify_library(
        library_file,
        _file_in_use(settings),
        ctx,
        AnalysisOptions.of_this_user(settings.scan.workers),
        speed=settings.classifying.speed,
        learns=settings.review.learns,
        tagger_file=_tagger_file(settings),
        by=settings.review.pools_by,
        amount=amount_of(settings.classifying),
    )


def classify_by(
    library_file: Path, bundle_file: Path, settings: Settings, ctx: JobContext
) -> ClassifySummary:
    """Analyze all tracks that a classifier was not asked about, in use or not."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.classify import classify_library

    options = AnalysisOptions.of_this_user(settings.scan.workers)
    speed = settings.classifying.speed
    return classify_library(library_file, bundle_file, ctx, options, speed=speed)


def renew(library_file: Path, settings: Settings, ctx: JobContext) -> Renewal:
    """Publish what the classifier in use now suggests, and nothing for what it cannot yet."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.adaptation import renew

    review = settings.review
    return renew(
        library_file, _file_in_use(settings), ctx, learns=review.learns, by=review.pools_by
    )


def problem(settings: Settings, ctx: JobContext) -> Reason | None:
    """Return why the box suggests in place of the chosen classifier, None where it does not."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.usable_classifier import usable

    return usable(settings).sentence


def forget(library_file: Path, settings: Settings, ctx: JobContext) -> None:
    """Forget what the classifiers in use said, so that all tracks are classified anew."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.classify import forget_suggestions

    forget_suggestions(library_file, _file_in_use(settings), ctx)


def useful_order(library_file: Path, settings: Settings, ctx: JobContext) -> list[int]:
    """Return the ids of all tracks to review, the most useful first."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.review.suggested_tracks import useful_order

    review = settings.review
    return useful_order(
        library_file, _file_in_use(settings), ctx, learns=review.learns, by=review.pools_by
    )


def suggest_anew(library_file: Path, settings: Settings, ctx: JobContext) -> int:
    """Publish suggestions by what was decided until now; return how many decisions they obey."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.adaptation import suggest_all

    review = settings.review
    return suggest_all(
        library_file, _file_in_use(settings), ctx, learns=review.learns, by=review.pools_by
    )


def figures(
    library_file: Path, settings: Settings, ctx: JobContext
) -> tuple[str, PrecisionBasis, float]:
    """Return which classifiers suggest, how often that is right, and the seconds that it took."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.loaded_classifier import digest_of
    from musicreclass.pipeline.review.suggested_tracks import precision_basis

    file, began_at = _file_in_use(settings), monotonic()
    basis = precision_basis(library_file, file, ctx)
    return digest_of(file), basis, monotonic() - began_at


def _file_in_use(settings: Settings) -> Path:
    from musicreclass.pipeline.classification.usable_classifier import file_in_use

    return file_in_use(settings)


def _tagger_file(settings: Settings) -> Path | None:
    from musicreclass.pipeline.classification.installed import tagger_file

    return tagger_file(settings)
