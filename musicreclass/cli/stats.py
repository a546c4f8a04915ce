"""`stats DIR`: what a collection consists of, in numbers, pictures and advice."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.cli.chosen_classifier import in_use
from musicreclass.cli.console import ConsoleContext, add_shared, duration, say_left_out
from musicreclass.cli.terminal import shown_path
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.insights.stats import Stats, collection_stats
from musicreclass.pipeline.insights.stats_pictures import pictures
from musicreclass.pipeline.whole_files import make_folder, write_whole
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.reports.text_tables import Cells, column, table

Table = tuple[Cells, Sequence[Cells]]  # header and rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder with music")
    parser.add_argument(
        "--mels",
        action="store_true",
        help="listen to tracks for the genres' mean spectrograms; without it, to none, and those "
        "heard before count",
    )
    parser.add_argument("--png", type=Path, metavar="DIR", help="write pictures into a folder")
    add_shared(parser, "workers")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:

    if options.png:
        make_folder(options.png)
    chosen = settings.load(paths.settings_file())
    found = collection_stats(
        options.folder,
        ctx,
        AnalysisOptions.of_this_user(options.workers),
        library_file=library_file,
        bundle_file=in_use(chosen, ctx),
        learns=chosen.review.learns,
        by=chosen.review.pools_by,
        analyzes=options.mels,
    )
    ctx.clear()
    if options.png:
        for name, picture in pictures(found, ctx.said).items():
            write_whole(options.png / name, picture)
    if options.json:
        print(json.dumps(found.to_plain()))
    else:
        _print(found, ctx)
    return 1 if found.problems else 0


def _print(found: Stats, ctx: ConsoleContext) -> None:
    folder = shown_path(found.folder)
    print(ctx.said(because("cli.tracks_in", tracks=found.tracks, folder=folder)), end="\n\n")
    for text in _tables(found, ctx):
        print(f"{text}\n")
    for reason in found.balance.advice:
        ctx.say(reason)
    say_left_out(found.problems, ctx)


def _tables(found: Stats, ctx: ConsoleContext) -> list[str]:
    made = [_genres(found), _formats(found), _lengths(found), _balance(found), _spectra(found)]
    return [table(header, rows, ctx.said) for header, rows in made if rows]


def _genres(found: Stats) -> Table:
    suggested = found.suggested.genres if found.suggested else {}
    names = list(dict.fromkeys((*found.by_folder, *found.by_tag, *suggested)))
    rows: list[Cells] = [
        (name, *(_count(counts, name) for counts in (found.by_folder, found.by_tag, suggested)))
        for name in names
    ]
    rows.append((_word("no_genre"), "", f"{found.untagged:,}", _unheard(found)))
    return (column("genre"), *map(_word, ("folders", "tags", "suggested"))), rows


def _formats(found: Stats) -> Table:
    rows = [(name, f"{count:,}") for name, count in found.formats.items()]
    return (_word("format"), column("tracks")), rows


def _lengths(found: Stats) -> Table:
    header = (_word("length"), "")
    if (lengths := found.lengths) is None:
        return header, []
    return header, [
        (_word("in_all"), duration(lengths.total_seconds)),
        (_word("median"), _clock(lengths.median_seconds)),
        (_word("shortest"), _clock(lengths.shortest_seconds)),
        (_word("longest"), _clock(lengths.longest_seconds)),
    ]


def _balance(found: Stats) -> Table:
    balance = found.balance
    return (_word("balance"), ""), [
        (_word("ratio"), f"{balance.ratio:.1f}"),
        (_word("largest_share"), f"{100.0 * balance.largest_share:.1f}"),
        (_word("effective_genres"), f"{balance.effective_genres:.1f}"),
    ]


def _spectra(found: Stats) -> Table:
    mels = found.mels
    rows = [(mel.genre, f"{mel.tracks:,}", *(f"{db:.0f}" for db in mel.thirds)) for mel in mels]
    return tuple(map(_word, ("mean_spectrum", "heard", "low", "middle", "high"))), rows


def _word(name: str) -> Reason:
    """Return what a row or a column is called."""
    return because(f"cli.stats_{name}")


def _count(counts: Mapping[str, int], name: str) -> str:
    return f"{counts[name]:,}" if name in counts else ""


def _unheard(found: Stats) -> str:
    return f"{found.suggested.unclassified:,}" if found.suggested else ""


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02}"
