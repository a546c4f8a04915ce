"""Altered sounds of files, decoded, changed and measured anew, in child processes.

What was measured is kept in the analysis cache, so that a study that was stopped goes on.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.altered import altered
from musicreclass.core.analysis import USUAL_ALTERATIONS, Alteration, Analysis, AnalysisSpec
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem, MusicReclassError, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisKey, AnalysisOptions, sound_key
from musicreclass.pipeline.analysis.analyze_file import definition_of, measured, waveform_of
from musicreclass.pipeline.analysis.changed_sounds import changed_sounds
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

DEFINITION = "altered-1"  # raised when the same alteration gives other sounds than before


@dataclass(frozen=True, slots=True)
class AlteredSoundTask:
    """One piece of work for a child: a file, altered in each of some ways."""

    file: AudioFileRef
    spec: AnalysisSpec
    alterations: tuple[Alteration, ...] = USUAL_ALTERATIONS

    @property
    def keys(self) -> tuple[AnalysisKey, ...]:
        """Return the cache key of each altered sound."""
        sound = sound_key(self.file.fingerprint, self.file.stamp)
        what = f"{definition_of(self.spec)}|{DEFINITION}"
        return tuple(AnalysisKey(sound, f"{what}|{one.key()}") for one in self.alterations)


@dataclass(frozen=True, slots=True, eq=False)
class AlteredSounds:
    """What was measured of altered sounds: path -> an analysis for each alteration."""

    analyses: Mapping[str, tuple[Analysis, ...]] = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()


def altered_sounds(
    files: Sequence[AudioFileRef], spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> AlteredSounds:
    """Measure each file in each of the usual alterations.

    Raises:
        Cancelled: the user stopped; what was measured is kept in the cache.
    """
    analyses: dict[str, tuple[Analysis, ...]] = {}
    problems = []
    tasks = [AlteredSoundTask(file, spec) for file in files]
    with closing(changed_sounds(measure_altered, tasks, ctx, options)) as outcomes:
        for done, (task, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(tasks), readable(task.file.path)))
            if isinstance(outcome, MusicReclassError):
                problems.append(problem_with(outcome))
            else:
                analyses[task.file.path] = tuple(outcome)
    return AlteredSounds(analyses, tuple(sorted(problems, key=lambda problem: problem.path)))


def measure_altered(task: AlteredSoundTask) -> tuple[Analysis, ...]:
    """Return the analysis of each altered sound of a file. Runs in child processes.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        FileChanged: it is not the file that was scanned.
    """
    path = Path(task.file.path)
    waveform = waveform_of(task.file, task.spec)
    found = []
    for alteration in task.alterations:
        # The same noise for a track each time, and another one for each track.
        rng = np.random.default_rng(
            zlib.crc32(f"{task.file.fingerprint}|{alteration.key()}".encode())
        )
        found.append(measured(altered(waveform, alteration, rng), task.spec, path))
    return tuple(found)
