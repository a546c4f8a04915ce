"""Networks of transformers from a folder, checked before memory is taken.

No code that comes with weights is run.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from musicreclass.classifiers.encoders.folder_files import (
    CONFIG,
    MOST_NUMBERS,
    WEIGHTS,
    check_range,
    check_sizes,
    differing,
    extra_wanted,
    read_json,
    tensors_of,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem, clean_name
from musicreclass.core.plain import Misfit
from musicreclass.sentences.reason import because

MOST_BLOCKS = 96
MOST_MISSING = 10_000_000  # numbers of a network that its file lacks, for them to be named
# What is raised by a config that makes no sense, by an unknown name of an activation among others.
BAD_CONFIG = (RuntimeError, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
SIZES = {
    "depths": (1, MOST_BLOCKS),
    "vocab_size": (1, 500_000),
    "hidden_size": (1, 8_192),
    "num_hidden_layers": (1, MOST_BLOCKS),
    "num_attention_heads": (1, 256),
    "intermediate_size": (1, 65_536),
    "patch_size": (1, 256),
}


def read_config(folder: Path, of_kind: Any) -> Any:
    """Return the config in a folder.

    Raises:
        ClassifierFileProblem: it cannot be read, or has sizes that nobody's memory holds.
    """
    path = folder / CONFIG
    given = read_json(path)
    check_sizes(path, given)
    for table in (given, *(value for value in given.values() if isinstance(value, dict))):
        for name, limits in SIZES.items():
            for value in _each(table.get(name)):
                check_range(path, name, value, *limits)
    # What a config may say besides its sizes: code to be fetched, and where.
    for name in ("auto_map", "custom_pipelines", "quantization_config"):
        given.pop(name, None)
    try:
        return of_kind.from_dict(given)
    except Exception as error:  # the checks of its fields raise whatever they like
        raise ClassifierFileProblem(path, because("classifiers.no_config")) from error


def _each(value: object) -> list[object]:
    """Return the items of a list, of another value that itself; nothing of None."""
    return value if isinstance(value, list) else [] if value is None else [value]


def tensors(folder: Path) -> Mapping[str, tuple[int, ...]]:
    """Return the shape of each tensor of the weights in a folder."""
    return tensors_of(folder / WEIGHTS)


def load(folder: Path, of_kind: Any, config: Any) -> Any:
    """Return a network with the weights of a folder, ready to answer.

    Raises:
        Misfit: weights are missing or of another shape, or it is too large.
        ClassifierFileProblem: the file of its weights is damaged.
    """
    there = sum(math.prod(shape) for shape in tensors(folder).values())
    with extra_wanted():
        from transformers.utils import logging
    try:
        with torch.device("meta"):  # sizes are compared before memory is taken
            count = sum(weight.numel() for weight in of_kind(config).parameters())
    except BAD_CONFIG as error:
        raise ClassifierFileProblem(folder / CONFIG, because("classifiers.no_config")) from error
    if count > MOST_NUMBERS:
        raise Misfit(because("classifiers.encoder_too_large", count=count, most=MOST_NUMBERS))
    if count > MOST_MISSING + 2 * there:  # no memory is taken to say which of them are missing
        raise Misfit(because("classifiers.weights_unfit"))
    verbosity, has_bar = logging.get_verbosity(), logging.is_progress_bar_enabled()
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    try:
        network, found = of_kind.from_pretrained(
            str(folder),
            config=config,
            local_files_only=True,
            use_safetensors=True,
            trust_remote_code=False,
            ignore_mismatched_sizes=True,  # they are refused below, in a sentence
            output_loading_info=True,
            dtype=torch.float32,
        )
    except (OSError, RuntimeError, ValueError) as error:
        raise Misfit(because("classifiers.weights_unfit")) from error
    finally:
        logging.set_verbosity(verbosity)
        if has_bar:
            logging.enable_progress_bar()
    wrong = {*found["missing_keys"], *(entry[0] for entry in found["mismatched_keys"])}
    if wrong:
        raise Misfit(differing(sorted(wrong)))
    if not all(torch.isfinite(weight).all() for weight in network.parameters()):
        raise Misfit(because("classifiers.not_finite", where=WEIGHTS))
    network.requires_grad_(False)
    network.eval()
    return network


def blocks_of(count: int) -> dict[str, int]:
    """Return the names of the blocks whose patches are averaged: in the middle, and later."""
    chosen = {max(1, count // 2), max(1, 3 * count // 4)}
    return {f"block {number:02}": number for number in sorted(chosen)}


def labels_of(config: Any) -> tuple[str, ...]:
    """Return the labels of a config in their order.

    Raises:
        Misfit: one of them is no name.
    """
    where = because("classifiers.the_encoder")
    found = dict(getattr(config, "id2label", None) or {})
    return tuple(clean_name(found[index], where) for index in sorted(found))
