"""What the settings ask of other rooms, as jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis import cache_upkeep
from musicreclass.pipeline.care.backing_up import KeptBackup, back_up_now
from musicreclass.pipeline.computing import handling
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.relocate_library import LibraryFacts, library_facts
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.cache_upkeep import CacheState
    from musicreclass.pipeline.classification.trained_amount import TrainedAmount


@dataclass(frozen=True, slots=True)
class SettingsJobs:
    """The jobs, done as the settings of the moment have it."""

    library_file: Path
    settings: Callable[[], Settings]
    run: Run = in_place

    def trained_amount(self, ctx: JobContext) -> TrainedAmount:
        """Return what the classifiers in use were trained on.

        Raises:
            NoClassifier: none is installed.
            ClassifierFileProblem: there is one, but it cannot be used.
        """
        return self.run(partial(handling.amount_in_use, self.settings()), ctx)

    def check_tagger(self, file: Path, ctx: JobContext) -> Path:
        """Return the file where it holds a tagger.

        Raises:
            ClassifierFileProblem: it holds none, or one that cannot be used.
        """
        return self.run(partial(handling.check_sound_tagging, file), ctx)

    def cache_state(self, ctx: JobContext) -> CacheState:
        return cache_upkeep.cache_state(ctx)

    def obey_limit(self, ctx: JobContext) -> CacheState:
        return cache_upkeep.obey_limit(ctx)

    def clear_cache(self, ctx: JobContext) -> CacheState:
        return cache_upkeep.clear_cache(ctx)

    def library_facts(self, ctx: JobContext) -> LibraryFacts:
        return library_facts(self.library_file, ctx)

    def back_up(self, ctx: JobContext) -> KeptBackup:
        """Make a backup of the library.

        Raises:
            LibraryProblem: there is no room for one, or the library cannot be used.
        """
        most = self.settings().library.backup_megabytes
        return back_up_now(self.library_file, ctx, most_megabytes=most)
