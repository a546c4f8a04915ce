"""What stands beside an .onnx file: everything that a stranger needs to feed it, as JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from musicreclass.classifiers.bundle import CONFIGS, MOST_GENRES, Bundle, Classifier, ClipSpec
from musicreclass.classifiers.spec import (
    CnnConfig,
    Config,
    FeatureConfig,
    FourBlockConfig,
    JointConfig,
    wants_features,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem, read_bytes, refusing
from musicreclass.core.analysis import MelSpec, Part
from musicreclass.core.plain import Misfit, plain, shaped, stored_as

FORMAT = "musicreclass onnx"
VERSION = 1  # another number whenever an older program would misread the card
OPSET = 17
LARGEST_CARD_BYTES = 16 * 1024**2

_ANSWER = (
    "Bands are scaled inside the graph. The answer for the track is the mean of its chunks' "
    "log-probabilities, renormalised so that their exponentials sum to one; its embedding is the "
    "mean of its chunks' embeddings."
)

_JOINT_ANSWER = (
    "Both go in at once, one row of features with all chunks of the same track. What comes out is "
    "the answer for the track, its embedding, and beside them the answers for its chunks."
)

CONTINUED = {"zeros": "zeros", "mirror": "its mirror image", "none": "nothing"}


@dataclass(frozen=True, slots=True)
class Port:
    """An array that goes into a graph or comes out of it; a word in the shape is any number."""

    name: str
    shape: tuple[str | int, ...]
    type: str = "float32"


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one exported classifier."""

    format: str
    version: int
    classifier: str
    kind: str  # a key of `bundle.CONFIGS`
    config: Config
    genres: tuple[str, ...]  # the order of the log-probabilities
    clip: ClipSpec = field(metadata=stored_as("listened"))
    program: str
    data_licence: str
    file: str  # as it was named when it was written
    sha256: str  # of that file
    opset: int
    inputs: tuple[Port, ...]
    outputs: tuple[Port, ...]
    feeding: tuple[str, ...]  # sentences for people, in the order of what is to be done


def card_of(bundle: Bundle, classifier: Classifier, file: str, graph: bytes) -> Card:
    """Return the card of one classifier of `bundle`, exported as `graph` into `file`."""
    config = classifier.network.config
    return Card(
        format=FORMAT,
        version=VERSION,
        classifier=classifier.name,
        kind={shape: kind for kind, shape in CONFIGS.items()}[type(config)],
        config=config,
        genres=bundle.genres,
        clip=bundle.clip,
        program=bundle.program,
        data_licence=bundle.data_licence,
        file=file,
        sha256=digest(graph),
        opset=OPSET,
        inputs=inputs(config),
        outputs=outputs(config, len(bundle.genres)),
        feeding=feeding(config, bundle.clip),
    )


def packed(card: Card) -> bytes:
    """Return the card as it stands in a file."""
    return (json.dumps(plain(card), ensure_ascii=False, indent=1) + "\n").encode()


def read_card(path: Path) -> Card:
    """Return the card in the file.

    Raises:
        ClassifierFileProblem: it cannot be read, is damaged, too new, or something else.
    """
    content = read_bytes(path, LARGEST_CARD_BYTES)
    try:
        given = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ClassifierFileProblem(
            path, "no JSON, or cut off; export the classifier again."
        ) from error
    with refusing(path):
        return _card(given)


def digest(graph: bytes) -> str:
    """Return what tells one graph from any other."""
    return hashlib.sha256(graph).hexdigest()


def inputs(config: Config) -> tuple[Port, ...]:
    """Return what a graph is fed: several tracks, or the chunks of one."""
    if isinstance(config, FeatureConfig):
        return (Port("features", ("tracks", len(config.used))),)
    if isinstance(config, JointConfig):
        return (Port("features", (1, len(config.used))), *inputs(config.backbone))
    frames = config.chunk_frames if isinstance(config, CnnConfig) else config.frames
    return (Port("mel", ("chunks", config.mel.n_mels, frames)),)


def some_shape(port: Port, count: int) -> tuple[int, ...]:
    """Return the shape of an array that fits the port, with `count` for what may be any number."""
    return tuple(count if isinstance(size, str) else size for size in port.shape)


def outputs(config: Config, n_genres: int) -> tuple[Port, ...]:
    """Return what a graph answers for each thing that it is fed first."""
    axis = inputs(config)[0].shape[0]
    ports = (Port("log_probs", (axis, n_genres)), Port("embedding", (axis, config.embedding_width)))
    if isinstance(config, JointConfig):
        return (*ports, Port("segment_log_probs", ("chunks", n_genres)))
    return ports


