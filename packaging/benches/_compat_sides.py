"""Two versions of the program that share one home: how the bench `compat` asks each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from musicreclass.pipeline.classification.loaded_classifier import WITHOUT_ENCODER

REPOSITORY = Path(__file__).resolve().parents[2]
NEAR = 1e-4  # other optimisers end so near
LONGEST_SECONDS = 600.0  # on a machine that does much else


@dataclass(frozen=True, slots=True)
class Side:
    """One version of the program, and the home that it works in."""

    source: Path
    home: Path
    library: Path | None = None  # another than the one in the home

    def verb(self, *words: object) -> str:
        """Return what a verb of the command line prints."""
        return self._printed(["-m", "musicreclass", *map(str, words)])

    def lines(self, *words: object) -> list[Any]:
        """Return what a verb prints with --json, line by line; of files, by their paths."""
        told = [json.loads(line) for line in self.verb(*words, "--json").splitlines()]
        return sorted(told, key=lambda one: str(one.get("path", "")))

    def script(self, name: str, *words: object) -> Any:
        """Return what a script beside this file prints as JSON."""
        script = Path(__file__).with_name(name)
        return json.loads(self._printed([str(script), *map(str, words)]).splitlines()[-1])

    def started(self, *words: object) -> subprocess.Popen[str]:
        """Return a verb, or without words the window, that has been started."""
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "musicreclass", *map(str, words)],
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.home,
        )

    def _printed(self, words: list[str]) -> str:
        done = subprocess.run(
            [sys.executable, "-P", *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=LONGEST_SECONDS,
            cwd=self.home,
        )
        # With 1 a verb ends that has a complaint about a file, and so does a crash.
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    def _environment(self) -> dict[str, str]:
        changed = {
            "PYTHONPATH": str(self.source),
            "MUSICRECLASS_HOME": str(self.home),
            "QT_QPA_PLATFORM": "offscreen",
            "OMP_NUM_THREADS": "1",  # digests of fits are of as many threads
            "LC_ALL": "C.UTF-8",
            WITHOUT_ENCODER: "1",  # or presets would be others, and a training begin anew
        }
        if self.library is not None:
            changed["MUSICRECLASS_LIBRARY"] = str(self.library)
        return os.environ | changed


def taken_from_history(revision: str, folder: Path) -> Path:
    """Unpack the repository as it was at `revision` into `folder`."""
    packed = subprocess.run(
        ["git", "-C", str(REPOSITORY), "archive", revision], capture_output=True, check=False
    )
    if packed.returncode:
        sys.exit(f"{revision} cannot be taken from the history: {packed.stderr.decode().strip()}")
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    return folder


@dataclass(frozen=True, slots=True)
class Cache:
    """What is kept of sound in a home: which files there are, and whether they were replaced."""

    inodes: frozenset[int]

    @classmethod
    def of(cls, home: Path) -> Cache:
        return cls(frozenset(path.stat().st_ino for path in (home / "cache").rglob("*.npz")))

    def new_since(self, before: Cache) -> int:
        """Return how many files were written since; those that only moved do not count."""
        return len(self.inodes - before.inodes)


class Checks:
    """Prints each check as a line, and knows whether all were passed."""

    def __init__(self) -> None:
        self.failed = 0

    def equal(self, what: str, found: object, expected: object) -> None:
        """Check that `found` is what is expected, and say where the two part.

        It may say more than that: a version may add keys.
        """
        found = _as_known(found, expected)
        self.true(what, found == expected, "" if found == expected else _parting(found, expected))

    def alike(self, what: str, found: object, expected: object) -> None:
        """Check the same, but for numbers that are less than `NEAR` apart."""
        self.equal(what, _evened(found, expected), expected)

    def true(self, what: str, is_so: bool, why_not: str = "") -> None:
        self.failed += not is_so
        print(f"{'ok' if is_so else 'FAILED':<7} {what}{f': {why_not}' if why_not else ''}")
        sys.stdout.flush()

    @contextmanager
    def surviving(self, what: str) -> Iterator[None]:
        """Let a step that breaks down be one failed check, and not the end of the others."""
        try:
            yield
        except (
            RuntimeError,
            OSError,
            ValueError,
            LookupError,
            subprocess.SubprocessError,
        ) as error:
            self.true(what, False, str(error)[-2000:])


def _as_known(found: object, expected: object) -> object:
    """Return `found` without what is under keys that `expected` lacks."""
    if isinstance(found, dict) and isinstance(expected, dict):
        known = ((name, told) for name, told in found.items() if name in expected)
        return {name: _as_known(told, expected[name]) for name, told in known}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [_as_known(one, other) for one, other in zip(found, expected, strict=True)]
    return found


def _evened(found: object, expected: object) -> object:
    """Return `found` with the numbers of `expected` wherever its own are near."""
    if isinstance(found, dict) and isinstance(expected, dict):
        return {name: _evened(told, expected.get(name)) for name, told in found.items()}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [_evened(one, other) for one, other in zip(found, expected, strict=True)]
    if isinstance(found, float) and isinstance(expected, float):
        return expected if abs(found - expected) < NEAR else found
    return found


def _parting(found: object, expected: object, where: str = "") -> str:
    """Say in which place two plain values differ first."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for name in sorted(expected, key=str):
            if name not in found:
                return f"{where}/{name} is gone"
            if found[name] != expected[name]:
                return _parting(found[name], expected[name], f"{where}/{name}")
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        for index, (one, other) in enumerate(zip(found, expected, strict=True)):
            if one != other:
                return _parting(one, other, f"{where}/{index}")
    return f"{where} is {str(found)[:300]}, and was {str(expected)[:300]}"
