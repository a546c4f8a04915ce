"""What there is to learn from, wherever it comes from: looked through first, heard later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from musicreclass.classifiers.bundle import ClipSpec
from musicreclass.classifiers.spec import FeatureSet
from musicreclass.core.analysis import AnalysisSpec
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.augmented_copies import AugmentedCopies, augment_copies
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.labelling import Labelled, analyze_and_label
from musicreclass.pipeline.datasets.mapping_file import write_mapping
from musicreclass.pipeline.datasets.survey import (
    DecidedFiles,
    Survey,
    decided_files,
    survey,
    survey_of_decisions,
)
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.split import check_splittable
from musicreclass.training.make import TrainingPlan
from musicreclass.training.sources.mapping import GenreMapping
from musicreclass.training.sources.trainable import check_trainable

Analyze = Callable[[AnalysisSpec, JobContext], Labelled]
Wanted = Mapping[AudioAugmentation, int]  # copies of each track
Play = Callable[[Labelled, AnalysisSpec, Wanted, int, JobContext], AugmentedCopies]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Tracks of known genres, not heard yet."""

    place: Path  # what it was found in
    analyze_file: Analyze
    features: FeatureSet  # what the columns of its tracks are
    play: Play | None = None  # None where there are features alone
    clip: ClipSpec = field(default_factory=ClipSpec)  # the seconds that they tell of
    warnings: tuple[str, ...] = ()
    left_out: tuple[FileProblem, ...] = ()

    @property
    def has_sound(self) -> bool:
        return self.play is not None

    def suited(self, plan: TrainingPlan) -> TrainingPlan:
        """Return the plan for classifiers that hear what was measured here."""
        return plan if self.has_sound else replace(plan, clip=self.clip)

    def heard(self, analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        """Return the tracks with what `analysis_spec` asks for.

        Raises:
            UsageProblem: mels are asked for, and there is no sound.
            CannotTrain: of what could be heard too little is left to learn from.
            Cancelled: the user stopped; what was heard is kept in the cache.
        """
        if analysis_spec.mels and not self.has_sound:
            raise UsageProblem(
                f"{self.place} holds numbers and no sound, which is enough for the preset quick; "
                "choose that, or give the folder of the audio, too."
            )
        return self.analyze_file(analysis_spec, ctx)

    def played(
        self,
        labelled: Labelled,
        analysis_spec: AnalysisSpec,
        wanted: Wanted,
        seed: int,
        ctx: JobContext,
    ) -> AugmentedCopies:
        """Return copies of the tracks, played otherwise and heard as these were.

        Raises:
            UsageProblem: copies are asked for, and there is no sound.
            Cancelled: the user stopped; what was heard is kept in the cache.
        """
        if not wanted:
            return AugmentedCopies()
        if self.play is None:
            raise UsageProblem(
                f"{self.place} holds numbers and no sound, which cannot be played otherwise; "
                "leave copies at 0, or give the folder of the audio, too."
            )
        return self.play(labelled, analysis_spec, wanted, seed, ctx)


Gather = Callable[[JobContext], Material]


def folder_material(
    folder: Path,
    ctx: JobContext,
    analysis_options: AnalysisOptions,
    *,
    mapping: GenreMapping | None = None,
    save_mapping: Path | None = None,
    by_folders: bool = True,
    by_tags: bool = False,
    library_file: Path | None = None,
) -> Material:
    """Return the music in `folder`, whose folders, tags or reviewer say which genre it is of.

    Args:
        save_mapping: where the table of folders and genres is written to.
        library_file: what was decided there counts before all else, and beside the folder.

    Raises:
        UsageProblem: `folder` is none, `mapping` was made for another, or cannot be saved.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped.
    """
    decided = DecidedFiles() if library_file is None else decided_files(library_file, ctx)
    surveyed = survey(
        folder,
        ctx,
        workers=analysis_options.workers,
        mapping=mapping,
        by_folders=by_folders,
        by_tags=by_tags,
        decided=decided,
    )
    if save_mapping is not None:
        write_mapping(surveyed.found.mapping, save_mapping)
    return survey_material(surveyed, analysis_options)


def library_material(
    library_file: Path, ctx: JobContext, analysis_options: AnalysisOptions
) -> Material:
    """Return what a person has accepted, changed or written in a library.

    Raises:
        CannotTrain: that is too little, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped.
    """
    return survey_material(
        survey_of_decisions(library_file, decided_files(library_file, ctx)), analysis_options
    )


def survey_material(surveyed: Survey, analysis_options: AnalysisOptions) -> Material:
    """Return what was looked through, where it suffices.

    Raises:
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
    """
    found = surveyed.found
    check_trainable(found.folder, found.counts, found.advice)
    check_splittable(groups_of([file.origin for file in found.files]).groups)

    def analyze_file(analysis_spec: AnalysisSpec, ctx: JobContext) -> Labelled:
        return analyze_and_label(surveyed, analysis_spec, ctx, analysis_options)

    def play(
        labelled: Labelled, analysis_spec: AnalysisSpec, wanted: Wanted, seed: int, ctx: JobContext
    ) -> AugmentedCopies:
        return augment_copies(
            labelled.tracks,
            [surveyed.audio_file(file) for file in labelled.files],
            analysis_spec,
            wanted,
            ctx,
            analysis_options,
            seed=seed,
        )

    return Material(
        found.folder,
        analyze_file,
        measured_features(),
        play=play,
        warnings=found.warnings,
        left_out=found.left_out,
    )
