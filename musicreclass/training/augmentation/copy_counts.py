"""Copies of tracks, played otherwise: how many are wanted, and who learns from which.

A copy stands where its track does, so that a track that is left out takes its copies along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from musicreclass.training.config import Playing, Recipe
from musicreclass.training.data.labelled_tracks import Indices, LabelledTracks
from musicreclass.training.fit.joint_fit import JointRecipe

Copies = Mapping[Playing, Sequence[LabelledTracks]]  # the same tracks in the same order, each time

NO_COPIES: Copies = {}


def wanted_copies(recipes: Iterable[object]) -> Mapping[Playing, int]:
    """Return how many copies of each track these recipes ask for, by how they are played."""
    wanted: dict[Playing, int] = {}
    for recipe in recipes:
        if isinstance(recipe, Recipe | JointRecipe) and recipe.copies:
            wanted[recipe.playing] = max(recipe.copies, wanted.get(recipe.playing, 0))
    return wanted


def copies_for(recipe: Recipe | JointRecipe, copies: Copies) -> Sequence[LabelledTracks]:
    """Return those that are learned from by this recipe."""
    return copies.get(recipe.playing, ())[: recipe.copies]


def copies_at(copies: Copies, places: Indices) -> Copies:
    """Return the copies of some of the tracks, in the order of `places`."""
    return {playing: [copy.at(places) for copy in some] for playing, some in copies.items()}
