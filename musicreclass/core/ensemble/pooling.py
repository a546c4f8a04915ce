"""Pooling of evidence over the tracks of an album or artist, partially: each may still differ.

Log-probabilities of a track and of those who keep company with it are averaged. The others count
the less the more the company disagrees (Jensen-Shannon divergence among its tracks), and the more
this very track disagrees with the rest: an album of one genre is not split by noise, a collection
of many is left as it is, and so is a skit on an album of songs. Genres that people or files have
given to the others count as evidence, too, bounded: never more than a few tracks do, nor a
person's word where the track differs from the others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from musicreclass.core.ensemble.log_probs import LogProbs, log_softmax
from musicreclass.core.ensemble.stored import Stored, Value, number

Indices = npt.NDArray[np.intp]
Floats = npt.NDArray[np.float64]

# How much company may disagree, in nats, until its others count for exp(-1) of what they would.
# Chosen by `bench company` on ten splits of 280 clips by 86 artists, and on clips of 66 other
# collections left out: the least log-loss at which albums mixed of anything lose under a point.
COMPANY_DISCORD = 0.4  # among all its tracks
OWN_DISCORD = 0.25  # between a track and the others
LOWEST = float(np.log(1e-3))  # no track says "never" to its album

# Not fitted, for the material has no decisions: how often others are what one was called, how many
# tracks that sound like it such a word is worth, and how many all together at most.
DECIDED_TRUST, DECIDED_WORTH, DECIDED_MOST = 0.9, 2.0, 6.0
TAGGED_TRUST, TAGGED_WORTH, TAGGED_MOST = 0.7, 0.5, 1.0

# A mean of opinions is less sure than it is right. Fitted as `fit_pooling` does, 0.79 is best on
# collections left out (GTZAN 1.38, Emotify 0.5), 0.72 to 0.89 on each deal of own folders.
USUAL_TEMPERATURE = 0.85
LEAST_TEMPERATURE, MOST_TEMPERATURE = 0.5, 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Companies:
    """Which tracks count as whose company. A track may be of several, and keeps one at most."""

    tracks: Indices  # shape (n_members,), a track of the company beside
    codes: Indices  # shape (n_members,), from 0
    kept: Indices  # shape (n_tracks,), the company that each track keeps; -1: none

    @classmethod
    def of_groups(cls, groups: Indices) -> Companies:
        """Return companies of which each track is in one, and keeps it; shape (n_tracks,)."""
        codes = np.unique(groups, return_inverse=True)[1]
        return cls(np.arange(len(groups)), codes, codes)


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """How many others in a track's company were given each genre; shapes (n_tracks, n_genres)."""

    decided: Floats
    tagged: Floats


