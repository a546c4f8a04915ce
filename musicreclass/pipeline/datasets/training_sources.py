"""Training sources: where labelled tracks come from, each to be surveyed for its dataset.

Known data sets are in `datasets.known_sets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.dataset import AudioDataset, Dataset
from musicreclass.pipeline.datasets.mapping_file import write_mapping
from musicreclass.pipeline.datasets.survey import (
    DecidedFiles,
    decided_files,
    survey,
    survey_of_decisions,
)
from musicreclass.training.sources.mapping import GenreMapping


class TrainingSource(Protocol):
    """Where labelled tracks come from."""

    @property
    def path(self) -> Path:
        """Return the folder or file by which a training on it is known."""

    def survey(self, ctx: JobContext) -> Dataset:
        """Look through it without analyzing anything.

        Raises:
            UsageProblem: it is something else, or what goes with it cannot be used.
            CannotTrain: there is too little music, or one genre only.
            CannotSplit: all of it is by one artist or of one album.
            Cancelled: the user stopped.
        """


@dataclass(frozen=True, slots=True)
class FolderSource:
    """Music in a folder, of which folders, tags or a person's decisions say the genre."""

    path: Path
    options: AnalysisOptions
    mapping: GenreMapping | None = None  # of folders to genres; None: what their names say
    save_mapping: Path | None = None  # where the mapping is written to
    by_folders: bool = True
    by_tags: bool = False
    library_file: Path | None = None  # what was decided there counts first, and beside the folder

    def survey(self, ctx: JobContext) -> AudioDataset:
        library_file = self.library_file
        decided = DecidedFiles() if library_file is None else decided_files(library_file, ctx)
        surveyed = survey(
            self.path,
            ctx,
            workers=self.options.workers,
            mapping=self.mapping,
            by_folders=self.by_folders,
            by_tags=self.by_tags,
            decided=decided,
        )
        if self.save_mapping is not None:
            write_mapping(surveyed.found.mapping, self.save_mapping)
        surveyed.check()
        return AudioDataset(surveyed, self.options)


@dataclass(frozen=True, slots=True)
class LibrarySource:
    """What a person has accepted, changed or written in a library."""

    path: Path
    options: AnalysisOptions

    def survey(self, ctx: JobContext) -> AudioDataset:
        surveyed = survey_of_decisions(self.path, decided_files(self.path, ctx))
        surveyed.check()
        return AudioDataset(surveyed, self.options)
