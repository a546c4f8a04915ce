"""Features measured of tracks: which there are, the columns in use, and their robust scaling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from musicreclass.classifiers.spec import FeatureRows, UnfitSound
from musicreclass.core.analysis import EncoderSpec
from musicreclass.core.plain import Misfit, some_of, spelt_fields
from musicreclass.sentences.reason import because

IQR_OF_NORMAL = 1.349  # standard deviations; divided by it, an IQR is worth a deviation
ENCODED = "encoder."  # begins the columns of an encoder
AND = " + "  # in a definition, before that of an encoder
FLATTEST = 1e-6  # of the centre's size; what spreads less is constant but for rounding

Column = npt.NDArray[np.float64]  # shape (n_columns,)
Rows = npt.NDArray[np.floating[Any]]  # shape (n_tracks, n_columns)


@dataclass(frozen=True, slots=True)
class FeatureSet:
    """Which features are measured, in which order; another definition gives other numbers."""

    definition: str
    columns: tuple[str, ...]  # such as "mfcc.mean.01", in the order of the arrays

    def __post_init__(self) -> None:
        if not self.definition or not self.columns:
            raise Misfit(because("classifiers.features_undefined"))
        if len(set(self.columns)) < len(self.columns):
            raise Misfit(because("classifiers.column_twice"))

    @property
    def encoder(self) -> EncoderSpec | None:
        """Return what the encoder must look at for its columns, None where there are none."""
        return EncoderSpec.from_key(self.definition.rpartition(AND)[2])

    @property
    def is_of_sound(self) -> bool:
        """Say whether there are columns that are measured of the sound itself."""
        return self.encoder is None or AND in self.definition

    @property
    def encoder_columns(self) -> tuple[str, ...]:
        """Return the columns that are the encoder's; they stand last."""
        if self.encoder is None:
            return ()
        return tuple(name for name in self.columns if name.startswith(ENCODED))

    @property
    def sound_count(self) -> int:
        """Return how many columns are measured of the sound itself; they stand first."""
        return len(self.columns) - len(self.encoder_columns)

    def and_encoder(self, encoder: EncoderSpec, columns: Sequence[str]) -> FeatureSet:
        """Return these features with those of an encoder behind them."""
        return FeatureSet(self.definition + AND + encoder.key(), (*self.columns, *columns))

    @classmethod
    def of_encoder(cls, encoder: EncoderSpec, columns: Sequence[str]) -> FeatureSet:
        """Return the features of an encoder alone."""
        return cls(encoder.key(), tuple(columns))

    def key(self) -> str:
        """Return what it is known by in checkpoints."""
        return spelt_fields("FeatureSet", self)

    def selected(self, rows: FeatureRows, used: Sequence[str]) -> FeatureRows:
        """Return the columns `used` of `rows`, shape (n_tracks, n_used).

        Raises:
            UnfitSound: there are more or fewer columns than agreed, or numbers are missing.
        """
        if rows.ndim != 2 or rows.shape[1] != len(self.columns):
            known, shape = len(self.columns), str(rows.shape)
            raise UnfitSound(because("classifiers.other_features", known=known, shape=shape))
        index = {name: i for i, name in enumerate(self.columns)}
        chosen = rows[:, [index[name] for name in used]].astype(np.float32, copy=False)
        is_bad = ~np.isfinite(chosen)
        if is_bad.any():
            names = some_of(used[int(i)] for i in np.flatnonzero(is_bad.any(axis=0)))
            lacking = int(is_bad.any(axis=1).sum())
            raise UnfitSound(
                because("classifiers.lack_numbers", count=lacking, total=len(rows), names=names)
            )
        return chosen


@dataclass(frozen=True, slots=True, eq=False)
class Scaling:
    """The centre of each column and how far half of its values lie from it."""

    centre: Column
    spread: Column  # above 0

    @classmethod
    def of(cls, rows: Rows) -> Scaling:
        """Return the scaling of the tracks that are trained on."""
        wide = rows.astype(np.float64)
        low, centre, high = np.percentile(wide, (25.0, 50.0, 75.0), axis=0)
        spread = _spread((high - low) / IQR_OF_NORMAL, wide.std(axis=0), np.abs(centre))
        return cls(centre, spread)

    def scaled(self, rows: Rows, clip: float) -> npt.NDArray[np.float64]:
        """Return `rows` around 0, shape (n_tracks, n_columns), at most `clip` spreads away."""
        return np.clip((rows - self.centre) / self.spread, -clip, clip)


def _spread(robust: Column, deviation: Column, size: Column) -> Column:
    """Return a divisor for each column: a column mostly constant has no robust spread."""
    least = FLATTEST * np.maximum(size, 1e-3)
    return np.where(robust > least, robust, np.where(deviation > least, deviation, 1.0))
