"""Checkpoints made by the predecessor, turned into bundles; anything else is refused.

Sizes are taken from the tensors. What the files do not say is set down here.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from musicreclass.classifiers import weights_file
from musicreclass.classifiers.bundle import Bundle, Classifier, ClipSpec
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.four_block import FourBlockConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.network import channels_last
from musicreclass.classifiers.weights_file import sound_tensor
from musicreclass.core.analysis import LIBROSA_MEL, Part
from musicreclass.core.plain import Misfit
from musicreclass.sentences.reason import because

EXPECTED = because(
    "classifiers.foreign_expected",
    first="msd_model.pth (model, scaler_mean, scaler_scale, genres)",
    second="fma_rtx_model.pth",
    layers="features.0, .3, .6, .9",
)
FMA_GENRES = (
    "Blues",
    "Classical",
    "Country",
    "Easy Listening",
    "Electronic",
    "Experimental",
    "Folk",
    "Hip-Hop",
    "Instrumental",
    "International",
    "Jazz",
    "Old-Time / Historic",
    "Pop",
    "Rock",
    "Soul-RnB",
    "Spoken",
)
FMA_FRAMES = 128
CONVOLUTIONS = ("features.0", "features.3", "features.6", "features.9")
LINEARS = ("net.0", "net.3", "net.6")

# Arrays of numbers, under the names that numpy 1 and numpy 2 write; no arrays of objects.
_rebuild: Any = np.empty(0).__reduce__()[0]
_scalar: Any = np.float64(0).__reduce__()[0]
NUMPY_ARRAYS: Sequence[Any] = (
    (_rebuild, "numpy._core.multiarray._reconstruct"),
    (_rebuild, "numpy.core.multiarray._reconstruct"),
    (_scalar, "numpy._core.multiarray.scalar"),
    (_scalar, "numpy.core.multiarray.scalar"),
    np.ndarray,
    np.dtype,
    type(np.dtype(np.float64)),
    type(np.dtype(np.float32)),
    type(np.dtype(np.int64)),
)


def load(path: Path, features: FeatureSet) -> Bundle:
    """Return the predecessor's checkpoint as a bundle.

    Args:
        features: the columns of features.csv in its order, which the files do not name.

    Raises:
        ClassifierFileProblem: it is none of the two files known, or damaged.
    """
    content = weights_file.read(path, also_allowed=NUMPY_ARRAYS)
    with weights_file.refusing(path):
        if not isinstance(content, dict):
            raise Misfit(because("classifiers.foreign_unknown", expected=EXPECTED))
        if content.keys() >= {"model", "scaler_mean", "scaler_scale", "genres"}:
            return _feature_bundle(content, features)
        return _mel_bundle(content)


def _feature_bundle(content: Mapping[str, Any], features: FeatureSet) -> Bundle:
    genres = _genres(content["genres"])
    given = _weights(content["model"])
    layers = [_layer(given, name, n_dims=2) for name in LINEARS]
    _refuse_the_rest(given, LINEARS)
    n_columns = layers[0].shape[1]
    if n_columns != len(features.columns):
        measured = len(features.columns)
        raise Misfit(because("classifiers.foreign_features", given=n_columns, measured=measured))
    config = MlpConfig(
        features=features,
        used=features.columns,
        hidden=tuple(layer.shape[0] for layer in layers[:-1]),
        clip=None,  # it was trained on whatever came
    )
    weights = {
        **_renamed(given, zip(LINEARS, ("trunk.0", "trunk.3", "head"), strict=True)),
        "centre": _numbers(content["scaler_mean"], n_columns, "scaler_mean"),
        "spread": _numbers(content["scaler_scale"], n_columns, "scaler_scale"),
    }
    network = weights_file.with_weights(partial(config.build, len(genres)), weights)
    return _bundle(genres, Classifier("msd_model", network), ClipSpec(), content)


def _mel_bundle(content: Mapping[str, Any]) -> Bundle:
    given = _weights(_inner(content))
    convolutions = [_layer(given, name, n_dims=4) for name in CONVOLUTIONS]
    linears = [name.removesuffix(".weight") for name, w in given.items() if w.ndim == 2]
    if len(linears) != 1:
        raise Misfit(because("classifiers.foreign_unknown", expected=EXPECTED))
    _refuse_the_rest(given, (*CONVOLUTIONS, *linears))
    n_genres = _layer(given, linears[0], n_dims=2).shape[0]
    genres = _genres(content["genres"]) if "genres" in content else FMA_GENRES
    if len(genres) != n_genres:
        raise Misfit(because("classifiers.foreign_genres", count=n_genres))
    config = FourBlockConfig(
        mel=LIBROSA_MEL, frames=FMA_FRAMES, widths=tuple(w.shape[0] for w in convolutions)
    )
    names = zip((*CONVOLUTIONS, *linears), (*CONVOLUTIONS, "head"), strict=True)
    network = weights_file.with_weights(partial(config.build, n_genres), _renamed(given, names))
    channels_last(network)
    classifier = Classifier("fma_rtx_model", network)
    return _bundle(genres, classifier, ClipSpec(Part.START), content)


def _bundle(
    genres: tuple[str, ...], classifier: Classifier, clip: ClipSpec, content: Mapping[str, Any]
) -> Bundle:
    facts = {name: content[name] for name in ("epoch", "accuracy") if name in content}
    return Bundle(
        genres=genres,
        classifiers=(classifier,),
        clip=clip,
        training={name: _number(value, name) for name, value in facts.items()},
        data_licence="unknown",
        program="the predecessor of musicreclass",
    )


def _inner(content: Mapping[str, Any]) -> Any:
    """Return the weights, which may stand alone or beside other facts."""
    names = ("model_state_dict", "state_dict", "model")
    return next((content[name] for name in names if name in content), content)


def _weights(given: object) -> Mapping[str, Tensor]:
    if not isinstance(given, dict) or not all(isinstance(name, str) for name in given):
        raise Misfit(because("classifiers.foreign_unknown", expected=EXPECTED))
    return {
        name: sound_tensor(weight, because("classifiers.weights", name=name)).float()
        for name, weight in given.items()
    }


def _layer(weights: Mapping[str, Tensor], name: str, n_dims: int) -> Tensor:
    weight = weights.get(f"{name}.weight")
    if weight is None or f"{name}.bias" not in weights:
        raise Misfit(because("classifiers.foreign_no_layer", name=name, expected=EXPECTED))
    if weight.ndim != n_dims or 0 in weight.shape:
        shape = str(tuple(weight.shape))
        raise Misfit(
            because("classifiers.foreign_layer", name=name, shape=shape, expected=EXPECTED)
        )
    return weight


def _refuse_the_rest(weights: Mapping[str, Tensor], layers: Sequence[str]) -> None:
    known = {f"{layer}.{part}" for layer in layers for part in ("weight", "bias")}
    if unknown := sorted(weights.keys() - known):
        raise Misfit(because("classifiers.foreign_weights", name=unknown[0], expected=EXPECTED))


def _renamed(weights: Mapping[str, Tensor], names: Any) -> dict[str, Tensor]:
    return {
        f"{new}.{part}": weights[f"{old}.{part}"]
        for old, new in names
        for part in ("weight", "bias")
    }


def _numbers(given: object, count: int, name: str) -> Tensor:
    if not isinstance(given, np.ndarray) or given.dtype.kind != "f" or given.shape != (count,):
        raise Misfit(because("classifiers.foreign_array", name=name, numbers=count))
    return torch.from_numpy(given.astype(np.float32))


def _number(given: object, name: str) -> int | float:
    if isinstance(given, bool) or not isinstance(given, int | float | np.floating | np.integer):
        raise Misfit(because("classifiers.foreign_number", name=name))
    return given if isinstance(given, int) else float(given)


def _genres(given: object) -> tuple[str, ...]:
    if not isinstance(given, list) or not given or not all(type(g) is str and g for g in given):
        raise Misfit(because("classifiers.genres_unnamed"))
    if len(set(given)) < len(given):
        raise Misfit(because("classifiers.foreign_genre_twice"))
    for genre in given:
        weights_file.clean_name(genre, because("classifiers.the_genres"))
    return tuple(given)
