"""Logistic regression on scaled features: what learns best from few tracks, given an encoder.

It need not begin with nothing: an encoder with a tag "country" knows something of a genre of that
name before the first track of it is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import torch

from musicreclass.classifiers.encoder import encoder_for
from musicreclass.classifiers.kinds.columns.feature_network import ColumnsConfig, FeatureNetwork
from musicreclass.classifiers.kinds.fitter import Fitter, FitWork, Floats
from musicreclass.classifiers.kinds.network import ClassifierKind
from musicreclass.classifiers.spec import FeatureRows, check_positive
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.sound_tags import SoundTags

MOST_STEPS = 1_000  # of the solver
# What a spread of the tags that go by a genre's name is believed to speak for it. With 3
# examples of each of four genres 73.1 % of others were right instead of 69.2, with 5 74.7
# instead of 72.4, with 10 78.7 instead of 77.0; of GTZAN, left out whole, 50.1 instead of 39.5.
BELIEF = 2.0
TRACK_SECONDS = 0.004


def _fit_seconds(work: FitWork) -> float:
    return work.n_fitted * TRACK_SECONDS


@dataclass(frozen=True, slots=True)
class LinearConfig(ColumnsConfig):
    """The shape of a `LinearNetwork`.

    It heeds no copies: with two of each of 280 tracks it was right on 77.5 % instead of 79.6, for
    what it reads was trained to tell the changes apart that copies are made by.
    """

    kind: ClassVar[ClassifierKind] = ClassifierKind(
        "linear", _fit_seconds, is_cheap=True, heeds="nothing"
    )

    freedom: float = 0.003  # how far weights may grow to get known tracks right
    clip: float = 4.0  # spreads from the centre

    def __post_init__(self) -> None:
        ColumnsConfig.__post_init__(self)  # slots: super() would look for another class
        check_positive("freedom", self.freedom)
        check_positive("clip", self.clip)

    def build(self, n_genres: int) -> LinearNetwork:
        return LinearNetwork(self, n_genres)


class LinearNetwork(FeatureNetwork):
    """A head on scaled columns, which are the embedding; solved for at once."""

    config: LinearConfig

    def __init__(self, config: LinearConfig, n_genres: int) -> None:
        super().__init__(config, (), n_genres, config.clip)

    def fit(self, fitter: Fitter) -> None:
        known = fitter.of_genres().tracks
        rows = self.rows_of(known.features, None)
        self.learn_scaling(rows)
        with torch.inference_mode():
            scaled = self.scaled(torch.from_numpy(self.selected(rows))).numpy()
        weights, biases = fitter.logistic_regression(
            scaled.astype(np.float64),
            known.labels,
            freedom=self.config.freedom,
            most_steps=MOST_STEPS,
            prior=self._believed(known.genres),
        )
        with torch.no_grad():
            self.head.weight.copy_(torch.from_numpy(weights))
            self.head.bias.copy_(torch.from_numpy(biases))
        self.eval()

    def _believed(self, genres: Sequence[str]) -> Floats | None:
        """Return the weights that tags speak for genres with by name; None where none does.

        Half of that goes to the tags that are a genre, half to those that are kinds of it.
        """
        index = {name: i for i, name in enumerate(self.config.used)}
        weights = np.zeros((len(genres), len(index)))
        styles = SoundTags.shipped().styles_of(genres, taxonomy_in_use())
        for row, (own, below) in zip(weights, styles, strict=True):
            parts = [[index[c] for c in part if c in index] for part in (own, below)]
            known = [part for part in parts if part]
            for part in known:
                row[part] = BELIEF / len(known) / len(part)
        return weights if weights.any() else None

    def learn_scaling(self, rows: FeatureRows) -> None:
        """Scale as usual, and the columns of the encoder in the box as those of music at large.

        A handful of tracks says little of how far a column spreads.
        """
        super().learn_scaling(rows)
        spec = self.config.features.encoder
        if spec is None or spec.wave is not None:
            return
        encoder = encoder_for(spec)
        index = {name: i for i, name in enumerate(encoder.columns)}
        for position, name in enumerate(self.config.used):
            if name in index:
                self.centre[position] = float(encoder.scaling.centre[index[name]])
                self.spread[position] = float(encoder.scaling.spread[index[name]])
