"""Networks that are trained from nothing, each alone: for whoever wants just that one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.chunks.crnn import CrnnConfig
from musicreclass.classifiers.kinds.chunks.sample_cnn import WaveConfig
from musicreclass.classifiers.kinds.chunks.transformer import TransformerConfig
from musicreclass.classifiers.kinds.chunks.vae import VaeConfig
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.network import Config
from musicreclass.classifiers.kinds.tuned import TunedConfig
from musicreclass.core.analysis import GTZAN_MEL, MelSpec
from musicreclass.training.config import (
    CNN_TRAINING,
    TUNING_TRAINING,
    WAVE_TRAINING,
    TrainingConfig,
)
from musicreclass.training.distillation import Teacher
from musicreclass.training.members import Member, TrainingPlan
from musicreclass.training.presets import FREEDOM_OF_PROBE, LINEAR_TRAINING

N_FOLDS = 3  # from nothing, a fit takes minutes
EPOCHS = {"quick": 15, "standard": 30, "thorough": 80}  # by preset

# A transformer learns slowly at first, and is thrown off by larger steps.
TRANSFORMER_TRAINING = replace(CNN_TRAINING, learning_rate=1e-3)
VAE_TRAINING = replace(CNN_TRAINING, swa_share=0.0)

Kind = tuple[Callable[[MelSpec], Config], TrainingConfig]
NETWORKS: Mapping[str, Kind] = {
    "cnn": (lambda mel: CnnConfig.of_size("small", mel, is_band_centred=True), CNN_TRAINING),
    "crnn": (CrnnConfig.usual, CNN_TRAINING),
    "transformer": (TransformerConfig.usual, TRANSFORMER_TRAINING),
    "vae": (VaeConfig.usual, VAE_TRAINING),
    "wave": (lambda _: WaveConfig.usual(), WAVE_TRAINING),
}


def alone(
    network: str, preset: str, teacher: Teacher | None = None, mel: MelSpec = GTZAN_MEL
) -> TrainingPlan:
    """Return a plan for one network, trained for as long as a preset asks for."""
    config_of, training_config = NETWORKS[network]
    training_config = replace(training_config, epochs=EPOCHS[preset])
    if teacher is not None:  # whose word is soft enough
        training_config = replace(training_config, label_smoothing=0.0)
    member = Member(network, config_of(mel), training_config, teacher=teacher)
    return TrainingPlan((member,), N_FOLDS)


def tuned(encoder: str, blocks: int) -> TrainingPlan:
    """Return a plan that fits the last blocks of one of a person's encoders further.

    Raises:
        UsageProblem: there is none of this name, it cannot be tuned, or has not so many blocks.
        ClassifierFileProblem: its files are gone, or others by now.
    """
    member = Member("tuned", TunedConfig.of_encoder(encoder, blocks), TUNING_TRAINING)
    return TrainingPlan((member,), N_FOLDS)


def teacher_of(features: FeatureSet) -> Teacher:
    """Return a teacher that goes by an encoder: logistic regression on what that says of music."""
    columns = features.encoder_columns
    freedom = FREEDOM_OF_PROBE / len(columns)
    return Teacher(LinearConfig(features, columns, freedom=freedom), LINEAR_TRAINING)
