"""`train --magnatagatune DIR`: many tags for each clip rather than one genre."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from musicreclass.cli.console import ConsoleContext, duration, say_left_out
from musicreclass.core.location import readable
from musicreclass.sentences.reason import because

if TYPE_CHECKING:
    from musicreclass.pipeline.datasets.tagged_clips import MttSource
    from musicreclass.pipeline.training.train_tagger import TagSummary


def run(options: argparse.Namespace, source: MttSource, ctx: ConsoleContext) -> int:
    from musicreclass.pipeline.training.train_tagger import train_tagger

    summary = train_tagger(source, options.out, ctx, seed=options.seed)
    ctx.clear()
    if options.json:
        print(json.dumps(summary.to_plain()))
    else:
        _print(summary, ctx)
    return 1 if summary.left_out else 0


def _print(summary: TagSummary, ctx: ConsoleContext) -> None:
    measured = summary.measured
    learned = because(
        "cli.learned_tags",
        tags=len(measured.by_tag),
        clips=summary.clips["training"],
        duration=duration(summary.seconds),
        tested=summary.clips["test"],
    )
    print(f"{ctx.said(learned)}\n")
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
    say_left_out(summary.left_out, ctx)
    print(ctx.said(because("cli.tags_are_in", path=readable(str(summary.out)))))


def _share(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"
