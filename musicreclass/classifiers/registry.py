"""Every kind of classifier, by the name that files keep it under. A new kind is a line in here."""

from __future__ import annotations

from musicreclass.classifiers.kinds.cnn import CnnConfig
from musicreclass.classifiers.kinds.crnn import CrnnConfig
from musicreclass.classifiers.kinds.four_block import FourBlockConfig
from musicreclass.classifiers.kinds.joint import JointConfig
from musicreclass.classifiers.kinds.label_groups import LabelGroupsConfig
from musicreclass.classifiers.kinds.linear import LinearConfig
from musicreclass.classifiers.kinds.mlp import MlpConfig
from musicreclass.classifiers.kinds.network import Config
from musicreclass.classifiers.kinds.rbf import RbfConfig
from musicreclass.classifiers.kinds.transformer import TransformerConfig
from musicreclass.classifiers.kinds.vae import VaeConfig
from musicreclass.classifiers.kinds.zero_shot import ZeroShotConfig
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
