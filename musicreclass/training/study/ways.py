"""The ways that a study compares: representations under a plain head, and networks.

All representations are columns of one feature set, so that all stand on the same tracks and folds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.classifiers.mel_summary import columns as summary_columns
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec, MelSpec
from musicreclass.sentences.reason import Reason, as_said, because
from musicreclass.training.config import MLP_TRAINING
from musicreclass.training.data.labelled_tracks import FeatureRows
from musicreclass.training.members import Member
from musicreclass.training.networks import NETWORKS, alone
from musicreclass.training.presets import LINEAR_TRAINING, MOST_SUPPORT_TRACKS, RBF_TRAINING

DEFINITION = "study-1"  # of all columns together
FEATURES, TAGS, EMBEDDINGS, ALL, MEL = "features", "tags", "embeddings", "all", "mel"
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
class StudyColumns:
    """All that a study measures of a track, side by side."""

    features: FeatureSet
    mels: tuple[MelSpec, ...]  # the last is the one that networks look at
    needs: AnalysisSpec
    representations: tuple[Representation, ...]

    @classmethod
    def of(cls, known: FeatureSet) -> StudyColumns:
        """Return the columns of a study where `known` is what this program can measure."""
        mels = tuple(replace(GTZAN_MEL, n_mels=count) for count in BANDS)
        sound = known.columns[: known.sound_count]
        summaries = {mel: tuple(_summary_names(mel)) for mel in mels}
        features = FeatureSet(
            DEFINITION, (*sound, *(n for names in summaries.values() for n in names))
        )
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
                own = tuple(column for column in known.encoder_columns if part in column)
                found.append(Representation(name, own, glimpse))
        needs = AnalysisSpec(mels=mels, encoder=encoder)
        found.append(Representation(ALL, features.columns, needs))
        return cls(features, mels, needs, tuple(found))

    def narrowed(self, columns: Sequence[str]) -> AnalysisSpec:
        """Return what must be analyzed of a sound for some of the columns."""
        wanted = set(columns)
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
        n_encoded = len(self.features.encoder_columns)
        encoded = None if analysis.encoded is None else analysis.encoded.row
        parts = [_or_nothing(analysis.features, len(self._sound))]
        for mel in self.mels:
            summary = summarise(mels[mel], mel) if mel in mels else None
            parts.append(_or_nothing(summary, len(summary_columns())))
        parts.append(_or_nothing(encoded, n_encoded))
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
    kind, _, bands = name.partition(" ")
    if kind == MEL:
        return because("study.columns_of_mel", bands=int(bands))
    return because(f"study.columns_{kind}")


def _summary_names(mel: MelSpec) -> Iterator[str]:
    return (f"mel{mel.n_mels}.{name}" for name in summary_columns())


def _or_nothing(found: FeatureRows | None, count: int) -> FeatureRows:
    return np.full(count, np.nan, dtype=np.float32) if found is None else found
