"""`train --magnatagatune DIR`: many tags for each clip rather than one genre."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from musicreclass.cli.console import ConsoleContext, duration
from musicreclass.core.location import readable

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.training.train_tagger import TagSummary

MOST_NAMED = 10  # files that were left out; --json names all


def run(options: argparse.Namespace, analysis_options: AnalysisOptions, ctx: ConsoleContext) -> int:
    from musicreclass.pipeline.training.train_tagger import train_on_magnatagatune

    summary = train_on_magnatagatune(
        options.magnatagatune,
        options.out,
        ctx,
        analysis_options,
        top=options.top,
        seed=options.seed,
    )
    ctx.clear()
    if options.json:
        print(json.dumps(summary.to_plain()))
    else:
        _print(summary)
    return 1 if summary.left_out else 0


def _print(summary: TagSummary) -> None:
    measured = summary.measured
    print(
        f"Learned {len(measured.by_tag)} tags from {summary.clips['training']:,} clips in "
        f"{duration(summary.seconds)}. On the {summary.clips['test']:,} clips of the test part:\n"
    )
    print(f"{'':24}{'clips':>7}{'ROC-AUC':>9}{'PR-AUC':>8}{'F1':>7}")
    for figures in measured.by_tag:
        print(
            f"{figures.tag:24.24}{figures.support:7,}{_share(figures.roc_auc, 9)}"
            f"{_share(figures.pr_auc, 8)}{_share(figures.f1, 7)}"
        )
    print(
        f"{'on average':31}{_share(measured.roc_auc, 9)}{_share(measured.pr_auc, 8)}"
        f"{_share(measured.f1, 7)}\n"
    )
    for problem in summary.left_out[:MOST_NAMED]:
        print(f"left out: {readable(str(problem.path))}: {problem.reason}", file=sys.stderr)
    if (more := len(summary.left_out) - MOST_NAMED) > 0:
        print(f"and {more:,} more; --json names them all", file=sys.stderr)
    print(f"The tags are in {readable(str(summary.out))}.")


def _share(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"
