"""What the Insights page has done beside the window. Networks are where they are run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine
from musicreclass.pipeline.computing.suggesting import bundle_in_use, some_bundle_in_use
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.whole_files import write_whole
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.genre_mels import GenreMel
    from musicreclass.pipeline.insights.library_insights import Insights
    from musicreclass.pipeline.insights.library_map import MapOfLibrary
    from musicreclass.pipeline.insights.library_mislabels import Contradictions


@dataclass(frozen=True, slots=True)
class InsightJobs:
    """Jobs on some tracks of a library, with the classifiers that are in use at the moment.

    What only they need they import themselves: the window would wait for it.

    Raises:
        ClassifierFileProblem: they cannot be used.
        LibraryProblem: the library cannot be used.
    """

    library_file: Path
    settings: Callable[[], Settings]
    run: Run = in_place

    def overview(self, lines: Sequence[TrackLine], ctx: JobContext) -> Insights:
        """Return the figures of the tracks."""
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.insights.library_insights import insights

        return insights(lines, self._bundle_or_none(ctx), ctx, self.run)

    def picked(
        self, lines: Sequence[TrackLine], picks: Callable[[TrackLine], bool], ctx: JobContext
    ) -> frozenset[int]:
        """Return the ids of the tracks that are there and are picked."""
        found = set()
        for line in lines:
            ctx.raise_if_cancelled()
            if not line.is_missing and picks(line):
                found.add(line.id)
        return frozenset(found)

    def sounds(self, lines: Sequence[TrackLine], ctx: JobContext) -> tuple[GenreMel, ...]:
        """Return the mean spectrogram of each genre."""
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
        from musicreclass.pipeline.insights.genre_mels import library_mels

        bundle, options = self._bundle_or_none(ctx), AnalysisOptions.of_this_user()
        return library_mels(self.library_file, lines, bundle, ctx, options, self.run)

    def map(
        self, known: MapOfLibrary | None, lines: Sequence[TrackLine], ctx: JobContext
    ) -> MapOfLibrary:
        """Return where the tracks lie; `known` is the map of last time.

        Raises:
            NoClassifier: no classifier is installed.
        """
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.insights.library_map import map_of_library

        bundle = self._bundle(ctx)
        return map_of_library(self.library_file, lines, bundle, ctx, known=known, run=self.run)

    def mislabels(self, lines: Sequence[TrackLine], ctx: JobContext) -> Contradictions:
        """Return the tracks whose files probably name the wrong genre.

        Raises:
            NoClassifier: no classifier is installed.
        """
        ctx.raise_if_cancelled()
        from musicreclass.pipeline.insights.library_mislabels import library_mislabels

        bundle, review = self._bundle(ctx), self.settings().review
        return library_mislabels(
            *(self.library_file, lines, bundle, ctx),
            learns=review.learns,
            by=review.pools_by,
            run=self.run,
        )

    def save_figures(
        self, found: Insights, mels: Sequence[GenreMel], path: Path, ctx: JobContext
    ) -> Path:
        """Keep figures as JSON, and return where.

        Raises:
            CannotWritePage: the disk refuses.
        """
        from musicreclass.pipeline.insights.library_insights import save_insights

        return save_insights(found, mels, path, ctx)

    def save_picture(self, picture: QImage, path: Path, ctx: JobContext) -> Path:
        """Keep a picture as PNG, and return where.

        Raises:
            CannotWritePage: the disk refuses.
        """
        ctx.raise_if_cancelled()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's stubs want bytes here
        write_whole(path, bytes(buffer.data().data()))
        return path

    def _bundle_or_none(self, ctx: JobContext) -> Path | None:
        return self.run(partial(bundle_in_use, self.settings()), ctx)

    def _bundle(self, ctx: JobContext) -> Path:
        return self.run(partial(some_bundle_in_use, self.settings()), ctx)
