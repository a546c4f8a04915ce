"""The taxonomy that the whole window holds, which follows what a person makes of the genres."""

from __future__ import annotations

from dataclasses import fields

from musicreclass.core.genre import Taxonomy


class LiveTaxonomy(Taxonomy):
    """One object from the start of the window to its end.

    Widgets ask it anew whenever they paint or search. It becomes another on the thread of the
    window only; jobs ask `taxonomy_in_use`, whose answers stay as they are.
    """

    __slots__ = ()

    @classmethod
    def like(cls, other: Taxonomy) -> LiveTaxonomy:
        return cls(*(getattr(other, field.name) for field in fields(other)))

    def become(self, other: Taxonomy) -> None:
        """Hold what another taxonomy holds."""
        for field in fields(other):
            object.__setattr__(self, field.name, getattr(other, field.name))
