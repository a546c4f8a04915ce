"""The 518 features: how long they take beside librosa, and how far they are from it.

--data is a folder of music. Each file is decoded and measured by us, then decoded and measured by
librosa 0.11 with FMA's own calls, in one process and on one thread; the first file is done once
before, so that nothing is compiled or loaded on the clock. The tolerances are those of the
definition, librosa 0.5.0: for values a share of the value or, near zero, of its spread over time;
for what is made from the constant-Q transform (chroma_cqt, chroma_cens, tonnetz) absolute ones.
There 0.11 itself is no nearer to 0.5.0 than its column says: it halves the rate between octaves
with another filter. And it makes chroma_stft in single precision, which shows in skew and kurtosis.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from _figures import keep
from numpy.typing import NDArray

from musicreclass.audio.decoding.decode import decode
from musicreclass.audio.decoding.waveform import Samples
from musicreclass.audio.features.fma_features import COLUMNS, SAMPLE_RATE, Features, measure
from tests.audio.golden_signal import golden_signal, golden_values
from tests.audio.librosa_reference import CONSTANT_Q, reference_features, scales

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)
ENDINGS = {".mp3", ".flac", ".wav", ".ogg", ".m4a", ".opus"}
WANTED_RATIO = 3.5
SHARE = 1e-4
ABSOLUTE = {"mean": 0.005, "median": 0.006, "std": 0.003}


def main() -> None:
    if os.environ.get("OMP_NUM_THREADS") != "1":  # numpy reads it when it is imported
        sys.exit(subprocess.call([sys.executable, *sys.argv], env=os.environ | ONE_THREAD))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--clips", type=int, default=40, help="evenly from the sorted files")
    options = parser.parse_args()
    files = [path for path in sorted(options.data.rglob("*")) if path.suffix.lower() in ENDINGS]
    if not files:
        sys.exit(f"There is no music below {options.data}.")
    compare(files[:: max(1, len(files) // options.clips)][: options.clips])


@dataclass(slots=True)
class Runs:
    """Seconds and values of one way to measure, a row per file."""

    extract: Callable[[Samples], Features]
    decoding: list[float] = field(default_factory=list)
    measuring: list[float] = field(default_factory=list)
    values: list[Features] = field(default_factory=list)

    def add(self, path: Path) -> None:
        start = time.perf_counter()
        samples = decode(path, sample_rate=SAMPLE_RATE).samples
        decoded = time.perf_counter()
        self.values.append(self.extract(samples))
        self.measuring.append(time.perf_counter() - decoded)
        self.decoding.append(decoded - start)

    def total_ms(self) -> float:
        pairs = zip(self.decoding, self.measuring, strict=True)
        return 1000 * statistics.median(sum(pair) for pair in pairs)

    def text(self) -> str:
        decoding, measuring = (1000 * statistics.median(s) for s in (self.decoding, self.measuring))
        return f"{self.total_ms():6.1f} ms (decoding {decoding:.1f}, features {measuring:.1f})"


def compare(files: list[Path]) -> None:
    ours, theirs = Runs(measure), Runs(reference_features)
    for warming in (Runs(measure), Runs(reference_features)):
        warming.add(files[0])
    for path in files:
        ours.add(path)
        theirs.add(path)
    ratio = theirs.total_ms() / ours.total_ms()
    print(f"{len(files)} files, one thread each, medians:")
    print(f"  ours          {ours.text()}")
    print(f"  librosa 0.11  {theirs.text()}")
    print(f"  ratio         {ratio:6.2f}, wanted {WANTED_RATIO}: {word(ratio >= WANTED_RATIO)}")
    keep(
        "features.clips",
        f"the 518 features of {len(files)} clips, one thread, decoding included",
        f"{ours.total_ms():.1f} ms; with librosa {theirs.total_ms():.0f} ms: {ratio:.1f} times",
    )
    print_deviations(np.array(ours.values), np.array(theirs.values))


def print_deviations(ours: NDArray[np.float32], theirs: NDArray[np.float32]) -> None:
    """Print the largest deviations of each family, and in how many files all are inside."""
    golden = np.array([golden_values(SAMPLE_RATE)[column] for column in COLUMNS])
    signal = golden_signal(SAMPLE_RATE)
    with_librosa = deviations(reference_features(signal), golden)
    with_ours = deviations(measure(signal), golden)
    on_files = deviations(ours, theirs)
    print("\nlargest deviation      tolerance  from 0.5.0, golden signal       from 0.11, files")
    print("                                  ours     0.11     ours inside  ours     inside")
    for name, indices, tolerance in families():
        most, peers = with_ours[indices].max(), with_librosa[indices].max()
        per_file = np.nanmax(on_files[:, indices], axis=1)
        print(
            f"{name:22} {tolerance:<9.0e}  {most:.1e}  {peers:.1e}  {word(most <= tolerance):11}"
            f"  {per_file.max():.1e}  {np.sum(per_file <= tolerance)} of {len(per_file)}"
        )


def families() -> Iterator[tuple[str, list[int], float]]:
    """Yield a name, the columns it stands for, and how far they may be off."""
    for family in dict.fromkeys(feature for feature, _, _ in COLUMNS):
        if family not in CONSTANT_Q:
            yield family, columns_of(family, None), SHARE
            continue
        for statistic, tolerance in ABSOLUTE.items():
            yield f"{family} {statistic}", columns_of(family, statistic), tolerance


def columns_of(family: str, statistic: str | None) -> list[int]:
    return [
        index
        for index, (feature, of_rows, _) in enumerate(COLUMNS)
        if feature == family and statistic in (None, of_rows)
    ]


def deviations(got: NDArray[np.float32], wanted: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return absolute deviations where the constant Q is in play, else shares."""
    is_absolute = [feature in CONSTANT_Q for feature, _, _ in COLUMNS]
    measures = [np.where(is_absolute, 1.0, scales(COLUMNS, row)) for row in np.atleast_2d(wanted)]
    found: NDArray[np.float64] = np.abs(got - wanted) / np.reshape(measures, np.shape(wanted))
    return found


def word(is_so: bool) -> str:
    return "yes" if is_so else "NO"


if __name__ == "__main__":
    main()
