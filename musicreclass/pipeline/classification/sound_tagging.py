"""Sound tags of tracks: read out of what the encoder said, and given by a tagger of one's own.

A tagger's raw answers are kept in the library as those of classifiers are, under the digest of its
file. Those of the encoder are read anew from its rows, so that new rules need no new inference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers import tagger as taggers
from musicreclass.classifiers.runtime import one_thread
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.classifiers.tagger import Tagger
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import Analysis, AnalysisSpec, Features
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.job import JobContext
from musicreclass.core.sound_tags import (
    DIGITS,
    SoundTags,
    TagBatch,
    TagReader,
    TagScore,
    TrackTags,
)
from musicreclass.library.encodings import EncodedRow
from musicreclass.library.predictions import ScoredBatch, ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.classification.loaded_classifier import digest_of, measured_features
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.sentences.reason import because

TAGGER = "tagger"  # the name under which a library keeps answers
LOWEST = 1e-7  # chance that is kept; of nothing there is no logarithm
BATCH = 500  # tracks that are tagged between two commits

Chances = npt.NDArray[np.float32]  # shape (n_tags,)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedTagger:
    """A tagger, and what its answers are kept under."""

    tagger: Tagger
    digest: str

    def chances(self, features: Features) -> Chances:
        """Return the chance of each tag for one track.

        Raises:
            UnfitSound: numbers are missing.
        """
        return np.asarray(taggers.tag_probabilities(self.tagger.network, features[None])[0])

    def prediction(self, features: Features, seconds: float) -> Prediction:
        """Return what a library keeps of its answer."""
        scores = np.log(np.maximum(self.chances(features), LOWEST))
        return Prediction(
            TAGGER, self.tagger.tags, scores.astype(np.float32), seconds_analyzed=seconds
        )

    def tags_of(self, chances: Chances) -> TrackTags:
        """Return the tags of one track, by the names of the vocabulary where it knows them."""
        vocabulary, found = SoundTags.shipped(), dict[str, TagScore]()
        for i in np.argsort(-chances, kind="stable"):
            tag_id = vocabulary.of_magnatagatune(self.tagger.tags[i])
            score = round(float(chances[i]), DIGITS)
            is_given = bool(chances[i] >= self.tagger.thresholds[i])
            before = found.get(tag_id, TagScore(tag_id, score))
            found[tag_id] = replace(before, is_shown=before.is_shown or is_given)
        return TrackTags(tuple(found.values()))


@dataclass(frozen=True, slots=True, eq=False)
class SoundTagging:
    """Whoever gives sound tags: the encoder in the box, and a tagger where one is in use."""

    encoder: str = ""  # digest of its weights
    reader: TagReader | None = None  # None without an encoder that can be used
    own: LoadedTagger | None = None

    def of_analysis(self, analysis: Analysis, encoded: EncodedRow | None) -> TrackTags:
        """Return the tags of a track that was just analyzed.

        Raises:
            UnfitSound: numbers are missing of which the tagger makes its tags.
        """
        given = []
        if self.reader is not None and encoded is not None and encoded.encoder == self.encoder:
            given.append(self.reader.tags_of(encoded.values))
        if self.own is not None and analysis.features is not None:
            given.append(self.own.tags_of(self.own.chances(analysis.features)))
        return SoundTags.shipped().joined(*given)

    def of_tracks(self, library: Library, track_ids: Sequence[int]) -> dict[int, TrackTags]:
        """Return the tags of those of some tracks that were analyzed, by id."""
        given: dict[int, list[TrackTags]] = {}
        if self.reader is not None:
            batch = library.encodings.of_tracks(self.encoder, track_ids)
            for track_id, row in zip(batch.track_ids, batch.rows, strict=True):
                given.setdefault(track_id, []).append(self.reader.tags_of(row))
        if self.own is not None:
            for scored in library.predictions.of_tracks(self.own.digest, track_ids):
                for track_id, tags in self._own_tags(scored):
                    given.setdefault(track_id, []).append(tags)
        return {i: SoundTags.shipped().joined(*sources) for i, sources in given.items()}

    def batches(self, library: Library) -> Iterator[TagBatch]:
        """Yield which tags are shown of all tracks that were analyzed; equal ones are one."""
        vocabulary, one_of = SoundTags.shipped(), dict[tuple[str, ...], tuple[str, ...]]()
        own = dict(self._own_shown(library))
        rows = () if self.reader is None else library.encodings.batches(self.encoder)
        for batch in rows:
            assert self.reader is not None
            pairs = []
            for track_id, shown in zip(batch.track_ids, self.reader.shown(batch.rows), strict=True):
                if more := own.pop(track_id, ()):
                    shown = vocabulary.added(shown, more)
                pairs.append((track_id, one_of.setdefault(shown, shown)))
            yield TagBatch(pairs)
        if own:
            yield TagBatch([(i, one_of.setdefault(shown, shown)) for i, shown in own.items()])

    def _own_shown(self, library: Library) -> Iterator[tuple[int, tuple[str, ...]]]:
        vocabulary = SoundTags.shipped()
        if self.own is not None:
            for batch in library.predictions.batches(self.own.digest):
                for track_id, tags in self._own_tags(batch):
                    yield track_id, vocabulary.added((), [one.id for one in tags.shown])

    def _own_tags(self, batch: ScoredBatch) -> Iterator[tuple[int, TrackTags]]:
        said = batch.columns.by_classifier[TAGGER]
        if self.own is not None and said.genres == self.own.tagger.tags:
            for track_id, scores in zip(batch.track_ids, said.scores, strict=True):
                yield track_id, self.own.tags_of(np.exp(scores))


def load_sound_tagging(tagger_file: Path | None) -> SoundTagging:
    """Return who gives sound tags.

    Raises:
        ClassifierFileProblem: the tagger's file is none, damaged, or wants other features.
    """
    own = None if tagger_file is None else load_tagger(tagger_file)
    try:
        encoder = encoders.of_the_box()
    except ClassifierFileProblem:
        return SoundTagging(own=own)
    return SoundTagging(encoder.digest, _reader(encoder), own)


def usable_sound_tagging(tagger_file: Path | None) -> SoundTagging:
    """Return who gives sound tags, without a tagger that cannot be used.

    What is wrong with it is said by whoever was to ask it.
    """
    try:
        return load_sound_tagging(tagger_file)
    except ClassifierFileProblem:
        return load_sound_tagging(None)


def load_tagger(path: Path) -> LoadedTagger:
    """Return the tagger in a file; the one that was loaded last is kept.

    Raises:
        ClassifierFileProblem: it is no tagger, damaged, or wants other features than are measured.
    """
    try:
        stat = path.stat()
    except OSError:
        return _loaded_tagger(path)  # which says what is wrong
    return _loaded_tagger(path, stat.st_ino, stat.st_size, stat.st_mtime_ns)


def tag_library(
    library: Library,
    loaded: LoadedTagger,
    spec: AnalysisSpec,
    ctx: JobContext,
    options: AnalysisOptions,
) -> None:
    """Have a tagger answer for all tracks that it has not answered for, and keep its answers.

    Tracks that cannot be decoded are passed over: whoever classified them has said so.

    Args:
        spec: of an analysis that others want anyhow, so that it is in the cache.

    Raises:
        Cancelled: the user stopped; what was tagged until then is kept.
    """
    tracks = {str(track.path): track for track in library.predictions.unscored(loaded.digest)}
    files = [AudioFileRef(path, t.stamp, t.fingerprint) for path, t in tracks.items()]
    scored: list[ScoredTrack] = []

    def keep() -> None:
        library.predictions.record(loaded.digest, scored, keeps_problems=True)
        scored.clear()

    with one_thread(), closing(analyze(files, features_of(spec), ctx, options)) as outcomes:
        try:
            for file, outcome in outcomes:
                if isinstance(outcome, Analysis) and outcome.features is not None:
                    track = tracks[file.path]
                    with suppress(UnfitSound):
                        said = loaded.prediction(outcome.features, outcome.seconds)
                        scored.append(ScoredTrack(track.id, track.stamp, (said,)))
                if len(scored) >= BATCH:
                    keep()
        finally:
            keep()


def features_of(spec: AnalysisSpec) -> AnalysisSpec:
    """Return an analysis with the features that taggers want: `spec` itself where it has them."""
    return spec if spec.features else replace(spec, features=True, mels=(), encoder=None)


@lru_cache(maxsize=1)
def _loaded_tagger(path: Path, *_as_it_is: int) -> LoadedTagger:
    digest = digest_of(path)
    tagger = taggers.load(path)
    if tagger.network.config.features != measured_features():
        raise ClassifierFileProblem(path, because("pipeline.other_features"))
    return LoadedTagger(tagger, digest)


@lru_cache(maxsize=1)
def _reader(encoder: encoders.Encoder) -> TagReader:
    scaling = encoder.scaling
    return TagReader.of(SoundTags.shipped(), encoder.columns, scaling.centre, scaling.spread)
