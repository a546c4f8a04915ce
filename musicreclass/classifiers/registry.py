"""Every kind of classifier, by the name that files keep it under. A new kind is a line in here."""

from __future__ import annotations

from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.kinds.chunks.crnn import CrnnConfig
from musicreclass.classifiers.kinds.chunks.four_block import FourBlockConfig
from musicreclass.classifiers.kinds.chunks.sample_cnn import WaveConfig
from musicreclass.classifiers.kinds.chunks.transformer import TransformerConfig
from musicreclass.classifiers.kinds.chunks.vae import VaeConfig
from musicreclass.classifiers.kinds.columns.label_groups import LabelGroupsConfig
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.kinds.columns.rbf import RbfConfig
from musicreclass.classifiers.kinds.columns.zero_shot import ZeroShotConfig
from musicreclass.classifiers.kinds.joint import JointConfig
from musicreclass.classifiers.kinds.network import Config
from musicreclass.classifiers.kinds.tuned import TunedConfig
from musicreclass.core.plain import Misfit, shaped
from musicreclass.sentences.reason import Reason, because

KINDS: dict[str, type[Config]] = {
    config.kind.name: config
    for config in (
        MlpConfig,
        RbfConfig,
        CnnConfig,
        FourBlockConfig,
        JointConfig,
        LinearConfig,
        CrnnConfig,
        TransformerConfig,
        VaeConfig,
        WaveConfig,
        TunedConfig,
        LabelGroupsConfig,
        ZeroShotConfig,
    )
}


def read_config(kind: object, given: object, where: Reason) -> Config:
    """Return the config of a kind that stands in a file.

    Raises:
        Misfit: the kind is unknown, or the config does not fit it.
    """
    if type(kind) is not str or kind not in KINDS:
        raise Misfit(because("classifiers.unknown_kind", kind=repr(kind)))
    return shaped(KINDS[kind], given, where)
