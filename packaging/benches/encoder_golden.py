"""The encoder beside what its authors' code says of the same files.

They resample with another filter, whose fall begins at 7 kHz; what that explains is what is left.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from _figures import keep

from musicreclass.audio.decoding.decode import decode
from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.encoder_patches import MEL, patches_of
from musicreclass.classifiers import encoder as encoders

NETWORKS = {"msd": "MSD_musicnn", "mtt": "MTT_musicnn"}
# How resampy's kaiser_best falls off on the way to 16 kHz: Hz, and dB.
FALL_HZ = (0, 7000, 7187, 7343, 7437, 7500, 7562, 7625, 7687, 7750, 7812, 7875, 8000)
FALL_DB = (0, 0, -2, -6.2, -10.4, -14, -19, -24.5, -31.5, -40, -50, -62, -84)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("golden", type=Path, help="golden_musicnn.json")
    parser.add_argument("--data", type=Path, required=True, help="the folder with gtzan in it")
    options = parser.parse_args()
    golden = json.loads(options.golden.read_text(encoding="utf-8"))
    files = sorted((options.data / "gtzan" / "audio").rglob("*.flac"))
    sounds = [decode(path, sample_rate=MEL.sample_rate).samples for path in files]
    texts = []
    for name, some in (("as it is", sounds), ("after their filter", map(_filtered, sounds))):
        apart = np.array(
            [_apart(one, golden[path.name]) for path, one in zip(files, some, strict=True)]
        )
        texts.append(f"{name} {apart.mean():.4f} on average and {apart.max():.3f} at worst")
    print(f"{len(files)} files: {'; '.join(texts)}")
    keep(
        "encoder_golden",
        f"100 mean tags, 0 to 1, of {len(files)} files beside their authors' own code",
        f"apart by {'; '.join(texts)}",
    )


def _filtered(samples: Samples) -> Samples:
    spectrum = np.fft.rfft(samples)
    hertz = np.fft.rfftfreq(len(samples), 1.0 / MEL.sample_rate)
    gain = 10.0 ** (np.interp(hertz, FALL_HZ, FALL_DB) / 20.0)
    return np.fft.irfft(spectrum * gain, len(samples)).astype(np.float32)


def _apart(samples: Samples, golden: dict[str, dict[str, list[float]]]) -> list[np.ndarray]:
    encoder = encoders.of_the_box()
    rows = encoder.encode(patches_of(samples, MEL.sample_rate))
    columns = np.array(encoder.columns)
    apart = []
    for name, full in NETWORKS.items():
        logits = rows[:, np.char.startswith(columns, f"encoder.{name}.tag.")]
        tags = (1.0 / (1.0 + np.exp(-logits))).mean(axis=0)
        apart.append(np.abs(tags - golden[full]["tags_mean"]))
    return apart


if __name__ == "__main__":
    main()
