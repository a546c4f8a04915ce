"""What the Insights page has done beside the window. Networks are loaded by the first of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from musicreclass.core.company import By
from musicreclass.core.job import JobContext
from musicreclass.core.track import TrackLine

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.genre_mels import GenreMel
    from musicreclass.pipeline.insights.library_insights import Insights
    from musicreclass.pipeline.insights.library_map import MapOfLibrary
    from musicreclass.pipeline.insights.library_mislabels import Contradictions


@dataclass(frozen=True, slots=True)
class InsightJobs:
    """Jobs on some tracks of a library, with the classifiers that are in use at the moment.

    Raises:
        ClassifierFileProblem: they cannot be used.
        LibraryProblem: the library cannot be used.
    """

    library_file: Path
    bundle_file: Callable[[], Path | None]
    learns: Callable[[], bool]
    by: Callable[[], By] = lambda: "track"

    def overview(self, lines: Sequence[TrackLine], ctx: JobContext) -> Insights:
        """Return the figures of the tracks."""
        ctx.raise_if_cancelled()
        bundle = self.bundle_file()
        from musicreclass.pipeline.insights.library_insights import insights

        return insights(lines, bundle, ctx)

    def sounds(self, lines: Sequence[TrackLine], ctx: JobContext) -> tuple[GenreMel, ...]:
        """Return the mean spectrogram of each genre."""
        ctx.raise_if_cancelled()
        bundle = self.bundle_file()
        from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
        from musicreclass.pipeline.insights.genre_mels import library_mels

        return library_mels(self.library_file, lines, bundle, ctx, AnalysisOptions.of_this_user())

    def map(
        self, known: MapOfLibrary | None, lines: Sequence[TrackLine], ctx: JobContext
    ) -> MapOfLibrary:
        """Return where the tracks lie; `known` is the map of last time.

        Raises:
            NoClassifier: no classifier is installed.
        """
        ctx.raise_if_cancelled()
        bundle = self._bundle()
        from musicreclass.pipeline.insights.library_map import map_of_library

        return map_of_library(self.library_file, lines, bundle, ctx, known=known)

    def mislabels(self, lines: Sequence[TrackLine], ctx: JobContext) -> Contradictions:
        """Return the tracks whose files probably name the wrong genre.

        Raises:
            NoClassifier: no classifier is installed.
        """
        ctx.raise_if_cancelled()
        bundle = self._bundle()
        from musicreclass.pipeline.insights.library_mislabels import library_mislabels

        return library_mislabels(
            self.library_file, lines, bundle, ctx, learns=self.learns(), by=self.by()
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
        from musicreclass.pipeline.whole_files import write_whole

        ctx.raise_if_cancelled()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's stubs want bytes here
        write_whole(path, bytes(buffer.data().data()))
        return path

    def _bundle(self) -> Path:
        file = self.bundle_file()
        if file is None:
            from musicreclass.pipeline.classification.installed import NoClassifier

            raise NoClassifier
        return file
