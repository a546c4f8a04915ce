"""The Audio Spectrogram Transformer in a folder as transformers saves it, with or without a head.

Front end as its authors': 16 kHz, Kaldi's log-mel of 128 bands in frames of 25 ms every 10 ms,
1,024 of them, (x + 4.2677393) / (2 x 4.5689974), unless its own file has other numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Protocol

import torch

from musicreclass.classifiers.encoders import pretrained
from musicreclass.classifiers.encoders.encoder_card import EncoderCard, LayerCard
from musicreclass.classifiers.encoders.folder_encoder import EmbeddedWaves, FolderEncoder, Waves
from musicreclass.classifiers.encoders.folder_files import (
    CONFIG,
    FRONT_END,
    WEIGHTS,
    check_range,
    extra_wanted,
    front_end_type,
    licence_of,
    model_type,
    read_json,
    refusing_encoder,
    required,
)
from musicreclass.classifiers.encoders.tunable import Tunable, blocks_by_name, names_below

MODEL_TYPE: Final = "audio-spectrogram-transformer"
EXTRACTOR: Final = "ASTFeatureExtractor"  # others bring a front end of their own
FRAME_SECONDS, HOP_SECONDS = 0.025, 0.010
AUDIOSET_LABELS = 527
OF_MUSIC: Final = range(216, 266)  # AudioSet's genres, from pop to independent music
SPECIAL_TOKENS = 2  # class and distillation stand before those of patches
FRONT_END_NUMBERS = {
    "sampling_rate": (8_000, 48_000),
    "num_mel_bins": (8, 512),
    "max_length": (16, 6_000),
    "mean": (-1e3, 1e3),
    "std": (1e-3, 1e3),
}


class AstFrontEnd(Protocol):
    """What makes of waves the mels that an AST is given."""

    sampling_rate: int
    num_mel_bins: int
    max_length: int  # frames

    @property
    def seconds(self) -> float:
        """How long a wave is that fills a mel."""

    def mels(self, waves: Waves) -> torch.Tensor:
        """Return normalised mels, shape (n_waves, max_length, num_mel_bins)."""


class AstEncoder(FolderEncoder):
    """Answers by the pooled output, means of patches in two blocks, and labels of music."""

    def __init__(
        self, folder: Path, layout: str, front_end: AstFrontEnd, *, usual_licence: str = ""
    ) -> None:
        self._front_end = front_end
        self._network, config = _network(folder)
        path = folder / FRONT_END
        bands = int(config.num_mel_bins)
        check_range(path, "num_mel_bins", front_end.num_mel_bins, bands, bands)
        frames = int(config.max_length)
        check_range(path, "max_length", front_end.max_length, frames, frames)
        self._blocks = pretrained.blocks_of(int(config.num_hidden_layers))
        names = pretrained.labels_of(config) if hasattr(self._network, "classifier") else ()
        self._labels = [i for i in OF_MUSIC if len(names) == AUDIOSET_LABELS] or range(len(names))
        width = int(config.hidden_size)
        self.card = EncoderCard(
            layout,
            front_end.sampling_rate,
            front_end.seconds,
            tuple(LayerCard(name, width) for name in ("pooled", *self._blocks)),
            tuple(names[i] for i in self._labels),
            licence_of(folder) or usual_licence,
        )

    def embed(self, waves: Waves) -> EmbeddedWaves:
        mels = self._front_end.mels(waves)
        network = getattr(self._network, "audio_spectrogram_transformer", self._network)
        with torch.inference_mode():
            said = network(mels, output_hidden_states=True)
            layers = [said.pooler_output]
            for block in self._blocks.values():
                layers.append(said.hidden_states[block][:, SPECIAL_TOKENS:].mean(dim=1))
            labels = None
            if self.card.labels:
                logits = self._network.classifier(said.pooler_output)
                labels = logits[:, list(self._labels)].numpy()
        return EmbeddedWaves(tuple(layer.numpy() for layer in layers), labels)

    def tunable(self) -> Tunable:
        module = getattr(self._network, "audio_spectrogram_transformer", self._network)
        return Tunable(
            module,
            lambda waves: {"input_values": self._front_end.mels(waves)},
            lambda said: said.pooler_output,
            self.card.layers[0].width,
            blocks_by_name(module, r"layers\.(\d+)\."),
            names_below(module, "layernorm."),
        )


class AstLayout:
    """config.json, preprocessor_config.json and model.safetensors of an AST."""

    name = "ast"
    downloads = (WEIGHTS, CONFIG, FRONT_END, "README.md")

    def recognises(self, folder: Path) -> bool:
        return model_type(folder) == MODEL_TYPE and front_end_type(folder) in ("", EXTRACTOR)

    def files(self, folder: Path) -> Sequence[Path]:
        return required(folder, CONFIG, FRONT_END, WEIGHTS)

    def open(self, folder: Path) -> FolderEncoder:
        self.files(folder)
        with refusing_encoder(folder):
            return AstEncoder(folder, self.name, KaldiFrontEnd(folder))


class KaldiFrontEnd:
    """The front end of transformers with the numbers of a folder."""

    def __init__(self, folder: Path) -> None:
        with extra_wanted():
            from transformers import ASTFeatureExtractor
        given = read_json(folder / FRONT_END)
        chosen = {name: given[name] for name in FRONT_END_NUMBERS if name in given}
        for name, value in chosen.items():
            check_range(folder / FRONT_END, name, value, *FRONT_END_NUMBERS[name])
        normalises = bool(given.get("do_normalize", True))
        self._extractor = ASTFeatureExtractor(**chosen, do_normalize=normalises)
        self.sampling_rate = int(self._extractor.sampling_rate)
        self.num_mel_bins = int(self._extractor.num_mel_bins)
        self.max_length = int(self._extractor.max_length)

    @property
    def seconds(self) -> float:
        return round((self.max_length - 1) * HOP_SECONDS + FRAME_SECONDS, 3)

    def mels(self, waves: Waves) -> torch.Tensor:
        made: torch.Tensor = self._extractor(
            list(waves), sampling_rate=self.sampling_rate, return_tensors="pt"
        ).input_values
        return made


def _network(folder: Path) -> tuple[Any, Any]:
    """Return the network, with a head where its weights have one, and its config."""
    with extra_wanted():
        from transformers import ASTConfig, ASTForAudioClassification, ASTModel
    config = pretrained.read_config(folder, ASTConfig)
    has_head = any(name.startswith("classifier.") for name in pretrained.tensors(folder))
    made = ASTForAudioClassification if has_head else ASTModel
    return pretrained.load(folder, made, config), config


LAYOUT = AstLayout()
