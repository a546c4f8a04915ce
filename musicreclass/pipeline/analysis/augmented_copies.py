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
from musicreclass.core.analysis import Heard, Hearing
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.pipeline.analysis.analysis_cache import HeardCache, HeardKey, sound_key
from musicreclass.pipeline.analysis.analyze import FILE_SECONDS
from musicreclass.pipeline.analysis.analyze_file import (
    Listenable,
    definition_of,
    measured,
    sound_of,
)
from musicreclass.pipeline.datasets.genre_folders import problem_with
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.training.augmentation.augment_audio import otherwise_played
from musicreclass.training.augmentation.copy_counts import Copies
from musicreclass.training.config import Playing
from musicreclass.training.data.labelled_tracks import LabelledTracks

DEFINITION = "played-1"  # raised when the same order gives other sounds than before
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class PlayingOrder:
    """One piece of work for a child: copies of one track."""

    file: Listenable
    hearing: Hearing
    playing: Playing
    count: int
    seed: int

    @property
    def keys(self) -> tuple[HeardKey, ...]:
        """Return what each copy is kept under."""
        sound = sound_key(self.file.fingerprint, self.file.stamp)
        what = f"{definition_of(self.hearing)}|{DEFINITION}|{self.playing.key()}|{self.seed}"
        return tuple(HeardKey(sound, f"{what}|{number}") for number in range(self.count))


Outcome = tuple[PlayingOrder, Sequence[Heard] | MusicReclassError]


@dataclass(frozen=True, slots=True, eq=False)
class Played:
    """The copies of tracks, and the files of which there are none."""

    copies: Copies = field(default_factory=dict)
    unplayed: tuple[FileProblem, ...] = ()

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return a sentence on tracks without copies, with the first few of them."""
        if not self.unplayed:
            return ()
        several = len(self.unplayed) > 1
        count = f"{len(self.unplayed):,} tracks" if several else "one of the tracks"
        named = "; ".join(str(problem) for problem in self.unplayed[:MOST_NAMED])
        more = "; ..." if len(self.unplayed) > MOST_NAMED else ""
        return (
            f"Not all copies of {count} could be played; where one is missing, the track "
            f"is learned from as it is: {named}{more}.",
        )


def play_otherwise(
    tracks: LabelledTracks,
    files: Sequence[Listenable],
    hearing: Hearing,
    wanted: Mapping[Playing, int],
    ctx: JobContext,
    *,
    seed: int,
    cache: HeardCache,
    workers: int,
    log: Path | None = None,
) -> Played:
    """Play each track otherwise, as often as `wanted` says, and hear that as the track was heard.

    Where a copy cannot be made or is silent, the track itself takes its place.

    Args:
        files: where the tracks are, in their order.

    Raises:
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    orders = [
        PlayingOrder(file, hearing, playing, count, seed)
        for playing, count in wanted.items()
        for file in files
    ]
    heard: dict[tuple[Playing, int], dict[str, Heard]] = {}
    unplayed: dict[str, FileProblem] = {}
    with closing(_outcomes(orders, ctx, cache, workers, log)) as outcomes:
        for done, (order, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(orders), readable(order.file.path)))
            if isinstance(outcome, MusicReclassError):
                unplayed[order.file.path] = problem_with(outcome)
                continue
            for number, copy in enumerate(outcome):
                if Remark.SILENT.value in copy.remarks:
                    reason = "played otherwise it is nothing but silence"
                    unplayed[order.file.path] = FileProblem(Path(order.file.path), reason)
                else:
                    heard.setdefault((order.playing, number), {})[order.file.path] = copy
    copies = {
        playing: [_copy(tracks, heard.get((playing, number), {})) for number in range(count)]
        for playing, count in wanted.items()
    }
    return Played(copies, tuple(unplayed[path] for path in sorted(unplayed)))


def kept_share(orders: Sequence[PlayingOrder], cache: HeardCache) -> float:
    """Return which share of these orders nobody needs to play anew."""
    return sum(_kept(order, cache) is not None for order in orders) / max(1, len(orders))


def play(order: PlayingOrder) -> tuple[Heard, ...]:
    """Return what is heard of each copy of a track. Runs in child processes.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        FileChanged: it is not the file that was scanned.
    """
    waveform = sound_of(order.file, order.hearing)
    return tuple(_heard_copy(waveform, order, number) for number in range(order.count))


def _heard_copy(waveform: Waveform, order: PlayingOrder, number: int) -> Heard:
    track = zlib.crc32(order.file.fingerprint.encode())
    rng = np.random.default_rng((order.seed, track, number))
    samples = otherwise_played(waveform.samples, order.playing, rng)
    is_silent = not np.abs(samples).max(initial=0.0) >= SILENCE_PEAK
    remarks = (Remark.SILENT,) if is_silent else ()
    changed = replace(waveform, samples=samples, remarks=remarks)
    return measured(changed, order.hearing, Path(order.file.path))


def _outcomes(
    orders: Sequence[PlayingOrder],
    ctx: JobContext,
    cache: HeardCache,
    workers: int,
    log: Path | None,
) -> Generator[Outcome, None, None]:
    unheard: list[PlayingOrder] = []
    for order in orders:
        ctx.raise_if_cancelled()
        kept = _kept(order, cache)
        if kept is None:
            unheard.append(order)
        else:
            yield order, kept
    for order, outcome in map_in_processes(
        play,
        unheard,
        ctx,
        workers=workers,
        seconds_per_item=FILE_SECONDS,
        path_of=_path_of,
        log=log,
    ):
        if not isinstance(outcome, MusicReclassError):
            for key, copy in zip(order.keys, outcome, strict=True):
                cache.put(key, copy)
        yield order, outcome


def _kept(order: PlayingOrder, cache: HeardCache) -> Sequence[Heard] | None:
    kept = [heard for key in order.keys if (heard := cache.get(key)) is not None]
    return kept if len(kept) == order.count else None


def _copy(tracks: LabelledTracks, heard: Mapping[str, Heard]) -> LabelledTracks:
    """Return the tracks with what was heard of their copies in place of what they are."""
    features, mels = tracks.features, tracks.mels
    if features is not None:
        features = np.stack(list(_features(tracks.names, features, heard)))
    if mels is not None:
        pairs = zip(tracks.names, mels, strict=True)
        mels = [heard[name].mels[0] if name in heard else mel for name, mel in pairs]
    return replace(tracks, features=features, mels=mels)


def _features(
    names: Sequence[str], rows: np.ndarray, heard: Mapping[str, Heard]
) -> Iterator[np.ndarray]:
    for name, row in zip(names, rows, strict=True):
        copy = heard[name].features if name in heard else None
        yield row if copy is None else copy


def _path_of(order: PlayingOrder) -> Path:
    return Path(order.file.path)
