"""MAEST in a folder: an AST, trained on music, whose front end is described and needs no code.

The folder names code for the front end, which is never run. It is made here by what its authors
published: 16 kHz, 96 mel bands of Slaney's in frames of 512 samples every 256, centred and filled
with zeros, log10(1 + 10,000 x), (x - 2.0676) / (2 x 1.2683), unless its own file has other numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from musicreclass.classifiers.encoders.folder_encoder import FolderEncoder, Waves
from musicreclass.classifiers.encoders.folder_files import (
    CONFIG,
    FRONT_END,
    WEIGHTS,
    check_range,
    extra_wanted,
    front_end_type,
    model_type,
    read_json,
    refusing_encoder,
    required,
)
from musicreclass.classifiers.encoders.layouts.ast_layout import MODEL_TYPE, AstEncoder
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.sentences.reason import because

EXTRACTOR = "MAESTFeatureExtractor"
LICENCE = "CC BY-NC-SA 4.0"  # of the published weights, where a folder says nothing
COMPRESSION, GAIN = "logC", 10_000.0
FAINTEST = 1e-30  # power
FRONT_END_NUMBERS: dict[str, tuple[float, float, float]] = {  # as published, and limits
    "sampling_rate": (16_000, 8_000, 48_000),
    "num_mel_bins": (96, 8, 512),
    "max_length": (1_876, 16, 6_000),
    "n_fft": (512, 64, 8_192),
    "hop_length": (256, 16, 8_192),
    "mean": (2.06755686098554, -1e3, 1e3),
    "std": (1.268292820667291, 1e-3, 1e3),
}


class MaestFrontEnd:
    """Mels as MAEST was trained on, with the numbers of a folder."""

    def __init__(self, folder: Path) -> None:
        path = folder / FRONT_END
        given = read_json(path)
        numbers = {name: given.get(name, usual[0]) for name, usual in FRONT_END_NUMBERS.items()}
        for name, (_, lowest, highest) in FRONT_END_NUMBERS.items():
            check_range(path, name, numbers[name], lowest, highest)
        check_range(path, "hop_length", numbers["hop_length"], 1, numbers["n_fft"])
        if given.get("log_compression", COMPRESSION) != COMPRESSION:
            raise ClassifierFileProblem(path, because("classifiers.unknown_front_end"))
        with extra_wanted():
            from transformers.audio_utils import mel_filter_bank, window_function
        self.sampling_rate = int(numbers["sampling_rate"])
        self.num_mel_bins = int(numbers["num_mel_bins"])
        self.max_length = int(numbers["max_length"])
        self._n_fft, self._hop = int(numbers["n_fft"]), int(numbers["hop_length"])
        normalises = bool(given.get("do_normalize", True))
        self._mean, self._spread = (
            (float(numbers["mean"]), 2.0 * float(numbers["std"])) if normalises else (0.0, 1.0)
        )
        self._window = window_function(self._n_fft, "hann")
        self._filters = mel_filter_bank(
            num_frequency_bins=self._n_fft // 2 + 1,
            num_mel_filters=self.num_mel_bins,
            min_frequency=0.0,
            max_frequency=self.sampling_rate / 2,
            sampling_rate=self.sampling_rate,
            norm="slaney",
            mel_scale="slaney",
        )

    @property
    def seconds(self) -> float:
        return round((self.max_length - 1) * self._hop / self.sampling_rate, 3)

    def mels(self, waves: Waves) -> torch.Tensor:
        from transformers.audio_utils import spectrogram

        made = np.zeros((len(waves), self.max_length, self.num_mel_bins), dtype=np.float32)
        for row, wave in zip(made, waves, strict=True):
            mel = spectrogram(
                wave,
                self._window,
                frame_length=self._n_fft,
                hop_length=self._hop,
                power=2.0,
                pad_mode="constant",
                mel_filters=self._filters,
                mel_floor=FAINTEST,
            ).T[: self.max_length]
            row[: len(mel)] = np.log10(1.0 + GAIN * mel)
        return torch.from_numpy((made - np.float32(self._mean)) / np.float32(self._spread))


class MaestLayout:
    """config.json, preprocessor_config.json and model.safetensors of a MAEST."""

    name = "maest"
    downloads = (WEIGHTS, CONFIG, FRONT_END, "README.md")

    def recognises(self, folder: Path) -> bool:
        return model_type(folder) == MODEL_TYPE and front_end_type(folder) == EXTRACTOR

    def files(self, folder: Path) -> Sequence[Path]:
        return required(folder, CONFIG, FRONT_END, WEIGHTS)

    def open(self, folder: Path) -> FolderEncoder:
        self.files(folder)
        with refusing_encoder(folder):
            return AstEncoder(folder, self.name, MaestFrontEnd(folder), usual_licence=LICENCE)


LAYOUT = MaestLayout()