@dataclass(frozen=True, slots=True)
class Pooling:
    """How answers are pooled, and how sure they are then."""

    temperature: float = USUAL_TEMPERATURE  # of what is pooled
    company_discord: float = COMPANY_DISCORD
    own_discord: float = OWN_DISCORD

    def __post_init__(self) -> None:
        _checked(self.to_dict())

    def to_dict(self) -> dict[str, Value]:
        return {
            "temperature": self.temperature,
            "company_discord": self.company_discord,
            "own_discord": self.own_discord,
        }

    @classmethod
    def from_dict(cls, stored: Stored) -> Pooling:
        """Return what `to_dict` stored; bundles made before say nothing, and are pooled as usual.

        Raises:
            DamagedCalibration: something is missing or makes no sense.
        """
        return cls(*_checked(stored)) if stored else cls()

    def pooled(
        self, log_probs: LogProbs, companies: Companies, given: Given | None = None
    ) -> LogProbs:
        """Return log-probabilities (n_tracks, n_genres) that company counts in.

        What nobody keeps company with stays as it is.
        """
        total, weight = log_probs.copy(), np.ones((len(log_probs), 1))
        others, others_worth, nearness = self._others(log_probs, companies)
        given_rows = () if given is None else self._given(log_probs, given, nearness)
        for rows, worth in ((others, others_worth), *given_rows):
            total += worth[:, None] * rows
            weight += worth[:, None]
        by_others = 1.0 - 1.0 / weight  # none where a track stands alone
        heat = 1.0 + (self.temperature - 1.0) * by_others
        return np.where(by_others > 0.0, log_softmax(total / weight / heat), log_probs)

    def _others(self, log_probs: LogProbs, companies: Companies) -> tuple[LogProbs, Floats, Floats]:
        """Return the mean of the others (n_tracks, n_genres), their weight, and how near they are.

        The latter two are of shape (n_tracks,); where there are no others, nothing differs.
        """
        probs, own = np.exp(log_probs), np.maximum(log_probs, LOWEST)
        entropies = _entropy(probs)
        is_member = np.zeros(len(own))
        mine = companies.kept[companies.tracks] == companies.codes
        is_member[companies.tracks[mine]] = 1.0
        size = _summed(np.ones((len(own), 1)), companies)[:, 0]
        summed = _summed(probs, companies)
        others = np.maximum(size - is_member, 0.0)
        at_least_one = np.maximum(others, 1.0)
        mean_entropy = _summed(entropies[:, None], companies)[:, 0] / np.maximum(size, 1.0)
        among = _entropy(summed / np.maximum(size, 1.0)[:, None]) - mean_entropy
        among *= size / np.maximum(size - 1.0, 1.0)  # two tracks can only disagree half as much
        rest = (summed - is_member[:, None] * probs) / at_least_one[:, None]
        apart = np.where(others > 0.0, _divergence(probs, rest), 0.0)
        nearness = np.exp(-((apart / self.own_discord) ** 2))
        agreement = np.exp(-((np.maximum(among, 0.0) / self.company_discord) ** 2))
        mean = (_summed(own, companies) - is_member[:, None] * own) / at_least_one[:, None]
        return mean, others * agreement * nearness, nearness

    def _given(
        self, log_probs: LogProbs, given: Given, nearness: Floats
    ) -> tuple[tuple[LogProbs, Floats], ...]:
        """Return what decisions and tags of others say, and what each counts (n_tracks,)."""
        decided, tagged = given.decided.sum(axis=1), given.tagged.sum(axis=1)
        by_tags = _as_said(given.tagged, TAGGED_TRUST)
        apart = _divergence(np.exp(log_probs), np.exp(by_tags)) / self.own_discord
        of_tags = np.minimum(TAGGED_WORTH * tagged, TAGGED_MOST) * np.exp(-(apart**2))
        of_people = np.minimum(DECIDED_WORTH * decided, DECIDED_MOST) * nearness
        return (_as_said(given.decided, DECIDED_TRUST), of_people), (by_tags, of_tags)


def _summed(values: Floats, companies: Companies) -> Floats:
    """Return the sums (n_tracks, n) of `values` (n_tracks, n) over the company of each track."""
    n_codes = int(max(companies.codes.max(initial=-1), companies.kept.max(initial=-1))) + 1
    sums = np.zeros((n_codes + 1, values.shape[1]))  # the last row is of those who keep none
    np.add.at(sums, companies.codes, values[companies.tracks])
    return np.asarray(sums[companies.kept])


def _checked(stored: Stored) -> tuple[float, float, float]:
    return (
        number(stored, "temperature", LEAST_TEMPERATURE, MOST_TEMPERATURE),
        number(stored, "company_discord", 0.01, 100.0),
        number(stored, "own_discord", 0.01, 100.0),
    )


def _as_said(counts: Floats, trust: float) -> LogProbs:
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    return np.asarray(np.log(trust * shares + (1.0 - trust) / counts.shape[1]))


def _entropy(probs: Floats) -> Floats:
    return np.asarray(-(probs * np.log(np.maximum(probs, 1e-12))).sum(axis=-1))


def _divergence(one: Floats, other: Floats) -> Floats:
    """Return the Jensen-Shannon divergence of rows, in nats; shape (n,)."""
    mean = _entropy((one + other) / 2.0) - (_entropy(one) + _entropy(other)) / 2.0
    return np.asarray(np.maximum(mean, 0.0))
