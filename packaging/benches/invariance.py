"""Whether the classifier in the box says the same of a clip that was cut or coded otherwise.

Of clips of `music_by_genre` and `real_music` below --data, variants are written and classified like
any file: with silence at both ends, cut down to 8 s, as MP3, louder and softer, at other sample
rates. Counted are those with the best genre that the clip itself has, and those where one sure
genre became another.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import soundfile
from _classify_runs import Run, box, classified
from _figures import keep

from musicreclass.audio.decoding.decode import decode
from musicreclass.audio.decoding.waveform import resampled
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.classification.predict_files import Classified

EXCERPT_SECONDS = 8.0
# How many of 50 clips at least keep their genre; the rest is printed beside it.
LEAST = {
    "0.5 s of silence at both ends": 48,
    "3 s of silence at both ends": 48,
    "8 s from the middle": 45,
    "MP3, 128 kb/s": 50,
    "6 dB louder": 50,
    "6 dB softer": 50,
    "12 dB softer": 50,
    "22.05 kHz": 50,
    "48 kHz": 50,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with both in it")
    parser.add_argument("--bundle", type=Path, help="classifiers; the box where left out")
    parser.add_argument("--clips", type=int, default=50, help="so many, half of each folder")
    parser.add_argument("--only", nargs="*", default=list(LEAST), help="variants by their names")
    options = parser.parse_args()
    bundle_file = options.bundle or box()
    clips = _clips(options.data, options.clips)
    with tempfile.TemporaryDirectory() as scratch:
        cache = AnalysisCache(Path(scratch) / "heard")
        as_they_are = classified([str(clip) for clip in clips], bundle_file, cache)
        said = {}
        for name in options.only:
            folder = Path(scratch) / name.replace("/", " ")
            folder.mkdir()
            files = {_written(clip, folder, name): str(clip) for clip in clips}
            said[name] = _compared(as_they_are, classified(list(files), bundle_file, cache), files)
            print(f"{name}: {said[name]} (at least {LEAST[name]} of 50)", flush=True)
    what = f"the same genre, of {len(clips)} clips that were cut or coded otherwise"
    keep("invariance.box", what, "; ".join(f"{name} {found}" for name, found in said.items()))


def _clips(data: Path, count: int) -> Sequence[Path]:
    chosen = []
    for folder in ("music_by_genre", "real_music"):
        files = sorted(f for f in (data / folder).rglob("*.*") if f.suffix in (".mp3", ".opus"))
        chosen += [files[i] for i in np.linspace(0, len(files) - 1, count // 2).astype(int)]
    return chosen


def _written(clip: Path, folder: Path, name: str) -> str:
    """Return the file of that variant of a clip."""
    sound = decode(clip)
    samples, rate = sound.samples, sound.sample_rate
    if name.endswith("at both ends"):
        silence = np.zeros(round(float(name.split()[0]) * rate), dtype=np.float32)
        samples = np.concatenate([silence, samples, silence])
    elif name == "8 s from the middle":
        count = round(EXCERPT_SECONDS * rate)
        start = max(0, (len(samples) - count) // 2)
        samples = samples[start : start + count]
    elif name.endswith(("louder", "softer")):
        sign = 1.0 if name.endswith("louder") else -1.0
        samples = samples * np.float32(10.0 ** (sign * float(name.split()[0]) / 20.0))
    elif name.endswith("kHz"):
        wanted = round(1000 * float(name.split()[0]))
        samples, rate = resampled(samples, rate, wanted), wanted
    path = folder / f"{clip.parent.name} {clip.stem}{'.mp3' if name.startswith('MP3') else '.wav'}"
    if path.suffix == ".mp3":
        # 128 kb/s of 320 at most, as libsndfile counts from 0 to 1.
        quality = {"bitrate_mode": "CONSTANT", "compression_level": 0.65}
        soundfile.write(path, np.clip(samples, -1.0, 1.0), rate, **quality)
    else:
        soundfile.write(path, samples, rate, subtype="FLOAT")
    return str(path)


def _compared(before: Run, after: Run, clip_of: Mapping[str, str]) -> str:
    same, turned = 0, 0
    for file, clip in clip_of.items():
        if file not in after.found or clip not in before.found:
            continue
        is_same = before.genres[clip] == after.genres[file]
        sure = [run.found[p].suggestion.genre for run, p in ((before, clip), (after, file))]
        same += is_same
        if not is_same:
            print("  ", *(_said(run.found[p]) for run, p in ((before, clip), (after, file))), clip)
        turned += not is_same and None not in sure
    return f"{same} of {len(clip_of)}" + (f", {turned} from sure to sure" if turned else "")


def _said(found: Classified) -> str:
    best = found.suggestion.candidates[0]
    return f"{best.genre} {best.confidence:.0%}"


if __name__ == "__main__":
    main()
