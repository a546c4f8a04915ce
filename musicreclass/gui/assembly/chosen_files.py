"""The files of classifiers that are chosen; with the rooms that know them comes torch."""

from pathlib import Path

from musicreclass.gui.services.choices import Choices
from musicreclass.pipeline.processes.preload_torch import preload_torch


def bundle_file(choices: Choices) -> Path | None:
    """Return the file to classify with, None where there is none."""
    preload_torch()
    from musicreclass.pipeline.classification.usable_classifier import usable  # with it comes torch

    return usable(choices.settings).path


def tagger_file(choices: Choices) -> Path | None:
    """Return the file of the tagger that was chosen, None where there is none."""
    preload_torch()
    from musicreclass.pipeline.classification.installed import tagger_file  # with it comes torch

    return tagger_file(choices.settings)
