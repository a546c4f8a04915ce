"""The ways that a study compares: representations under a plain head, and networks.

All representations are columns of one feature set, so that all stand on the same tracks and folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.classifiers.mel_summary import columns as summary_columns
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec, EncoderSpec, MelSpec
from musicreclass.sentences.reason import Reason, as_said, because
from musicreclass.training.config import MLP_TRAINING
from musicreclass.training.data.labelled_tracks import FeatureRows
from musicreclass.training.members import Member
from musicreclass.training.networks import NETWORKS, alone
from musicreclass.training.presets import LINEAR_TRAINING, MOST_SUPPORT_TRACKS, RBF_TRAINING

DEFINITION = "study-1"  # of all columns together
FEATURES, TAGS, EMBEDDINGS, ALL, MEL = "features", "tags", "embeddings", "all", "mel"
OWN = "own"  # begins what is told by an encoder of a person's own
LINEAR, RBF = "linear", "rbf"
UNDER = " / "  # between a representation and its head

BANDS = (32, 64, GTZAN_MEL.n_mels)  # of the mels that are summed up, and as networks look at
# Logistic regression is as free however wide a representation is: the baselines' 0.02 of the 518.
FREEDOM_OF_ALL = 0.02 * 518
QUICK_NETWORKS = ("cnn", "crnn")
QUICK_EPOCHS = 6
SHOWN_NETWORK = "cnn"  # whose decisions are shown


@dataclass(frozen=True, slots=True)
class Representation:
    """What is told of a track, in some columns; and what must be analyzed for these alone."""

    name: str  # in JSON; it never changes
    columns: tuple[str, ...]
    needs: AnalysisSpec


@dataclass(frozen=True, slots=True)
class OwnEncoder:
    """One of a person's encoders, and the columns of each of its layers."""

    name: str
    spec: EncoderSpec
    layers: Mapping[str, tuple[str, ...]]
    given: tuple[str, ...]  # all columns, in the order in which it gives them

    @property
    def needs(self) -> AnalysisSpec:
        """Return what must be analyzed for it beside all else."""
        return AnalysisSpec(features=False, encoder=self.spec, is_glimpse=True)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return its columns by names that no other encoder's have."""
        return self.named(self.given)

    def named(self, columns: Sequence[str]) -> tuple[str, ...]:
        return tuple(f"{OWN} {self.name} {column}" for column in columns)

    def representations(self) -> Iterator[Representation]:
        for layer, columns in self.layers.items():
            yield Representation(f"{OWN} {self.name} {layer}", self.named(columns), self.needs)


