"""The classifier in use as verbs want it: where it is not the chosen one, that is said."""

from __future__ import annotations

from pathlib import Path

from musicreclass.cli.console import ConsoleContext
from musicreclass.pipeline.classification.usable_classifier import usable
from musicreclass.settings import Settings


def in_use(chosen: Settings, ctx: ConsoleContext) -> Path | None:
    """Return the file to classify with, None where nothing is installed."""
    found = usable(chosen)
    if found.sentence is not None:
        ctx.say(found.sentence, is_problem=True)
    return found.path
