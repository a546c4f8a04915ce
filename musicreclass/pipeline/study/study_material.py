"""Material of a study: the tracks of a collection with all columns, their mels and facts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.audio.features.stft import FRAME
from musicreclass.core.analysis import Analysis, AnalysisSpec, PictureSpec, PieceSpec
from musicreclass.core.job import JobContext
from musicreclass.core.location import readable
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze, kept
from musicreclass.pipeline.datasets.dataset import AudioDataset
from musicreclass.pipeline.datasets.labelling import Labelled
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.study.told_groups import regrouped, told_groups
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.fit.progress import ANALYZING, READING, StageContext
from musicreclass.training.study.ways import StudyColumns

FAINTEST_DB = -60.0  # below the loudest band: as good as silence
# The 518 measure loudness of spectra, whose bins hold the power of a whole Hann window.
SPECTRAL_GAIN_DB = 10.0 * np.log10(0.375 * FRAME)
YEAR = re.compile(r"(?:19|20)\d\d")
LEVEL, TOP, ROLLOFF, SECONDS, ERA = "level", "top", "rolloff", "seconds", "year"

Values = npt.NDArray[np.float32]  # shape (n_tracks,)


@dataclass(frozen=True, slots=True, eq=False)
class StudyMaterial:
    """The tracks of a collection, ready to be studied."""

    name: str
    dataset: AudioDataset
    labelled: Labelled
    tracks: LabelledTracks  # with all columns of the study, and the mels that networks look at
    facts: Mapping[str, Values]

    @property
    def files(self) -> list[AudioFileRef]:
        """Return where the tracks are, in their order."""
        return [self.dataset.surveyed.audio_file(file) for file in self.labelled.files]

    def tracks_for(self, picture: PictureSpec | None, ctx: JobContext) -> LabelledTracks:
        """Return the tracks with what a network looks at: mels, or raw sound in their place.

        Raises:
            Cancelled: the user stopped; what was analyzed is kept in the cache.
        """
        if not isinstance(picture, PieceSpec):
            return self.tracks
        spec = AnalysisSpec(features=False, mels=(picture,))
        analyses = _again(self.files, spec, ctx, self.dataset.options)
        return replace(self.tracks, mels=[one.mels[0] for one in analyses])

    def titles(self) -> Sequence[str]:
        """Return what each track is called: by its tags, else by its file."""
        found = []
        for file in self.labelled.files:
            tags = file.facts.tags
            named = " - ".join(text for text in (tags.artist, tags.title) if text)
            found.append(named or readable("/".join(Path(file.path).parts[-2:])))
        return found


def study_material(
    source: FolderSource, columns: StudyColumns, ctx: JobContext, centres_hz: Sequence[float]
) -> StudyMaterial:
    """Survey and analyze a folder of genre folders.

    Args:
        centres_hz: of the bands of the last mel of `columns`.

    Raises:
        UsageProblem: the folder is none.
        CannotTrain: there is too little music, or one genre only.
        CannotSplit: all of it is by one artist or of one album.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    dataset = source.survey(StageContext(ctx, READING))
    labelled = dataset.analyze(columns.needs, StageContext(ctx, ANALYZING))
    told = told_groups(source.path)
    grouping = regrouped(labelled.tracks.names, labelled.grouping, told)
    labelled = replace(
        labelled, grouping=grouping, tracks=replace(labelled.tracks, groups=grouping.groups)
    )
    files = [dataset.surveyed.audio_file(file) for file in labelled.files]
    analyses = _again(files, columns.needs, ctx, source.options)
    rows = np.stack([columns.row(analysis, columns.needs) for analysis in analyses])
    for own in columns.own:
        of_own = _again(files, own.needs, StageContext(ctx, ANALYZING), source.options)
        said = np.stack([columns.row(analysis, own.needs) for analysis in of_own])
        rows = np.where(np.isnan(rows), said, rows)
    tracks = replace(labelled.tracks, features=rows, mels=[one.mels[-1] for one in analyses])
    facts = _facts(labelled, analyses, columns, np.asarray(centres_hz))
    name = readable(source.path.absolute().name)
    return StudyMaterial(name, dataset, labelled, tracks, facts)


def _again(
    files: Sequence[AudioFileRef], spec: AnalysisSpec, ctx: JobContext, options: AnalysisOptions
) -> list[Analysis]:
    """Return the analyses, as kept where they are; what the cache lacks or has lost is made."""
    found: dict[str, Analysis] = {}
    missing = []
    for file in files:
        ctx.raise_if_cancelled()
        analysis = kept(file, spec, options)
        if analysis is None:
            missing.append(file)
        else:
            found[file.path] = analysis
    with closing(analyze(missing, spec, ctx, options)) as outcomes:
        for file, outcome in outcomes:
            if not isinstance(outcome, Analysis):
                raise outcome
            found[file.path] = outcome
    return [found[file.path] for file in files]


def _facts(
    labelled: Labelled, analyses: Sequence[Analysis], columns: StudyColumns, centres_hz: Values
) -> Mapping[str, Values]:
    """Return what collections may differ in, apart from their music."""
    index = {name: i for i, name in enumerate(columns.features.columns)}
    level, rolloff = index["rmse.mean.01"], index["spectral_rolloff.median.01"]
    sound = [one.features for one in analyses if one.features is not None]
    loudness = np.array([row[level] for row in sound])
    found = {
        LEVEL: 20.0 * np.log10(np.maximum(loudness, 1e-6)) - SPECTRAL_GAIN_DB,
        TOP: np.array([_top_hz(one, centres_hz) for one in analyses]),
        ROLLOFF: np.array([row[rolloff] for row in sound]),
        SECONDS: np.array([one.total_seconds or np.nan for one in analyses]),
        ERA: np.array([_year(file.facts.tags.year) for file in labelled.files]),
    }
    return {name: values.astype(np.float32) for name, values in found.items()}


def _top_hz(analysis: Analysis, centres_hz: Values) -> float:
    """Return the highest frequency at which there is sound, as far as mels show it."""
    bands = analysis.mels[-1].astype(np.float32).max(axis=1)
    return float(centres_hz[np.flatnonzero(bands >= FAINTEST_DB).max(initial=0)])


def _year(text: str) -> float:
    found = YEAR.search(text)
    return float(found[0]) if found else np.nan
