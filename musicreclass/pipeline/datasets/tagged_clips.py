"""MagnaTagATune as a training source: clips with many tags each, in parts of its usual split."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.scanning.audio_files import audio_files
from musicreclass.sentences.reason import because
from musicreclass.training.fit.multi_label import TaggedTracks
from musicreclass.training.sources.mtt import Annotations, read_annotations
from musicreclass.training.sources.tables import SourceProblem

ANALYSIS_SPEC = AnalysisSpec()


@dataclass(frozen=True, slots=True, eq=False)
class TaggedClips:
    """The clips that could be analyzed, the part of the split that each is in, and the others."""

    tracks: TaggedTracks
    parts: tuple[str, ...]  # "training", "validation" or "test"
    left_out: tuple[FileProblem, ...]

    def part(self, name: str) -> TaggedTracks:
        """Return the clips in one part of the split."""
        return self.tracks.at(np.flatnonzero(np.array(self.parts) == name))


@dataclass(frozen=True, slots=True)
class MttSource:
    """The clips of MagnaTagATune in a folder."""

    folder: Path
    options: AnalysisOptions
    top: int | None = None  # so many of the tags, those given most often; None: all 188

    def survey(self) -> TaggedDataset:
        """Return the clips that are there, without analyzing anything.

        Raises:
            SourceProblem: the folder is something else, or holds none of them.
        """
        annotations = read_annotations(self.folder, self.top)
        paths = tuple(self.folder / path for path in annotations.paths)
        there = tuple(path for path in paths if path.is_file())
        if not there:
            example = annotations.paths[0]
            raise SourceProblem(self.folder, because("pipeline.holds_no_clips", example=example))
        missing = set(paths).difference(there)
        problems = tuple(
            FileProblem(path, because("pipeline.not_at_hand")) for path in paths if path in missing
        )
        return TaggedDataset(self.folder, annotations, there, problems, self.options)


@dataclass(frozen=True, slots=True, eq=False)
class TaggedDataset:
    """Clips that were surveyed, and not analyzed yet."""

    folder: Path
    annotations: Annotations
    there: tuple[Path, ...]
    missing: tuple[FileProblem, ...]
    options: AnalysisOptions

    def analyze(self, ctx: JobContext) -> TaggedClips:
        """Return the clips with their features.

        Raises:
            SourceProblem: none of them can be analyzed.
            Cancelled: the user stopped; what was analyzed is kept in the cache.
        """
        files, unreadable = audio_files(self.there)
        rows = {}
        problems = list(self.missing)
        with closing(analyze(files, ANALYSIS_SPEC, ctx, self.options)) as outcomes:
            for file, outcome in outcomes:
                if not isinstance(outcome, Analysis):
                    problems.append(problem_with(outcome))
                elif outcome.features is not None:
                    rows[file.path] = outcome.features
        paths = [str(self.folder / path) for path in self.annotations.paths]
        found = [i for i, path in enumerate(paths) if path in rows]
        if not found:
            reason = because("pipeline.no_clip_heard", problem=problems[0].sentence)
            raise SourceProblem(self.folder, reason)
        names = tuple(paths[i] for i in found)
        return TaggedClips(
            TaggedTracks(
                names,
                self.annotations.tags,
                self.annotations.truth[found],
                np.stack([rows[name] for name in names]),
            ),
            tuple(self.annotations.parts[i] for i in found),
            (*problems, *unreadable),
        )
