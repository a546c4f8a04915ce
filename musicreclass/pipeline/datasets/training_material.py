"""What there is to learn from, wherever it comes from: looked through first, heard later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from musicreclass.classifiers.bundle import Listened
from musicreclass.classifiers.spec import FeatureSet
from musicreclass.core.analysis import Hearing
from musicreclass.core.job import JobContext
from musicreclass.errors import FileProblem, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import HeardCache
from musicreclass.pipeline.analysis.augmented_copies import Played, play_otherwise
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.decided_files import DecidedFiles, decided_files
from musicreclass.pipeline.datasets.genre_folders import Survey, survey, survey_of_decisions
from musicreclass.pipeline.datasets.labelling import Labelled, listen_and_label
from musicreclass.pipeline.datasets.mapping_file import write_mapping
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.training.config import Playing
from musicreclass.training.data.grouping import groups_of
from musicreclass.training.data.split import check_splittable
from musicreclass.training.make import Plan
from musicreclass.training.sources.enough import check_trainable
from musicreclass.training.sources.mapping import GenreMapping

Hear = Callable[[Hearing, JobContext], Labelled]
Wanted = Mapping[Playing, int]  # copies of each track
Play = Callable[[Labelled, Hearing, Wanted, int, JobContext], Played]


@dataclass(frozen=True, slots=True)
class Ears:
    """How files are listened to."""

    cache: HeardCache
    workers: int = 0  # processes; 0 is one for each core
    log: Path | None = None  # where decoders print to


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Tracks of known genres, not heard yet."""

    place: Path  # what it was found in
    hear: Hear
    features: FeatureSet  # what the columns of its tracks are
    play: Play | None = None  # None where there are features alone
    listened: Listened = field(default_factory=Listened)  # the seconds that they tell of
    warnings: tuple[str, ...] = ()
    left_out: tuple[FileProblem, ...] = ()

    @property
    def has_sound(self) -> bool:
        return self.play is not None

    def suited(self, plan: Plan) -> Plan:
        """Return the plan for classifiers that hear what was measured here."""
        return plan if self.has_sound else replace(plan, listened=self.listened)

    def heard(self, hearing: Hearing, ctx: JobContext) -> Labelled:
        """Return the tracks with what `hearing` asks for.

        Raises:
            UsageProblem: mels are asked for, and there is no sound.
            CannotTrain: of what could be heard too little is left to learn from.
            Cancelled: the user stopped; what was heard is kept in the cache.
        """
        if hearing.mels and not self.has_sound:
            raise UsageProblem(
                f"{self.place} holds numbers and no sound, which is enough for the preset quick; "
                "choose that, or give the folder of the audio, too."
            )
        return self.hear(hearing, ctx)

    def played(
        self, labelled: Labelled, hearing: Hearing, wanted: Wanted, seed: int, ctx: JobContext
    ) -> Played:
        """Return copies of the tracks, played otherwise and heard as these were.

        Raises:
            UsageProblem: copies are asked for, and there is no sound.
            Cancelled: the user stopped; what was heard is kept in the cache.
        """
        if not wanted:
            return Played()
        if self.play is None:
            raise UsageProblem(
                f"{self.place} holds numbers and no sound, which cannot be played otherwise; "
                "leave copies at 0, or give the folder of the audio, too."
            )
        return self.play(labelled, hearing, wanted, seed, ctx)


Gather = Callable[[JobContext], Material]


def folder_material(
    folder: Path,
    ctx: JobContext,
    ears: Ears,
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
        workers=ears.workers,
        mapping=mapping,
        by_folders=by_folders,
        by_tags=by_tags,
        decided=decided,
    )
    if save_mapping is not None:
        write_mapping(surveyed.found.mapping, save_mapping)
    return survey_material(surveyed, ears)


def library_material(library_file: Path, ctx: JobContext, ears: Ears) -> Material:
    """Return what a person has accepted, changed or written in a library.

    Raises:
        CannotTrain: that is too little, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped.
    """
    return survey_material(
        survey_of_decisions(library_file, decided_files(library_file, ctx)), ears
    )


def survey_material(surveyed: Survey, ears: Ears) -> Material:
    """Return what was looked through, where it suffices.

    Raises:
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
    """
    found = surveyed.found
    check_trainable(found.folder, found.counts, found.advice)
    check_splittable(groups_of([file.origin for file in found.files]).groups)

    def hear(hearing: Hearing, ctx: JobContext) -> Labelled:
        return listen_and_label(
            surveyed,
            hearing,
            ctx,
            cache=ears.cache,
            workers=ears.workers or default_workers(),
            log=ears.log,
        )

    def play(
        labelled: Labelled, hearing: Hearing, wanted: Wanted, seed: int, ctx: JobContext
    ) -> Played:
        return play_otherwise(
            labelled.tracks,
            [surveyed.listenable(file) for file in labelled.files],
            hearing,
            wanted,
            ctx,
            seed=seed,
            cache=ears.cache,
            workers=ears.workers or default_workers(),
            log=ears.log,
        )

    return Material(
        found.folder,
        hear,
        measured_features(),
        play=play,
        warnings=found.warnings,
        left_out=found.left_out,
    )
