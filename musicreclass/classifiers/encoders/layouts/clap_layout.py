"""CLAP in a folder as transformers saves it: HTSAT, and a text tower that reads names of genres.

All numbers of the front end are those of its `preprocessor_config.json`. A wave is never longer
than the network looks at, so that nothing is drawn at random.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from musicreclass.classifiers.encoders import pretrained
from musicreclass.classifiers.encoders.encoder_card import EncoderCard, LayerCard
from musicreclass.classifiers.encoders.folder_encoder import (
    EmbeddedWaves,
    Floats,
    FolderEncoder,
    Waves,
)
from musicreclass.classifiers.encoders.folder_files import (
    CONFIG,
    FRONT_END,
    WEIGHTS,
    check_range,
    extra_wanted,
    licence_of,
    model_type,
    read_json,
    refusing_encoder,
    required,
)
from musicreclass.classifiers.encoders.tunable import Tunable, blocks_by_name, names_below
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.sentences.reason import because

WORDS = "tokenizer.json"  # of the text tower
MOST_WORDS = 77  # tokens of a text
HIGHEST_HZ = 96_000
FRONT_END_NUMBERS = {
    "feature_size": (8, 512),
    "sampling_rate": (8_000, HIGHEST_HZ),
    "hop_length": (16, 8_192),
    "max_length_s": (1, 60),
    "fft_window_size": (64, 16_384),
    "frequency_min": (0, HIGHEST_HZ),
    "frequency_max": (1, HIGHEST_HZ),
}
WINDOW_NUMBERS = {"window_size": (1, 64), "spec_size": (16, 2_048), "num_mel_bins": (8, 512)}
TRUNCATIONS, PADDINGS = ("fusion", "rand_trunc"), ("repeatpad", "repeat", "pad")


class ClapEncoder(FolderEncoder):
    """Answers by the projection that texts share, and by the pooled output before it."""

    def __init__(self, folder: Path) -> None:
        with extra_wanted():
            from transformers import ClapAudioConfig, ClapAudioModelWithProjection, ClapConfig
        self._folder = folder
        self._extractor = _front_end(folder)
        is_whole = model_type(folder) == "clap"
        read = pretrained.read_config(folder, ClapConfig if is_whole else ClapAudioConfig)
        config = read.audio_config if is_whole else read
        if is_whole:  # transformers does the same where it saves a tower by itself
            config.projection_dim = read.projection_dim
        for name, limits in WINDOW_NUMBERS.items():
            check_range(folder / CONFIG, name, getattr(config, name), *limits)
        size = self._extractor.feature_size
        check_range(folder / FRONT_END, "feature_size", size, config.num_mel_bins, size)
        has_fusion = bool(config.enable_fusion)
        if has_fusion != (self._extractor.truncation == "fusion"):
            raise ClassifierFileProblem(folder, because("classifiers.fusion_differs"))
        self._network = pretrained.load(folder, ClapAudioModelWithProjection, config)
        self._whole_config = read if is_whole else None
        reads = is_whole and (folder / WORDS).is_file()
        has_tower = any(name.startswith("text_model.") for name in pretrained.tensors(folder))
        self.card = EncoderCard(
            LAYOUT.name,
            int(self._extractor.sampling_rate),
            float(self._extractor.max_length_s),
            (
                LayerCard("projection", int(config.projection_dim)),
                LayerCard("pooled", int(config.hidden_size)),
            ),
            licence=licence_of(folder),
            can_read_words=reads and has_tower,
        )

    def embed(self, waves: Waves) -> EmbeddedWaves:
        with torch.inference_mode():
            pooled = self._network.audio_model(**self._inputs(waves)).pooler_output
            projected = self._network.audio_projection(pooled)
        return EmbeddedWaves((projected.numpy(), pooled.numpy()))

    def tunable(self) -> Tunable:
        module = self._network.audio_model
        return Tunable(
            module,
            self._inputs,
            lambda said: said.pooler_output,
            self.card.layers[1].width,
            blocks_by_name(module, r"audio_encoder\.layers\.(\d+)\.blocks\.(\d+)\."),
            names_below(module, "audio_encoder.norm."),
        )

    def _inputs(self, waves: Waves) -> dict[str, torch.Tensor]:
        """Return what the network is given of waves."""
        most = int(self._extractor.nb_max_samples)
        given = self._extractor(
            [wave[:most].astype(np.float64) for wave in waves],
            sampling_rate=self._extractor.sampling_rate,
            return_tensors="pt",
        )
        # Where all are short, the front end calls one of them long, drawn at random.
        is_longer = torch.zeros((len(waves), 1), dtype=torch.bool)
        mels = given.input_features.to(torch.float32)
        return {"input_features": mels, "is_longer": is_longer}

    def embed_texts(self, texts: Sequence[str]) -> tuple[Floats, float]:
        if self._whole_config is None or not self.card.can_read_words:
            raise NotImplementedError
        with extra_wanted():
            from transformers import ClapModel
        with refusing_encoder(self._folder):
            network = pretrained.load(self._folder, ClapModel, self._whole_config)
        ids, mask = _tokens(self._folder, texts, int(self._whole_config.text_config.pad_token_id))
        with torch.inference_mode():
            read = network.text_model(input_ids=ids, attention_mask=mask).pooler_output
            projected = network.text_projection(read)
            scale = float(network.logit_scale_a.exp())
        return projected.numpy(), scale


class ClapLayout:
    """The three files of CLAP in a folder, or of its HTSAT alone."""

    name = "clap"
    downloads = (WEIGHTS, CONFIG, FRONT_END, WORDS, "README.md")

    def recognises(self, folder: Path) -> bool:
        return model_type(folder) in ("clap", "clap_audio_model")

    def files(self, folder: Path) -> Sequence[Path]:
        return required(folder, CONFIG, FRONT_END, WEIGHTS)

    def open(self, folder: Path) -> FolderEncoder:
        self.files(folder)
        with refusing_encoder(folder):
            return ClapEncoder(folder)


def _front_end(folder: Path) -> Any:
    """Return transformers' front end with the numbers of the folder, all of which must be there."""
    with extra_wanted():
        from transformers import ClapFeatureExtractor
    path = folder / FRONT_END
    given = read_json(path)
    for name, limits in FRONT_END_NUMBERS.items():
        check_range(path, name, given.get(name), *limits)
    chosen = {name: given[name] for name in FRONT_END_NUMBERS}
    half = given["sampling_rate"] / 2
    check_range(path, "frequency_max", given["frequency_max"], given["frequency_min"] + 1, half)
    truncation, padding = given.get("truncation", "fusion"), given.get("padding", "repeatpad")
    if truncation not in TRUNCATIONS or padding not in PADDINGS:
        raise ClassifierFileProblem(path, because("classifiers.unknown_front_end"))
    return ClapFeatureExtractor(**chosen, truncation=truncation, padding=padding)


def _tokens(folder: Path, texts: Sequence[str], pad: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the tokens of texts and which of them count, each of shape (n_texts, n_tokens)."""
    with extra_wanted():
        from tokenizers import Tokenizer
    path = folder / WORDS
    try:
        tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    except Exception as error:  # its library raises nothing more special
        raise ClassifierFileProblem(path, because("classifiers.no_words")) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(MOST_WORDS)
    every = [one.ids for one in tokenizer.encode_batch(list(texts))]
    longest = max(map(len, every))
    ids = torch.tensor([one + [pad] * (longest - len(one)) for one in every])
    mask = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in every])
    return ids, mask


LAYOUT = ClapLayout()
