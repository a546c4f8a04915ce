"""What stands beside an .onnx file: everything that a stranger needs to feed it, as JSON."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from musicreclass.classifiers.bundle import Bundle, Classifier, ClipSpec
from musicreclass.classifiers.kinds.network import Config
from musicreclass.classifiers.spec import Port
from musicreclass.core.analysis import MelSpec, Part
from musicreclass.core.plain import plain, stored_as

FORMAT = "musicreclass onnx"
VERSION = 1  # another number whenever an older program would misread the card
OPSET = 17

CONTINUED = {"zeros": "zeros", "mirror": "its mirror image", "none": "nothing"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one exported classifier."""

    format: str
    version: int
    classifier: str
    kind: str  # a key of `registry.KINDS`
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
    network = classifier.network
    mel = network.config.mel
    return Card(
        format=FORMAT,
        version=VERSION,
        classifier=classifier.name,
        kind=network.config.kind.name,
        config=network.config,
        genres=bundle.genres,
        clip=bundle.clip,
        program=bundle.program,
        data_licence=bundle.data_licence,
        file=file,
        sha256=digest(graph),
        opset=OPSET,
        inputs=network.inputs,
        outputs=network.outputs,
        feeding=(
            _clip_sentence(bundle.clip),
            *(_mel_sentences(mel) if isinstance(mel, MelSpec) else ()),
            *network.feeding,
        ),
    )


def packed(card: Card) -> bytes:
    """Return the card as it stands in a file."""
    return (json.dumps(plain(card), ensure_ascii=False, indent=1) + "\n").encode()


def digest(graph: bytes) -> str:
    """Return what tells one graph from any other."""
    return hashlib.sha256(graph).hexdigest()


def _clip_sentence(clip: ClipSpec) -> str:
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
