"""The embeddings of an encoder of a person's own, where that was chosen in place of the box's.

A library keeps them as it keeps what classifiers say: a row a track, for the file as it is and for
the one encoder. While too few tracks have one, the box's space holds; the two are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from musicreclass import paths, settings
from musicreclass.core.analysis import EncoderSpec
from musicreclass.errors import UsageProblem
from musicreclass.library.store import Library
from musicreclass.settings import SettingsProblem

if TYPE_CHECKING:
    from musicreclass.classifiers.feature_set import Scaling  # with its room comes torch

MEMBER = "space"  # the name under which a library keeps them
COVERED = 0.9  # share of the tracks that must have an embedding before all go by them
CLIP = 4.0  # spreads from the centre of a column

Points = npt.NDArray[np.floating]  # shape (n_tracks, n_dimensions)


@dataclass(frozen=True, slots=True)
class OwnSpace:
    """What one of a person's encoders says of tracks, as far as its first layer."""

    name: str
    spec: EncoderSpec
    width: int  # numbers of that layer, which come first

    @property
    def key(self) -> str:
        """Return what a library keeps the embeddings under."""
        return f"{MEMBER} {self.spec.digest}"


def chosen_space() -> OwnSpace | None:
    """Return the space that a person chose; None for the box's, or where the encoder is gone."""
    try:
        name = settings.load(paths.settings_file()).classifying.space
    except SettingsProblem:  # whoever needs the settings says so
        return None
    if not name:
        return None
    from musicreclass.classifiers.encoders import shelf

    with suppress(UsageProblem):
        found = shelf.find(name)
        return OwnSpace(found.name, found.spec, found.card.layers[0].width)
    return None


def covering_space(library: Library) -> OwnSpace | None:
    """Return the space that a person chose, once nearly all tracks of a library have points."""
    space = chosen_space()
    if space is None:
        return None
    embedded, scored = library.predictions.coverage(space.key)
    return space if embedded and embedded >= COVERED * scored else None


def scaling_of(library: Library, space: OwnSpace) -> Scaling | None:
    """Return how a space is scaled: by the library's own tracks, the first thousands of them."""
    from musicreclass.classifiers.feature_set import Scaling

    rows = next((found for _, found in rows_of(library, space)), None)
    return None if rows is None else Scaling.of(rows.astype(np.float32))


def rows_of(library: Library, space: OwnSpace) -> Iterator[tuple[tuple[int, ...], Points]]:
    """Yield ids and embeddings of all tracks that have them, some thousands at a time."""
    for batch in library.predictions.batches(space.key):
        rows = batch.columns.embeddings_of(MEMBER)
        if rows is not None and rows.shape[1] == space.width:
            yield batch.track_ids, rows


def rows_of_tracks(
    library: Library, space: OwnSpace, track_ids: list[int]
) -> tuple[tuple[int, ...], Points]:
    """Return ids and embeddings of those of some tracks that have them, by id."""
    ids: list[int] = []
    found: list[Points] = [np.empty((0, space.width), dtype=np.float16)]
    for batch in library.predictions.of_tracks(space.key, track_ids):
        rows = batch.columns.embeddings_of(MEMBER)
        if rows is not None and rows.shape[1] == space.width:
            ids += batch.track_ids
            found.append(rows)
    return tuple(ids), np.concatenate(found)
