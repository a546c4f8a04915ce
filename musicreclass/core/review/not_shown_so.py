"""Suggestions that a person does not see yet, out of all that are made anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.job import ForwardingContext


@dataclass(slots=True)
class NotShownSo(ForwardingContext):
    """A job's context that passes on of each batch of suggestions what is not so shown already."""

    shown: Mapping[int, SuggestionLine]  # by track id; others are not wanted
    changed_count: int = 0  # tracks for which another genre is suggested

    def publish(self, batch: object) -> None:
        assert isinstance(batch, Sequence)
        shown = self.shown
        others = [(i, line) for i, line in batch if i in shown and shown[i] != line]
        self.changed_count += sum(shown[i].genre != line.genre for i, line in others)
        if others:
            self.ctx.publish(others)
