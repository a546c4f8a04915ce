"""Datasets to train on: surveyed by their sources first, analyzed once that is worth the hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, Protocol

import numpy as np

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.augmented_copies import AugmentedCopies, augment_copies
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.pipeline.datasets.labelling import Labelled, analyze_and_label
from musicreclass.pipeline.datasets.survey import Survey
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.data.duplicates import near_duplicates
from musicreclass.training.data.grouping import Origin, groups_of
from musicreclass.training.data.labelled_tracks import FeatureRows, LabelledTracks
from musicreclass.training.sources.trainable import Advice, check_trainable

Copies = Mapping[AudioAugmentation, int]  # how many of each track


class Dataset(Protocol):
    """Tracks of known genres that were surveyed, and not analyzed yet."""

    @property
    def path(self) -> Path:
        """Return the folder or file that it was found in."""

    @property
    def features(self) -> FeatureSet:
        """Return what the columns of its features are."""

    @property
    def clip(self) -> ClipSpec | None:
        """Return the seconds that its features were measured on; None: whichever are wanted."""

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """Return what makes figures on it less certain."""

    @property
    def left_out(self) -> tuple[FileProblem, ...]:
        """Return the files that it lacks, and why."""

    def analyze(self, analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        """Return the tracks with what `analysis_spec` asks for.

        Raises:
            UsageProblem: mels are asked for, and there is no sound.
            CannotTrain: too little is left to learn from of what could be analyzed.
            Cancelled: the user stopped; what was analyzed is kept in the cache.
        """

    def augment(
        self,
        labelled: Labelled,
        analysis_spec: AnalysisSpec,
        copies: Copies,
        seed: int,
        ctx: JobContext,
    ) -> AugmentedCopies:
        """Return augmented copies of the tracks, analyzed as these were.

        Raises:
            UsageProblem: there is no sound.
            Cancelled: the user stopped; what was analyzed is kept in the cache.
        """


@dataclass(frozen=True, slots=True, eq=False)
class AudioDataset:
    """Audio files that were surveyed."""

    surveyed: Survey
    options: AnalysisOptions
    part_of: Mapping[str, str] = field(default_factory=dict)  # path -> part of an official split
    split_warnings: tuple[Reason, ...] = ()

    @property
    def path(self) -> Path:
        return self.surveyed.found.folder

    @property
    def features(self) -> FeatureSet:
        return all_features()

    @property
    def clip(self) -> None:
        return None

    @property
    def warnings(self) -> tuple[Reason, ...]:
        return (*self.surveyed.found.warnings, *self.split_warnings)

    @property
    def left_out(self) -> tuple[FileProblem, ...]:
        return self.surveyed.found.left_out

    def analyze(self, analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        labelled = analyze_and_label(self.surveyed, analysis_spec, ctx, self.options)
        parts = [self.part_of.get(name, "") for name in labelled.tracks.names]
        return labelled.split(parts, self.path)

    def augment(
        self,
        labelled: Labelled,
        analysis_spec: AnalysisSpec,
        copies: Copies,
        seed: int,
        ctx: JobContext,
    ) -> AugmentedCopies:
        files = [self.surveyed.audio_file(file) for file in labelled.files]
        return augment_copies(
            labelled.tracks, files, analysis_spec, copies, ctx, self.options, seed=seed
        )


@dataclass(frozen=True, slots=True)
class NamedTrack:
    """A track of a known data set, as its tables describe it."""

    name: str  # a path, or what the data set calls it
    genre: str
    artist: str = ""
    album: str = ""
    part: str = ""  # of the official split; "" where there is none


@dataclass(frozen=True, slots=True, eq=False)
class FeatureDataset:
    """Tracks of which there are features alone, measured by somebody else."""

    path: Path
    tracks: Sequence[NamedTrack]
    rows: FeatureRows  # of the tracks, in their order
    features: FeatureSet
    clip: ClipSpec = field(default_factory=ClipSpec)
    warnings: tuple[Reason, ...] = ()
    left_out: tuple[FileProblem, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Return genre -> tracks, by name."""
        counts = Counter(track.genre for track in self.tracks)
        return {genre: counts[genre] for genre in sorted(counts, key=str.casefold)}

    def check(self) -> None:
        """Make sure that it can be trained on.

        Raises:
            CannotTrain: there are too few tracks, or one genre only.
        """
        check_trainable(self.path, self.counts, Advice.KNOWN_SET)

    def analyze(self, analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        encoder = analysis_spec.encoder
        if analysis_spec.mels or (encoder is not None and encoder.wave is not None):
            raise UsageProblem(because("pipeline.features_only", path=self.path))
        genres = tuple(self.counts)
        same = near_duplicates(self.rows, ctx.raise_if_cancelled)
        grouping = groups_of([Origin(artist=t.artist, album=t.album) for t in self.tracks], same)
        labels = np.array([genres.index(track.genre) for track in self.tracks], dtype=np.intp)
        names = tuple(track.name for track in self.tracks)
        tracks = LabelledTracks(names, genres, labels, grouping.groups, self.rows)
        parts = [track.part for track in self.tracks]
        return Labelled(tracks, grouping, ()).split(parts, self.path)

    def augment(self, *_: object, **__: object) -> NoReturn:
        raise UsageProblem(because("pipeline.features_cannot_be_augmented", path=self.path))
