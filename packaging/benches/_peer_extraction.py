"""Features by others' programs, many files in several processes; run by their own Python.

Imports nothing of this project. Paths come one a line; what is printed last is how many were done,
and the seconds by the clock and of processors, from when each process has done the first file on.
librosa's set is that of FMA's features.
"""

from __future__ import annotations

import multiprocessing
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from typing import Any

RATE = 22_050
START_SECONDS = 300.0


def essentia_extractor() -> Callable[[str], object]:
    import essentia  # type: ignore[import-not-found]
    import essentia.standard  # type: ignore[import-not-found]

    essentia.log.infoActive = essentia.log.warningActive = False
    extractor: Callable[[str], object] = essentia.standard.MusicExtractor()
    return extractor


def librosa_extractor() -> Callable[[str], object]:
    import librosa

    feature: Any = librosa.feature

    def extract(file: str) -> object:
        samples, _ = librosa.load(file, sr=RATE, mono=True)
        cqt = abs(librosa.cqt(samples, sr=RATE, hop_length=512, n_bins=84, tuning=None))
        stft = abs(librosa.stft(samples, n_fft=2048, hop_length=512))
        cens = feature.chroma_cens(C=cqt, n_chroma=12)
        mel = feature.melspectrogram(sr=RATE, S=stft**2)
        return (
            *(feature.chroma_cqt(C=cqt), cens, feature.tonnetz(chroma=cens)),
            *(feature.chroma_stft(S=stft**2), feature.rms(S=stft)),
            *(feature.spectral_centroid(S=stft), feature.spectral_bandwidth(S=stft)),
            *(feature.spectral_contrast(S=stft, n_bands=6), feature.spectral_rolloff(S=stft)),
            *(feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=20),),
            feature.zero_crossing_rate(samples, frame_length=2048, hop_length=512),
        )

    return extract


EXTRACTORS = {"essentia": essentia_extractor, "librosa": librosa_extractor}
_extract: Callable[[str], object] | None = None  # of a worker process


def begin(name: str, first: str, is_ready: Any) -> None:
    global _extract
    _extract = EXTRACTORS[name]()
    _extract(first)  # whatever is compiled or loaded then is not on the clock
    is_ready.wait()


def extracted(file: str) -> float:
    """Return the seconds of the processor that it took, none where the file is refused."""
    assert _extract is not None
    began_at = time.process_time()
    try:
        _extract(file)
    except Exception:  # noqa: BLE001
        return 0.0
    return time.process_time() - began_at


def main() -> None:
    name, workers, files = sys.argv[1], int(sys.argv[2]), sys.stdin.read().splitlines()
    context = multiprocessing.get_context("spawn")
    is_ready = context.Barrier(workers + 1, timeout=START_SECONDS)
    # Not multiprocessing's own pool, which waits for ever for a process that died.
    with ProcessPoolExecutor(workers, context, begin, (name, files[0], is_ready)) as pool:
        for _ in range(workers):
            pool.submit(time.process_time)  # starts a process each
        is_ready.wait()
        started = time.perf_counter()
        taken = list(filter(None, pool.map(extracted, files)))
        print(len(taken), time.perf_counter() - started, sum(taken))


if __name__ == "__main__":
    main()
