"""Comparison of installed classifiers: with each other, and one of them with a new one."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from musicreclass.core.ensemble.log_probs import Reals, normalised
from musicreclass.core.ensemble.weighting import common_genres
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.evaluation.batch_evaluator import (
    BatchEvaluator,
    provenance_remark,
    unfamiliar,
)
from musicreclass.sentences.reason import Reason, because, first_of
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.measure.comparison import Comparison, Entry, differences_of, rows_of
from musicreclass.training.measure.evaluation import CannotEvaluate, paired
from musicreclass.training.reports.report import CurrentClassifier
from musicreclass.training.sources.folders import GenreFolders
from musicreclass.training.sources.sorted_files import SortedFile


def compare_installed(
    folder: Path, bundle_files: Sequence[Path], ctx: JobContext, options: AnalysisOptions
) -> Comparison:
    """Let several classifiers answer for the music in `folder`, whose folders say its genres.

    Only music counts of genres that all of them know, and that all of them could answer for.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: a file is no bundle that can be used.
        CannotEvaluate: there is no music of a genre that all know, or none can be analyzed.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    started = time.monotonic()
    every = [load_classifier(path) for path in bundle_files]
    found = survey(folder, ctx, workers=options.workers).found
    files = _known_to_all(found, every)
    evaluator = BatchEvaluator(ctx, options)
    asked = [
        evaluator.ask(path, loaded, files) for path, loaded in zip(bundle_files, every, strict=True)
    ]
    tested = [file for file in files if all(file.path in one.by_path for one in asked)]
    if not tested:
        problem = next(iter(evaluator.problems.values()))
        raise CannotEvaluate(because("pipeline.no_file_heard", problem=problem.sentence))
    genres = common_genres(loaded.genres for loaded in every)
    truth = np.array([genres.index(file.genre) for file in tested], dtype=np.intp)
    grouping = groups_of([file.origin for file in tested])
    names = _names(bundle_files)
    entries = [
        Entry(name, one.on_one_list(genres, tested), evaluator.costs(one, tested))
        for name, one in zip(names, asked, strict=True)
    ]
    return Comparison(
        title=f"Classifiers compared on {readable(folder.absolute().name)}",
        rows=rows_of(entries, truth, genres, grouping.groups),
        differences=differences_of(entries, truth, grouping.groups),
        n_folds=None,
        grouped_by=dict(grouping.known_by),
        seconds=round(time.monotonic() - started, 3),
        remarks=tuple(_remarks(found, dict(zip(names, every, strict=True)), tested)),
        left_out=(*found.left_out, *evaluator.problems.values()),
    )


def current_classifier_of(
    in_use: Path, labelled: Labelled, combined: Reals, tested: Indices, evaluator: BatchEvaluator
) -> CurrentClassifier | None:
    """Return how the classifier in use does on tracks that neither it nor a new one was fitted on.

    None where there are no such tracks of genres that it knows.

    Args:
        combined: what the new one says out of fold, shape (n_tracks, n_genres).
        tested: rows of the tracks that count.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        Cancelled: the user stopped.
    """
    loaded, tracks = load_classifier(in_use), labelled.tracks
    files = {
        file.path: file
        for file in unfamiliar(loaded, labelled.files)
        if file.genre in loaded.genres
    }
    rows = [row for row in tested.tolist() if tracks.names[row] in files]
    asked = evaluator.ask(in_use, loaded, [files[tracks.names[row]] for row in rows])
    rows = [row for row in rows if tracks.names[row] in asked.by_path]
    if not rows:
        return None
    shared = [files[tracks.names[row]] for row in rows]
    genres = common_genres((tracks.genres, loaded.genres))
    truth = tracks.labels[rows]  # the genres that were trained on come first
    theirs = asked.on_one_list(genres, shared)
    ours = np.full(theirs.shape, -np.inf)
    ours[:, : len(tracks.genres)] = combined[rows]
    name = readable(in_use.stem)
    return CurrentClassifier(
        name,
        len(shared),
        float((theirs.argmax(axis=1) == truth).mean()),
        paired(normalised(ours), theirs, truth, tracks.groups[rows]),
        provenance_remark(name, loaded, shared),
    )


def _known_to_all(found: GenreFolders, every: Sequence[LoadedClassifier]) -> list[SortedFile]:
    known = _shared_genres(every)
    files = [file for file in found.files if file.genre in known]
    if not files:
        shown = readable(str(found.folder))
        if not known:
            raise CannotEvaluate(because("pipeline.no_genre_in_common", folder=shown))
        shared = first_of(sorted(known), 20)
        raise CannotEvaluate(because("pipeline.no_common_music", folder=shown, shared=shared))
    return files


def _shared_genres(every: Iterable[LoadedClassifier]) -> set[str]:
    return set.intersection(*({*loaded.genres} for loaded in every))


def _names(bundle_files: Sequence[Path]) -> list[str]:
    """Return how each is called: by its file, or by its whole path where two would be one."""
    stems = Counter(path.stem for path in bundle_files)
    return [readable(path.stem if stems[path.stem] == 1 else str(path)) for path in bundle_files]


def _remarks(
    found: GenreFolders, by_name: Mapping[str, LoadedClassifier], tested: Sequence[SortedFile]
) -> Iterator[Reason]:
    for name, loaded in by_name.items():
        if (remark := provenance_remark(name, loaded, tested)) is not None:
            yield remark
    known = _shared_genres(by_name.values())
    if unknown := [genre for genre in found.genres if genre not in known]:
        yield because("pipeline.not_known_to_all", genres=first_of(unknown, 20))
    yield from found.warnings
