"""Sound as it plays: how soon it is answered, what that costs, and how calm the answers are.

Raw PCM goes into `musicreclass listen --live --pcm` at real speed. Latency is from the moment that
the last sample of a piece was written into the pipe until the line about it was read out of the
other; in the window, from when the page was given that sample until the page showed the answer. The
shares are of one core. With --music, a folder of genre folders, clips of all genres follow each
other: how soon the right genre leads, how often what leads changes, and whether the minute that a
clip fills is said to be what `classify` says of its file.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import queue
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil
from _figures import keep
from numpy.typing import NDArray

from musicreclass.audio.decoding.decode import decode
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import QuietContext
from musicreclass.core.live.pieces import HOP_SECONDS, PIECE_SECONDS
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.installed import box_file
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.pipeline.live.classify_live import classify_live
from musicreclass.pipeline.live.piece_queue import PieceQueue
from musicreclass.settings import Settings

RATE = 44_100
BLOCK_SECONDS = 0.05
SETTLE_PIECES = 5  # after the first answer, before anything is measured
MOST_LATENCY, MOST_SHARE = 1.5, 0.60
SOON_SECONDS = 10.0

Samples = NDArray[np.float32]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="that are measured")
    parser.add_argument("--music", type=Path, help="a folder of genre folders")
    parser.add_argument("--clips", type=int, default=5, help="of each genre")
    options = parser.parse_args()
    clips = [] if options.music is None else chosen(options.music, options.clips)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["MUSICRECLASS_HOME"] = str(Path(scratch) / "home")
        pcm = Path(scratch) / "sound.pcm"
        pcm.write_bytes(as_pcm(some_sound([path for _, path in clips])))
        print(f"load of this machine before: {os.getloadavg()[0]:.1f}")
        measure_pipe(pcm, options.seconds)
        measure_window(pcm, options.seconds)
        if clips:
            measure_calm(clips)


def chosen(music: Path, count: int) -> list[tuple[str, Path]]:
    """Return so many clips of each genre, the genres taking turns."""
    folders = sorted(folder for folder in music.iterdir() if folder.is_dir())
    of_genre = [
        [(folder.name, path) for path in sorted(folder.iterdir())[:: max(1, 70 // count)][:count]]
        for folder in folders
    ]
    return [one for turn in zip(*of_genre, strict=False) for one in turn]


def some_sound(clips: Sequence[Path]) -> Samples:
    """Return a minute or more: of clips, or of made-up chords."""
    if clips:
        return np.concatenate([decode(path, sample_rate=RATE).samples for path in clips[:4]])
    t = np.arange(60 * RATE) / RATE
    steps = np.floor(2 * t) % 7
    wave = sum(np.sin(2 * np.pi * (110 * k) * 2 ** (steps / 12) * t) / k for k in (1, 2, 3, 5))
    return (0.2 * wave * np.exp(-4 * (t % 0.5))).astype(np.float32)


def as_pcm(samples: Samples) -> bytes:
    return (np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes()


@dataclass(slots=True)
class Feeding:
    """Writes PCM into a pipe at real speed, and notes when each piece was whole there."""

    data: bytes
    stream: Any
    whole_at: dict[int, float] = field(default_factory=dict)
    is_over: bool = False

    def run(self) -> None:
        step, began_at, given = int(BLOCK_SECONDS * RATE), time.monotonic(), 0
        for at in itertools.cycle(range(0, len(self.data) // 2 - step, step)):
            if self.is_over:
                break
            time.sleep(max(0.0, began_at + (given + step) / RATE - time.monotonic()))
            self.stream.write(self.data[2 * at : 2 * (at + step)])
            self.stream.flush()
            given += step
            seconds = given / RATE
            number = (
                int((seconds - PIECE_SECONDS) / HOP_SECONDS) if seconds >= PIECE_SECONDS else -1
            )
            if number >= 0:
                self.whole_at.setdefault(number, time.monotonic())
        self.stream.close()


def measure_pipe(pcm: Path, seconds: float) -> None:
    command = [sys.executable, "-P", "-m", "musicreclass", "listen", "--live", "--json"]
    child = subprocess.Popen(
        [*command, "--pcm", str(RATE)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=False,
    )
    feeding = Feeding(pcm.read_bytes(), child.stdin)
    writer = threading.Thread(target=feeding.run)
    lines: queue.Queue[tuple[float, bytes]] = queue.Queue()
    assert child.stdout is not None
    reader = threading.Thread(target=take_lines, args=(child.stdout, lines))
    writer.start()
    reader.start()
    process, latencies, dropped = psutil.Process(child.pid), [], [0]
    for _ in range(SETTLE_PIECES):
        lines.get(timeout=120)
    began_at, before = time.monotonic(), cpu(process)
    while time.monotonic() - began_at < seconds:
        at, line = lines.get(timeout=30)
        facts = json.loads(line)
        latencies.append(at - feeding.whole_at[facts["piece"]])
        dropped.append(facts["dropped"])
    wall, used = time.monotonic() - began_at, cpu(process) - before
    feeding.is_over = True
    writer.join()
    child.wait(timeout=30)
    reader.join()
    child.stdout.close()
    told = f"median {statistics.median(latencies):.2f} s, p95 {p95(latencies):.2f} s"
    print(f"command line, {len(latencies)} pieces: from the last sample to the answer {told}")
    print(f"  {100 * used / wall:.0f} % of one core; {dropped[-1] - dropped[1]} pieces dropped")
    print(f"  asked: median below {MOST_LATENCY} s, below {100 * MOST_SHARE:.0f} % of one core")
    what = "sound in a pipe at real speed, from the last sample of 3 s to the answer; of one core"
    keep("live.pipe", what, f"{told}; {100 * used / wall:.0f} %")


def take_lines(out: Iterable[bytes], lines: queue.Queue[tuple[float, bytes]]) -> None:
    """Note each line with the moment that it came."""
    for line in out:
        lines.put((time.monotonic(), line))


def measure_window(pcm: Path, seconds: float) -> None:
    script = Path(__file__).with_name("_live_window.py")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command: list[str | Path] = [sys.executable, script, pcm, str(RATE), str(seconds)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    latencies, window = found["latencies"], 100 * found["window_share"]
    told = f"median {statistics.median(latencies):.2f} s, p95 {p95(latencies):.2f} s"
    computing = 100 * found["computing_share"]
    print(f"window, {len(latencies)} pieces: from the last sample to the page {told}")
    print(f"  the window's process {window:.0f} % of one core, {found['memory_mb']:.0f} MB; "
          f"the process that computes {computing:.0f} %")  # fmt: skip
    what = "the same on the Live page; of one core: the window's process, that which computes"
    keep("live.window", what, f"{told}; {window:.0f} %, {computing:.0f} %")


def measure_calm(clips: Sequence[tuple[str, Path]]) -> None:
    known = taxonomy_in_use()
    soon, changes, pieces_changes, tag_changes, seconds = [], 0, 0, 0, 0.0
    agreed, verdict_agreed = [], []
    files = dict(of_files([path for _, path in clips]))
    for genre, path in clips:
        reports = list(followed(path))
        now = [r for r in reports if r.now is not None and r.piece is not None]
        leaders = [known.canonical(r.now.candidates[0].genre) for r in now if r.now]
        each = [r.piece.candidates[0].genre for r in now if r.piece]
        tags = [r.now.tags for r in now if r.now]
        wanted = known.canonical(genre)
        first = next(
            (r.end_seconds for r, g in zip(now, leaders, strict=True) if g == wanted), None
        )
        soon.append(first is not None and first <= SOON_SECONDS)
        changes += changed(leaders)
        pieces_changes += changed(each)
        tag_changes += changed(tags)
        seconds += reports[-1].end_seconds
        minute, of_file = reports[-1].minute.suggestion, files.get(path)
        if minute is not None and of_file is not None:
            agreed.append(minute.candidates[0].genre == of_file.suggestion.candidates[0].genre)
            verdict_agreed.append(minute.verdict is of_file.suggestion.verdict)
    minutes, right, same = seconds / 60, 100 * np.mean(soon), 100 * np.mean(agreed)
    told = f"{pieces_changes / minutes:.1f}, {changes / minutes:.1f}"
    print(f"{len(clips)} clips of known genres, {minutes:.1f} min:")
    print(f"  the right genre leads within {SOON_SECONDS:.0f} s in {right:.0f} %")
    print(f"  changes a minute of the leading genre, of single pieces and as shown: {told}")
    print(f"  changes a minute of the tags shown: {tag_changes / minutes:.1f}")
    print(f"  the minute is said to be what classify says of the file: {same:.0f} % of genres,")
    print(f"  {100 * np.mean(verdict_agreed):.0f} % of verdicts")
    what = (
        f"{len(clips)} clips: changes a minute of the leading genre, of pieces and as shown; "
        "right genre within 10 s; best genre of the minute that of the file"
    )
    keep("live.calm", what, f"{told}; {right:.0f} %; {same:.0f} %")


def followed(path: Path) -> Iterable[Any]:
    """Yield what is said while a file plays, faster than it would."""
    waveform = decode(path)
    pieces = PieceQueue(waveform.sample_rate)
    step = waveform.sample_rate // 10

    def feed() -> None:
        for at in range(0, len(waveform.samples), step):
            pieces.add(waveform.samples[at : at + step])
            while not pieces.wait_for_room(1.0):
                pass
        pieces.end()

    feeding = threading.Thread(target=feed)
    feeding.start()
    yield from classify_live(pieces, Settings, QuietContext())
    feeding.join()


def of_files(paths: Sequence[Path]) -> Iterable[tuple[Path, Classified]]:
    file = box_file()
    assert file is not None
    for found in classify_files(paths, file, QuietContext(), AnalysisOptions.of_this_user(1)):
        if isinstance(found, Classified):
            yield found.path, found


def changed(values: Sequence[object]) -> int:
    return sum(a != b for a, b in itertools.pairwise(values))


def cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def p95(values: Sequence[float]) -> float:
    return float(np.percentile(values, 95))


if __name__ == "__main__":
    main()
