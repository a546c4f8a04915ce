"""Reading plain numbers and words back from a file of tensors, trusting nothing.

What is stored is a flat dict of arrays, floats and lists of words, so that any format of tensors
can hold it and nothing of ours needs unpickling.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import Reason, because

Value = npt.NDArray[np.floating] | float | list[str]
Stored = Mapping[str, Value]


class DamagedCalibration(MusicReclassError):
    """What a classifier file says of its own reliability cannot be used."""

    @property
    def sentence(self) -> Reason:
        return because("core.damaged_calibration", reason=self.reason)


def numbers(stored: Stored, name: str, *shape: int | None) -> npt.NDArray[np.float64]:
    """Return the finite numbers called `name`; None in `shape` is any length.

    Raises:
        DamagedCalibration: missing, of another shape, or not finite.
    """
    if name not in stored:
        raise DamagedCalibration(because("core.part_missing", part=name))
    try:
        array = np.asarray(stored[name], dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DamagedCalibration(because("core.part_not_numbers", part=name)) from error
    fits = array.ndim == len(shape) and all(
        wanted in (None, found) for wanted, found in zip(shape, array.shape, strict=True)
    )
    if not fits:
        raise DamagedCalibration(because("core.part_shape", part=name, shape=str(array.shape)))
    if not np.isfinite(array).all():
        raise DamagedCalibration(because("core.part_not_finite", part=name))
    return array


def within(
    array: npt.NDArray[np.float64], name: str, lowest: float, highest: float
) -> npt.NDArray[np.float64]:
    """Return `array`, having made sure that it lies from `lowest` to `highest`.

    Raises:
        DamagedCalibration: it does not.
    """
    if ((array < lowest) | (array > highest)).any():
        reason = because("core.part_out_of_range", part=name, lowest=lowest, highest=highest)
        raise DamagedCalibration(reason)
    return array


def number(stored: Stored, name: str, lowest: float, highest: float) -> float:
    """Return the one number called `name`.

    Raises:
        DamagedCalibration: missing, not one number, or not from `lowest` to `highest`.
    """
    return float(within(numbers(stored, name), name, lowest, highest))


def words(stored: Stored, name: str) -> tuple[str, ...]:
    """Return the list of different words called `name`.

    Raises:
        DamagedCalibration: missing, empty, not words, or one of them twice.
    """
    value = stored.get(name)
    if not isinstance(value, list | tuple) or not all(isinstance(word, str) for word in value):
        raise DamagedCalibration(because("core.part_no_words", part=name))
    if not value or len(set(value)) != len(value):
        raise DamagedCalibration(because("core.part_words_twice", part=name))
    return tuple(value)


def prefixed(stored: Stored, prefix: str) -> dict[str, Value]:
    """Return `stored` with `prefix` and a point before each name."""
    return {f"{prefix}.{name}": value for name, value in stored.items()}


def part_of(stored: Stored, prefix: str) -> dict[str, Value]:
    """Return what `prefixed` has put under `prefix`; empty where nothing is."""
    head = f"{prefix}."
    return {name[len(head) :]: value for name, value in stored.items() if name.startswith(head)}
