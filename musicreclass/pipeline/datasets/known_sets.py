"""Data sets that are known: their tables and files as material to learn from.

Where one has an official split, its test part is kept apart for the figures.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.classifiers.spec import FeatureSet
from musicreclass.core.analysis import AnalysisSpec, Part
from musicreclass.core.genre import Taxonomy
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.track import FileFacts, FileStamp
from musicreclass.errors import FileProblem, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.datasets.survey import Survey
from musicreclass.pipeline.datasets.training_material import (
    Analyze,
    Material,
    survey_material,
)
from musicreclass.pipeline.scanning.audio_files import read_found
from musicreclass.pipeline.scanning.walk import FoundFile, Walk
from musicreclass.training.data.duplicates import near_duplicates
from musicreclass.training.data.grouping import Origin, groups_of
from musicreclass.training.data.labelled_tracks import FeatureRows, LabelledTracks
from musicreclass.training.sources import fma, gtzan, msd
from musicreclass.training.sources.folders import GenreFolders
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.sorted_files import SortedFile
from musicreclass.training.sources.tables import SourceProblem
from musicreclass.training.sources.trainable import KNOWN_SET, check_trainable

TEST = "test"
RANDOM_GTZAN = (
    "GTZAN's files name no artists, and its lists train_filtered.txt, valid_filtered.txt and "
    "test_filtered.txt are not there: the figures flatter."
)


@dataclass(frozen=True, slots=True)
class NamedTrack:
    """A track of a data set, as its tables describe it."""

    name: str  # a path, or what the data set calls it
    genre: str
    artist: str = ""
    album: str = ""
    part: str = ""  # of the official split; "" where there is none


def fma_material(
    metadata: Path,
    ctx: JobContext,
    analysis_options: AnalysisOptions,
    *,
    size: str,
    audio: Path | None = None,
) -> Material:
    """Return the tracks of FMA's subset `size`: their features, or their sound where it is given.

    Args:
        metadata: the folder fma_metadata.
        audio: a folder such as fma_medium.

    Raises:
        SourceProblem: a table or the audio is not there, or is something else.
        CannotTrain: there is too little.
        Cancelled: the user stopped.
    """
    tracks = fma.read_tracks(metadata, size)
    if audio is not None:
        files = [
            NamedTrack(str(fma.audio_file(audio, t.id)), t.genre, t.artist, t.album, t.part)
            for t in tracks
        ]
        return _sound(audio, files, ctx, analysis_options)
    columns = measured_features().columns
    of_id = {track.id: track for track in tracks}
    ids, table = fma.read_features(metadata, columns, of_id, ctx.raise_if_cancelled)
    is_whole = fma.finite_rows(table)
    problems = [
        FileProblem(metadata / f"{track_id:06}", "features.csv lacks some of its numbers")
        for track_id, whole in zip(ids, is_whole, strict=True)
        if not whole
    ]
    named = [
        NamedTrack(f"{t.id:06}", t.genre, t.artist, t.album, t.part)
        for t, whole in zip((of_id[track_id] for track_id in ids), is_whole, strict=True)
        if whole
    ]
    warnings = _only(len(ids), len(tracks), f"tracks {len(ids):,} have features", metadata)
    made = _numbers(metadata, named, table[is_whole], measured_features(), warnings, problems)
    return replace(made, clip=ClipSpec(Part.WHOLE))  # as features.csv was measured


def gtzan_material(folder: Path, ctx: JobContext, analysis_options: AnalysisOptions) -> Material:
    """Return the excerpts of GTZAN, those of its fault-filtered split where there are its lists.

    Raises:
        SourceProblem: the folder is something else, or so is a list.
        CannotTrain: there is too little.
        Cancelled: the user stopped.
    """
    files, parts = gtzan.audio_files(folder), gtzan.read_split(folder)
    known = Taxonomy.shipped()
    named = [
        NamedTrack(str(path), known.canonical(gtzan.genre_of(name)), part=parts.get(name, ""))
        for name, path in files.items()
        if not parts or name in parts
    ]
    made = _sound(folder, named, ctx, analysis_options)
    return made if parts else replace(made, warnings=(*made.warnings, RANDOM_GTZAN))


def msd_material(folder: Path, genres_file: Path, ctx: JobContext) -> Material:
    """Return the songs of the Million Song Dataset below `folder`, as its files describe them.

    Raises:
        MsdMissing: h5py is not installed.
        SourceProblem: there are no such files, or the list of genres is something else.
        CannotTrain: there is too little.
        Cancelled: the user stopped.
    """
    genres = msd.read_genres(genres_file)
    songs: list[msd.Song] = []
    problems: list[FileProblem] = []
    files = list(Walk(str(folder), frozenset({msd.SUFFIX})))
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
        reason = f"holds no files such as A/A/A/TRAAAAW128F429D538{msd.SUFFIX} that can be read."
        raise SourceProblem(folder, reason)
    known = [song for song in songs if song.id in genres]
    if not known:
        raise SourceProblem(genres_file, f"names none of the {len(songs):,} songs in {folder}.")
    named = [NamedTrack(song.id, genres[song.id], song.artist, song.album) for song in known]
    table = np.stack([song.features for song in known])
    warnings = (
        "What is learned recognises files of the Million Song Dataset, and no others: sound is "
        "measured in another way.",
        *_only(len(known), len(songs), f"songs {len(known):,} have a genre", genres_file),
    )
    return _numbers(folder, named, table, msd.FEATURES, warnings, problems)


def _sound(
    place: Path, tracks: Sequence[NamedTrack], ctx: JobContext, analysis_options: AnalysisOptions
) -> Material:
    """Return the files named as something to hear, grouped by what the tables say of them."""
    of_path = {track.name: track for track in tracks}
    files, problems = _on_disk(of_path)
    if not files:
        raise SourceProblem(
            place, f"holds none of the {len(tracks):,} files wanted, such as {tracks[0].name}."
        )
    found: list[SortedFile] = []
    workers = analysis_options.process_count
    with closing(read_found(files, ctx, workers=workers)) as outcomes:
        for done, (file, outcome) in enumerate(outcomes, start=1):
            ctx.report(Progress(done, len(files), readable(file.path)))
            if isinstance(outcome, FileFacts):
                found.append(_sorted_file(of_path[file.path], outcome))
            else:
                problems.append(problem_with(outcome))
    found.sort(key=lambda file: file.path)
    # Copies stay: the official split says on which side each of them is.
    folders = GenreFolders(place, GenreMapping(), tuple(found), tuple(problems), advice=KNOWN_SET)
    stamps = {file.path: file.stamp for file in files}
    facts = tuple((file.path, file.facts) for file in found)
    material = survey_material(Survey(folders, stamps, facts), analysis_options)
    return replace(material, analyze_file=_with_split(material, {t.name: t.part for t in tracks}))


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
            reason = (error.strerror or str(error)).lower()
            problems.append(FileProblem(Path(path), f"the file cannot be looked at ({reason})"))
    return files, problems


def _with_split(material: Material, part_of: Mapping[str, str]) -> Analyze:
    """Return what hears `material` and says which tracks are the official split's test part."""

    def analyze_file(analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        labelled = material.analyze_file(analysis_spec, ctx)
        return _split(labelled, [part_of[name] for name in labelled.tracks.names])

    return analyze_file


def _split(labelled: Labelled, parts: Sequence[str]) -> Labelled:
    if not any(parts):
        return labelled
    return replace(labelled, is_test=np.array([part == TEST for part in parts]))


def _numbers(
    place: Path,
    named: Sequence[NamedTrack],
    table: FeatureRows,
    features: FeatureSet,
    warnings: Sequence[str],
    problems: Sequence[FileProblem],
) -> Material:
    """Return tracks of which there are features alone."""
    counts = Counter(track.genre for track in named)
    genres = tuple(sorted(counts, key=str.casefold))
    check_trainable(place, {genre: counts[genre] for genre in genres}, KNOWN_SET)

    def analyze_file(_: AnalysisSpec, ctx: JobContext) -> Labelled:
        same = near_duplicates(table, ctx.raise_if_cancelled)
        grouping = groups_of([Origin(artist=t.artist, album=t.album) for t in named], same)
        labels = np.array([genres.index(track.genre) for track in named], dtype=np.intp)
        names = tuple(track.name for track in named)
        tracks = LabelledTracks(names, genres, labels, grouping.groups, table)
        return _split(Labelled(tracks, grouping, ()), [track.part for track in named])

    return Material(
        place,
        analyze_file,
        features,
        warnings=tuple(warnings),
        left_out=tuple(problems),
    )


def _only(count: int, total: int, what: str, place: Path) -> tuple[str, ...]:
    if count == total:
        return ()
    shown = readable(str(place))
    return (f"Of the {total:,} {what} in {shown}; the others are left out.",)
