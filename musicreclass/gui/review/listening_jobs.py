"""What listening does, as jobs. Networks are loaded by the first of them, not with the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.logs import decoder_log
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.classify import ListeningSummary


@dataclass(frozen=True, slots=True)
class ListeningJobs:
    """The two jobs on one library, done as the settings of the moment have it.

    Raises:
        NoClassifier: there is nothing to listen with.
        ClassifierFileProblem: there is, but it cannot be used.
    """

    library_file: Path
    settings: Callable[[], Settings]

    def suggest(self, ctx: JobContext) -> int:
        """Publish suggestions for what was heard before, and return how many there are."""
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.classify import suggestions
        from musicreclass.pipeline.installed import in_use

        return suggestions(self.library_file, in_use(self.settings()), ctx)

    def listen(self, ctx: JobContext) -> ListeningSummary:
        """Hear what was not heard yet, and publish suggestions for it."""
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.classify import listen_to_library
        from musicreclass.pipeline.installed import in_use

        settings = self.settings()
        return listen_to_library(
            self.library_file,
            in_use(settings),
            ctx,
            workers=settings.scan.workers,
            speed=settings.listening.speed,
            log=decoder_log(),
        )
