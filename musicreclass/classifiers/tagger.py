"""A network that gives a track any number of tags, and the file that it is kept in.

The file is that of a bundle but for its kind, so that whoever expects genres refuses it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

import numpy as np
import numpy.typing as npt
import torch

import musicreclass
from musicreclass.classifiers import weights_file
from musicreclass.classifiers.bundle import FORMAT, VERSION, NotABundle
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig, MlpNetwork
from musicreclass.classifiers.kinds.network import array, eval_mode
from musicreclass.classifiers.spec import FeatureRows
from musicreclass.core.plain import Misfit, plain, shaped
from musicreclass.sentences.reason import because

KIND = "tags"

Value = TypeVar("Value", str, float)


@dataclass(frozen=True, slots=True, eq=False)
class Tagger:
    """A network of features with one answer for each tag, and from which chance on it is given."""

    tags: tuple[str, ...]
    thresholds: tuple[float, ...]  # one for each tag, from 0 to 1
    network: MlpNetwork
    training: Mapping[str, Any] = field(default_factory=dict)  # plain values


def tag_probabilities(network: MlpNetwork, features: FeatureRows) -> npt.NDArray[np.float32]:
    """Return the chance of each tag for each track, shape (n_tracks, n_tags).

    Raises:
        UnfitSound: the features are not those agreed, or numbers are missing.
    """
    rows = torch.from_numpy(np.ascontiguousarray(network.selected(features)))
    with eval_mode(network) as device:
        return array(torch.sigmoid(network(rows.to(device))))


def save(tagger: Tagger, path: Path) -> None:
    """Write `tagger` to one file; a crash leaves the old file or the new one.

    Raises:
        ClassifierFileProblem: the disk refuses.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "kind": KIND,
        "program": f"musicreclass {musicreclass.__version__}",
        "tags": list(tagger.tags),
        "thresholds": list(tagger.thresholds),
        "config": plain(tagger.network.config),
        "weights": dict(tagger.network.state_dict()),
        "training": plain(tagger.training),
    }
    weights_file.write(content, path)


def load(path: Path) -> Tagger:
    """Return the tagger in the file, ready to answer.

    Raises:
        NotABundle: it was saved by torch and is something else.
        ClassifierFileProblem: it cannot be read, is damaged or forged.
    """
    content = weights_file.read(path)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotABundle(path, because("classifiers.no_bundle"))
    if content.get("kind") != KIND:
        raise NotABundle(path, because("classifiers.no_tagger"))
    with weights_file.refusing(path):
        return _tagger(content)


def _tagger(content: Mapping[str, Any]) -> Tagger:
    if content.get("version") != VERSION:
        raise Misfit(because("classifiers.tagger_version"))
    tags, thresholds = content.get("tags"), content.get("thresholds")
    if not _are(tags, str) or not _are(thresholds, float) or len(tags) != len(thresholds):
        raise Misfit(because("classifiers.tagger_thresholds"))
    for tag in tags:
        weights_file.clean_name(tag, because("classifiers.the_tags"))
    config = shaped(MlpConfig, content.get("config"), because("classifiers.the_config"))
    weights = content.get("weights")
    if not isinstance(weights, dict):
        raise Misfit(because("classifiers.tagger_no_weights"))
    network = weights_file.with_weights(partial(config.build, len(tags)), weights)
    training = weights_file.opaque(content.get("training"), because("classifiers.the_training"))
    return Tagger(tuple(tags), tuple(thresholds), network, training or {})


def _are(values: object, kind: type[Value]) -> TypeGuard[list[Value]]:
    return isinstance(values, list) and bool(values) and all(type(v) is kind for v in values)
