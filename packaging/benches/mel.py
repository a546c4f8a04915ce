"""Our mel spectrograms against published ones of the same music, and their cost beside librosa's.

--data is a folder with audio/NAME.flac, mel/GENRE/NAME.png and mel/index.csv (name, genre,
range_db); the 721 columns of a picture are spread over the frames of the whole track.
"""

import argparse
import csv
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import librosa
import numpy as np
from _figures import keep
from _pictures import decibels
from numpy.typing import NDArray

from musicreclass.audio.decoding.decode import decode
from musicreclass.audio.decoding.waveform import Waveform
from musicreclass.audio.features.mel import LogMel, log_mels
from musicreclass.core.analysis import LIBROSA_MEL

RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    found = [compared(data, row) for row in rows(data)]
    correlations, errors = zip(*found, strict=True)
    print(
        f"{len(found)} tracks: correlation mean {np.mean(correlations):.5f},"
        f" worst {min(correlations):.5f}; mean error {np.mean(errors):.3f} dB,"
        f" worst track {max(errors):.3f} dB"
    )
    keep(
        "mel.published",
        f"{len(found)} tracks against their published mel pictures",
        f"mean correlation {np.mean(correlations):.4f}, mean error {np.mean(errors):.2f} dB",
    )
    print_cost(decode(sorted((data / "audio").glob("*.flac"))[0], sample_rate=22_050))


def rows(data: Path) -> list[dict[str, str]]:
    """Return the lines of the index whose audio is there."""
    with (data / "mel" / "index.csv").open(newline="") as file:
        return [row for row in csv.DictReader(file) if audio(data, row).exists()]


def audio(data: Path, row: dict[str, str]) -> Path:
    return data / "audio" / f"{row['name']}.flac"


def our_mel(waveform: Waveform) -> LogMel:
    return log_mels(waveform.samples, waveform.sample_rate, [LIBROSA_MEL])[LIBROSA_MEL]


def compared(data: Path, row: dict[str, str]) -> tuple[float, float]:
    """Return correlation and mean error in dB between the published mel and ours."""
    picture = data / "mel" / row["genre"] / f"{row['name']}.png"
    published = decibels(picture, float(row["range_db"]))
    ours = our_mel(decode(audio(data, row), sample_rate=LIBROSA_MEL.sample_rate))
    columns = np.arange(published.shape[1])
    frames = np.round((columns + 2) / 724 * (ours.shape[1] - 0.5) + 1).astype(int)
    ours = ours[:, np.minimum(frames, ours.shape[1] - 1)]
    correlation = float(np.corrcoef(published.ravel(), ours.ravel())[0, 1])
    return correlation, float(np.abs(published - ours).mean())


def print_cost(waveform: Waveform) -> None:
    ours, theirs = [], []
    for _ in range(RUNS):  # in turn, so that whatever else runs slows both
        ours.append(seconds(lambda: our_mel(waveform)))
        theirs.append(seconds(lambda: librosa_mel(waveform)))
    mine, peer = statistics.median(ours), statistics.median(theirs)
    print(
        f"{waveform.seconds:.0f} s of sound: {mine * 1000:.1f} ms, librosa {peer * 1000:.1f} ms,"
        f" {peer / mine:.1f} times as long"
    )
    keep(
        "mel.cost",
        f"log-mels beside librosa's, {waveform.seconds:.0f} s",
        f"{mine * 1000:.1f} ms against {peer * 1000:.1f} ms",
    )


def librosa_mel(waveform: Waveform) -> NDArray[np.float32]:
    power = librosa.feature.melspectrogram(
        y=waveform.samples,
        sr=waveform.sample_rate,
        n_fft=LIBROSA_MEL.n_fft,
        hop_length=LIBROSA_MEL.hop,
        n_mels=LIBROSA_MEL.n_mels,
    )
    mel: NDArray[np.float32] = librosa.power_to_db(power, ref=np.max)
    return mel


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
