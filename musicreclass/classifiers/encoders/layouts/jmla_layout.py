"""OpenJMLA's vision transformer: a checkpoint with MMSelfSup's names, and a network for it.

What is known is what its tensors say. The mel is repeated for three channels, cut into squares of
16, and flattened by channel, band and frame; squares stand band by band. Its file does not say how
the mel was made: a JSON profile of its name beside it may name `mels`, `rate`, `mean`, `deviation`,
`heads` and `licence`. Without one it is Kaldi's log-mel of 25 ms every 10 ms at 16 kHz, scaled as
AudioSet's is for AST.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn

from musicreclass.classifiers import weights_file
from musicreclass.classifiers.encoders import pretrained
from musicreclass.classifiers.encoders.encoder_card import EncoderCard, LayerCard
from musicreclass.classifiers.encoders.folder_encoder import EmbeddedWaves, FolderEncoder, Waves
from musicreclass.classifiers.encoders.folder_files import (
    MOST_NUMBERS,
    check_range,
    licence_of,
    read_json,
    refusing_encoder,
)
from musicreclass.classifiers.encoders.tunable import Tunable, blocks_by_name, names_below
from musicreclass.classifiers.runtime import torchaudio
from musicreclass.classifiers.weights_file import ClassifierFileProblem, clean_name
from musicreclass.core.plain import Misfit, some_of
from musicreclass.sentences.reason import because

SUFFIX, PROFILE_SUFFIX = ".pth", ".json"
NAMES: Final = ("epoch_20.pth", "openjmla*.pth", "jmla*.pth")
SQUARE, CHANNELS = 16, 3
SQUARE_INPUTS: Final = CHANNELS * SQUARE * SQUARE
HEAD_WIDTH = 64  # of a head of ViT
EPSILON = 1e-6
HOP, FRAME = 0.010, 0.025  # seconds
BLOCK = re.compile(r"layers\.(\d{1,3})\.")
PROFILE_NUMBERS = {
    "mels": (SQUARE, 512),
    "rate": (8_000, 48_000),
    "mean": (-1e3, 1e3),
    "deviation": (1e-3, 1e3),
    "heads": (1, 256),
}


@dataclass(frozen=True, slots=True)
class JmlaProfile:
    """How the mel is made, and what the tensors do not say."""

    mels: int = 80
    rate: int = 16_000  # Hz
    mean: float = -4.2677393
    deviation: float = 2 * 4.5689974
    heads: int = 0  # 0: one for each 64 numbers
    licence: str = ""


@dataclass(frozen=True, slots=True)
class VitShape:
    """The shape of the network, as its tensors have it."""

    width: int
    hidden: int  # in the feed-forward layers
    blocks: int
    heads: int
    rows: int  # squares over the bands
    columns: int  # squares over the frames

    @property
    def frames(self) -> int:
        return self.columns * SQUARE


class JmlaBlock(nn.Module):
    """Attention and a feed-forward part, each behind a norm and added to what came in."""

    def __init__(self, shape: VitShape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.ln1 = nn.LayerNorm(shape.width, EPSILON)
        self.attn = nn.ModuleDict(
            {
                "qkv": nn.Linear(shape.width, 3 * shape.width),
                "proj": nn.Linear(shape.width, shape.width),
            }
        )
        self.ln2 = nn.LayerNorm(shape.width, EPSILON)
        first = nn.Sequential(nn.Linear(shape.width, shape.hidden), nn.GELU())
        layers = nn.Sequential(first, nn.Linear(shape.hidden, shape.width))
        self.ffn = nn.ModuleDict({"layers": layers})

    def forward(self, tokens: Tensor) -> Tensor:  # (n, tokens, width)
        tokens = tokens + self._attended(self.ln1(tokens))
        fed: Tensor = self.ffn["layers"](self.ln2(tokens))
        return tokens + fed

    def _attended(self, tokens: Tensor) -> Tensor:
        n, count, width = tokens.shape
        parts = self.attn["qkv"](tokens).reshape(n, count, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)  # each (n, heads, tokens, head width)
        mixed = nn.functional.scaled_dot_product_attention(query, key, value)
        said: Tensor = self.attn["proj"](mixed.transpose(1, 2).reshape(n, count, width))
        return said


class JmlaNetwork(nn.Module):
    """A vision transformer whose parameters are called as in the checkpoint."""

    def __init__(self, shape: VitShape) -> None:
        super().__init__()
        self.shape = shape
        count = shape.rows * shape.columns
        self.cls_token = nn.Parameter(torch.zeros(1, 1, shape.width))
        self.pos_embed = nn.Parameter(torch.zeros(1, count + 1, shape.width))
        projection = nn.Linear(SQUARE_INPUTS, shape.width)
        self.patch_embed = nn.ModuleDict({"projection": projection})
        self.layers = nn.ModuleList(JmlaBlock(shape) for _ in range(shape.blocks))
        self.ln1 = nn.LayerNorm(shape.width, EPSILON)

    def forward(self, mels: Tensor) -> list[Tensor]:  # (n, n_mels, frames)
        """Return the tokens behind each block, and behind the last norm."""
        pictures = mels[:, None].expand(-1, CHANNELS, -1, -1)
        squares = nn.functional.unfold(pictures, SQUARE, stride=SQUARE).transpose(1, 2)
        tokens = self.patch_embed["projection"](squares)
        tokens = torch.cat((self.cls_token.expand(len(mels), -1, -1), tokens), dim=1)
        tokens = tokens + self.pos_embed
        found = []
        for block in self.layers:
            tokens = block(tokens)
            found.append(tokens)
        return [*found, self.ln1(tokens)]


class JmlaEncoder(FolderEncoder):
    """Answers by the class token, and by means of squares in two blocks and behind the last."""

    def __init__(self, folder: Path) -> None:
        file = _checkpoint(folder)
        self._profile, remark = _profile(file)
        self._network = _network(file, self._profile)
        shape = self._network.shape
        self._blocks = pretrained.blocks_of(shape.blocks)
        seconds = round((shape.frames - 1) * HOP + FRAME, 3)
        layers = ("class token", "mean", *self._blocks)
        self.card = EncoderCard(
            LAYOUT.name,
            self._profile.rate,
            seconds,
            tuple(LayerCard(name, shape.width) for name in layers),
            licence=self._profile.licence or licence_of(folder),
            remark=remark,
        )

    def mels(self, waves: Waves) -> Tensor:
        """Return what the network looks at, shape (n_waves, n_mels, frames)."""
        shape, profile = self._network.shape, self._profile
        least = round(self.card.seconds * profile.rate)
        found = []
        for wave in waves:
            sound = torch.from_numpy(wave)
            if len(sound) < least:  # a shorter sound is repeated
                sound = sound.repeat(-(-least // max(1, len(sound))))
            mel = torchaudio().compliance.kaldi.fbank(
                sound[None, :least],
                sample_frequency=profile.rate,
                window_type="hanning",
                num_mel_bins=profile.mels,
            )
            found.append(((mel - profile.mean) / profile.deviation).T[:, : shape.frames])
        return torch.stack(found)

    def embed(self, waves: Waves) -> EmbeddedWaves:
        with torch.inference_mode():
            *blocks, last = self._network(self.mels(waves))
            layers = [last[:, 0], last[:, 1:].mean(dim=1)]
            layers += [blocks[number - 1][:, 1:].mean(dim=1) for number in self._blocks.values()]
        return EmbeddedWaves(tuple(layer.numpy() for layer in layers))

    def tunable(self) -> Tunable:
        return Tunable(
            self._network,
            lambda waves: {"mels": self.mels(waves)},
            lambda said: said[-1][:, 0],
            self.card.layers[0].width,
            blocks_by_name(self._network, r"layers\.(\d+)\."),
            names_below(self._network, "ln1."),
        )


class JmlaLayout:
    """One checkpoint `epoch_20.pth`, and a profile of its name beside it."""

    name = "jmla"
    downloads = ("epoch_20.pth", "epoch_20.json", "README.md")

    def recognises(self, folder: Path) -> bool:
        return bool(_checkpoints(folder))

    def files(self, folder: Path) -> Sequence[Path]:
        file = _checkpoint(folder)
        profile = file.with_suffix(PROFILE_SUFFIX)
        return (file, profile) if profile.is_file() else (file,)

    def open(self, folder: Path) -> FolderEncoder:
        with refusing_encoder(folder):
            return JmlaEncoder(folder)


def shape_of(tensors: Mapping[str, Tensor], profile: JmlaProfile) -> VitShape:
    """Return the shape that the tensors have.

    Raises:
        Misfit: they fit no network of this layout.
    """
    projected, fed = "patch_embed.projection.weight", "layers.0.ffn.layers.1.weight"
    needed = ("cls_token", "pos_embed", projected, fed)
    if missing := [name for name in needed if name not in tensors]:
        raise Misfit(because("classifiers.encoder_lacks", names=some_of(missing)))
    position, projection = tensors["pos_embed"].shape, tensors[projected].shape
    if len(position) != 3 or len(projection) != 2 or projection[1] != SQUARE_INPUTS:
        raise Misfit(because("classifiers.no_jmla_patches", given=str(tuple(projection))))
    width, squares = int(position[2]), int(position[1]) - 1
    rows, rest = divmod(profile.mels, SQUARE)
    if rest or squares < 1 or squares % rows:
        raise Misfit(because("classifiers.no_jmla_grid", squares=squares, mels=profile.mels))
    heads = profile.heads or width // HEAD_WIDTH
    if not heads or width % heads:
        raise Misfit(because("classifiers.no_heads", width=width, heads=heads))
    numbers = {int(found[1]) for name in tensors if (found := BLOCK.match(name))}
    feed = tensors[fed].shape
    hidden = int(feed[1]) if len(feed) == 2 else 0
    check = {"width": (width, 8_192), "blocks": (len(numbers), pretrained.MOST_BLOCKS)}
    check |= {"hidden": (hidden, 65_536), "squares": (squares, 65_536)}
    for name, (given, most) in check.items():
        if not 1 <= given <= most:
            raise Misfit(
                because("classifiers.range", name=name, given=given, lowest=1, highest=most)
            )
    return VitShape(width, hidden, len(numbers), heads, rows, squares // rows)


def _network(file: Path, profile: JmlaProfile) -> JmlaNetwork:
    content = weights_file.read(file)
    if not isinstance(content, dict) or not isinstance(content.get("state_dict"), dict):
        raise ClassifierFileProblem(file, because("classifiers.no_jmla"))
    tensors = content["state_dict"]
    if not all(type(name) is str and isinstance(one, Tensor) for name, one in tensors.items()):
        raise ClassifierFileProblem(file, because("classifiers.no_jmla"))
    if (count := sum(one.numel() for one in tensors.values())) > MOST_NUMBERS:
        raise Misfit(because("classifiers.encoder_too_large", count=count, most=MOST_NUMBERS))
    shape = shape_of(tensors, profile)
    return weights_file.with_weights(lambda: JmlaNetwork(shape), tensors)


def _profile(file: Path) -> tuple[JmlaProfile, str]:
    """Return the profile of a checkpoint, and the code of what is to be said without one."""
    path = file.with_suffix(PROFILE_SUFFIX)
    if not path.is_file():
        return JmlaProfile(), "classifiers.no_jmla_profile"
    given = read_json(path)
    if unknown := sorted(given.keys() - PROFILE_NUMBERS.keys() - {"licence"}):
        raise ClassifierFileProblem(
            path, because("classifiers.unknown_fields", names=some_of(unknown))
        )
    found: dict[str, Any] = {}
    for name, limits in PROFILE_NUMBERS.items():
        if name in given:
            check_range(path, name, given[name], *limits)
            found[name] = float(given[name]) if name in ("mean", "deviation") else int(given[name])
    licence = clean_name(given.get("licence", ""), because("classifiers.the_licence"))
    return replace(JmlaProfile(licence=licence), **found), ""


def _checkpoint(folder: Path) -> Path:
    """Return the only checkpoint of a folder.

    Raises:
        ClassifierFileProblem: there is none, or several.
    """
    found = _checkpoints(folder)
    if len(found) != 1:
        names = tuple(path.name for path in found) or NAMES[:1]
        code = "classifiers.several_checkpoints" if found else "classifiers.encoder_lacks"
        raise ClassifierFileProblem(folder, because(code, names=names))
    return found[0]


def _checkpoints(folder: Path) -> list[Path]:
    return sorted({path for pattern in NAMES for path in folder.glob(pattern) if path.is_file()})


LAYOUT = JmlaLayout()
