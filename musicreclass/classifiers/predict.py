"""Predictions of a bundle's classifiers for one track: cheap ones first, others where needed.

One track at a time, and every network by itself: a score never depends on other tracks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.kinds.network import Network
from musicreclass.classifiers.spec import FeatureRow, UnfitSound
from musicreclass.core.analysis import Analysis, EncodedPatches, Picture, PictureSpec, PieceSpec
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.sentences.reason import Reason, because, together

Answered = Mapping[str, Prediction]  # by classifier
IsEnough = Callable[[Answered], bool]


@dataclass(frozen=True, slots=True, eq=False)
class TrackPredictions:
    """What was said of a track, and what was not."""

    predictions: tuple[Prediction, ...]  # in the order of the bundle
    problems: tuple[Reason, ...] = ()  # one for each classifier that could not answer
    spared: tuple[str, ...] = ()  # classifiers that were not asked any more


def predict(
    bundle: Bundle,
    analysis: Analysis,
    *,
    is_silent: bool = False,
    is_enough: IsEnough | None = None,
) -> TrackPredictions:
    """Return what the classifiers of `bundle` say of a track.

    Of silence nobody is asked: all genres are equally likely, for nothing speaks for any.

    Args:
        analysis: as `bundle.needs` has it.
        is_enough: asked once the classifiers of features have answered; where it says so, those
            that look at whole mels, which take many times as long, are spared.

    Raises:
        UnfitSound: no classifier can answer.
    """
    if is_silent:
        return TrackPredictions(tuple(_of_silence(bundle, c, analysis) for c in bundle.classifiers))
    found: dict[str, Prediction] = {}
    problems: list[Reason] = []
    cheap_first = sorted(bundle.classifiers, key=lambda c: not c.is_cheap)
    for index, classifier in enumerate(cheap_first):
        may_stop = index > 0 and cheap_first[index - 1].is_cheap and not classifier.is_cheap
        if may_stop and found and is_enough is not None and is_enough(found):
            break
        try:
            found[classifier.name] = _prediction(bundle, classifier, analysis)
        except UnfitSound as problem:
            problems.append(because("said.of_file", name=classifier.name, reason=problem.reason))
    if not found:
        raise UnfitSound(together(problems))
    asked = len(found) + len(problems)
    said = tuple(found[c.name] for c in bundle.classifiers if c.name in found)
    return TrackPredictions(said, tuple(problems), tuple(c.name for c in cheap_first[asked:]))


def _prediction(bundle: Bundle, classifier: Classifier, analysis: Analysis) -> Prediction:
    network = classifier.network
    spec = network.config.mel
    mel = None if spec is None else _mel(bundle, analysis, spec)
    features = None if network.config.measured is None else _measured(analysis, network)
    answer = network.answer(features, mel)
    segments, starts = answer.segment_log_probs, answer.segment_starts
    patches = analysis.encoded if network.is_of_patches else None
    return Prediction(
        classifier.name,
        bundle.genres,
        answer.log_probs,
        segments=segments if patches is None else _of_patches(network, patches),
        embedding=answer.embedding,
        seconds_analyzed=analysis.seconds,
        starts=patches.starts
        if patches
        else ()
        if spec is None
        else _starts(analysis, spec, starts),
    )


def _of_patches(network: Network, patches: EncodedPatches) -> npt.NDArray[np.float32]:
    """Return the log-probabilities of each patch by itself, shape (n_patches, n_genres)."""
    return np.stack([network.answer(_padded(network, row)).log_probs for row in patches.rows])


def _measured(analysis: Analysis, network: Network) -> FeatureRow:
    wanted = network.config.measured
    if wanted is not None and wanted.encoder is not None and analysis.encoded is None:
        raise UnfitSound(because("classifiers.encoder_absent"))
    if analysis.features is None and analysis.encoded is not None and network.is_of_patches:
        return _padded(network, analysis.encoded.row)
    row = analysis.row
    if row is None:
        raise UnfitSound(because("classifiers.no_features"))
    return row


def _padded(network: Network, encoded: FeatureRow) -> FeatureRow:
    """Return the encoder's columns behind as many empty ones as there are of the sound."""
    wanted = network.config.measured
    missing = 0 if wanted is None else wanted.sound_count
    return np.pad(encoded, (missing, 0), constant_values=np.nan)


def _mel(bundle: Bundle, analysis: Analysis, spec: PictureSpec) -> Picture:
    index = bundle.mels.index(spec)
    if index >= len(analysis.mels):
        raise UnfitSound(because("classifiers.no_mel"))
    return analysis.mels[index]


def _starts(analysis: Analysis, spec: PictureSpec, frames: Sequence[int]) -> tuple[float, ...]:
    """Return where segments begin, in seconds into the file."""
    if isinstance(spec, PieceSpec):
        pieces = spec.spread(len(frames), round(analysis.seconds * spec.sample_rate))
        found = (start + frame for start, frame in zip(pieces, frames, strict=True))
        return tuple(analysis.start_seconds + one / spec.sample_rate for one in found)
    first = analysis.start_seconds + spec.keep_from * spec.hop / spec.sample_rate
    return tuple(first + frame / spec.frames_per_second for frame in frames)


def _of_silence(bundle: Bundle, classifier: Classifier, analysis: Analysis) -> Prediction:
    n_genres = len(bundle.genres)
    scores = np.full(n_genres, -np.log(n_genres), dtype=np.float32)
    return Prediction(
        classifier.name, bundle.genres, scores, seconds_analyzed=analysis.seconds, is_silent=True
    )
