"""How much of a track the classifiers in use were trained on, and whether they take another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.analysis import Part
from musicreclass.core.job import JobContext


@dataclass(frozen=True, slots=True)
class TrainedAmount:
    """What a bundle was trained on."""

    part: Part
    seconds: float
    patches: int  # 0 where no encoder is used
    reads_excerpt: bool  # and not the encoder's patches alone
    takes_another: bool  # amount than this


def trained_amount(bundle_file: Path, ctx: JobContext) -> TrainedAmount:
    """Return what a bundle was trained on.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
    """
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier  # torch

    ctx.raise_if_cancelled()
    loaded = load_classifier(bundle_file)
    needs = loaded.needs
    return TrainedAmount(
        needs.part,
        needs.seconds,
        0 if needs.encoder is None else needs.encoder.patches,
        needs.features or bool(needs.mels),
        loaded.bundle.takes_any_amount,
    )
