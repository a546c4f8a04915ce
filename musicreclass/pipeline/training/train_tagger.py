"""Learning the tags of MagnaTagATune: many for each clip, measured on its usual split."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass.classifiers import tagger as taggers
from musicreclass.classifiers.spec import MlpConfig
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.core.plain import plain
from musicreclass.errors import FileProblem, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.scanning.audio_files import audio_files
from musicreclass.pipeline.training.train_classifier import check_destination
from musicreclass.training.fit.multi_label import (
    TagEvaluation,
    TaggedTracks,
    evaluate_tags,
    fit_tagger,
)
from musicreclass.training.sources.mtt import Annotations, read_annotations
from musicreclass.training.sources.tables import SourceProblem

ANALYSIS_SPEC = AnalysisSpec()


@dataclass(frozen=True, slots=True)
class TagSummary:
    """What was learned from which clips, and how well."""

    out: Path
    clips: Mapping[str, int]  # part of the split -> clips heard
    measured: TagEvaluation  # on the test part
    left_out: tuple[FileProblem, ...]
    seed: int
    seconds: float

    def facts(self) -> dict[str, Any]:
        """Return what is worth keeping with the network, as plain values."""
        return {
            "clips": dict(self.clips),
            "roc_auc": self.measured.roc_auc,
            "pr_auc": self.measured.pr_auc,
            "f1": self.measured.f1,
            "seed": self.seed,
        }

    def to_plain(self) -> dict[str, Any]:
        """Return all of it as JSON can hold it."""
        return self.facts() | {
            "out": str(self.out),
            "tags": {figures.tag: plain(figures) for figures in self.measured.by_tag},
            "left_out": [problem.to_plain() for problem in self.left_out],
            "seconds": self.seconds,
        }


def train_on_magnatagatune(
    folder: Path,
    out: Path,
    ctx: JobContext,
    analysis_options: AnalysisOptions,
    *,
    top: int | None,
    seed: int = 0,
) -> TagSummary:
    """Teach a network the tags of the clips in `folder`, and write it to `out`.

    The features are heard from the clips, which are what there is of them.

    Args:
        top: so many of the tags, those that are given most often; all 188 if left out.

    Raises:
        UsageProblem: the folder is something else, or `out` cannot be written.
        CannotTag: too few clips of a part of the split can be heard.
        Cancelled: the user stopped; `out` is as it was, what was heard is kept in the cache.
    """
    started = time.monotonic()
    check_destination(out)
    annotations = read_annotations(folder, top)
    tracks, parts, problems = _heard(folder, annotations, ctx, analysis_options)
    places = {
        part: np.array([i for i, name in enumerate(parts) if name == part], dtype=np.intp)
        for part in ("training", "validation", "test")
    }
    features = measured_features()
    config = MlpConfig(features=features, used=features.columns, dropout=0.5, clip=3.0)
    fitted, watched = tracks.at(places["training"]), tracks.at(places["validation"])
    tagger = fit_tagger(config, fitted, watched, ctx, seed=seed)
    summary = TagSummary(
        out,
        Counter(parts),
        evaluate_tags(tagger, tracks.at(places["test"])),
        tuple(problems),
        seed,
        round(time.monotonic() - started, 3),
    )
    taggers.save(replace(tagger, training=summary.facts()), out)
    return summary


def _heard(
    folder: Path, annotations: Annotations, ctx: JobContext, analysis_options: AnalysisOptions
) -> tuple[TaggedTracks, Sequence[str], list[FileProblem]]:
    """Return the clips that can be heard with the parts they are in, and those that cannot."""
    there = [path for path in annotations.paths if (folder / path).is_file()]
    problems = [
        FileProblem(folder / path, "the file is not there")
        for path in annotations.paths
        if not (folder / path).is_file()
    ]
    if not there:
        raise SourceProblem(
            folder, f"holds none of the clips, such as {annotations.paths[0]}; unpack them there."
        )
    files, unreadable = audio_files([folder / path for path in there])
    rows = {}
    with closing(analyze(files, ANALYSIS_SPEC, ctx, analysis_options)) as outcomes:
        for file, outcome in outcomes:
            if not isinstance(outcome, Analysis):
                problems.append(problem_with(outcome))
            elif outcome.features is not None:
                rows[file.path] = outcome.features
    heard = [i for i, path in enumerate(annotations.paths) if str(folder / path) in rows]
    names = tuple(str(folder / annotations.paths[i]) for i in heard)
    if not names:
        raise SourceProblem(folder, f"holds no clip that can be heard; {problems[0]}.")
    table = np.stack([rows[name] for name in names])
    tracks = TaggedTracks(names, annotations.tags, annotations.truth[heard], table)
    return tracks, [annotations.parts[i] for i in heard], [*problems, *unreadable]
