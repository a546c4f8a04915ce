"""One file on disk: classifiers with everything needed to use them, and where they come from.

Files may come from strangers. Everything in one is checked before it is used, nothing is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

import musicreclass
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers import weights_file
from musicreclass.classifiers.encoder import Encoder
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.network import Config, Network, channels_last
from musicreclass.classifiers.registry import read_config
from musicreclass.classifiers.weights_file import (
    ClassifierFileProblem,
    clean_name,
    clean_text,
    opaque,
)
from musicreclass.core.analysis import AnalysisSpec, EncoderSpec, Part, PictureSpec
from musicreclass.core.plain import Misfit, plain, shaped, some_of
from musicreclass.sentences.reason import Reason, because

FORMAT = "musicreclass bundle"
VERSION = 1  # another number whenever an older program would misread the file
KIND = "genres"
MOST_GENRES = 10_000
LONGEST_CLIP_SECONDS = 24 * 3600.0


class NotABundle(ClassifierFileProblem):
    """The file is torch's, and not one of ours."""


@dataclass(frozen=True, slots=True)
class ClipSpec:
    """The seconds of each track that the classifiers were trained on, and so want to read."""

    part: Part = Part.MIDDLE
    seconds: float = 30.0

    def __post_init__(self) -> None:
        if not 0.0 < self.seconds <= LONGEST_CLIP_SECONDS:
            raise Misfit(
                because("classifiers.clip_seconds", given=self.seconds, most=LONGEST_CLIP_SECONDS)
            )


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """A network under the name by which its scores are kept."""

    name: str
    network: Network

    @property
    def is_cheap(self) -> bool:
        """Say whether it costs next to nothing beside those that look at whole mels."""
        return self.network.config.kind.is_cheap


@dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """Classifiers that are used together, and all that is known of them."""

    genres: tuple[str, ...]  # the order of every classifier's answers
    classifiers: tuple[Classifier, ...]
    clip: ClipSpec = field(default_factory=ClipSpec)
    ensemble: Mapping[str, Any] = field(default_factory=dict)  # plain values, arrays or tensors
    training: Mapping[str, Any] = field(default_factory=dict)  # likewise
    data_licence: str = ""
    encoder: Encoder | None = None  # what comes along, where not the one in the box is meant
    encoder_file: str = ""  # where that was loaded from
    program: str = f"musicreclass {musicreclass.__version__}"

    @property
    def features(self) -> FeatureSet | None:
        """Return the features that are measured of the sound for it, None where none are."""
        return next((c.measured for c in self._configs() if c.measured is not None), None)

    @property
    def mels(self) -> tuple[PictureSpec, ...]:
        """Return the mels and raw sound that it reads, each once, as the classifiers come."""
        return tuple(dict.fromkeys(c.mel for c in self._configs() if c.mel is not None))

    @property
    def needs(self) -> AnalysisSpec:
        """Return what must be analyzed of a track."""
        return AnalysisSpec(
            part=self.clip.part,
            seconds=self.clip.seconds,
            features=self.features is not None and self.features.is_of_sound,
            mels=self.mels,
            encoder=self._encoder_spec(),
        )

    @property
    def stands_on(self) -> EncoderSpec | None:
        """Return the encoder from a folder that one of them is a part of, None where none is."""
        found = (getattr(config, "stands_on", None) for config in self._configs())
        return next((spec for spec in found if spec is not None), None)

    @property
    def takes_any_amount(self) -> bool:
        """Say whether all of them can be given more or less of a track than in training."""
        return all(config.kind.takes_any_amount for config in self._configs())

    def _encoder_spec(self) -> EncoderSpec | None:
        spec = None if self.features is None else self.features.encoder
        return None if spec is None else replace(spec, file=self.encoder_file)

    def _configs(self) -> list[Config]:
        return [classifier.network.config for classifier in self.classifiers]


def save(bundle: Bundle, path: Path) -> None:
    """Write `bundle` to one file; a crash leaves the old file or the new one.

    Raises:
        ClassifierFileProblem: the disk refuses, or nobody could load what would be written.
    """
    content = _content(bundle)
    with weights_file.refusing(path):
        _bundle(content)
    weights_file.write(content, path)


def load(path: Path) -> Bundle:
    """Return the bundle in the file, its networks on the processor and ready to answer.

    Raises:
        NotABundle: it was saved by torch and is something else.
        ClassifierFileProblem: it cannot be read, is damaged, forged, or too new.
    """
    content = weights_file.read(path)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotABundle(path, because("classifiers.no_bundle"))
    _check_version(path, content.get("version"))
    with weights_file.refusing(path):
        bundle = _bundle(content)
    return bundle if bundle.encoder is None else replace(bundle, encoder_file=str(path))


