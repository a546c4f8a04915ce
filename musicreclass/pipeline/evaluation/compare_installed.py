"""Comparison of installed classifiers: with each other, and one of them with a new one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals, normalised
from musicreclass.core.ensemble.weighting import common_genres
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.core.plain import listed
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.datasets.survey import Survey, survey
from musicreclass.pipeline.evaluation.batch_evaluator import (
    BatchEvaluator,
    on_one_list,
    remark_on,
    unfitted,
)
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.comparison import Comparison, Entry, differences_of, rows_of
from musicreclass.training.measure.evaluation import CannotEvaluate, paired
from musicreclass.training.reports.report import CurrentClassifier
from musicreclass.training.sources.sorted_files import SortedFile


def compare_installed(
    folder: Path,
    bundle_files: Sequence[Path],
    ctx: JobContext,
    options: AnalysisOptions,
) -> Comparison:
    """Let several bundles classify the music in `folder`, whose folders say of which genre it is.

    Only music counts of genres that all of them know, and that all of them could hear.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: a file is no bundle that can be used.
        CannotEvaluate: there is no music of a genre that all know, or none can be heard.
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    started = time.monotonic()
    loaded_classifiers = [load_classifier(path) for path in bundle_files]
    surveyed = survey(folder, ctx, workers=options.workers)
    files = _known_to_all(surveyed, loaded_classifiers)
    evaluator = BatchEvaluator(ctx, options)
    asked = [
        evaluator.ask(path, loaded, files)
        for path, loaded in zip(bundle_files, loaded_classifiers, strict=True)
    ]
    heard = [file for file in files if all(file.path in one.log_probs for one in asked)]
    if not heard:
        raise CannotEvaluate(
            f"No file could be heard, such as {next(iter(evaluator.problems.values()))}."
        )
    genres = common_genres(loaded.calibrator.ensemble.genres for loaded in loaded_classifiers)
    truth = np.array([genres.index(file.genre) for file in heard], dtype=np.intp)
    grouping = groups_of([file.origin for file in heard])
    names = _names(bundle_files)
    entries = [
        Entry(name, on_one_list(one, genres, heard), evaluator.costs(one, heard))
        for name, one in zip(names, asked, strict=True)
    ]
    return Comparison(
        title=f"Classifiers compared on {readable(folder.absolute().name)}",
        rows=rows_of(entries, truth, genres, grouping.groups),
        differences=differences_of(entries, truth, grouping.groups),
        n_folds=None,
        grouped_by=dict(grouping.known_by),
        seconds=round(time.monotonic() - started, 3),
        remarks=tuple(_remarks(surveyed, dict(zip(names, loaded_classifiers, strict=True)), heard)),
        left_out=(*surveyed.found.left_out, *evaluator.problems.values()),
    )


def _known_to_all(
    surveyed: Survey, loaded_classifiers: Sequence[LoadedClassifier]
) -> list[SortedFile]:
    known = set.intersection(
        *({*loaded.calibrator.ensemble.genres} for loaded in loaded_classifiers)
    )
    files = [file for file in surveyed.found.files if file.genre in known]
    if not files:
        raise CannotEvaluate(
            f"There is no music in {readable(str(surveyed.found.folder))} of a genre that all "
            f"classifiers know; they share {listed(sorted(known), at_most=20) or 'none'}. Name "
            "the folders so, or choose others."
        )
    return files


def _names(bundle_files: Sequence[Path]) -> list[str]:
    """Return how each is called: by its file, or by its whole path where two would be one."""
    stems = Counter(path.stem for path in bundle_files)
    return [readable(path.stem if stems[path.stem] == 1 else str(path)) for path in bundle_files]


def _remarks(
    surveyed: Survey,
    loaded_classifiers: Mapping[str, LoadedClassifier],
    heard: Sequence[SortedFile],
) -> Iterator[str]:
    for name, loaded in loaded_classifiers.items():
        if remark := remark_on(name, loaded, heard):
            yield remark
    known = set.intersection(
        *({*loaded.calibrator.ensemble.genres} for loaded in loaded_classifiers.values())
    )
    if unknown := [genre for genre in surveyed.found.genres if genre not in known]:
        yield f"Not all of them know {listed(unknown, at_most=20)}; that music is left out."
    yield from surveyed.found.warnings


def current_classifier_of(
    in_use: Path, labelled: Labelled, together: Reals, tested: Indices, evaluator: BatchEvaluator
) -> CurrentClassifier | None:
    """Return how those in use do on tracks that neither they nor the new ones were taught.

    None where there are no such tracks of genres that they know.

    Args:
        together: what the new ones say out of fold, shape (n_tracks, n_genres).
        tested: places of the tracks that count.

    Raises:
        ClassifierFileProblem: those in use are no bundle that can be used.
        Cancelled: the user stopped.
    """
    loaded, tracks = load_classifier(in_use), labelled.tracks
    known = set(loaded.calibrator.ensemble.genres)
    files = {file.path: file for file in unfitted(loaded, labelled.files) if file.genre in known}
    shared = [place for place in tested.tolist() if tracks.names[place] in files]
    asked = evaluator.ask(in_use, loaded, [files[tracks.names[place]] for place in shared])
    shared = [place for place in shared if tracks.names[place] in asked.log_probs]
    if not shared:
        return None
    heard = [files[tracks.names[place]] for place in shared]
    genres = common_genres((tracks.genres, loaded.calibrator.ensemble.genres))
    truth = tracks.labels[shared]  # the genres that were learned come first
    theirs = on_one_list(asked, genres, heard)
    ours = np.full(theirs.shape, -np.inf)
    ours[:, : len(tracks.genres)] = together[shared]
    name = readable(in_use.stem)
    return CurrentClassifier(
        name,
        len(heard),
        float((theirs.argmax(axis=1) == truth).mean()),
        paired(normalised(ours), theirs, truth, tracks.groups[shared]),
        remark_on(name, loaded, heard),
    )