@dataclass(frozen=True, slots=True)
class StudyColumns:
    """All that a study measures of a track, side by side."""

    features: FeatureSet
    mels: tuple[MelSpec, ...]  # the last is the one that networks look at
    needs: AnalysisSpec  # for all but the columns of a person's own encoders
    representations: tuple[Representation, ...]
    own: tuple[OwnEncoder, ...] = ()

    @classmethod
    def of(cls, known: FeatureSet, own: Sequence[OwnEncoder] = ()) -> StudyColumns:
        """Return the columns of a study where `known` is what this program can measure.

        Args:
            own: a person's encoders, which are compared with it.
        """
        mels = tuple(replace(GTZAN_MEL, n_mels=count) for count in BANDS)
        sound = known.columns[: known.sound_count]
        summaries = {mel: tuple(_summary_names(mel)) for mel in mels}
        measured = (*sound, *(name for names in summaries.values() for name in names))
        of_own = tuple(column for one in own for column in one.columns)
        features = FeatureSet(DEFINITION, (*measured, *of_own))
        encoder = known.encoder
        if encoder is not None:
            features = features.and_encoder(encoder, known.encoder_columns)
        found = [Representation(FEATURES, sound, AnalysisSpec())]
        for mel, names in summaries.items():
            needs = AnalysisSpec(features=False, mels=(mel,))
            found.append(Representation(f"{MEL} {mel.n_mels}", names, needs))
        if encoder is not None:
            glimpse = AnalysisSpec(features=False, encoder=encoder, is_glimpse=True)
            for name, part in ((TAGS, ".tag."), (EMBEDDINGS, ".embedding.")):
                some = tuple(column for column in known.encoder_columns if part in column)
                found.append(Representation(name, some, glimpse))
        needs = AnalysisSpec(mels=mels, encoder=encoder)
        found.append(Representation(ALL, (*measured, *features.encoder_columns), needs))
        found += (representation for one in own for representation in one.representations())
        return cls(features, mels, needs, tuple(found), tuple(own))

    def narrowed(self, columns: Sequence[str]) -> AnalysisSpec:
        """Return what must be analyzed of a sound for the columns of a representation."""
        wanted = set(columns)
        for one in self.own:
            if not wanted.isdisjoint(one.columns):
                return replace(one.needs, is_glimpse=False)
        needs_encoder = not wanted.isdisjoint(self.features.encoder_columns)
        return AnalysisSpec(
            features=not wanted.isdisjoint(self._sound),
            mels=tuple(mel for mel in self.mels if not wanted.isdisjoint(_summary_names(mel))),
            encoder=self.needs.encoder if needs_encoder else None,
        )

    def row(self, analysis: Analysis, made_by: AnalysisSpec) -> FeatureRows:
        """Return the columns of a track, shape (n_columns,); no numbers where nothing was made.

        Raises:
            UnfitSound: a mel is empty.
        """
        mels = dict(zip(made_by.mels, analysis.mels, strict=True)) if analysis.mels else {}
        encoded = None if analysis.encoded is None else analysis.encoded.row
        parts = [_or_nothing(analysis.features, len(self._sound))]
        for mel in self.mels:
            summary = summarise(mels[mel], mel) if mel in mels else None
            parts.append(_or_nothing(summary, len(summary_columns())))
        for own in self.own:
            of_own = encoded if made_by.encoder == own.spec else None
            parts.append(_or_nothing(of_own, len(own.columns)))
        of_box = encoded if made_by.encoder == self.needs.encoder else None
        parts.append(_or_nothing(of_box, len(self.features.encoder_columns)))
        return np.concatenate(parts)

    @property
    def _sound(self) -> tuple[str, ...]:
        return self.representations[0].columns


def plain_heads(columns: StudyColumns) -> Iterator[tuple[Member, Representation]]:
    """Yield each representation under logistic regression and under the RBF kernel."""
    for one in columns.representations:
        freedom = FREEDOM_OF_ALL / len(one.columns)
        linear = LinearConfig(columns.features, one.columns, freedom)
        yield Member(f"{one.name}{UNDER}{LINEAR}", linear, LINEAR_TRAINING), one
        rbf = RbfConfig(columns.features, one.columns, MOST_SUPPORT_TRACKS)
        yield Member(f"{one.name}{UNDER}{RBF}", rbf, RBF_TRAINING), one


def networks(columns: StudyColumns, *, is_quick: bool) -> Iterator[Member]:
    """Yield the network of the 518 features, and those of mels."""
    sound = columns.representations[0].columns
    mlp = MlpConfig(features=columns.features, used=sound, dropout=0.5, clip=3.0)
    yield Member("mlp", mlp, MLP_TRAINING)
    for name in NETWORKS:
        (member,) = alone(name, "quick").members
        if not is_quick:
            yield member
        elif name in QUICK_NETWORKS:  # that on raw sound costs several times as much
            yield replace(
                member, training_config=replace(member.training_config, epochs=QUICK_EPOCHS)
            )


def way_reason(name: str) -> Reason:
    """Return what a way is called to people."""
    representation, under, head = name.partition(UNDER)
    if not under:
        return because(f"study.network_{name}") if name in {"mlp", *NETWORKS} else as_said(name)
    return because(
        "study.way",
        representation=representation_reason(representation),
        head=because(f"study.head_{head}"),
    )


def representation_reason(name: str) -> Reason:
    """Return what a representation is called to people."""
    kind, _, which = name.partition(" ")
    if kind == MEL:
        return because("study.columns_of_mel", bands=int(which))
    if kind == OWN:
        encoder, _, layer = which.partition(" ")
        return because("study.columns_of_own", encoder=encoder, layer=layer)
    return because(f"study.columns_{kind}")


def _summary_names(mel: MelSpec) -> Iterator[str]:
    return (f"mel{mel.n_mels}.{name}" for name in summary_columns())


def _or_nothing(found: FeatureRows | None, count: int) -> FeatureRows:
    return np.full(count, np.nan, dtype=np.float32) if found is None else found
