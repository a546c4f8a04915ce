"""Labelling: files sorted by genre are analyzed, and grouped by what must not cross a split."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
from musicreclass.sentences.reason import Reason, because
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
from musicreclass.training.sources.trainable import Advice, check_trainable

TEST = "test"  # the part of an official split that nothing is trained on


@dataclass(frozen=True, slots=True, eq=False)
class Labelled:
    """Tracks of known genres, how they are grouped, and the files that cannot be used."""

    tracks: LabelledTracks
    grouping: Grouping
    left_out: tuple[FileProblem, ...]
    near_copies: tuple[NearCopies, ...] = ()  # told by their sound
    is_test: npt.NDArray[np.bool_] | None = None  # the test part of an official split
    files: tuple[SortedFile, ...] = ()  # of the tracks; a set of features has none

    @property
    def counts(self) -> Mapping[str, int]:
        """Return genre -> tracks."""
        counts = np.bincount(self.tracks.labels, minlength=len(self.tracks.genres))
        return dict(zip(self.tracks.genres, counts.tolist(), strict=True))

    def split(self, parts: Sequence[str], path: Path) -> Labelled:
        """Return the same with the test part of an official split marked.

        Args:
            parts: of each track; "" where there is no split.
            path: where the tracks come from.

        Raises:
            CannotTrain: too little is left to train on.
        """
        if not any(parts):
            return self
        marked = replace(self, is_test=np.array([part == TEST for part in parts]))
        check_trainable(path, marked.fitted.counts, Advice.KNOWN_SET)
        return marked

    @property
    def fitted(self) -> Labelled:
        """Return the tracks that may be trained on: all but the test part."""
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
        """Return the rows of tracks that are one recording, by their sound."""
        row_of = {name: row for row, name in enumerate(self.tracks.names)}
        return [
            (row_of[pair.path], row_of[pair.other_path])
            for pair in self.near_copies
            if {pair.path, pair.other_path} <= row_of.keys()
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
    def warnings(self) -> tuple[Reason, ...]:
        """Return what makes figures on these tracks less certain."""
        nameless = self.grouping.known_by.get("nothing", 0)
        return (
            *((because("pipeline.without_artist_or_album", count=nameless),) if nameless else ()),
            *near_copy_warnings(self.near_copies),
        )


def analyze_and_label(
    surveyed: Survey, analysis_spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> Labelled:
    """Analyze the files of `surveyed`, which says what genre they are of.

    The tracks come in order of their paths, whichever was analyzed first. Where `analysis_spec`
    asks for mels, the first of them is kept.

    Raises:
        CannotTrain: too little is left to learn from of what could be analyzed.
        FolderVanished: it is no longer there.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    found = surveyed.found
    analyses, problems = _analyzed(surveyed, analysis_spec, ctx, options)
    check_still_there(found.folder)
    files = [file for file in found.files if file.path in analyses]
    same_sound = _near_duplicates([analyses[file.path] for file in files], ctx)
    doubtful = contradicting(files, same_sound)
    certain = [file for row, file in enumerate(files) if row not in doubtful]
    counts = Counter(file.genre for file in certain)
    check_trainable(
        found.folder,
        {genre: counts[genre] for genre in found.genres},
        found.advice,
        copies=len(doubtful),
    )
    grouping = groups_of([file.origin for file in certain], _pairs(files, certain, same_sound))
    return Labelled(
        _labelled(found.genres, certain, [analyses[file.path] for file in certain], grouping),
        grouping,
        tuple(sorted((*problems, *doubtful.values()), key=lambda problem: problem.path)),
        near_copies(files, same_sound),
        files=tuple(certain),
    )


def _analyzed(
    surveyed: Survey, analysis_spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> tuple[dict[str, Analysis], list[FileProblem]]:
    """Return the analyses by path, and the files that there is none of."""
    analyses: dict[str, Analysis] = {}
    problems: list[FileProblem] = []
    files = [surveyed.audio_file(file) for file in surveyed.found.files]
    with closing(analyze(files, analysis_spec, ctx, options)) as outcomes:
        for file, outcome in outcomes:
            if not isinstance(outcome, Analysis):
                problems.append(problem_with(outcome))
            elif Remark.SILENT.value in outcome.remarks:
                problems.append(FileProblem(Path(file.path), because("pipeline.only_silence")))
            else:
                analyses[file.path] = outcome
    return analyses, problems


def _pairs(
    files: Sequence[SortedFile], certain: Sequence[SortedFile], same_sound: Sequence[Pair]
) -> list[Pair]:
    """Return pairs of rows of `files` as rows of `certain`, which are some of these."""
    row_of = {file.path: row for row, file in enumerate(certain)}
    paths = ((files[one].path, files[other].path) for one, other in same_sound)
    return [(row_of[one], row_of[other]) for one, other in paths if {one, other} <= row_of.keys()]


def _near_duplicates(analyses: Sequence[Analysis], ctx: JobContext) -> list[Pair]:
    rows = feature_rows(analyses)
    return [] if rows is None else near_duplicates(rows, ctx.raise_if_cancelled)


def _labelled(
    genres: Sequence[str],
    files: Sequence[SortedFile],
    analyses: Sequence[Analysis],
    grouping: Grouping,
) -> LabelledTracks:
    label_of = {genre: label for label, genre in enumerate(genres)}
    return LabelledTracks(
        names=tuple(file.path for file in files),
        genres=tuple(genres),
        labels=np.array([label_of[file.genre] for file in files], dtype=np.intp),
        groups=grouping.groups,
        features=feature_rows(analyses),
        mels=[analysis.mels[0] for analysis in analyses] if analyses[0].mels else None,
    )


def feature_rows(analyses: Sequence[Analysis]) -> FeatureRows | None:
    """Return what was measured of the sound of all, None where nothing was."""
    rows = [row for analysis in analyses if (row := analysis.row) is not None]
    return np.stack(rows) if rows else None
