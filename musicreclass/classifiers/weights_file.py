"""Reading and writing `.pth` files without running or believing anything that stands in them.

The only place that calls `torch.load` and `torch.save`; their errors end here.
"""

import io
import math
import os
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from pickle import UnpicklingError
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from musicreclass.classifiers import archive_check
from musicreclass.core.plain import Misfit, some_of, within
from musicreclass.errors import FileProblem
from musicreclass.paths import unfinished_beside
from musicreclass.sentences.printable import is_printable
from musicreclass.sentences.reason import Reason, because

Built = TypeVar("Built", bound=nn.Module)

LARGEST_BYTES = 2 * 1024**3
MOST_VALUES = 1_000_000  # in all of a file; long texts count as several
LONGEST_NAME, LONGEST_TEXT = 200, 20_000  # characters
DEEPEST = 32  # levels of tables in tables

# Whatever a forged or damaged pickle can provoke in a reader that runs none of its code.
_DAMAGE = (
    UnpicklingError,
    RuntimeError,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ImportError,
    ArithmeticError,
    struct.error,
    MemoryError,
)


class ClassifierFileProblem(FileProblem):
    """A file cannot be used as a classifier."""


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn what does not fit into a problem with the file."""
    try:
        yield
    except Misfit as misfit:
        raise ClassifierFileProblem(
            path, because("classifiers.unfit", reason=misfit.reason)
        ) from misfit


def read(path: Path, *, also_allowed: Sequence[Any] = ()) -> Any:
    """Return what stands in the file: tensors and plain values, and what is allowed on top.

    Raises:
        ClassifierFileProblem: it cannot be read, is damaged, or wants to run something.
    """
    content = read_bytes(path)
    try:
        archive_check.check(content, arrays=bool(also_allowed))
        with torch.serialization.safe_globals(list(also_allowed)):
            found = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
        _check_amount(found, len(content))
    except archive_check.Damaged as damaged:
        code = "classifiers.damaged_in" if damaged.part else "classifiers.no_archive"
        raise ClassifierFileProblem(path, because(code, part=damaged.part)) from damaged
    except _DAMAGE as error:
        raise ClassifierFileProblem(path, because("classifiers.could_do_harm")) from error
    return found


def read_bytes(path: Path, largest: int = LARGEST_BYTES) -> bytes:
    """Return what stands in the file, unless it is larger than any classifier.

    Raises:
        ClassifierFileProblem: it cannot be read, or is too large.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise ClassifierFileProblem(path, because("classifiers.too_large", size=size / 1e9))
        return path.read_bytes()
    except OSError as error:
        reason = because("classifiers.cannot_be_read", problem=error.strerror or str(error))
        raise ClassifierFileProblem(path, reason) from error


def _check_amount(content: object, file_size: int) -> None:
    """Make sure that going through all of it, as whoever uses it does, comes to an end.

    Lists that hold each other a few times are more values than can be counted, and one tensor
    under many names is as many copies of it.

    Raises:
        Harmful: there are too many values, or more numbers than the file holds.
    """
    waiting, values, held = [content], 0, 0
    while waiting:
        value = waiting.pop()
        values += 1
        if isinstance(value, dict):
            waiting += value.keys()
            waiting += value.values()
        elif isinstance(value, list | tuple):
            waiting += value
        elif isinstance(value, str):
            values += len(value) // 64
        elif isinstance(value, Tensor):
            claimed = value.numel() * value.element_size()
            held += min(claimed, value.untyped_storage().nbytes())
        if len(waiting) + values > MOST_VALUES or held > file_size:
            raise archive_check.Harmful("too much")


def write(content: Any, path: Path) -> None:
    """Write the file so that a crash leaves either the old one or the new one.

    Raises:
        ClassifierFileProblem: the disk refuses.
    """
    packed = io.BytesIO()
    torch.save(content, packed)
    write_bytes(packed.getbuffer(), path)


def write_bytes(content: bytes | memoryview, path: Path) -> None:
    """Write the file so that a crash leaves either the old one or the new one.

    Raises:
        ClassifierFileProblem: the disk refuses.
    """
    try:
        unfinished = unfinished_beside(path)
        try:
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as error:
        reason = because("classifiers.cannot_be_written", problem=error.strerror or str(error))
        raise ClassifierFileProblem(path, reason) from error


