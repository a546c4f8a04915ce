"""`classify PATH...`: the genres of files, wherever they lie, as they are analyzed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import closing, nullcontext
from pathlib import Path
from typing import get_args

from musicreclass import paths, settings
from musicreclass.cli.chosen_classifier import in_use
from musicreclass.cli.console import CELLS, ConsoleContext, add_shared, say_left_out, verdict_word
from musicreclass.cli.terminal import shown_path
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.location import columns_of
from musicreclass.core.sound_tags import SoundTags
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification import installed
from musicreclass.pipeline.classification.classified_output import (
    Outcome,
    Playlists,
    csv_table,
    facts_of,
    problem_of,
)
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.installed import NoClassifier
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.sentences.reason import because
from musicreclass.settings import Settings

GENRE_WIDTH, RUNNER_UP_WIDTH = 28, 24
WORTH_NAMING = 0.01  # less likely runners-up are none


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file or a folder")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--json", action="store_true", help="print one JSON object per line")
    kind.add_argument("--csv", type=Path, metavar="FILE", help=f"write a table as CSV; {CELLS}")
    parser.add_argument(
        "--segments", action="store_true", help="with --json: what is said of each few seconds"
    )
    parser.add_argument(
        "--classifier", default="", metavar="NAME|FILE", help="use another than usual"
    )
    parser.add_argument(
        "--tagger", type=Path, metavar="FILE", help="give tags by what train --magnatagatune made"
    )
    parser.add_argument(
        "--tags", action="store_true", help="a line below each file says what it sounds like"
    )
    parser.add_argument(
        "--by",
        choices=get_args(By),
        help="pool what the tracks of an album sound like, or of an artist, and let the mix of "
        "genres among all count; default: as in the window, at first albums where they are known, "
        "else artists",
    )
    add_shared(parser, "speed", "fast")
    parser.add_argument(
        "--m3u", type=Path, metavar="DIR", help="write a playlist for each genre that is sure"
    )
    add_shared(parser, "workers", "cluster")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    if options.segments and not options.json:
        raise UsageProblem(because("cli.segments_need_json"))

    chosen = settings.load(paths.settings_file())
    named = options.classifier
    outcomes = classify_files(
        options.paths,
        _classifier(named, chosen, ctx),
        ctx,
        AnalysisOptions.of_this_user(options.workers, options.cluster),
        speed=options.speed or chosen.classifying.speed,
        tagger_file=options.tagger or installed.tagger_file(chosen),
        by=options.by or chosen.review.pools_by,
        amount=settings.amount_of(chosen.classifying),
        library_file=library_file,
    )
    has_problems, pooled_count, file_count = False, 0, 0
    playlists = Playlists()
    with closing(outcomes), csv_table(options.csv) if options.csv else nullcontext() as add_row:
        for outcome in outcomes:
            if not options.json and options.csv is None and file_count == 0:
                _say_header(ctx)
            has_problems |= _show(outcome, options, ctx)
            playlists.add(outcome)
            file_count += 1
            pooled_count += _keeps_company(outcome)
            if add_row is not None:
                add_row(outcome)
    ctx.clear()
    if pooled_count and not options.json:
        code = f"cli.pooled_by_{options.by or chosen.review.pools_by}"
        ctx.say(because(code, pooled=pooled_count, files=file_count))
    if options.m3u is not None:
        unnamed = playlists.write(options.m3u)
        say_left_out(unnamed, ctx)
        has_problems |= bool(unnamed)
    return 1 if has_problems else 0


def _keeps_company(outcome: Classified | FileProblem) -> bool:
    company = outcome.suggestion.company if isinstance(outcome, Classified) else None
    return company is not None and company.is_of_few


def _classifier(named: str, chosen: Settings, ctx: ConsoleContext) -> Path:
    """Return the file to classify with; where it is not the chosen one, that is said.

    Raises:
        UsageProblem: there is none of the name that was given.
        NoClassifier: nothing is installed.
    """
    if named:
        return installed.find(named, chosen)
    if (found := in_use(chosen, ctx)) is None:
        raise NoClassifier
    return found


def _show(outcome: Outcome, options: argparse.Namespace, ctx: ConsoleContext) -> bool:
    """Print what became of a file, and say whether anything is wrong with it."""

    problem = problem_of(outcome)
    ctx.clear()
    if options.json:
        print(json.dumps(facts_of(outcome, segments=options.segments)), flush=True)
        return problem is not None
    if problem is not None:
        print(f"{shown_path(outcome.path)}: {ctx.said(problem)}", file=sys.stderr)
    if not isinstance(outcome, FileProblem) and options.csv is None:
        print(_row(outcome, ctx), flush=True)
        if options.tags and (tags := outcome.sound_tags.shown_ids):
            print(f"      {_tags(tags, ctx)}", flush=True)
    return problem is not None


def _say_header(ctx: ConsoleContext) -> None:
    """Head the columns for a person; a program that reads rows gets rows and nothing else."""
    if sys.stdout.isatty():
        ctx.clear()
        genre, runner_up = because("cli.heading_genre"), because("cli.heading_runner_up")
        columns = [
            _padded(ctx.said(genre), GENRE_WIDTH),
            _padded(ctx.said(runner_up), RUNNER_UP_WIDTH),
        ]
        print("   %", *columns, ctx.said(because("cli.heading_file")), sep="  ", flush=True)


def _row(found: Classified, ctx: ConsoleContext) -> str:
    """Return a line for people: how sure, of what, what else it may be, and which file."""
    suggestion = found.suggestion
    best, *others = suggestion.candidates
    genre = suggestion.genre or ctx.said(
        because("cli.in_doubt", verdict=verdict_word(suggestion.verdict), genre=best.genre)
    )
    runner_up = ""
    if others and others[0].confidence >= WORTH_NAMING:
        one = others[0]
        runner_up = ctx.said(because("cli.runner_up", genre=one.genre, confidence=one.confidence))
    remarks = f"  ({'; '.join(map(ctx.said, found.remarks))})" if found.remarks else ""
    return (
        f"{best.confidence:>4.0%}  {_padded(genre, GENRE_WIDTH)}  "
        f"{_padded(runner_up, RUNNER_UP_WIDTH)}  {shown_path(found.path)}{remarks}"
    )


def _tags(tags: Sequence[str], ctx: ConsoleContext) -> str:
    """Return sound tags in the person's language; those of a tagger may have any name."""
    language, vocabulary = ctx.sentences.language, SoundTags.shipped()
    names = tuple(vocabulary.name(tag_id, language) for tag_id in tags)
    return ctx.said(because("ears.sounds_like", tags=names))


def _padded(text: str, width: int) -> str:
    """Return `text` with blanks behind it, so that it takes `width` columns of a terminal."""
    return text + " " * (width - columns_of(text))
