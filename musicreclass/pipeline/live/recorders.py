"""Programs of the system that record sound: what they can record, and how they are called.

Qt knows microphones; what the computer plays it does not, and the command line knows no Qt.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from musicreclass.core.live.pcm import PcmFormat

RATE = 44_100  # Hz
RECORDED = PcmFormat(RATE)
ANSWER_SECONDS = 3.0  # that a sound server has to say what there is
CARD = re.compile(r"^card \d+:", re.MULTILINE)
DEFAULT_MONITOR = "@DEFAULT_MONITOR@"  # PulseAudio's and PipeWire's name of what is played


class InputKind(Enum):
    """What sound comes from; the value is what the command line calls it."""

    MICROPHONE = "microphone"
    COMPUTER = "computer"  # what it plays itself


@dataclass(frozen=True, slots=True)
class Recorder:
    """A program that gives raw PCM until it is ended."""

    kind: InputKind
    name: str  # of the device, as the system has it; "" is the usual one
    command: tuple[str, ...]
    pcm: PcmFormat = RECORDED


Answered = Callable[[tuple[str, ...]], str | None]  # what a program prints; None where it fails


def answer_of(command: tuple[str, ...]) -> str | None:
    """Return what a program prints, None where it is not there, fails, or takes too long."""
    if shutil.which(command[0]) is None:
        return None
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=ANSWER_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None


def recorders(answered: Answered = answer_of) -> tuple[Recorder, ...]:
    """Return all that programs of this system can record: the usual devices first."""
    listed = answered(("pactl", "list", "short", "sources"))
    if listed is not None and shutil.which("parec") is not None:
        return tuple(_of_server(listed, answered(("pactl", "get-default-source")) or ""))
    cards = answered(("arecord", "-l"))
    if cards is not None and CARD.search(cards):
        command = "arecord", "-q", "-t", "raw", "-f", "S16_LE", "-r", str(RATE), "-c", "1"
        return (Recorder(InputKind.MICROPHONE, "", command),)
    return ()


def recorder_of(wanted: str, found: tuple[Recorder, ...]) -> Recorder | None:
    """Return what records a kind of input or a named device; None where there is none."""
    by_name = {one.name: one for one in reversed(found) if one.name}
    by_kind = {one.kind.value: one for one in reversed(found)}
    return by_name.get(wanted) or by_kind.get(wanted)


def _of_server(listed: str, default: str) -> list[Recorder]:
    """Return what a sound server has, of its list: number, name, module, sample, state."""
    names = [fields[1] for line in listed.splitlines() if len(fields := line.split("\t")) > 1]
    monitors = [name for name in names if name.endswith(".monitor")]
    inputs = [name for name in names if name not in monitors]
    # A server without a microphone has a monitor for its default source.
    inputs.sort(key=lambda name: name != default.strip())
    found = [_parec(InputKind.MICROPHONE, name, name) for name in inputs]
    if monitors:
        found.append(_parec(InputKind.COMPUTER, "", DEFAULT_MONITOR))
    return found + [_parec(InputKind.COMPUTER, name, name) for name in monitors]


def _parec(kind: InputKind, name: str, device: str) -> Recorder:
    command = (
        *("parec", "--raw", f"--rate={RATE}", "--channels=1", "--format=s16le"),
        *("--latency-msec=50", "--client-name=musicreclass", f"--device={device}"),
    )
    return Recorder(kind, name, command)
