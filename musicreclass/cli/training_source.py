"""The options of `train` that name its source: a folder, decisions, or a known data set."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.known_sets import FmaSource, GtzanSource, MsdSource
from musicreclass.pipeline.datasets.mapping_file import read_mapping
from musicreclass.pipeline.datasets.tagged_clips import MttSource
from musicreclass.pipeline.datasets.training_sources import (
    FolderSource,
    LibrarySource,
    TrainingSource,
)
from musicreclass.sentences.reason import Value, because

SIZES = ("small", "medium", "large")
SETS = ("fma", "gtzan", "magnatagatune", "msd")
BELONGS_TO = {  # an option -> the sources that it belongs to
    "mapping": ("folder",),
    "save_mapping": ("folder",),
    "from_folders": ("folder",),
    "from_tags": ("folder",),
    "from_library": ("folder", ""),
    "audio": ("fma",),
    "size": ("fma",),
    "top": ("magnatagatune",),
    "cls": ("msd",),
}


def add_source_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "folder", type=Path, nargs="?", metavar="DIR", help="holds a folder for each genre"
    )
    folder = parser.add_argument_group("what the folders stand for, and who else is asked")
    folder.add_argument(
        "--mapping", type=Path, metavar="FILE", help="a table of folders and genres, kept before"
    )
    folder.add_argument(
        "--save-mapping", type=Path, metavar="FILE", help="write the table there, to be edited"
    )
    folder.add_argument(
        "--from-tags",
        action="store_true",
        help="the genre tags say what the files are, and not the folders",
    )
    folder.add_argument(
        "--from-folders",
        action="store_true",
        help="with --from-tags: the folders are asked where no tag says anything",
    )
    folder.add_argument(
        "--from-library",
        action="store_true",
        help="what you accepted or changed counts first; without DIR, it alone",
    )
    sets = parser.add_argument_group("known data sets in place of DIR")
    sets.add_argument(
        "--fma", type=Path, metavar="METADATA_DIR", help="holds tracks.csv and features.csv"
    )
    sets.add_argument("--audio", type=Path, metavar="DIR", help="the sound of --fma: fma_medium")
    sets.add_argument("--size", choices=SIZES, help="how much of --fma (medium)")
    sets.add_argument("--gtzan", type=Path, metavar="DIR", help="holds the folder genres")
    sets.add_argument(
        "--magnatagatune", type=Path, metavar="DIR", help="holds annotations_final.csv and clips"
    )
    sets.add_argument(
        "--top", type=int, metavar="N", help="the N tags given most often, such as 50 (all 188)"
    )
    sets.add_argument("--msd", type=Path, metavar="DIR", help="holds the .h5 files of songs")
    sets.add_argument("--cls", type=Path, metavar="FILE", help="the genres of --msd, by tagtraum")


def source_of(
    options: argparse.Namespace, library_file: Path, analysis_options: AnalysisOptions
) -> TrainingSource | MttSource:
    """Return what is trained on: a folder, decisions of a library, or a known data set.

    Raises:
        UsageProblem: the options do not go together, or a table of genres cannot be read.
    """
    match _checked(options):
        case "folder":
            return _folder_source(options, library_file, analysis_options)
        case "fma":
            size = options.size or "medium"
            return FmaSource(options.fma, analysis_options, size, options.audio)
        case "gtzan":
            return GtzanSource(options.gtzan, analysis_options)
        case "magnatagatune":
            return MttSource(options.magnatagatune, analysis_options, options.top)
        case "msd":
            return MsdSource(options.msd, options.cls)
        case _:
            return LibrarySource(library_file, analysis_options)


def _folder_source(
    options: argparse.Namespace, library_file: Path, analysis_options: AnalysisOptions
) -> FolderSource:
    return FolderSource(
        options.folder,
        analysis_options,
        mapping=None if options.mapping is None else read_mapping(options.mapping),
        save_mapping=options.save_mapping,
        by_folders=options.from_folders or not options.from_tags,
        by_tags=options.from_tags,
        library_file=library_file if options.from_library else None,
    )


def _checked(options: argparse.Namespace) -> str:
    """Return which option names the source: "folder", one of `SETS`, or "" for decisions alone.

    Raises:
        UsageProblem: none does, or several do, or another option belongs to another source.
    """
    given = [name for name in ("folder", *SETS) if getattr(options, name) is not None]
    if len(given) > 1:
        raise UsageProblem(because("cli.several_sources", sources=_either(given)))
    if not given and not options.from_library:
        raise UsageProblem(because("cli.no_source", sets=tuple(map(_shown, SETS))))
    source = given[0] if given else ""
    for option, owners in BELONGS_TO.items():
        if getattr(options, option) and source not in owners:
            whose = _shown(next(owner for owner in owners if owner))
            raise UsageProblem(because("cli.other_source", option=_shown(option), owner=whose))
    if source == "msd" and options.cls is None:
        raise UsageProblem(because("cli.msd_without_genres"))
    if options.top is not None and options.top < 1:
        raise UsageProblem(because("cli.top_out_of_range"))
    return source


def _either(names: Sequence[str]) -> Value:
    first, *others = names
    if not others:
        return _shown(first)
    return because("cli.either", first=_shown(first), other=_either(others))


def _shown(option: str) -> str:
    """Return an option as a person types it."""
    return "DIR" if option == "folder" else f"--{option.replace('_', '-')}"
