"""A study of one or more collections, from surveying them to what to use for folders like these."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.classifiers.encoders import shelf
from musicreclass.core.job import JobContext
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.study.collection_study import StudyExtent, study_collection
from musicreclass.pipeline.study.study_material import StudyMaterial, study_material
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.fit.progress import FITTING, StageContext
from musicreclass.training.study.across import (
    Crossings,
    collection_contrasts,
    crossings,
    of_genres,
    shared_genres,
)
from musicreclass.training.study.study_result import Study
from musicreclass.training.study.ways import LINEAR, OwnEncoder, StudyColumns, plain_heads


def run_study(
    sources: Sequence[FolderSource],
    extent: StudyExtent,
    ctx: JobContext,
    encoders: Sequence[str] = (),
) -> Study:
    """Return what can be found out about collections, each a folder of genre folders.

    Nothing that is fitted is kept; what is measured of tracks is, in the cache.

    Args:
        encoders: names of a person's own, whose layers are compared with all else.

    Raises:
        UsageProblem: a folder is none, or there is no such encoder.
        ClassifierFileProblem: the files of an encoder are gone, or others by now.
        CannotTrain: in one of them there is too little music, or one genre only.
        CannotSplit: all of one is by one artist or of one album.
        Cancelled: the user stopped; what was measured is kept in the cache.
    """
    started = time.monotonic()
    columns = StudyColumns.of(all_features(), [_own(name) for name in encoders])
    centres_hz = mel_centres_hz(columns.mels[-1]).tolist()
    materials = [study_material(source, columns, ctx, centres_hz) for source in sources]
    materials = _told_apart(materials, sources)
    studied = tuple(study_collection(m, columns, centres_hz, extent, ctx) for m in materials)
    pairs = list(combinations(materials, 2))
    across = [_across(one, other, columns, extent, ctx) for one, other in pairs]
    remarks: tuple[Reason, ...] = ()
    if columns.features.encoder is None:
        remarks = (because("study.without_encoder"),)
    remarks += tuple(
        because("study.nothing_shared", first=one.name, second=other.name)
        for (one, other), found in zip(pairs, across, strict=True)
        if found is None
    )
    return Study(
        studied,
        tuple(found for found in across if found is not None),
        extent.is_quick,
        extent.seed,
        round(time.monotonic() - started, 3),
        remarks,
    )


def _own(name: str) -> OwnEncoder:
    found = shelf.find(name)
    shelf.check_marks(found)
    return OwnEncoder(found.name, found.spec, found.card.parts(), found.card.columns)


def _told_apart(
    materials: Sequence[StudyMaterial], sources: Sequence[FolderSource]
) -> list[StudyMaterial]:
    """Return the collections, by their whole paths where two folders are called the same."""
    names = [material.name for material in materials]
    return [
        replace(material, name=str(source.path)) if names.count(material.name) > 1 else material
        for material, source in zip(materials, sources, strict=True)
    ]


def _across(
    one: StudyMaterial,
    other: StudyMaterial,
    columns: StudyColumns,
    extent: StudyExtent,
    ctx: JobContext,
) -> Crossings | None:
    """Return what is learned from either about the other; None where they share too little."""
    genres = shared_genres(one.tracks, other.tracks)
    if not genres:
        return None
    (first, of_first), (second, of_second) = (of_genres(m.tracks, genres) for m in (one, other))
    members = [member for member, _ in plain_heads(columns) if member.name.endswith(LINEAR)]
    names = one.name, other.name
    facts = (
        {name: values[of_first] for name, values in one.facts.items()},
        {name: values[of_second] for name, values in other.facts.items()},
    )
    return Crossings(
        *names,
        genres,
        (len(first), len(second)),
        crossings(
            names,
            (first, second),
            members,
            StageContext(ctx, FITTING),
            n_folds=extent.n_folds,
            seed=extent.seed,
        ),
        collection_contrasts(facts, (first.groups, second.groups)),
    )
