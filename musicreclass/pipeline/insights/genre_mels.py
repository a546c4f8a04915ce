"""What genres look like: the mean of their tracks' mel spectrograms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze, key_of
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

SPEC = GTZAN_MEL
COLUMNS = 96  # of time: enough to see beats of slow music, and few enough to be a mean
MOST_PER_GENRE = 200  # tracks; more change nothing that could be seen

Item = TypeVar("Item")
Decibels = npt.NDArray[np.float32]  # shape (n_bands, COLUMNS), low bands first


@dataclass(frozen=True, slots=True, eq=False)
class GenreMel:
    """The mean spectrogram of a genre, each track taken relative to its loudest point."""

    genre: str
    tracks: int
    decibels: Decibels
    band_hz: tuple[float, ...]  # where each band lies, rising

    @property
    def spectrum(self) -> npt.NDArray[np.float32]:
        """Return the mean over time, dB, shape (n_bands,)."""
        return np.asarray(self.decibels.mean(axis=1), dtype=np.float32)

    @property
    def thirds(self) -> tuple[float, float, float]:
        """Return how loud the lowest, the middle and the highest bands are, dB."""
        low, middle, high = (float(part.mean()) for part in np.array_split(self.spectrum, 3))
        return low, middle, high

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "genre": self.genre,
            "tracks": self.tracks,
            "band_hz": [round(hz, 1) for hz in self.band_hz],
            "spectrum_db": [round(float(db), 2) for db in self.spectrum],
        }


def genre_mels(
    files: Sequence[AudioFileRef],
    genre_of: Mapping[str, str],
    analysis_specs: Sequence[AnalysisSpec],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    listens: bool = False,
) -> tuple[GenreMel, ...]:
    """Return the mean spectrogram of each genre, by name.

    Args:
        genre_of: path -> genre; files without are passed over.
        hearings: under which tracks may be in the cache, with `SPEC` among their mels.
        listens: hear what is in the cache under none of them; else it is passed over.

    Raises:
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    chosen = evenly_chosen(files, lambda file: genre_of.get(file.path, ""))
    sums: dict[str, Decibels] = {}
    counts: defaultdict[str, int] = defaultdict(int)

    def add(file: AudioFileRef, heard: Analysis, analysis_spec: AnalysisSpec) -> None:
        mel = heard.mels[analysis_spec.mels.index(SPEC)]
        if mel.shape[1] >= COLUMNS:
            genre = genre_of[file.path]
            sums[genre] = sums[genre] + shrunk(mel) if genre in sums else shrunk(mel)
            counts[genre] += 1

    unheard: list[AudioFileRef] = []
    for file in chosen:
        ctx.raise_if_cancelled()
        found = _cached(file, analysis_specs, options.cache)
        if found:
            add(file, *found)
        else:
            unheard.append(file)
    if listens and analysis_specs:
        outcomes = analyze(unheard, analysis_specs[0], ctx, options)
        with closing(outcomes):
            for file, outcome in outcomes:
                if isinstance(outcome, Analysis):
                    add(file, outcome, analysis_specs[0])
    bands = tuple(float(hz) for hz in mel_centres_hz(SPEC))
    return tuple(
        GenreMel(genre, counts[genre], sums[genre] / np.float32(counts[genre]), bands)
        for genre in sorted(sums)
    )


def shrunk(mel: npt.NDArray[np.floating]) -> Decibels:
    """Return a spectrogram of any length, at least `COLUMNS`, with so many: means over time."""
    edges = np.linspace(0, mel.shape[1], COLUMNS + 1).astype(np.intp)
    sums = np.add.reduceat(mel.astype(np.float32), edges[:-1], axis=1)
    return np.asarray(sums / np.diff(edges), dtype=np.float32)


def _cached(
    file: AudioFileRef, analysis_specs: Sequence[AnalysisSpec], cache: AnalysisCache
) -> tuple[Analysis, AnalysisSpec] | None:
    for analysis_spec in analysis_specs:
        if heard := cache.get(key_of(file, analysis_spec)):
            return heard, analysis_spec
    return None


def evenly_chosen(items: Iterable[Item], genre_of: Callable[[Item], str]) -> list[Item]:
    """Return at most `MOST_PER_GENRE` items of each genre, from the first to the last.

    Args:
        genre_of: what genre an item is of; those of none are passed over.
    """
    of_genre: defaultdict[str, list[Item]] = defaultdict(list)
    for item in items:
        if genre := genre_of(item):
            of_genre[genre].append(item)
    return [
        some[place]
        for some in of_genre.values()
        for place in np.unique(np.linspace(0, len(some) - 1, MOST_PER_GENRE).astype(np.intp))
    ]
