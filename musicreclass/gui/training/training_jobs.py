"""What the Train page has done, as jobs. Networks are where they are run."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.gui.language import spoken
from musicreclass.pipeline.computing import encoder_handling, handling, training_runs
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.whole_files import write_page
from musicreclass.sentences.catalogue import Sentences
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.datasets.survey import TrainingTable
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts
    from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
    from musicreclass.training.overrides import Value
    from musicreclass.training.reports.report import TrainingReport


@dataclass(frozen=True, slots=True)
class TrainingJobs:
    """Jobs on one library and one set of settings; each is to be run by a thread.

    What only they need they import themselves: the window would wait for it.
    """

    library_file: Path
    settings: Callable[[], Settings]
    run: Run = in_place
    run_alone: Run = in_place  # where nothing else is computed, as long as it takes

    def look(self, sources: Sources, ctx: JobContext) -> TrainingTable:
        """Look through the folder, or what was accepted, without analyzing anything.

        Raises:
            UsageProblem: there is no such folder.
            FolderVanished: it went away meanwhile.
            Cancelled: the user chose otherwise.
        """
        from musicreclass.pipeline.datasets.survey import (
            decided_files,
            survey,
            survey_of_decisions,
            training_table,
        )

        decided = decided_files(self.library_file, ctx) if sources.by_decisions else None
        if sources.folder is None:
            assert decided is not None
            return training_table(survey_of_decisions(self.library_file, decided))
        return training_table(
            survey(
                sources.folder,
                ctx,
                workers=self.settings().scan.workers,
                by_folders=sources.by_folders,
                by_tags=sources.by_tags,
                decided=decided,
            )
        )

    def change(
        self, table: TrainingTable, genres: Mapping[str, str | None], ctx: JobContext
    ) -> TrainingTable:
        """Return the table as it is with other genres for its folders.

        Raises:
            MappingProblem: they are of other folders.
        """
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.datasets.survey import training_table
        from musicreclass.training.sources.mapping import GenreMapping

        return training_table(table.survey.under(GenreMapping(genres)))

    def estimates(self, table: TrainingTable, ctx: JobContext) -> Mapping[str, float]:
        """Return how many seconds each preset will about take."""
        return self.run(partial(training_runs.estimates, table.survey, self.settings()), ctx)

    def preset_values(self, ctx: JobContext) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """Return what each preset sets each override to."""
        return self.run(training_runs.values_of_presets, ctx)

    def encoders(self, ctx: JobContext) -> tuple[EncoderFacts, ...]:
        """Return what is known of each of a person's encoders."""
        return self.run(encoder_handling.look_at_shelf, ctx)

    def encoder_seconds(self, table: TrainingTable, encoder: str, ctx: JobContext) -> float:
        """Return how many seconds it about takes to learn from an encoder.

        Raises:
            MusicReclassError: it cannot be used.
        """
        job = partial(training_runs.encoder_estimate, table.survey, encoder, self.settings())
        return self.run(job, ctx)

    def load_table(self, table: TrainingTable, path: Path, ctx: JobContext) -> TrainingTable:
        """Return the table as it is with the genres that a file holds.

        Raises:
            MappingProblem: the file cannot be read, or is of other folders.
        """
        from musicreclass.pipeline.datasets.mapping_file import read_mapping

        return self.change(table, read_mapping(path).genres, ctx)

    def save_table(self, genres: Mapping[str, str | None], path: Path, ctx: JobContext) -> Path:
        """Keep the genres of folders in a file.

        Raises:
            MappingProblem: the disk refuses.
        """
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.datasets.mapping_file import write_mapping
        from musicreclass.training.sources.mapping import GenreMapping

        write_mapping(GenreMapping(genres), path)
        return path

    def unfinished(self, ctx: JobContext) -> tuple[TrainingOrder, ...]:
        """Return the trainings that can be gone on with, the last one first."""
        return training_runs.unfinished(ctx)

    def forget(self, order: TrainingOrder, ctx: JobContext) -> tuple[TrainingOrder, ...]:
        """Give a training up, and return those that are left."""
        return self.run(partial(training_runs.forget_run, order), ctx)

    def train(self, order: TrainingOrder, ctx: JobContext) -> TrainingReport:
        """Train what was ordered, going on where it was broken off, and return the report.

        Raises:
            MusicReclassError: it cannot be done; `str` says why.
            Cancelled: the user stopped; what was learned so far is kept.
        """
        job = partial(training_runs.train_as_ordered, self.library_file, order, self.settings())
        return self.run_alone(job, ctx)

    def install(self, path: Path, ctx: JobContext) -> str:
        """Take a classifier over, and return the name that it is chosen by.

        Raises:
            ClassifierFileProblem: the file is gone or damaged, or the disk refuses.
        """
        return self.run(partial(handling.install, (path,)), ctx)[0]

    def save_report(self, report: TrainingReport, path: Path, ctx: JobContext) -> Path:
        """Keep a report as a page for a browser.

        Raises:
            CannotWritePage: the disk refuses.
        """
        ctx.raise_if_cancelled()
        from musicreclass.training.reports.pages import report_page

        write_page(path, report_page(report, Sentences(spoken())))
        return path


def load_progress(ctx: JobContext) -> None:
    """Load what shows a training, and with it pyqtgraph."""
    ctx.raise_if_cancelled()
    importlib.import_module("musicreclass.gui.training.progress.progress_view")
