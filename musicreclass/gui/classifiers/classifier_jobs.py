"""What the Classifiers page has done, as jobs. Networks are loaded by the first that needs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.pipeline.processes.preload_torch import preload_torch
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.classification.classify import ClassifySummary
    from musicreclass.pipeline.inventory.classifier_files import RemovedClassifier
    from musicreclass.pipeline.inventory.inventory import Inventory
    from musicreclass.pipeline.inventory.kept_reports import KeptReport
    from musicreclass.pipeline.inventory.library_comparison import LibraryComparison


@dataclass(frozen=True, slots=True)
class ClassifierJobs:
    """Jobs on one library and one set of settings; each is to be run by a thread.

    Raises:
        ClassifierFileProblem: a file cannot be used, or the disk refuses.
        UsageProblem: it cannot be done, in a sentence.
    """

    library_file: Path
    settings: Callable[[], Settings]

    def inventory(self, ctx: JobContext) -> Inventory:
        """Return which classifiers there are, and what is known of each."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.inventory import inventory

        return inventory(self.settings(), ctx)

    def install(self, files: Sequence[Path], ctx: JobContext) -> list[str]:
        """Take files over, and return the names that they are chosen by."""
        _begin(ctx)
        from musicreclass.pipeline.classification.installed import install

        return [install(file).name for file in files]

    def rename(self, path: Path, name: str, ctx: JobContext) -> tuple[str, str]:
        """Return what it was called, and is called from now on."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.classifier_files import rename

        return path.stem, rename(path, name).name

    def remove(self, path: Path, ctx: JobContext) -> RemovedClassifier:
        """Remove a file, and return how it is taken back."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.classifier_files import remove

        return remove(path)

    def take_back(self, removed: RemovedClassifier, ctx: JobContext) -> str:
        """Put back what was removed, and return its name."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.classifier_files import take_back

        return take_back(removed).name

    def export(self, path: Path, target: Path, ctx: JobContext) -> Path:
        """Copy a classifier to a file, in place of the one that a person chose to replace."""
        _begin(ctx)
        from musicreclass.classifiers.weights_file import read_bytes, write_bytes

        write_bytes(read_bytes(path), target)
        return target

    def export_onnx(self, path: Path, folder: Path, ctx: JobContext) -> Path:
        """Write the networks of a classifier as ONNX into a folder."""
        _begin(ctx)
        from musicreclass.classifiers.bundle import load
        from musicreclass.classifiers.onnx.export import export_onnx

        export_onnx(load(path), folder)
        return folder

    def report(self, digest: str, ctx: JobContext) -> KeptReport:
        """Return the report on a training.

        Raises:
            NoReport: it is not kept, or of another version.
        """
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.inventory.kept_reports import kept_report

        return kept_report(digest)

    def compare(self, first: Path, second: Path, ctx: JobContext) -> LibraryComparison:
        """Return what the second would suggest where the first suggests otherwise."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.library_comparison import compare_on_library

        review = self.settings().review
        return compare_on_library(
            self.library_file, first, second, ctx, learns=review.learns, by=review.pools_by
        )

    def effect(self, path: Path, shares: Mapping[str, float], ctx: JobContext) -> LibraryComparison:
        """Return what a classifier would suggest with other shares of its members."""
        _begin(ctx)
        from musicreclass.pipeline.inventory.library_comparison import effect_of_shares

        review = self.settings().review
        return effect_of_shares(
            self.library_file, path, shares, ctx, learns=review.learns, by=review.pools_by
        )

    def classify(self, path: Path, ctx: JobContext) -> ClassifySummary:
        """Analyze all tracks that a classifier was not asked about, in use or not."""
        _begin(ctx)
        from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
        from musicreclass.pipeline.classification.classify import classify_library

        settings = self.settings()
        return classify_library(
            self.library_file,
            path,
            ctx,
            AnalysisOptions.of_this_user(settings.scan.workers),
            speed=settings.classifying.speed,
        )

    def check_tagger(self, path: Path, ctx: JobContext) -> Path:
        """Make sure that a file is a tagger that can be used, and return it."""
        _begin(ctx)
        from musicreclass.pipeline.classification.sound_tagging import load_tagger

        load_tagger(path)
        return path


def _begin(ctx: JobContext) -> None:
    ctx.raise_if_cancelled()
    preload_torch()
