"""What the Train page has done, as jobs. Networks are loaded by the first that needs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass import paths
from musicreclass.core.job import JobContext
from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import spoken
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.mapping_file import read_mapping, write_mapping
from musicreclass.pipeline.datasets.survey import (
    TrainingTable,
    decided_files,
    survey,
    survey_of_decisions,
    training_table,
)
from musicreclass.pipeline.processes.preload_torch import preload_torch
from musicreclass.pipeline.training import training_order
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
from musicreclass.pipeline.whole_files import OutputProblem, write_page
from musicreclass.sentences.catalogue import Sentences
from musicreclass.settings import Settings
from musicreclass.training.overrides import Value
from musicreclass.training.reports.report import TrainingReport
from musicreclass.training.sources.mapping import GenreMapping

if TYPE_CHECKING:
    from musicreclass.pipeline.datasets.training_sources import TrainingSource  # torch, with it

RUNS = "trainings"  # the folder of those that were not brought to their end, among the data


@dataclass(frozen=True, slots=True)
class TrainingJobs:
    """Jobs on one library and one set of settings; each is to be run by a thread."""

    library_file: Path
    settings: Callable[[], Settings]

    def look(self, sources: Sources, ctx: JobContext) -> TrainingTable:
        """Look through the folder, or what was accepted, without analyzing anything.

        Raises:
            UsageProblem: there is no such folder.
            FolderVanished: it went away meanwhile.
            Cancelled: the user chose otherwise.
        """
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
        return training_table(table.survey.under(GenreMapping(genres)))

    def estimates(self, table: TrainingTable, ctx: JobContext) -> Mapping[str, float]:
        """Return how many seconds each preset will about take."""
        preload_torch()
        from musicreclass.pipeline.training.training_plan import training_seconds

        return training_seconds(table.survey, ctx, self._analysis_options())

    def preset_values(self, ctx: JobContext) -> Mapping[str, Mapping[str, tuple[Value, ...]]]:
        """Return what each preset sets each override to."""
        preload_torch()
        from musicreclass.pipeline.training.training_plan import preset_values

        return preset_values(ctx)

    def load_table(self, table: TrainingTable, path: Path, ctx: JobContext) -> TrainingTable:
        """Return the table as it is with the genres that a file holds.

        Raises:
            MappingProblem: the file cannot be read, or is of other folders.
        """
        return self.change(table, read_mapping(path).genres, ctx)

    def save_table(self, genres: Mapping[str, str | None], path: Path, ctx: JobContext) -> Path:
        """Keep the genres of folders in a file.

        Raises:
            MappingProblem: the disk refuses.
        """
        ctx.raise_if_cancelled()
        write_mapping(GenreMapping(genres), path)
        return path

    def unfinished(self, ctx: JobContext) -> tuple[TrainingOrder, ...]:
        """Return the trainings that can be gone on with, the last one first."""
        ctx.raise_if_cancelled()
        return training_order.unfinished(self._runs())

    def forget(self, order: TrainingOrder, ctx: JobContext) -> tuple[TrainingOrder, ...]:
        """Give a training up, and return those that are left."""
        preload_torch()
        from musicreclass.training.fit.checkpoints import Checkpoints

        Checkpoints(self._runs() / order.name).clear()
        training_order.forget(order, self._runs())
        return self.unfinished(ctx)

    def train(self, order: TrainingOrder, ctx: JobContext) -> TrainingReport:
        """Train what was ordered, going on where it was broken off, and return the report.

        Raises:
            MusicReclassError: it cannot be done; `str` says why.
            Cancelled: the user stopped; what was learned so far is kept.
        """
        preload_torch()
        from musicreclass.pipeline.training.train_classifier import check_destination, train
        from musicreclass.pipeline.training.training_plan import TrainingSettings
        from musicreclass.pipeline.training.training_report import ReportWish
        from musicreclass.training.fit.checkpoints import Checkpoints

        check_destination(order.out)
        analysis_options = self._analysis_options()
        with suppress(OutputProblem):  # what cannot be gone on with can be done all the same
            training_order.keep(order, self._runs())
        summary = train(
            self._source(order, analysis_options),
            TrainingSettings(order.out, order.preset, order.seed, overrides=order.overrides),
            ctx,
            checkpoints=Checkpoints(self._runs() / order.name),
            wish=ReportWish(analysis_options, self._in_use()),
        )
        training_order.forget(order, self._runs())
        assert summary.report is not None
        return summary.report

    def install(self, path: Path, ctx: JobContext) -> str:
        """Take a classifier over, and return the name that it is chosen by.

        Raises:
            ClassifierFileProblem: the file is gone or damaged, or the disk refuses.
        """
        preload_torch()
        from musicreclass.pipeline.classification.installed import install

        ctx.raise_if_cancelled()
        return install(path).name

    def save_report(self, report: TrainingReport, path: Path, ctx: JobContext) -> Path:
        """Keep a report as a page for a browser.

        Raises:
            CannotWritePage: the disk refuses.
        """
        from musicreclass.training.reports.pages import report_page

        ctx.raise_if_cancelled()
        write_page(path, report_page(report, Sentences(spoken())))
        return path

    def _in_use(self) -> Path | None:
        """Return the classifier in use, None where there is none that could be compared with."""
        from musicreclass.pipeline.classification.installed import chosen_file
        from musicreclass.pipeline.classification.loaded_classifier import load_classifier

        file = chosen_file(self.settings())
        if file is None:
            return None
        try:
            load_classifier(file)
        except MusicReclassError:
            return None
        return file

    def _source(self, order: TrainingOrder, analysis_options: AnalysisOptions) -> TrainingSource:
        from musicreclass.pipeline.datasets.training_sources import FolderSource, LibrarySource

        sources = order.sources
        if sources.folder is None:
            return LibrarySource(self.library_file, analysis_options)
        return FolderSource(
            sources.folder,
            analysis_options,
            mapping=GenreMapping(order.mapping),
            by_folders=sources.by_folders,
            by_tags=sources.by_tags,
            library_file=self.library_file if sources.by_decisions else None,
        )

    def _analysis_options(self) -> AnalysisOptions:
        return AnalysisOptions.of_this_user(self.settings().scan.workers)

    def _runs(self) -> Path:
        return paths.data_dir() / RUNS
