"""How much of a track is analyzed where a person wants another amount than classifiers do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    # With it comes numpy, which settings and `--help` do without.
    from musicreclass.core.analysis import AnalysisSpec

PartChoice = Literal["trained", "start", "middle", "whole"]
MOST_SECONDS = 3600
MOST_PATCHES = 64


@dataclass(frozen=True, slots=True)
class AnalysisAmount:
    """What a person chose; each part of it may be left to the classifier."""

    part: PartChoice = "trained"  # that the classifier was trained on, its seconds as well
    seconds: int = 0  # of the start or the middle; 0: as many as it was trained on
    patches: int = 0  # that the encoder looks at; 0: as many as it was trained with

    def of(self, spec: AnalysisSpec) -> AnalysisSpec:
        """Return what to analyze instead of `spec`, which is what a classifier was trained on."""
        encoder = spec.encoder
        if encoder is not None and self.patches:
            spec = replace(spec, encoder=replace(encoder, patches=min(self.patches, MOST_PATCHES)))
        if self.part == "trained":
            return spec
        part = type(spec.part)(self.part)
        usual = self.part == "whole" or not self.seconds
        seconds = spec.seconds if usual else float(min(self.seconds, MOST_SECONDS))
        return replace(spec, part=part, seconds=seconds)


AS_TRAINED = AnalysisAmount()
