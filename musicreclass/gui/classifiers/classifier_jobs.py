"""What the Classifiers page has done, as jobs. Networks are where they are run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.classify_summary import ClassifySummary
from musicreclass.core.job import JobContext
from musicreclass.pipeline.computing import handling, suggesting
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import Inventory, RemovedClassifier
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
    run: Run = in_place

    def inventory(self, ctx: JobContext) -> Inventory:
        """Return which classifiers there are, and what is known of each."""
        return self.run(partial(handling.look_through, self.settings()), ctx)

    def install(self, files: Sequence[Path], ctx: JobContext) -> list[str]:
        """Take files over, and return the names that they are chosen by."""
        return self.run(partial(handling.install, files), ctx)

    def rename(self, path: Path, name: str, ctx: JobContext) -> tuple[str, str]:
        """Return what it was called, and is called from now on."""
        return self.run(partial(handling.rename, path, name), ctx, is_repeatable=False)

    def remove(self, path: Path, ctx: JobContext) -> RemovedClassifier:
        """Remove a file, and return how it is taken back."""
        return self.run(partial(handling.remove, path), ctx, is_repeatable=False)

    def take_back(self, removed: RemovedClassifier, ctx: JobContext) -> str:
        """Put back what was removed, and return its name."""
        return self.run(partial(handling.take_back, removed), ctx, is_repeatable=False)

    def export(self, path: Path, target: Path, ctx: JobContext) -> Path:
        """Copy a classifier to a file, in place of the one that a person chose to replace."""
        return self.run(partial(handling.export, path, target), ctx)

    def export_onnx(self, path: Path, folder: Path, ctx: JobContext) -> Path:
        """Write the networks of a classifier as ONNX into a folder."""
        return self.run(partial(handling.export_as_onnx, path, folder), ctx)

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
        job = partial(handling.compare, self.library_file, first, second, self.settings())
        return self.run(job, ctx)

    def effect(self, path: Path, shares: Mapping[str, float], ctx: JobContext) -> LibraryComparison:
        """Return what a classifier would suggest with other shares of its members."""
        job = partial(handling.effect, self.library_file, path, shares, self.settings())
        return self.run(job, ctx)

    def classify(self, path: Path, ctx: JobContext) -> ClassifySummary:
        """Analyze all tracks that a classifier was not asked about, in use or not."""
        job = partial(suggesting.classify_by, self.library_file, path, self.settings())
        return self.run(job, ctx)

    def check_tagger(self, path: Path, ctx: JobContext) -> Path:
        """Make sure that a file is a tagger that can be used, and return it."""
        return self.run(partial(handling.check_tagger, path), ctx)
