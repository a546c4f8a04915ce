"""Mutates inputs of all our own parsers for half an hour: none may crash, hang or eat memory.

A crash is an exception that is no error of the program's, a hang takes more than 5 s of a
processor, and memory is what goes beyond 500 MB. Lines are those of the package that ran, noted by
sys.settrace for one input in twelve. Failed inputs are left in a folder, with what they did.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _figures import keep

ROOT = Path(__file__).resolve().parents[2]
CHILDREN = 2
SILENT_SECONDS = 60.0  # from a child that sits in foreign code where no timer reaches it


@dataclass(slots=True)
class Found:
    """What is known of one parser, from all children together."""

    inputs: int = 0
    failures: int = 0
    lines: set[str] = field(default_factory=set)


class FuzzingChild(threading.Thread):
    """Holds a process that fuzzes, and starts another where one died or hung."""

    def __init__(self, seed: int, seconds: float, only: Sequence[str], folder: Path) -> None:
        super().__init__()
        self.found: defaultdict[str, Found] = defaultdict(Found)
        self._seed = seed
        self._until = time.monotonic() + seconds
        self._only = only
        self._folder = folder
        self._told_at = time.monotonic()

    def run(self) -> None:
        """Fuzz until the time is over."""
        started = 0
        while (left := self._until - time.monotonic()) > 2.0:
            self._one_process(self._seed + 1_000 * started, left)
            started += 1

    def _one_process(self, seed: int, seconds: float) -> None:
        self._folder.mkdir(exist_ok=True, parents=True)
        command = [sys.executable, "-m", "tests.fuzzing.fuzzer", "--seed", str(seed)]
        command += ["--seconds", str(seconds), "--folder", str(self._folder)]
        command += ["--only", *self._only] if self._only else []
        environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
        told: dict[str, dict[str, Any]] = {}
        with subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        ) as process:
            self._told_at = time.monotonic()
            watcher = threading.Thread(target=self._watch, args=(process,), daemon=True)
            watcher.start()
            assert process.stdout is not None
            for line in process.stdout:
                self._told_at = time.monotonic()
                said = json.loads(line)
                told[said["parser"]] = said
        for name, said in told.items():
            found = self.found[name]
            found.inputs += said["inputs"]
            found.failures += said["failures"]
            found.lines.update(said["lines"])
        if process.returncode:
            self._blame(process.returncode)

    def _watch(self, process: subprocess.Popen[str]) -> None:
        while process.poll() is None:
            if time.monotonic() - self._told_at > SILENT_SECONDS:
                process.kill()
            time.sleep(1.0)

    def _blame(self, status: int) -> None:
        """Note the input in hand as one that ended its process."""
        begun = self._folder / "parser"
        name = begun.read_text() if begun.exists() else "none yet"
        self.found[name].failures += 1
        for left in self._folder.glob("input.*"):
            kept = self._folder / f"failed-{name}-died-{time.time_ns()}{left.suffix}"
            left.replace(kept)
            kept.with_suffix(".reason").write_text(f"ended its process: {status}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--only", nargs="*", default=[], help="names of parsers")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="musicreclass-fuzz-"))
    children = [
        FuzzingChild(options.seed + n, 60 * options.minutes, options.only, folder / str(n))
        for n in range(CHILDREN)
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    found = together(children)
    print(f"seed {options.seed}; failed inputs are in {folder}")
    for name, one in found.items():
        lines = f"{len(one.lines):6,} lines"
        print(f"{name:12s} {one.inputs:10,} inputs  {one.failures:5,} failures  {lines}")
    inputs, failures = (
        sum(getattr(o, of) for o in found.values()) for of in ("inputs", "failures")
    )
    ran = len(set().union(*(one.lines for one in found.values())))
    keep(
        "fuzz.parsers",
        f"{options.minutes:g} minutes of mutated inputs for {len(found)} parsers, two processes",
        f"{inputs:,} inputs, {ran:,} lines ran, {failures:,} failures",
    )
    print(f"together {inputs:,} inputs, {failures:,} failures, {ran:,} lines")
    for reason in sorted(folder.glob("*/*.reason")):
        print(f"{reason.stem}: {reason.read_text()}")
    sys.exit(bool(failures))


def together(children: Sequence[FuzzingChild]) -> dict[str, Found]:
    """Return what all children found, by the names of parsers."""
    found: defaultdict[str, Found] = defaultdict(Found)
    for child in children:
        for name, one in child.found.items():
            found[name].inputs += one.inputs
            found[name].failures += one.failures
            found[name].lines |= one.lines
    return dict(found)


if __name__ == "__main__":
    main()
