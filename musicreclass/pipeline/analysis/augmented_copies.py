"""Waveform augmentation: analyses of tracks as if played again at another pace and pitch.

They are kept in the analysis cache, so that they are made once for every training with the same
seed. A copy is known by its track, its number and the seed, whichever process makes it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.waveform import SILENCE_PEAK, Remark, Waveform
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem, MusicReclassError, problem_with
from musicreclass.pipeline.analysis.analysis_cache import (
    AnalysisCache,
    AnalysisKey,
    AnalysisOptions,
    sound_key,
)
from musicreclass.pipeline.analysis.analyze_file import definition_of, measured, waveform_of
from musicreclass.pipeline.analysis.changed_sounds import changed_sounds, kept_analyses
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.sentences.reason import Reason, as_said, because
from musicreclass.training.augmentation.augment_audio import augment_audio
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.data.labelled_tracks import Copies, LabelledTracks

DEFINITION = "played-1"  # raised when the same order gives other sounds than before
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class AugmentationTask:
    """One piece of work for a child: copies of one track."""

    file: AudioFileRef
    spec: AnalysisSpec
    augmentation: AudioAugmentation
    count: int
    seed: int

    @property
    def keys(self) -> tuple[AnalysisKey, ...]:
        """Return the cache key of each copy."""
        sound = sound_key(self.file.fingerprint, self.file.stamp)
        spec, augmentation = definition_of(self.spec), self.augmentation.key()
        what = f"{spec}|{DEFINITION}|{augmentation}|{self.seed}"
        return tuple(AnalysisKey(sound, f"{what}|{number}") for number in range(self.count))


@dataclass(frozen=True, slots=True, eq=False)
class AugmentedCopies:
    """The copies of tracks, and what is wrong with files of which some are missing."""

    copies: Copies = field(default_factory=dict)
    problems: tuple[FileProblem, ...] = ()

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """Return a warning of tracks without copies, with the first few of them."""
        if not self.problems:
            return ()
        named = [problem.sentence for problem in self.problems[:MOST_NAMED]]
        if len(self.problems) > MOST_NAMED:
            named.append(as_said("..."))
        problems = reduce(lambda one, more: because("said.also", one=one, more=more), named)
        return (because("pipeline.copies_missing", count=len(self.problems), problems=problems),)


def augment_copies(
    tracks: LabelledTracks,
    files: Sequence[AudioFileRef],
    spec: AnalysisSpec,
    wanted: Mapping[AudioAugmentation, int],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    seed: int,
) -> AugmentedCopies:
    """Augment each track as often as `wanted` says, and analyze that as the track was analyzed.

    Where a copy cannot be made or is silent, the track itself takes its place.

    Args:
        files: where the tracks are, in their order.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    tasks = [
        AugmentationTask(file, spec, augmentation, count, seed)
        for augmentation, count in wanted.items()
        for file in files
    ]
    analyses: dict[tuple[AudioAugmentation, int], dict[str, Analysis]] = {}
    problems: dict[str, FileProblem] = {}
    with closing(changed_sounds(augment_file, tasks, ctx, options)) as outcomes:
        for done, (task, outcome) in enumerate(outcomes, start=1):
            path = task.file.path
            ctx.report(Progress(done, len(tasks), readable(path)))
            if isinstance(outcome, MusicReclassError):
                problems[path] = problem_with(outcome)
                continue
            for number, copy in enumerate(outcome):
                if Remark.SILENT.value in copy.remarks:
                    problems[path] = FileProblem(Path(path), because("pipeline.silent_copy"))
                else:
                    analyses.setdefault((task.augmentation, number), {})[path] = copy
    copies = {
        augmentation: [
            _copy(tracks, analyses.get((augmentation, number), {})) for number in range(count)
        ]
        for augmentation, count in wanted.items()
    }
    return AugmentedCopies(copies, tuple(problems[path] for path in sorted(problems)))


def kept_share(tasks: Sequence[AugmentationTask], cache: AnalysisCache) -> float:
    """Return for which share of the tasks all copies are in the cache."""
    return sum(kept_analyses(task, cache) is not None for task in tasks) / max(1, len(tasks))


def augment_file(task: AugmentationTask) -> tuple[Analysis, ...]:
    """Return the analysis of each copy of a track. Runs in child processes.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        FileChanged: it is not the file that was scanned.
    """
    waveform = waveform_of(task.file, task.spec)
    return tuple(_analyzed_copy(waveform, task, number) for number in range(task.count))


def _analyzed_copy(waveform: Waveform, task: AugmentationTask, number: int) -> Analysis:
    rng = np.random.default_rng((task.seed, zlib.crc32(task.file.fingerprint.encode()), number))
    samples = augment_audio(waveform.samples, task.augmentation, rng)
    remarks = (Remark.SILENT,) if not np.abs(samples).max(initial=0.0) >= SILENCE_PEAK else ()
    changed = replace(waveform, samples=samples, remarks=remarks)
    return measured(changed, task.spec, Path(task.file.path))


def _copy(tracks: LabelledTracks, analyses: Mapping[str, Analysis]) -> LabelledTracks:
    """Return the tracks with what was measured of their copies."""
    features, mels = tracks.features, tracks.mels
    if features is not None:
        features = np.stack(list(_features(tracks.names, features, analyses)))
    if mels is not None:
        pairs = zip(tracks.names, mels, strict=True)
        mels = [analyses[name].mels[0] if name in analyses else mel for name, mel in pairs]
    return replace(tracks, features=features, mels=mels)


def _features(
    names: Sequence[str], rows: np.ndarray, analyses: Mapping[str, Analysis]
) -> Iterator[np.ndarray]:
    for name, row in zip(names, rows, strict=True):
        copy = analyses[name].row if name in analyses else None
        yield row if copy is None else copy
