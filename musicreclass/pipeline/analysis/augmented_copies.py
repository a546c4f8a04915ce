"""Copies of tracks to learn from: as if each were played again at another pace and pitch.

What is heard of them is kept like all that is heard, so they are made once for every training with
the same seed. A copy is known by its track, its number and the seed: who makes it does not matter.
"""

from __future__ import annotations

import zlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
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
from musicreclass.pipeline.analysis.analyze import FILE_SECONDS
from musicreclass.pipeline.analysis.analyze_file import (
    AudioFileRef,
    definition_of,
    measured,
    sound_of,
)
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.training.augmentation.augment_audio import augment_audio
from musicreclass.training.augmentation.copy_counts import Copies
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.data.labelled_tracks import LabelledTracks

DEFINITION = "played-1"  # raised when the same order gives other sounds than before
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class AugmentationTask:
    """One piece of work for a child: copies of one track."""

    file: AudioFileRef
    analysis_spec: AnalysisSpec
    audio_augmentation: AudioAugmentation
    count: int
    seed: int

    @property
    def keys(self) -> tuple[AnalysisKey, ...]:
        """Return what each copy is kept under."""
        sound = sound_key(self.file.fingerprint, self.file.stamp)
        spec, augmentation = definition_of(self.analysis_spec), self.audio_augmentation.key()
        what = f"{spec}|{DEFINITION}|{augmentation}|{self.seed}"
        return tuple(AnalysisKey(sound, f"{what}|{number}") for number in range(self.count))


Outcome = tuple[AugmentationTask, Sequence[Analysis] | MusicReclassError]


@dataclass(frozen=True, slots=True, eq=False)
class AugmentedCopies:
    """The copies of tracks, and the files of which there are none."""

    copies: Copies = field(default_factory=dict)
    unaugmented: tuple[FileProblem, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return a sentence on tracks without copies, with the first few of them."""
        if not self.unaugmented:
            return ()
        several = len(self.unaugmented) > 1
        count = f"{len(self.unaugmented):,} tracks" if several else "one of the tracks"
        named = "; ".join(str(problem) for problem in self.unaugmented[:MOST_NAMED])
        more = "; ..." if len(self.unaugmented) > MOST_NAMED else ""
        return (
            f"Not all copies of {count} could be played; where one is missing, the track "
            f"is learned from as it is: {named}{more}.",
        )


def augment_copies(
    tracks: LabelledTracks,
    files: Sequence[AudioFileRef],
    analysis_spec: AnalysisSpec,
    wanted: Mapping[AudioAugmentation, int],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    seed: int,
) -> AugmentedCopies:
    """Play each track otherwise, as often as `wanted` says, and hear that as the track was heard.

    Where a copy cannot be made or is silent, the track itself takes its place.

    Args:
        files: where the tracks are, in their order.

    Raises:
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    orders = [
        AugmentationTask(file, analysis_spec, audio_augmentation, count, seed)
        for audio_augmentation, count in wanted.items()
        for file in files
    ]
    analysis: dict[tuple[AudioAugmentation, int], dict[str, Analysis]] = {}
    unaugmented: dict[str, FileProblem] = {}
    with closing(_outcomes(orders, ctx, options)) as outcomes:
        for done, (order, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(orders), readable(order.file.path)))
            if isinstance(outcome, MusicReclassError):
                unaugmented[order.file.path] = problem_with(outcome)
                continue
            for number, copy in enumerate(outcome):
                if Remark.SILENT.value in copy.remarks:
                    reason = "played otherwise it is nothing but silence"
                    unaugmented[order.file.path] = FileProblem(Path(order.file.path), reason)
                else:
                    analysis.setdefault((order.audio_augmentation, number), {})[order.file.path] = (
                        copy
                    )
    copies = {
        audio_augmentation: [
            _copy(tracks, analysis.get((audio_augmentation, number), {})) for number in range(count)
        ]
        for audio_augmentation, count in wanted.items()
    }
    return AugmentedCopies(copies, tuple(unaugmented[path] for path in sorted(unaugmented)))


def kept_share(orders: Sequence[AugmentationTask], cache: AnalysisCache) -> float:
    """Return which share of these orders nobody needs to play anew."""
    return sum(_kept(order, cache) is not None for order in orders) / max(1, len(orders))


def play(order: AugmentationTask) -> tuple[Analysis, ...]:
    """Return what is heard of each copy of a track. Runs in child processes.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        FileChanged: it is not the file that was scanned.
    """
    waveform = sound_of(order.file, order.analysis_spec)
    return tuple(_heard_copy(waveform, order, number) for number in range(order.count))


def _heard_copy(waveform: Waveform, order: AugmentationTask, number: int) -> Analysis:
    track = zlib.crc32(order.file.fingerprint.encode())
    rng = np.random.default_rng((order.seed, track, number))
    samples = augment_audio(waveform.samples, order.audio_augmentation, rng)
    is_silent = not np.abs(samples).max(initial=0.0) >= SILENCE_PEAK
    remarks = (Remark.SILENT,) if is_silent else ()
    changed = replace(waveform, samples=samples, remarks=remarks)
    return measured(changed, order.analysis_spec, Path(order.file.path))


def _outcomes(
    orders: Sequence[AugmentationTask],
    ctx: JobContext,
    options: AnalysisOptions,
) -> Generator[Outcome, None, None]:
    unheard: list[AugmentationTask] = []
    for order in orders:
        ctx.raise_if_cancelled()
        kept = _kept(order, options.cache)
        if kept is None:
            unheard.append(order)
        else:
            yield order, kept
    for order, outcome in map_in_processes(
        play,
        unheard,
        ctx,
        workers=options.process_count,
        seconds_per_item=FILE_SECONDS,
        path_of=_path_of,
        log=options.log,
    ):
        if not isinstance(outcome, MusicReclassError):
            for key, copy in zip(order.keys, outcome, strict=True):
                options.cache.put(key, copy)
        yield order, outcome


def _kept(order: AugmentationTask, cache: AnalysisCache) -> Sequence[Analysis] | None:
    kept = [analysis for key in order.keys if (analysis := cache.get(key)) is not None]
    return kept if len(kept) == order.count else None


def _copy(tracks: LabelledTracks, analysis: Mapping[str, Analysis]) -> LabelledTracks:
    """Return the tracks with what was heard of their copies in place of what they are."""
    features, mels = tracks.features, tracks.mels
    if features is not None:
        features = np.stack(list(_features(tracks.names, features, analysis)))
    if mels is not None:
        pairs = zip(tracks.names, mels, strict=True)
        mels = [analysis[name].mels[0] if name in analysis else mel for name, mel in pairs]
    return replace(tracks, features=features, mels=mels)


def _features(
    names: Sequence[str], rows: np.ndarray, analysis: Mapping[str, Analysis]
) -> Iterator[np.ndarray]:
    for name, row in zip(names, rows, strict=True):
        copy = analysis[name].features if name in analysis else None
        yield row if copy is None else copy


def _path_of(order: AugmentationTask) -> Path:
    return Path(order.file.path)
