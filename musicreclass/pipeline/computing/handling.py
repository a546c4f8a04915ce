"""Files of classifiers, looked at, compared and handled.

Jobs for a process that may load networks; this module loads none before one of them is run.

Raises:
    ClassifierFileProblem: a file cannot be used, or the disk refuses.
    UsageProblem: it cannot be done, in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.classification.trained_amount import TrainedAmount
    from musicreclass.pipeline.inventory.classifier_facts import Inventory, RemovedClassifier
    from musicreclass.pipeline.inventory.library_comparison import LibraryComparison


def look_through(settings: Settings, ctx: JobContext) -> Inventory:
    """Return which classifiers there are, and what is known of each."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.inventory import inventory

    return inventory(settings, ctx)


def install(files: Sequence[Path], ctx: JobContext) -> list[str]:
    """Take files over, and return the names that they are chosen by."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.installed import install

    return [install(file).name for file in files]


def rename(path: Path, name: str, ctx: JobContext) -> tuple[str, str]:
    """Return what it was called, and is called from now on."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.classifier_files import rename

    return path.stem, rename(path, name).name


def remove(path: Path, ctx: JobContext) -> RemovedClassifier:
    """Remove a file, and return how it is taken back."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.classifier_files import remove

    return remove(path)


def take_back(removed: RemovedClassifier, ctx: JobContext) -> str:
    """Put back what was removed, and return its name."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.classifier_files import take_back

    return take_back(removed).name


def export(path: Path, target: Path, ctx: JobContext) -> Path:
    """Copy a classifier to a file, in place of the one that a person chose to replace."""
    ctx.raise_if_cancelled()
    from musicreclass.classifiers.weights_file import read_bytes, write_bytes

    write_bytes(read_bytes(path), target)
    return target


def export_as_onnx(path: Path, folder: Path, ctx: JobContext) -> Path:
    """Write the networks of a classifier as ONNX into a folder."""
    ctx.raise_if_cancelled()
    from musicreclass.classifiers.bundle import load
    from musicreclass.classifiers.onnx.export import export_onnx

    export_onnx(load(path), folder)
    return folder


def compare(
    library_file: Path, first: Path, second: Path, settings: Settings, ctx: JobContext
) -> LibraryComparison:
    """Return what the second would suggest where the first suggests otherwise."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.library_comparison import compare_on_library

    review = settings.review
    return compare_on_library(
        library_file, first, second, ctx, learns=review.learns, by=review.pools_by
    )


def effect(
    library_file: Path,
    path: Path,
    shares: Mapping[str, float],
    settings: Settings,
    ctx: JobContext,
) -> LibraryComparison:
    """Return what a classifier would suggest with other shares of its members."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.library_comparison import effect_of_shares

    review = settings.review
    return effect_of_shares(
        library_file, path, shares, ctx, learns=review.learns, by=review.pools_by
    )


def check_tagger(path: Path, ctx: JobContext) -> Path:
    """Make sure that a file is a tagger that can be used, and return it."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.sound_tagging import load_tagger

    load_tagger(path)
    return path


def check_sound_tagging(path: Path, ctx: JobContext) -> Path:
    """Return the file where it holds a tagger that can be used beside the encoder."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.sound_tagging import load_sound_tagging

    load_sound_tagging(path)
    return path


def amount_in_use(settings: Settings, ctx: JobContext) -> TrainedAmount:
    """Return what the classifiers in use were trained on.

    Raises:
        NoClassifier: none is installed.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.classification.trained_amount import trained_amount
    from musicreclass.pipeline.classification.usable_classifier import file_in_use

    return trained_amount(file_in_use(settings), ctx)
