"""The encoder in the box: two networks of musicnn, taken over from TensorFlow's checkpoints.

    pip download --no-deps musicnn==0.1.0
    bootstrap.py bench encoder musicnn-0.1.0-py3-none-any.whl --data DIR

writes `encoder.pth` and the licence beside it into resources/classifiers. The wheel is never
installed: it wants a TensorFlow and a numpy of years ago.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from box_classifier.strangers import analyzed
from box_classifier.tf_checkpoint import read_checkpoint
from musicreclass.classifiers.encoder import Encoder, TagNetwork
from musicreclass.classifiers.feature_set import Scaling
from musicreclass.classifiers.musicnn import Musicnn, MusicnnConfig

WHEEL_SHA256 = "f38a4890c648c1ddbb141c5d96d2b0a8cfcd36746002d896989f7b88beb65cfa"
LICENCE = "musicnn-0.1.0.dist-info/LICENSE.md"
ORIGIN = (
    "musicnn 0.1.0, MSD_musicnn and MTT_musicnn. Copyright (c) Music Technology Group, Universitat "
    "Pompeu Fabra 2019. Code developed by Jordi Pons. ISC licence."
)
# In the order of the networks' heads, as the papers and the package list them.
TAGS = {
    "msd": (
        "rock", "pop", "alternative", "indie", "electronic", "female vocalists", "dance", "00s",
        "alternative rock", "jazz", "beautiful", "metal", "chillout", "male vocalists",
        "classic rock", "soul", "indie rock", "Mellow", "electronica", "80s", "folk", "90s",
        "chill", "instrumental", "punk", "oldies", "blues", "hard rock", "ambient", "acoustic",
        "experimental", "female vocalist", "guitar", "Hip-Hop", "70s", "party", "country",
        "easy listening", "sexy", "catchy", "funk", "electro", "heavy metal", "Progressive rock",
        "60s", "rnb", "indie pop", "sad", "House", "happy",
    ),
    "mtt": (
        "guitar", "classical", "slow", "techno", "strings", "drums", "electronic", "rock", "fast",
        "piano", "ambient", "beat", "violin", "vocal", "synth", "female", "indian", "opera", "male",
        "singing", "vocals", "no vocals", "harpsichord", "loud", "quiet", "flute", "woman",
        "male vocal", "no vocal", "pop", "soft", "sitar", "solo", "man", "classic", "choir",
        "voice", "new age", "dance", "male voice", "female vocal", "beats", "harp", "cello",
        "no voice", "weird", "country", "metal", "female voice", "choral",
    ),
}  # fmt: skip

POPULATION = ("real_music", "gtzan/snippets")

Variables = Mapping[str, npt.NDArray[np.float32]]


class OtherWheel(ValueError):
    """The file is not the wheel that is known."""


def encoder_of(wheel: Path) -> tuple[Encoder, str]:
    """Return the encoder in the wheel, and its licence.

    Raises:
        OtherWheel: it is another file, or was changed.
    """
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != WHEEL_SHA256:
        raise OtherWheel(f"{wheel} is not the wheel of musicnn 0.1.0; download it again")
    with zipfile.ZipFile(wheel) as archive:
        networks = []
        for name, tags in TAGS.items():
            folder = f"musicnn/{name.upper()}_musicnn"
            index = archive.read(f"{folder}/.index")
            data = archive.read(f"{folder}/.data-00000-of-00001")
            networks.append(TagNetwork(name, tags, _network(read_checkpoint(index, data))))
        made, licence = tuple(networks), archive.read(LICENCE).decode()
        n_columns = sum(len(list(network.columns())) for network in made)
        return Encoder(made, ORIGIN, Scaling(np.zeros(n_columns), np.ones(n_columns))), licence


def scaled_to(encoder: Encoder, data: Path) -> Encoder:
    """Return the encoder with the scaling of music at large; its file must be in its place.

    Music of a person's own folders is left out, so that these can be measured with it.
    """
    files = sorted(path for part in POPULATION for path in (data / part).rglob("*.opus"))
    rows = [said.row for said in analyzed(files).values() if said.row is not None]
    print(f"scaled to {len(rows)} of {len(files)} clips", flush=True)
    # Half of an embedding is cut off at one value: its quartiles say nothing of how far it spreads.
    wide = np.stack(rows).astype(np.float64)
    return replace(encoder, scaling=Scaling(wide.mean(axis=0), wide.std(axis=0)))


def _network(known: Variables) -> Musicnn:
    """Return a network with the variables of a checkpoint, which number its layers in order."""
    network = Musicnn(MusicnnConfig()).eval()
    norms = [m for m in network.modules() if isinstance(m, nn.BatchNorm1d | nn.BatchNorm2d)]
    for number, norm in enumerate(norms):
        _fill_norm(norm, known, _numbered("batch_normalization", number))
    convolutions = [m for m in network.modules() if isinstance(m, nn.Conv1d | nn.Conv2d)]
    for number, convolution in enumerate(convolutions):
        name = _numbered("conv2d", number)
        kernel = known[f"{name}/kernel"]  # height, width, in, out
        if isinstance(convolution, nn.Conv1d):  # over time; what went in lay on the second axis
            weight = kernel[:, :, 0].transpose(2, 1, 0)
        else:
            weight = kernel.transpose(3, 2, 0, 1)
        _fill(convolution, weight, known[f"{name}/bias"])
    for number, dense in enumerate((network.dense, network.head)):
        name = _numbered("dense", number)
        _fill(dense, known[f"{name}/kernel"].T, known[f"{name}/bias"])
    return network


def _numbered(name: str, number: int) -> str:
    return f"{name}_{number}" if number else name


def _fill_norm(norm: nn.BatchNorm1d | nn.BatchNorm2d, known: Variables, name: str) -> None:
    _fill(norm, known[f"{name}/gamma"], known[f"{name}/beta"])
    for buffer, variable in (("running_mean", "moving_mean"), ("running_var", "moving_variance")):
        norm.get_buffer(buffer).copy_(torch.from_numpy(known[f"{name}/{variable}"]))


def _fill(layer: nn.Module, weight: npt.NDArray[np.float32], bias: npt.NDArray[np.float32]) -> None:
    with torch.no_grad():
        layer.get_parameter("weight").copy_(torch.from_numpy(np.ascontiguousarray(weight)))
        layer.get_parameter("bias").copy_(torch.from_numpy(bias))
