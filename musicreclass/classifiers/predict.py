"""What a bundle's classifiers say of one track: the cheap ones first, the others where needed.

One track at a time, and every network by itself: a score never depends on what else is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from musicreclass.classifiers.bundle import Bundle, Classifier, Network
from musicreclass.classifiers.kinds.joint import FeatureRow, JointNetwork
from musicreclass.classifiers.kinds.mlp import FeatureNetwork, FeatureRows
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.classifiers.onnx.run import FeatureRunner, JointRunner, OnnxRunner
from musicreclass.classifiers.spec import FeatureConfig, UnfitSound
from musicreclass.core.analysis import Analysis, LogMel, MelSpec
from musicreclass.core.ensemble.prediction import Prediction

Answered = Mapping[str, Prediction]  # by classifier
IsEnough = Callable[[Answered], bool]
Runners = Mapping[str, OnnxRunner]  # by classifier: who answers in the place of its network

NO_RUNNERS: Runners = MappingProxyType({})


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was said of a track, and what was not."""

    predictions: tuple[Prediction, ...]  # in the order of the bundle
    problems: tuple[str, ...] = ()  # a sentence for each classifier that could not answer
    spared: tuple[str, ...] = ()  # classifiers that were not asked any more


def answers(
    bundle: Bundle,
    analysis: Analysis,
    *,
    is_silent: bool = False,
    is_enough: IsEnough | None = None,
    runners: Runners = NO_RUNNERS,
) -> Answers:
    """Return what the classifiers of `bundle` say of a track.

    Of silence nobody is asked: all genres are equally likely, for nothing speaks for any.

    Args:
        heard: as `bundle.needs` has it.
        is_enough: asked once the classifiers of features have answered; where it says so, those
            that look at whole mels, which take many times as long, are spared.
        runners: from `onnx_choice.runners`, where a person wants onnxruntime to be used.

    Raises:
        UnfitSound: no classifier can answer.
    """
    if is_silent:
        return Answers(tuple(_of_silence(bundle, c, analysis) for c in bundle.classifiers))
    found: dict[str, Prediction] = {}
    problems: list[str] = []
    cheap_first = sorted(bundle.classifiers, key=lambda c: not is_cheap(c))
    for place, classifier in enumerate(cheap_first):
        may_stop = place > 0 and is_cheap(cheap_first[place - 1]) and not is_cheap(classifier)
        if may_stop and found and is_enough is not None and is_enough(found):
            break
        try:
            network = runners.get(classifier.name, classifier.network)
            found[classifier.name] = _prediction(bundle, classifier.name, network, analysis)
        except UnfitSound as problem:
            problems.append(f"{classifier.name}: {problem}")
    if not found:
        raise UnfitSound(" ".join(problems))
    asked = len(found) + len(problems)
    said = tuple(found[c.name] for c in bundle.classifiers if c.name in found)
    return Answers(said, tuple(problems), tuple(c.name for c in cheap_first[asked:]))


def is_cheap(classifier: Classifier) -> bool:
    """Say whether a classifier costs next to nothing beside those that look at whole mels."""
    return isinstance(classifier.network, FeatureNetwork)


def _prediction(
    bundle: Bundle, name: str, network: Network | OnnxRunner, analysis: Analysis
) -> Prediction:
    if isinstance(network, FeatureNetwork | FeatureRunner):
        rows = network.answers(_feature_row(bundle, network.config, analysis))
        return Prediction(
            name,
            bundle.genres,
            rows.log_probs[0],
            embedding=rows.embeddings[0],
            seconds_analyzed=analysis.seconds,
        )
    spec = network.config.mel
    mel = _mel(bundle, analysis, spec)
    if isinstance(network, JointNetwork | JointRunner):
        answer = network.answer(_measured(analysis), mel)
    else:
        answer = network.answer(mel)
    return Prediction(
        name,
        bundle.genres,
        answer.log_probs,
        segments=answer.segment_log_probs,
        embedding=answer.embedding,
        seconds_analyzed=analysis.seconds,
        starts=tuple(_seconds_into_file(analysis, spec, frame) for frame in answer.segment_starts),
    )


def _feature_row(bundle: Bundle, config: FeatureConfig, analysis: Analysis) -> FeatureRows:
    """Return what the network wants to know of the track, shape (1, n_columns)."""
    if config.mel is not None:
        return summarise(_mel(bundle, analysis, config.mel), config.mel)[None]
    return _measured(analysis)[None]


def _measured(analysis: Analysis) -> FeatureRow:
    if analysis.features is None:
        raise UnfitSound("No features were measured of this track; hear it again.")
    return analysis.features


def _mel(bundle: Bundle, analysis: Analysis, spec: MelSpec) -> LogMel:
    place = bundle.mels.index(spec)
    if place >= len(analysis.mels):
        raise UnfitSound("No mel spectrogram was made of this track; hear it again.")
    return analysis.mels[place]


def _seconds_into_file(analysis: Analysis, spec: MelSpec, frame: int) -> float:
    first = spec.keep_from * spec.hop / spec.sample_rate
    return analysis.start_seconds + first + frame / spec.frames_per_second


def _of_silence(bundle: Bundle, classifier: Classifier, analysis: Analysis) -> Prediction:
    n_genres = len(bundle.genres)
    scores = np.full(n_genres, -np.log(n_genres), dtype=np.float32)
    return Prediction(
        classifier.name, bundle.genres, scores, seconds_analyzed=analysis.seconds, is_silent=True
    )
