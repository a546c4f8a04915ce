"""A training that is killed half-way, and whether another version goes on where it stood.

Networks must end with the same bits. What weighs them against each other is fitted in the end, by
optimisers that may be other ones: figures and answers are the same but for their last digits.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from _compat_music import Music
from _compat_sides import LONGEST_SECONDS, Checks, Side

# Fits of both kinds that are kept, and of copies; the second fold's network of mels is cut off.
OVERRIDES = ("--set", "mlp.epochs=4", "--set", "cnn.epochs=6", "--set", "copies=1")
WAY = ("--preset", "standard", "--from-scratch", *OVERRIDES, "--workers", "2")
CUT_OFF = "cnn, fold 2.lesson"
LOOK_SECONDS = 0.002


@dataclass(frozen=True, slots=True)
class StoppedFit:
    """What a checkpoint holds."""

    fingerprint: str
    epochs: int
    is_finished: bool

    @classmethod
    def read(cls, path: Path) -> StoppedFit:
        content = torch.load(path, weights_only=True)
        state = content["state"]
        return cls(content["fingerprint"], len(state["epochs"]), state["is_finished"])


@dataclass(slots=True)
class Kept:
    """All versions of the fits of a run, as they come: files are replaced, never changed."""

    run: Path
    folder: Path
    versions: dict[str, list[Path]] = field(default_factory=dict)
    _seen: set[int] = field(default_factory=set)

    def look(self) -> None:
        """Keep what was not there the last time."""
        for path in self.run.glob("[!.]*.lesson"):
            with suppress(FileNotFoundError):
                inode = path.stat().st_ino
                if inode not in self._seen:
                    mine = self.folder / f"{len(self._seen)} {path.name}"
                    os.link(path, mine)  # which keeps the inode from being given to another
                    self._seen.add(inode)
                    self.versions.setdefault(path.name, []).append(mine)


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A training that was not cut off: its classifier, what is told of it, and what it answers."""

    file: Path
    summary: dict[str, Any]
    answers: list[Any]


def trained(side: Side, music: Music, out: Path) -> Unbroken:
    """Train without a break."""
    (summary,) = side.lines("train", music.sorted, *WAY, "--out", out, "--workdir", f"{out}.run")
    return Unbroken(out, summary, _answers(side, music, out))


def cut_off(side: Side, music: Music, out: Path) -> None:
    """Train, and be killed as soon as there is something of the fit that shall be cut off.

    Raises:
        RuntimeError: the training came to its end before.
    """
    child = side.started("train", music.sorted, *WAY, "--out", out)
    while not list(_runs(side, CUT_OFF)):
        if child.poll() is not None:
            raise RuntimeError(f"the training ended before it was killed: {_complaint(child)}")
        time.sleep(LOOK_SECONDS)
    child.kill()
    child.wait()


def check_going_on(
    after: Side, music: Music, whole: Unbroken, checks: Checks, scratch: Path
) -> None:
    """Check that the training that was cut off goes on, and ends as the one that was not."""
    (cut,) = _runs(after, CUT_OFF)
    kept = Kept(cut.parent, scratch)
    kept.look()
    stood = {name: StoppedFit.read(paths[0]) for name, paths in kept.versions.items()}
    done = [name for name, fit in stood.items() if fit.is_finished]
    out = whole.file.with_name("resumed.pth")
    told = _resumed(after, music, out, kept)
    again = [name for name in done if len(kept.versions[name]) > 1]
    checks.equal(f"of {len(done)} lessons that were done none is begun again", again, [])
    first = StoppedFit.read(kept.versions[CUT_OFF][1])
    before = stood[CUT_OFF]
    checks.true(
        f"the lesson that was cut off after epoch {before.epochs} goes on with the next",
        first.fingerprint == before.fingerprint and first.epochs == before.epochs + 1,
        f"its first checkpoint is of epoch {first.epochs}"
        + ("" if first.fingerprint == before.fingerprint else " and of another lesson"),
    )
    checks.alike(
        "the training says what the unbroken one said", _figures(told), _figures(whole.summary)
    )
    _check_bits(out, whole.file, checks)
    answers = _answers(after, music, out)
    checks.alike("its classifier answers as that of the unbroken one", answers, whole.answers)


def _resumed(after: Side, music: Music, out: Path, kept: Kept) -> dict[str, Any]:
    child = after.started("train", music.sorted, *WAY, "--out", out, "--json")
    deadline = time.monotonic() + LONGEST_SECONDS
    while child.poll() is None and time.monotonic() < deadline:
        kept.look()
        time.sleep(LOOK_SECONDS)
    child.kill()
    if child.returncode != 1:  # of the damaged file, there is a complaint
        raise RuntimeError(f"the training did not go on: {_complaint(child)}")
    assert child.stdout is not None
    summary: dict[str, Any] = json.loads(child.stdout.read().splitlines()[-1])
    return summary


def _check_bits(out: Path, whole: Path, checks: Checks) -> None:
    found, expected = (torch.load(path, weights_only=True) for path in (out, whole))
    pairs = zip(found["classifiers"], expected["classifiers"], strict=True)
    for one, other in pairs:
        is_same = one["weights"].keys() == other["weights"].keys() and all(
            torch.equal(weight, other["weights"][name]) for name, weight in one["weights"].items()
        )
        checks.true(f"the network {one['name']} ends with the same bits", is_same)


def _answers(side: Side, music: Music, classifier: Path) -> list[Any]:
    return side.lines("classify", music.waiting, "--classifier", classifier)


def _figures(summary: dict[str, Any]) -> dict[str, Any]:
    return {name: told for name, told in summary.items() if name not in ("seconds", "out")}


def _runs(side: Side, fit: str) -> Iterator[Path]:
    return (side.home / "data" / "trainings").glob(f"*/{fit}")


def _complaint(child: subprocess.Popen[str]) -> str:
    return child.stderr.read()[-1000:] if child.stderr else ""
