"""Mean mel spectrograms of genres: of any files, and of a library's tracks from the cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec
from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.location import path_of
from musicreclass.core.track import TrackLine
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

MEL = GTZAN_MEL
COLUMNS = 96  # of time: enough to see beats of slow music, and few enough to be a mean
MOST_PER_GENRE = 200  # tracks; more change nothing that could be seen
LEAST_TRACKS = 3  # of a library's genre; with fewer it would be a picture of tracks

Item = TypeVar("Item")
MelDecibels = npt.NDArray[np.float32]  # shape (n_bands, COLUMNS), low bands first


@dataclass(frozen=True, slots=True, eq=False)
class GenreMel:
    """The mean spectrogram of a genre, each track taken relative to its loudest point."""

    genre: str
    tracks: int
    decibels: MelDecibels
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


@dataclass(slots=True)
class _Sums:
    """Spectrograms added up by genre."""

    of_genre: dict[str, MelDecibels] = field(default_factory=dict)
    counts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, genre: str, analysis: Analysis, spec: AnalysisSpec) -> None:
        mel = analysis.mels[spec.mels.index(MEL)]
        if mel.shape[1] >= COLUMNS:
            so_far = self.of_genre.get(genre)
            self.of_genre[genre] = shrunk(mel) if so_far is None else so_far + shrunk(mel)
            self.counts[genre] += 1

    def means(self) -> tuple[GenreMel, ...]:
        bands = tuple(float(hz) for hz in mel_centres_hz(MEL))
        return tuple(
            GenreMel(genre, self.counts[genre], mels / np.float32(self.counts[genre]), bands)
            for genre, mels in sorted(self.of_genre.items())
        )


def genre_mels(
    files: Sequence[AudioFileRef],
    genre_of: Mapping[str, str],
    specs: Sequence[AnalysisSpec],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    analyzes: bool = False,
) -> tuple[GenreMel, ...]:
    """Return the mean spectrogram of each genre, by name.

    Args:
        genre_of: path -> genre; files without are passed over.
        specs: under which tracks may be in the cache, with `MEL` among their mels.
        analyzes: analyze what is in the cache under none of them; else it is passed over.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    sums = _Sums()
    missing: list[AudioFileRef] = []
    for file in evenly_chosen(files, lambda file: genre_of.get(file.path, "")):
        ctx.raise_if_cancelled()
        found = _cached(file, specs, options.cache)
        if found:
            sums.add(genre_of[file.path], *found)
        else:
            missing.append(file)
    if analyzes and specs:
        from musicreclass.pipeline.analysis.analyze import analyze  # scipy takes its time

        with closing(analyze(missing, specs[0], ctx, options)) as outcomes:
            for file, outcome in outcomes:
                if isinstance(outcome, Analysis):
                    sums.add(genre_of[file.path], outcome, specs[0])
    return sums.means()


def library_mels(
    library_file: Path,
    lines: Sequence[TrackLine],
    bundle_file: Path | None,
    ctx: JobContext,
    options: AnalysisOptions,
    run: Run = in_place,
) -> tuple[GenreMel, ...]:
    """Return the mean spectrogram of each genre of which enough tracks are in the cache, by name.

    A track's genre is what was decided, else what its file says, else what is surely suggested.

    Args:
        bundle_file: under whose needs tracks may be in the cache; None where there is none.
        run: where spectrograms are read and added up.

    Raises:
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    known = taxonomy_in_use()
    genres = {line.id: _genre(line, known) for line in lines if not line.is_missing}
    chosen = evenly_chosen(lines, lambda line: genres.get(line.id, ""))
    files = _files(library_file, chosen, ctx)
    genre_of = {file.path: genres[line.id] for line, file in zip(chosen, files, strict=True)}
    found = run(partial(_known_mels, files, genre_of, bundle_file, options), ctx)
    return tuple(mel for mel in found if mel.tracks >= LEAST_TRACKS)


def _known_mels(
    files: Sequence[AudioFileRef],
    genre_of: Mapping[str, str],
    bundle_file: Path | None,
    options: AnalysisOptions,
    ctx: JobContext,
) -> tuple[GenreMel, ...]:
    return genre_mels(files, genre_of, cached_specs(bundle_file), ctx, options)


def cached_specs(bundle_file: Path | None) -> list[AnalysisSpec]:
    """Return under what tracks may be in the cache: for themselves, to classify, or to train."""
    known = [AnalysisSpec(features=False, mels=(MEL,)), AnalysisSpec(mels=(MEL,))]
    if bundle_file is not None:
        from musicreclass.pipeline.classification.loaded_classifier import load_classifier

        known.append(load_classifier(bundle_file).needs)
    return [spec for spec in dict.fromkeys(known) if MEL in spec.mels]


def shrunk(mel: npt.NDArray[np.floating]) -> MelDecibels:
    """Return a spectrogram of any length, at least `COLUMNS`, with so many: means over time."""
    bounds = np.linspace(0, mel.shape[1], COLUMNS + 1).astype(np.intp)
    sums = np.add.reduceat(mel.astype(np.float32), bounds[:-1], axis=1)
    return np.asarray(sums / np.diff(bounds), dtype=np.float32)


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
        some[index]
        for some in of_genre.values()
        for index in np.unique(np.linspace(0, len(some) - 1, MOST_PER_GENRE).astype(np.intp))
    ]


def _cached(
    file: AudioFileRef, specs: Sequence[AnalysisSpec], cache: AnalysisCache
) -> tuple[Analysis, AnalysisSpec] | None:
    from musicreclass.pipeline.analysis.analyze import key_of

    for spec in specs:
        if analysis := cache.get(key_of(file, spec)):
            return analysis, spec
    return None


def _genre(line: TrackLine, known: Taxonomy) -> str:
    if line.decision is not None and line.decision.genres:
        return line.decision.genres[0]
    if line.genre:
        return known.canonical(line.genre.partition(GENRE_SEPARATOR)[0])
    said = line.suggestion
    return said.genre if said is not None and said.verdict is Verdict.SURE else ""


def _files(library_file: Path, lines: Sequence[TrackLine], ctx: JobContext) -> list[AudioFileRef]:
    files = []
    with Library(library_file) as library:
        for line in lines:
            ctx.raise_if_cancelled()
            fingerprint = library.track(line.id).fingerprint
            files.append(AudioFileRef(str(path_of(line.location)), line.stamp, fingerprint))
    return files
