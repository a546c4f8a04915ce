"""Files in the folder of an encoder, looked at before anything believes them. Nothing is run.

Weights are read from safetensors alone, which hold numbers and nothing else, or by `weights_file`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from musicreclass.classifiers.weights_file import ClassifierFileProblem, read_bytes
from musicreclass.core.plain import Misfit, some_of
from musicreclass.sentences.printable import is_printable
from musicreclass.sentences.reason import Reason, because

WEIGHTS = "model.safetensors"
CONFIG, FRONT_END = "config.json", "preprocessor_config.json"
PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
LARGEST_JSON = 16 << 20  # bytes
LARGEST_WEIGHTS = 4 << 30
MOST_NUMBERS = 1_000_000_000  # in a network
LARGEST_SIZE = 1_000_000  # of anything that a config names
LONGEST_LICENCE = 80  # letters
HEAD_LINES = 200  # of a README in which its licence may stand
_LICENCE = re.compile(r"^license:\s*(?P<name>[\w.+ -]+?)\s*$", re.MULTILINE)


def required(folder: Path, *names: str) -> tuple[Path, ...]:
    """Return files of a folder.

    Raises:
        ClassifierFileProblem: some are missing; there is a pickle in place of the weights.
    """
    files = tuple(folder / name for name in names)
    missing = [file.name for file in files if not file.is_file()]
    if WEIGHTS in missing:
        pickled = [path.name for pattern in PICKLES for path in sorted(folder.glob(pattern))]
        if pickled:
            raise ClassifierFileProblem(
                folder, because("classifiers.pickled_weights", file=pickled[0], wanted=WEIGHTS)
            )
    if missing:
        raise ClassifierFileProblem(
            folder, because("classifiers.encoder_lacks", names=some_of(missing))
        )
    return files


def read_json(path: Path) -> dict[str, Any]:
    """Return the table in a file.

    Raises:
        ClassifierFileProblem: it cannot be read, is too large, or holds something else.
    """
    try:
        found = json.loads(read_bytes(path, LARGEST_JSON))
    except (ValueError, RecursionError) as error:
        raise ClassifierFileProblem(path, because("classifiers.no_json")) from error
    if not isinstance(found, dict):
        raise ClassifierFileProblem(path, because("classifiers.no_json"))
    return found


def model_type(folder: Path) -> str:
    """Return what kind of network a config says that it is of; "" where it says nothing."""
    try:
        config = read_json(folder / CONFIG)
    except ClassifierFileProblem:
        return ""
    return str(config.get("model_type", ""))


def front_end_type(folder: Path) -> str:
    """Return whose front end a folder asks for; "" where it says nothing."""
    try:
        given = read_json(folder / FRONT_END)
    except ClassifierFileProblem:
        return ""
    return str(given.get("feature_extractor_type", ""))


def check_sizes(path: Path, config: object) -> None:
    """Make sure that no number of a config is one that nobody's memory holds.

    Raises:
        ClassifierFileProblem: one is.
    """
    waiting = [config]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, int) and not isinstance(value, bool) and value > LARGEST_SIZE:
            raise ClassifierFileProblem(
                path, because("classifiers.size_too_large", given=value, most=LARGEST_SIZE)
            )


def check_range(path: Path, name: str, given: object, lowest: float, highest: float) -> None:
    """Make sure that a number of a config is a sensible one.

    Raises:
        ClassifierFileProblem: it is not.
    """
    if type(given) not in (int, float) or not lowest <= given <= highest:  # type: ignore[operator]
        raise ClassifierFileProblem(
            path,
            because(
                "classifiers.number_out_of_range",
                name=name,
                given=str(given)[:40],
                lowest=lowest,
                highest=highest,
            ),
        )


def licence_of(folder: Path) -> str:
    """Return the licence that the README of a folder names, "" where it names none."""
    try:
        with (folder / "README.md").open(encoding="utf-8", errors="replace") as file:
            head = "".join(line for line, _ in zip(file, range(HEAD_LINES), strict=False))
    except OSError:
        return ""
    found = _LICENCE.search(head)
    name = found["name"][:LONGEST_LICENCE] if found else ""
    return name if is_printable(name) else ""


@contextmanager
def extra_wanted() -> Iterator[None]:
    """Say how to install the packages that are missing.

    Raises:
        Misfit: one of them cannot be imported.
    """
    try:
        yield
    except ImportError as error:
        raise Misfit(because("classifiers.encoders_missing", package=error.name or "")) from error


@contextmanager
def refusing_encoder(folder: Path) -> Iterator[None]:
    """Turn what does not fit into a problem with the folder."""
    try:
        yield
    except Misfit as misfit:
        raise ClassifierFileProblem(folder, misfit.reason) from misfit


def tensors_of(path: Path) -> Mapping[str, tuple[int, ...]]:
    """Return the shape of each tensor in a file of safetensors, of which nothing else is read.

    Raises:
        Misfit: a package is missing.
        ClassifierFileProblem: the file is damaged, or too large.
    """
    with extra_wanted():
        import safetensors
    if path.stat().st_size > LARGEST_WEIGHTS:
        size = path.stat().st_size / 1e9
        raise ClassifierFileProblem(path, because("classifiers.too_large", size=size))
    try:
        with safetensors.safe_open(str(path), framework="np") as file:
            return {name: tuple(file.get_slice(name).get_shape()) for name in file.keys()}  # noqa: SIM118
    except (safetensors.SafetensorError, OSError, ValueError) as error:
        raise ClassifierFileProblem(path, because("classifiers.no_safetensors")) from error


def differing(names: Sequence[str]) -> Reason:
    """Return that weights are missing or of another shape."""
    return because("classifiers.other_weights", names=some_of(sorted(names)))
