"""From files sorted by genre to labelled tracks: hear them, and find out what belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.analysis import Analysis, AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, problem_with
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.datasets.survey import Survey, check_still_there
from musicreclass.training.data.duplicates import near_duplicates
from musicreclass.training.data.grouping import Grouping, Pair, groups_of
from musicreclass.training.data.labelled_tracks import FeatureRows, LabelledTracks
from musicreclass.training.sources.concerns import near_copy_warnings
from musicreclass.training.sources.sorted_files import (
    NearCopies,
    SortedFile,
    contradicting,
    near_copies,
)
from musicreclass.training.sources.trainable import check_trainable

SILENCE = "there is nothing but silence to learn from"


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Tracks to learn from, how they are grouped, and the files that could not be heard."""

    tracks: LabelledTracks
    grouping: Grouping
    unheard: tuple[FileProblem, ...]
    near_copies: tuple[NearCopies, ...] = ()  # told by their sound
    is_test: npt.NDArray[np.bool_] | None = None  # the test part of a split that others use, too
    files: tuple[SortedFile, ...] = ()  # of the tracks; a set of numbers has none

    @property
    def counts(self) -> Mapping[str, int]:
        """Return genre -> tracks."""
        counts = np.bincount(self.tracks.labels, minlength=len(self.tracks.genres))
        return dict(zip(self.tracks.genres, counts.tolist(), strict=True))

    @property
    def fitted(self) -> Labelled:
        """Return the tracks that may be learned from."""
        if self.is_test is None:
            return self
        tracks = self.tracks.at(np.flatnonzero(~self.is_test))
        groups = np.unique(tracks.groups, return_inverse=True)[1].astype(np.intp)
        names = frozenset(tracks.names)
        return replace(
            self,
            tracks=replace(tracks, groups=groups),
            grouping=replace(self.grouping, groups=groups),
            files=tuple(file for file in self.files if file.path in names),
            is_test=None,
        )

    @property
    def copies(self) -> list[tuple[int, int]]:
        """Return the places of tracks that are one recording, by their sound."""
        place = {name: i for i, name in enumerate(self.tracks.names)}
        return [
            (place[pair.path], place[pair.other_path])
            for pair in self.near_copies
            if {pair.path, pair.other_path} <= place.keys()
        ]

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """Return path -> fingerprint of the sound; nothing of tracks that are no files."""
        return {file.path: file.facts.fingerprint for file in self.files}

    @property
    def tested(self) -> LabelledTracks | None:
        """Return the tracks of an official test part; None where there is none."""
        if self.is_test is None or not self.is_test.any():
            return None
        return self.tracks.at(np.flatnonzero(self.is_test))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Return sentences on what makes figures of these tracks less certain."""
        return (*self._nameless(), *near_copy_warnings(self.near_copies))

    def _nameless(self) -> Iterator[str]:
        if nameless := self.grouping.known_by.get("nothing", 0):
            yield (
                f"{nameless:,} of the tracks name neither artist nor album; where one artist made "
                "several of them, the figures flatter."
            )


def analyze_and_label(
    surveyed: Survey,
    analysis_spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> Labelled:
    """Hear the files of `surveyed`, whose folders say what they are.

    The tracks come in order of their paths, whichever was heard first. Where
    `analysis_spec` asks for mels, the first of them is kept.

    Raises:
        CannotTrain: of what could be heard too little is left to learn from.
        FolderVanished: it is no longer there.
        Cancelled: the user stopped; what was heard is kept in the cache.
    """
    heard: dict[str, Analysis] = {}
    unheard: list[FileProblem] = []
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    with closing(analyze(files, analysis_spec, ctx, options)) as outcomes:
        for file, outcome in outcomes:
            if not isinstance(outcome, Analysis):
                unheard.append(problem_with(outcome))
            elif Remark.SILENT.value in outcome.remarks:
                unheard.append(FileProblem(Path(file.path), SILENCE))
            else:
                heard[file.path] = outcome
    check_still_there(surveyed.found.folder)
    files_heard = [file for file in surveyed.found.files if file.path in heard]
    twice = _near_duplicates([heard[file.path] for file in files_heard], ctx)
    doubtful = contradicting(files_heard, twice)
    unheard += doubtful.values()
    certain = [file for place, file in enumerate(files_heard) if place not in doubtful]
    counts = Counter(file.genre for file in certain)
    genres = surveyed.found.genres
    check_trainable(
        surveyed.found.folder,
        {genre: counts[genre] for genre in genres},
        surveyed.found.advice,
    )
    number = {file.path: i for i, file in enumerate(certain)}
    paths = ((files_heard[one].path, files_heard[other].path) for one, other in twice)
    same = [(number[one], number[other]) for one, other in paths if {one, other} <= number.keys()]
    grouping = groups_of([file.origin for file in certain], same)
    return Labelled(
        _labelled(genres, certain, [heard[file.path] for file in certain], grouping),
        grouping,
        tuple(sorted(unheard, key=lambda problem: problem.path)),
        near_copies(files_heard, twice),
        files=tuple(certain),
    )


def _near_duplicates(heard: Sequence[Analysis], ctx: JobContext) -> list[Pair]:
    features = _features(heard)
    return [] if features is None else near_duplicates(features, ctx.raise_if_cancelled)


def _labelled(
    genres: Sequence[str],
    files: Sequence[SortedFile],
    heard: Sequence[Analysis],
    grouping: Grouping,
) -> LabelledTracks:
    place = {genre: i for i, genre in enumerate(genres)}
    return LabelledTracks(
        names=tuple(file.path for file in files),
        genres=tuple(genres),
        labels=np.array([place[file.genre] for file in files], dtype=np.intp),
        groups=grouping.groups,
        features=_features(heard),
        mels=[h.mels[0] for h in heard] if heard[0].mels else None,
    )


def _features(heard: Sequence[Analysis]) -> FeatureRows | None:
    rows = [h.features for h in heard if h.features is not None]
    return np.stack(rows) if rows else None
