"""`evaluate NAME|FILE DIR`: how often a classifier is right about music that is sorted already."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.cli.console import ConsoleContext, duration, say_left_out
from musicreclass.core.location import readable

if TYPE_CHECKING:  # the program shows its help without loading numpy
    from musicreclass.pipeline.evaluation.evaluate_classifier import FolderEvaluation
    from musicreclass.training.measure.evaluation import Evaluation

HELP = "measure a classifier on a folder of genre folders"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("bundle", metavar="NAME|FILE", help="an installed classifier, or its file")
    parser.add_argument("folder", type=Path, metavar="DIR", help="holds a folder for each genre")
    parser.add_argument(
        "--fast", action="store_true", help="ask the costly classifiers only where in doubt"
    )
    parser.add_argument(
        "--workers", type=int, default=0, metavar="N", help="processes; 0 is one per core (0)"
    )
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.installed import find
    from musicreclass.pipeline.evaluation.evaluate_classifier import evaluate_on_folders

    found = evaluate_on_folders(
        options.folder,
        find(options.bundle),
        ctx,
        AnalysisOptions.of_this_user(options.workers),
        speed="fast" if options.fast else "thorough",
    )
    ctx.clear()
    if options.json:
        print(json.dumps(found.to_plain()))
    else:
        _print(found, ctx)
    return 1 if found.left_out else 0


def _print(found: FolderEvaluation, ctx: ConsoleContext) -> None:
    from musicreclass.training.reports.text_tables import (
        confusion_table,
        genre_table,
        summary_table,
    )

    figures = found.evaluation
    print(
        f"{readable(found.bundle_file.name)} heard {figures.n_tracks:,} tracks in "
        f"{figures.n_groups:,} groups in {duration(found.seconds)}:\n"
    )
    for text in (
        summary_table(figures),
        genre_table(figures),
        confusion_table(figures),
        _verdict_table(found),
        *_promises(figures),
    ):
        print(f"{text}\n")
    _print_what_was_left_out(found, ctx)


def _verdict_table(found: FolderEvaluation) -> str:
    from musicreclass.training.reports.text_tables import percent, table

    rows = [
        (figures.verdict.value, f"{figures.tracks:,}", percent(figures.share_right))
        for figures in found.verdicts
    ]
    return table(("verdict", "tracks", "right %"), rows)


def _promises(figures: Evaluation) -> list[str]:
    """Return sentences on what the classifier promises, and what came of it."""
    said = []
    if (covered := figures.covered) is not None:
        said.append(
            f"The right genre should be among those possible for {covered.wanted:.0%} of the "
            f"tracks, and is for {covered.reached:.0%}; {covered.mean_size:.1f} are possible on "
            f"average, a single one for {covered.single_share:.0%}."
        )
    if (kept := figures.kept) is not None:
        if kept.threshold is None:
            said.append(
                f"From no confidence on does it promise that {kept.promised:.0%} are right."
            )
        elif kept.share_right is None:
            said.append(
                f"{kept.promised:.0%} should be right from a confidence of {kept.threshold:.0%} "
                "on, which no track has."
            )
        else:
            said.append(
                f"{kept.promised:.0%} should be right from a confidence of {kept.threshold:.0%} "
                f"on; {kept.accepted:,} of the tracks have it, of which {kept.share_right:.0%} are."
            )
    return said


def _print_what_was_left_out(found: FolderEvaluation, ctx: ConsoleContext) -> None:
    if found.evaluation.untested:
        print(f"There was no music to test: {', '.join(found.evaluation.untested)}.")
    for genre, count in found.unknown.items():
        files = "1 file" if count == 1 else f"{count:,} files"
        print(f"The classifier does not know {genre}; {files} left out.")
    say_left_out(found.left_out, ctx)