def feeding(config: Config, clip: ClipSpec) -> tuple[str, ...]:
    """Say how to get from a sound file to what the graph wants, and back to one answer."""
    mel = () if config.mel is None else _mel_sentences(config.mel)
    if isinstance(config, FeatureConfig):
        return (_heard(clip), *mel, *_feature_sentences(config))
    if isinstance(config, JointConfig):
        joint = (*_crop_sentences(config.backbone), *_feature_sentences(config))
        return (_heard(clip), *mel, *joint, _JOINT_ANSWER)
    return (_heard(clip), *mel, *_crop_sentences(config), _ANSWER)


def _heard(clip: ClipSpec) -> str:
    if clip.part is Part.WHOLE:
        return "Hear the whole track."
    return f"Hear {clip.seconds:g} s of the track, or all it has, from its {clip.part.value}."


def _mel_sentences(mel: MelSpec) -> tuple[str, ...]:
    area = "each of the same area" if mel.is_area_normed else "each 1 at its peak"
    return (
        f"Mix it down to one channel from -1 to 1 and resample it to {mel.sample_rate} Hz.",
        f"Take the power spectrum of {mel.n_fft} samples under a periodic Hann window every "
        f"{mel.hop} samples; the sound's ends are continued with {CONTINUED[mel.pad]}"
        f"{'' if mel.pad == 'none' else ', so that frames are centred'}.",
        f"Sum it with {mel.n_mels} triangular filters on the {mel.scale} scale from {mel.fmin:g} "
        f"to {mel.top_hz:g} Hz, {area}.",
        _decibel_sentence(mel),
    )


def _decibel_sentence(mel: MelSpec) -> str:
    top = f"the loudest point (silence is {mel.lowest_db:g})"
    reference = top if mel.reference == "max" else f"{mel.reference:g}"
    lowest = "" if mel.top_db is None else f" Nothing is more than {mel.top_db:g} below the top."
    is_thinned = mel.keep_from > 0.0 or mel.keep_every > 1.0
    kept = f" Keep frames round({mel.keep_from!r} + {mel.keep_every!r} i), with i from 0 on."
    return (
        f"Take decibels: 10 log10 of the power, at least {mel.floor:g}, over that of {reference}."
        f"{lowest}{kept if is_thinned else ''}"
    )


def _feature_sentences(config: FeatureConfig | JointConfig) -> tuple[str, ...]:
    is_measured = wants_features(config)
    module = "audio.features.fma_features" if is_measured else "classifiers.mel_summary"
    of_what = "sound" if is_measured else "picture"
    return (
        f"Measure the features {config.features.definition} of the {of_what}, as "
        f"musicreclass.{module} does.",
        "Feed the columns listed under config, used: those alone and in that order, a row for "
        "each track. They are scaled and clipped inside the graph.",
    )


def _crop_sentences(config: CnnConfig | FourBlockConfig) -> tuple[str, ...]:
    if isinstance(config, FourBlockConfig):
        return (f"Feed the first {config.frames} frames; a shorter mel ends in frames of -80 dB.",)
    centred = ("Subtract each band's mean over the track.",) if config.is_band_centred else ()
    return (
        *centred,
        f"Cut {config.crop_count} chunks of {config.chunk_frames} frames, evenly spread from the "
        "first to the last frame: numpy.unique(numpy.linspace(0, frames - chunk frames, chunks)"
        ".round()) are their starts, and one alone comes from the middle. A mel shorter than a "
        "chunk is repeated until it fills one.",
    )


def _card(given: object) -> Card:
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise Misfit("it describes no classifier of musicreclass; export one with it")
    version = given.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise Misfit(f"made by another musicreclass (version {version!r}); update the program")
    kind = given.get("kind")
    if type(kind) is not str or kind not in CONFIGS:
        raise Misfit(f"classifiers of the kind {kind!r} are unknown here; update the program")
    # Alone first: of a config that fits no kind, the card as a whole names another kind's trouble.
    shaped(CONFIGS[kind], given.get("config"), "the config")
    card = shaped(Card, given, "the card")
    genres = card.genres
    if not 1 <= len(set(genres)) == len(genres) <= MOST_GENRES or not all(map(str.strip, genres)):
        raise Misfit("genres should be a list of different names")
    return card
