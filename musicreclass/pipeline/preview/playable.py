"""Sound for players that do not know a file's format: decoded by us, kept as WAV for a while."""

from __future__ import annotations

import hashlib
import os
import wave
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from musicreclass.core.job import JobContext
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem, MusicReclassError, system_words
from musicreclass.pipeline.processes.pool import map_in_processes
from musicreclass.pipeline.whole_files import appearing_whole
from musicreclass.sentences.reason import because

MOST_KEPT = 8
MOST_SECONDS = 300.0  # that decoding one file may take
FULL_SCALE = 32_767


@dataclass(frozen=True, slots=True)
class Transcript:
    """A file to be written out, and where to."""

    source: str
    target: str


def playable(path: Path, folder: Path, ctx: JobContext, log: Path | None = None) -> Path:
    """Return a WAV file in `folder` with the mono sound of `path`; one made before serves again.

    Raises:
        FileProblem: no sound can be got out of it, or the disk refuses.
        Cancelled: the user stopped.
    """
    target = folder / f"{_name_for(path)}.wav"
    if target.exists():
        return target
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(path, error) from error
    order = Transcript(str(path), str(target))
    outcomes = map_in_processes(
        write_wav,
        [order],
        ctx,
        workers=1,
        seconds_per_item=MOST_SECONDS,
        path_of=lambda order: Path(order.source),
        log=log,
    )
    with closing(outcomes):
        for _, outcome in outcomes:
            if isinstance(outcome, MusicReclassError):
                raise outcome
    _forget_oldest(folder)
    return target


def write_wav(order: Transcript) -> None:
    """Write the sound out in one step: who finds the file finds all of it.

    Raises:
        FileProblem: no sound can be got out of it, or the disk refuses.
    """
    from musicreclass.audio.decoding.decode import probe  # with it come FFmpeg's libraries

    source, target = Path(order.source), Path(order.target)
    sample_rate = probe(source).sample_rate
    try:
        with (
            appearing_whole(target) as unfinished,
            unfinished.open("wb") as file,
            wave.open(file, "wb") as output,
        ):
            output.setnchannels(1)
            output.setsampwidth(2)
            output.setframerate(sample_rate)
            _write(source, output)
    except OSError as error:
        raise _refused(source, error) from error


def _write(source: Path, output: wave.Wave_write) -> None:
    from musicreclass.audio.decoding.decode import blocks

    for block in blocks(source):
        samples = np.clip(np.nan_to_num(block.samples), -1.0, 1.0)
        output.writeframesraw(np.rint(samples * FULL_SCALE).astype("<i2").tobytes())


def _name_for(path: Path) -> str:
    try:
        stamp = FileStamp.of(path)
    except OSError as error:
        raise FileProblem(path, because("pipeline.gone")) from error
    said = f"{stamp.size} {stamp.mtime_ns} ".encode() + os.fsencode(path)
    return hashlib.blake2b(said, digest_size=16).hexdigest()


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.wav"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in kept[MOST_KEPT:]:
        try:
            file.unlink(missing_ok=True)
        except OSError:  # a player on Windows may still hold it; the next time, then
            continue


def _refused(path: Path, error: OSError) -> FileProblem:
    return FileProblem(path, because("pipeline.not_written_out", reason=system_words(error)))