def _settle(folder: Path) -> None:
    """Make the new name last; other systems than POSIX do that themselves."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clean_text(given: object, where: Reason | str, longest: int = LONGEST_TEXT) -> str:
    """Return a text of at most so many characters, which nobody's screen obeys.

    Raises:
        Misfit: it is something else.
    """
    if type(given) is not str:
        raise Misfit(because("classifiers.no_text", where=where))
    if len(given) > longest:
        raise Misfit(because("classifiers.text_too_long", where=where, most=longest))
    if not is_printable(given.replace("\n", " ")):
        raise Misfit(because("classifiers.text_with_controls", where=where))
    return given


def clean_name(given: object, where: Reason | str) -> str:
    """Return a name: a text on one line, of a length that can be shown.

    Raises:
        Misfit: it is something else.
    """
    name = clean_text(given, where, LONGEST_NAME)
    if "\n" in name:
        raise Misfit(because("classifiers.text_with_controls", where=where))
    return name


def opaque(value: object, where: Reason | str, depth: int = 0) -> Any:
    """Return plain values and tensors as they are; what else there is does not fit.

    Raises:
        Misfit: something is neither, or tables are nested too deep.
    """
    if depth > DEEPEST:
        raise Misfit(because("classifiers.too_deep", where=where))
    if isinstance(value, dict):
        if not all(type(key) is str for key in value):
            raise Misfit(because("classifiers.unnamed_keys", where=where))
        return {key: opaque(item, within(where, key), depth + 1) for key, item in value.items()}
    if type(value) in (list, tuple):
        return [opaque(item, where, depth + 1) for item in value]  # type: ignore[attr-defined]
    if isinstance(value, Tensor):
        return sound_tensor(value, where)
    if value is None or type(value) in (bool, int, float, str):
        return value
    raise Misfit(because("classifiers.not_plain", where=where, type=type(value).__name__))


def sound_tensor(value: object, where: Reason | str) -> Tensor:
    """Return a copy of `value` that shares no memory, if it is a dense tensor of finite numbers.

    Raises:
        Misfit: it is something else.
    """
    if not isinstance(value, Tensor) or value.layout != torch.strided or value.is_quantized:
        raise Misfit(because("classifiers.not_dense", where=where))
    if value.device.type != "cpu" or value.is_complex():
        raise Misfit(because("classifiers.not_real", where=where))
    # A tensor can claim a shape far beyond the numbers stored with it.
    if math.prod(value.shape) * value.element_size() > value.untyped_storage().nbytes():
        raise Misfit(because("classifiers.too_few_numbers", where=where))
    if value.is_floating_point() and not torch.isfinite(value).all():
        raise Misfit(because("classifiers.not_finite", where=where))
    return value.detach().clone(memory_format=torch.contiguous_format)


def with_weights(build: Callable[[], Built], weights: Mapping[str, Tensor]) -> Built:
    """Return what `build` returns, with these weights and ready to answer.

    Raises:
        Misfit: weights are missing, left over, of another shape or not finite.
    """
    with torch.device("meta"):  # shapes are compared before memory is taken
        network = build()
    required = network.state_dict()
    if required.keys() != weights.keys():
        names = some_of(sorted(required.keys() ^ weights.keys()))
        raise Misfit(because("classifiers.other_weights", names=names))
    sound = {name: _weight(name, weights[name], required[name]) for name in required}
    network.load_state_dict(sound, assign=True)
    network.requires_grad_(False).eval()
    return network


def _weight(name: str, given: object, required: Tensor) -> Tensor:
    if not isinstance(given, Tensor) or given.shape != required.shape:
        shape, wanted = tuple(getattr(given, "shape", ())), tuple(required.shape)
        raise Misfit(
            because("classifiers.weights_shape", name=name, given=str(shape), wanted=str(wanted))
        )
    if given.dtype != required.dtype:
        given_type, wanted_type = str(given.dtype), str(required.dtype)
        raise Misfit(
            because("classifiers.weights_type", name=name, given=given_type, wanted=wanted_type)
        )
    sound = sound_tensor(given, because("classifiers.weights", name=name))
    if name.endswith("spread") and not (sound > 0.0).all():
        raise Misfit(because("classifiers.above_zero", name=name))
    if name.endswith("running_var") and not (sound >= 0.0).all():
        raise Misfit(because("classifiers.at_least_zero", name=name))
    return sound
