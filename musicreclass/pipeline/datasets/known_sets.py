"""Known data sets as training sources: FMA, GTZAN and the Million Song Dataset.

Where one has an official split, its test part is kept apart for the figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.core.analysis import Part
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem, system_words
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.dataset import AudioDataset, Dataset, FeatureDataset, NamedTrack
from musicreclass.pipeline.datasets.survey import Survey, read_files
from musicreclass.pipeline.scanning.walk import FoundFile, Walk
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.sources import fma, gtzan, msd
from musicreclass.training.sources.folders import GenreFolders
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import SortedFile
from musicreclass.training.sources.tables import SourceProblem
from musicreclass.training.sources.trainable import Advice


@dataclass(frozen=True, slots=True)
class FmaSource:
    """FMA's subset `size`: the features of its tracks, or their sound where that is given."""

    path: Path  # the folder fma_metadata
    options: AnalysisOptions
    size: str = "medium"
    audio: Path | None = None  # a folder such as fma_medium

    def survey(self, ctx: JobContext) -> Dataset:
        tracks = fma.read_tracks(self.path, self.size)
        if self.audio is None:
            return self._features({track.id: track for track in tracks}, ctx)
        paths = (str(fma.audio_file(self.audio, track.id)) for track in tracks)
        named = [_fma_track(path, track) for path, track in zip(paths, tracks, strict=True)]
        return _audio_dataset(self.audio, named, ctx, self.options)

    def _features(self, tracks: Mapping[int, fma.FmaTrack], ctx: JobContext) -> FeatureDataset:
        features = measured_features()
        ids, rows = fma.read_features(self.path, features.columns, tracks, ctx.raise_if_cancelled)
        is_whole = fma.finite_rows(rows)
        whole = [tracks[i] for i, is_one in zip(ids, is_whole, strict=True) if is_one]
        broken = [i for i, is_one in zip(ids, is_whole, strict=True) if not is_one]
        dataset = FeatureDataset(
            self.path,
            [_fma_track(f"{track.id:06}", track) for track in whole],
            rows[is_whole],
            features,
            ClipSpec(Part.WHOLE),  # as features.csv was measured
            _partly("pipeline.partly_with_features", len(ids), len(tracks), self.path),
            tuple(
                FileProblem(self.path / f"{i:06}", because("pipeline.features_lack_numbers"))
                for i in broken
            ),
        )
        dataset.check()
        return dataset


@dataclass(frozen=True, slots=True)
class GtzanSource:
    """GTZAN's excerpts, those of its fault-filtered split where there are its lists."""

    path: Path
    options: AnalysisOptions

    def survey(self, ctx: JobContext) -> AudioDataset:
        files, parts = gtzan.audio_files(self.path), gtzan.read_split(self.path)
        known = taxonomy_in_use()
        named = [
            NamedTrack(str(path), known.canonical(gtzan.genre_of(name)), part=parts.get(name, ""))
            for name, path in files.items()
            if not parts or name in parts
        ]
        dataset = _audio_dataset(self.path, named, ctx, self.options)
        return dataset if parts else replace(dataset, split_warnings=(_random_split(),))


@dataclass(frozen=True, slots=True)
class MsdSource:
    """Songs of the Million Song Dataset below a folder, as its files describe them."""

    path: Path
    genres_file: Path

    def survey(self, ctx: JobContext) -> FeatureDataset:
        genres = msd.read_genres(self.genres_file)
        songs, problems = self._songs(ctx)
        known = [song for song in songs if song.id in genres]
        if not known:
            reason = because("pipeline.names_no_song", count=len(songs), folder=self.path)
            raise SourceProblem(self.genres_file, reason)
        partly = _partly("pipeline.partly_with_genres", len(known), len(songs), self.genres_file)
        dataset = FeatureDataset(
            self.path,
            [NamedTrack(song.id, genres[song.id], song.artist, song.album) for song in known],
            np.stack([song.features for song in known]),
            msd.FEATURES,
            warnings=(because("pipeline.sound_measured_otherwise"), *partly),
            left_out=tuple(problems),
        )
        dataset.check()
        return dataset

    def _songs(self, ctx: JobContext) -> tuple[list[msd.Song], list[FileProblem]]:
        songs: list[msd.Song] = []
        problems: list[FileProblem] = []
        files = list(Walk(str(self.path), frozenset({msd.SUFFIX})))
        for done, found in enumerate(files, start=1):
            ctx.raise_if_cancelled()
            if isinstance(found, FileProblem):
                problems.append(found)
                continue
            ctx.report(Progress(done, len(files), readable(Path(found.path).name)))
            try:
                songs += msd.read_songs(Path(found.path))
            except FileProblem as problem:
                problems.append(problem)
        if not songs:
            example = f"A/A/A/TRAAAAW128F429D538{msd.SUFFIX}"
            raise SourceProblem(self.path, because("pipeline.holds_no_songs", example=example))
        return songs, problems


def _fma_track(name: str, track: fma.FmaTrack) -> NamedTrack:
    return NamedTrack(name, track.genre, track.artist, track.album, track.part)


def _audio_dataset(
    folder: Path, tracks: Sequence[NamedTrack], ctx: JobContext, options: AnalysisOptions
) -> AudioDataset:
    """Return the files named, grouped by what the tables say of them.

    Raises:
        SourceProblem: none of them is there.
        CannotTrain: there is too little.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped.
    """
    of_path = {track.name: track for track in tracks}
    files, missing = _on_disk(of_path)
    if not files:
        reason = because(
            "pipeline.holds_no_files_wanted", count=len(tracks), example=tracks[0].name
        )
        raise SourceProblem(folder, reason)
    facts, unreadable = read_files(files, ctx, options.workers)
    # Copies stay: the official split says on which side each of them is.
    found = GenreFolders(
        folder,
        GenreMapping(),
        tuple(_sorted_file(of_path[path], of_file) for path, of_file in facts),
        (*missing, *unreadable),
        advice=Advice.KNOWN_SET,
    )
    stamps = {file.path: file.stamp for file in files}
    surveyed = Survey(found, stamps, tuple((file.path, file.facts) for file in found.files))
    surveyed.check()
    return AudioDataset(surveyed, options, {track.name: track.part for track in tracks})


def _sorted_file(track: NamedTrack, facts: FileFacts) -> SortedFile:
    tags = replace(facts.tags, artist=track.artist, album_artist="", album=track.album)
    return SortedFile(track.name, track.genre, replace(facts, tags=tags), album_folder="")


def _on_disk(paths: Iterable[str]) -> tuple[list[FoundFile], list[FileProblem]]:
    files: list[FoundFile] = []
    problems: list[FileProblem] = []
    for path in paths:
        try:
            files.append(FoundFile(path, FileStamp.of(Path(path))))
        except OSError as error:
            reason = because("pipeline.cannot_be_looked_at", reason=system_words(error))
            problems.append(FileProblem(Path(path), reason))
    return files, problems


def _partly(code: str, count: int, total: int, path: Path) -> tuple[Reason, ...]:
    """Return a warning where some of the tracks are left out."""
    if count == total:
        return ()
    return (because(code, count=count, total=total, path=readable(str(path))),)


def _random_split() -> Reason:
    train, valid, test = gtzan.LISTS.values()
    return because("pipeline.random_gtzan", train=train, valid=valid, test=test)
