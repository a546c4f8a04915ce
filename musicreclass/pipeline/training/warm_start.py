"""What a training begins with: what the classifier in the box has learned, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.kinds.cnn import ShortChunkCnn
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.pipeline.classification.installed import installed
from musicreclass.training.data.provenance import TrainingProvenance
from musicreclass.training.fit.backbone import Backbone

MOST_HEARD_BEFORE = 0.01  # of the tracks: they flatter an estimate by one point at the very most


@dataclass(frozen=True, slots=True, eq=False)
class WarmStart:
    """Where the network of spectrograms starts from, and the sentence that says why."""

    sentence: str
    backbone: Backbone | None = None


FROM_NOTHING = WarmStart("The network of spectrograms began from nothing, as asked for.")


def warm_start(files: Mapping[str, str]) -> WarmStart:
    """Return what may be built upon for these files, so that their estimate stays honest.

    Whoever heard the tracks that it is tested on knows them. So nothing is taken over from a
    classifier that heard more than a few of them, or that does not say what it heard.

    Args:
        files: path -> fingerprint, of all tracks that are taught or tested on.
    """
    known = _in_box()
    network = None if known is None else _listener(known)
    if known is None or network is None:
        return WarmStart(
            "The network of spectrograms began from nothing: no classifier came along."
        )
    heard = TrainingProvenance.from_training(known.training)
    if heard is None:
        return WarmStart(
            "The network of spectrograms began from nothing, for the classifier in the box does "
            "not say what music it heard."
        )
    count = heard.count(files)
    if count > MOST_HEARD_BEFORE * len(files):
        return WarmStart(
            f"The network of spectrograms began from nothing: the classifier in the box was "
            f"taught {count:,} of these {len(files):,} tracks, and would flatter the estimate."
        )
    few = f"{count:,}" if count else "none"
    return WarmStart(
        f"The network of spectrograms began with what the classifier in the box has learned from "
        f"other music; it was taught {few} of these {len(files):,} tracks.",
        Backbone(network),
    )


def _in_box() -> Bundle | None:
    file = next((one.path for one in installed() if one.is_in_box), None)
    return None if file is None else bundles.load(file)


def _listener(known: Bundle) -> ShortChunkCnn | None:
    """Return its network that hears the mels which presets ask for."""
    networks = (classifier.network for classifier in known.classifiers)
    return next(
        (n for n in networks if isinstance(n, ShortChunkCnn) and n.config.mel == GTZAN_MEL), None
    )
