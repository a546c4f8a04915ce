"""What `train` learns from, as options and as material: a folder, decisions, or a known set."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.errors import UsageProblem

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.datasets.training_material import Material

SIZES = ("small", "medium", "large")
SETS = ("fma", "gtzan", "magnatagatune", "msd")
BELONGS_TO = {  # an option, and what it says more of
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


def source_of(options: argparse.Namespace) -> str:
    """Return what is learned from: "folder", one of `SETS`, or "" for decisions alone.

    Raises:
        UsageProblem: that is nothing, or several things at once.
    """
    given = [name for name in ("folder", *SETS) if getattr(options, name) is not None]
    if len(given) > 1:
        raise UsageProblem(f"Learn from one thing at a time: {' or '.join(map(_named, given))}.")
    if not given and not options.from_library:
        raise UsageProblem(
            "Say what to learn from: a folder of genre folders, --from-library, or a data set by "
            f"{', '.join(map(_named, SETS))}."
        )
    source = given[0] if given else ""
    for option, owners in BELONGS_TO.items():
        if getattr(options, option) and source not in owners:
            whose = " and ".join(_named(owner) for owner in owners if owner)
            raise UsageProblem(f"{_named(option)} belongs to {whose}; leave it out here.")
    if source == "msd" and options.cls is None:
        raise UsageProblem("--msd needs the genres of its songs, too: --cls FILE.")
    if options.top is not None and options.top < 1:
        raise UsageProblem("--top should be 1 or more.")
    return source


def place_of(options: argparse.Namespace, library_file: Path) -> Path:
    """Return the folder or file that is learned from."""
    source = source_of(options)
    position: Path = getattr(options, source) if source else library_file
    return position


def gatherer(
    options: argparse.Namespace, library_file: Path, analysis_options: AnalysisOptions
) -> Callable[[JobContext], Material]:
    """Return what finds the tracks to learn from.

    Raises:
        UsageProblem: the options do not go together, or a table of genres cannot be read.
    """
    from musicreclass.pipeline.datasets import known_sets
    from musicreclass.pipeline.datasets.training_material import library_material

    source = source_of(options)
    if source == "folder":
        return _folder_gatherer(options, library_file, analysis_options)
    if source == "fma":
        size = options.size or "medium"
        return partial(
            known_sets.fma_material,
            options.fma,
            analysis_options=analysis_options,
            size=size,
            audio=options.audio,
        )
    if source == "gtzan":
        return partial(known_sets.gtzan_material, options.gtzan, analysis_options=analysis_options)
    if source == "msd":
        return partial(known_sets.msd_material, options.msd, options.cls)
    return partial(library_material, library_file, analysis_options=analysis_options)


def _folder_gatherer(
    options: argparse.Namespace, library_file: Path, analysis_options: AnalysisOptions
) -> Callable[[JobContext], Material]:
    from musicreclass.pipeline.datasets.mapping_file import read_mapping
    from musicreclass.pipeline.datasets.training_material import folder_material

    return partial(
        folder_material,
        options.folder,
        analysis_options=analysis_options,
        mapping=None if options.mapping is None else read_mapping(options.mapping),
        save_mapping=options.save_mapping,
        by_folders=options.from_folders or not options.from_tags,
        by_tags=options.from_tags,
        library_file=library_file if options.from_library else None,
    )


def _named(option: str) -> str:
    return "DIR" if option == "folder" else f"--{option.replace('_', '-')}"
