"""Training of a network that gives tags to the clips of MagnaTagATune, many to each."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from musicreclass.classifiers import tagger as taggers
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.core.job import JobContext
from musicreclass.core.plain import plain
from musicreclass.errors import FileProblem
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.tagged_clips import MttSource
from musicreclass.pipeline.training.train_classifier import check_destination
from musicreclass.training.fit.multi_label import TagEvaluation, evaluate_tags, fit_tagger


@dataclass(frozen=True, slots=True)
class TagSummary:
    """What was learned from which clips, and how well."""

    out: Path
    clips: Mapping[str, int]  # part of the split -> clips analyzed
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


def train_tagger(source: MttSource, out: Path, ctx: JobContext, *, seed: int = 0) -> TagSummary:
    """Train a network on the tags of the clips of `source`, and write it to `out`.

    Raises:
        UsageProblem: the folder is something else, or `out` cannot be written.
        CannotTag: too few clips of a part of the split can be analyzed.
        Cancelled: the user stopped; `out` is as it was, what was analyzed is kept in the cache.
    """
    started = time.monotonic()
    check_destination(out)
    clips = source.survey().analyze(ctx)
    features = measured_features()
    config = MlpConfig(features=features, used=features.columns, dropout=0.5, clip=3.0)
    tagger = fit_tagger(config, clips.part("training"), clips.part("validation"), ctx, seed=seed)
    summary = TagSummary(
        out,
        Counter(clips.parts),
        evaluate_tags(tagger, clips.part("test")),
        clips.left_out,
        seed,
        round(time.monotonic() - started, 3),
    )
    taggers.save(replace(tagger, training=summary.facts()), out)
    return summary