def _content(bundle: Bundle) -> dict[str, Any]:
    encoder = {} if bundle.encoder is None else {"encoder": encoders.to_content(bundle.encoder)}
    return encoder | {
        "format": FORMAT,
        "version": VERSION,
        "kind": KIND,
        "program": bundle.program,
        "genres": list(bundle.genres),
        "listened": plain(bundle.clip),
        "classifiers": [_entry(classifier) for classifier in bundle.classifiers],
        "ensemble": _storable(bundle.ensemble),
        "training": _storable(bundle.training),
        "data_licence": bundle.data_licence,
    }


def _storable(value: object) -> Any:
    """Return plain values and tensors: arrays of numpy would need unpickling."""
    if isinstance(value, np.ndarray):
        return torch.tensor(value)
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, Mapping):
        return {key: _storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return plain(value)


def _entry(classifier: Classifier) -> dict[str, Any]:
    network = classifier.network
    return {
        "name": classifier.name,
        "kind": network.config.kind.name,
        "config": plain(network.config),
        "weights": {
            name: weight.detach().to("cpu", memory_format=torch.contiguous_format)
            for name, weight in network.state_dict().items()
        },
    }


def _check_version(path: Path, version: object) -> None:
    if type(version) is not int or version < 1:
        raise ClassifierFileProblem(path, because("classifiers.no_version"))
    if version > VERSION:
        raise ClassifierFileProblem(
            path, because("classifiers.newer_version", version=version, known=VERSION)
        )


def _bundle(content: Mapping[str, Any]) -> Bundle:
    if content.get("kind") != KIND:
        raise Misfit(because("classifiers.knows_no_genres"))
    names = ("genres", "classifiers", "listened", "ensemble", "training", "data_licence", "program")
    if missing := [name for name in names if name not in content]:
        raise Misfit(because("classifiers.lacks", names=some_of(missing)))
    genres = _genres(content["genres"])
    bundle = Bundle(
        genres=genres,
        classifiers=_classifiers(content["classifiers"], len(genres)),
        clip=shaped(ClipSpec, content["listened"], because("classifiers.the_clip")),
        ensemble=_table(content["ensemble"], because("classifiers.the_ensemble")),
        training=_table(content["training"], because("classifiers.the_training")),
        data_licence=clean_text(content["data_licence"], because("classifiers.the_licence")),
        program=clean_name(content["program"], because("classifiers.the_program")),
        encoder=encoders.from_content(content["encoder"]) if "encoder" in content else None,
    )
    _check_encoder(bundle)
    return bundle


def _check_encoder(bundle: Bundle) -> None:
    """Make sure that the encoder that comes along is the one whose columns are wanted."""
    if bundle.encoder is None:
        return
    spec = None if bundle.features is None else bundle.features.encoder
    if spec is None or spec.digest != bundle.encoder.digest:
        raise Misfit(because("classifiers.other_encoder"))


def _genres(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(type(g) is str and g.strip() for g in given):
        raise Misfit(because("classifiers.genres_unnamed"))
    if not given or len(given) > MOST_GENRES:
        raise Misfit(because("classifiers.genre_count", count=len(given)))
    for genre in given:
        clean_name(genre, because("classifiers.the_genres"))
    return _unique(given, "classifiers.genre_twice")


def _classifiers(given: object, n_genres: int) -> tuple[Classifier, ...]:
    if not isinstance(given, list) or not given:
        raise Misfit(because("classifiers.holds_none"))
    classifiers = tuple(_classifier(entry, n_genres) for entry in given)
    _unique([classifier.name for classifier in classifiers], "classifiers.classifier_twice")
    configs = [classifier.network.config for classifier in classifiers]
    if len({config.measured for config in configs if config.measured is not None}) > 1:
        raise Misfit(because("classifiers.features_differ"))
    return classifiers


def _classifier(entry: object, n_genres: int) -> Classifier:
    if not isinstance(entry, dict) or entry.keys() != {"name", "kind", "config", "weights"}:
        raise Misfit(because("classifiers.entry_incomplete"))
    name = clean_name(entry["name"], because("classifiers.classifier_name"))
    if not name.strip():
        raise Misfit(because("classifiers.no_name"))
    if not isinstance(entry["weights"], dict):
        raise Misfit(because("classifiers.no_weights", name=name))
    where = because("classifiers.config_of", name=name)
    config = read_config(entry["kind"], entry["config"], where)
    network = weights_file.with_weights(partial(config.build, n_genres), entry["weights"])
    channels_last(network)
    return Classifier(name, network)


def _unique(names: Iterable[str], otherwise: str) -> tuple[str, ...]:
    """Return the names, if none is there twice; `otherwise` is the code of the reason."""
    every = tuple(names)
    if len(set(every)) < len(every):
        twice = next(name for name in every if every.count(name) > 1)
        raise Misfit(because(otherwise, name=repr(twice)))
    return every


def _table(given: object, where: Reason) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise Misfit(because("core.no_table", where=where))
    table: Mapping[str, Any] = opaque(given, where)
    return table
