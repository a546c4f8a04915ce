"""Freezing: the program with its own Python as one folder, looked at and packed. Of the set-up."""

import json
import math
import os
import shutil
import statistics
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import debian_packages
from setup_problem import SetUpProblem
from watched_command import watch

from installers import debian

NAME = "musicreclass"
TOOLS = {"objdump": "binutils"}  # which PyInstaller calls on Linux, and the packages of them
STARTS = 3
MEGABYTE = 1_000_000
TONES = (220.0, 277.2, 329.6)  # Hz, of the sound that both are to say the same of
SAMPLE_RATE, SECONDS = 22_050, 8


@dataclass(frozen=True, slots=True)
class Build:
    """Where things lie in the repository."""

    root: Path
    python: Path  # of its environment

    @property
    def folder(self) -> Path:
        return self.root / "build"

    @property
    def frozen(self) -> Path:
        return self.folder / "frozen" / NAME

    @property
    def program(self) -> Path:
        return self.frozen / (f"{NAME}.exe" if os.name == "nt" else NAME)

    @property
    def shared(self) -> Path:
        return self.folder / "installers"

    @property
    def packages(self) -> Path:
        return self.root / "dist"

    @property
    def environment(self) -> dict[str, str]:
        """Return variables with which the environment's Python finds the program and the recipe."""
        folders = (str(self.root), str(self.root / "packaging"))
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(folders),
            "QT_QPA_PLATFORM": "offscreen",
        }


def ensure_tools(find: Mapping[str, str] = TOOLS) -> None:
    """Install what the freezing calls, or say what to install."""
    missing = [package for tool, package in find.items() if not shutil.which(tool)]
    if not missing or not sys.platform.startswith("linux"):
        return
    if not debian_packages.may_install():
        line = debian_packages.apt_line(missing)
        raise SetUpProblem(f"Freezing needs {', '.join(missing)}; on Debian run: {line}")
    debian_packages.install(missing, "What freezing needs")


def freeze(build: Build) -> None:
    """Make the frozen folder and what lies beside it.

    Raises:
        SetUpProblem: it cannot be made; the last lines of the log say why.
    """
    log = build.folder / "freezing.log"
    build.folder.mkdir(exist_ok=True)
    log.unlink(missing_ok=True)
    make = [str(build.python), "-P", "-m", "installers.shared_files", str(build.shared)]
    _watched(make, "Icons, man page, completions", log, build.environment)
    spec = build.root / "packaging" / "installers" / f"{NAME}.spec"
    work = build.folder / "freezing"
    command = [str(build.python), "-P", "-m", "PyInstaller", "--noconfirm"]
    command += ["--distpath", str(build.frozen.parent), "--workpath", str(work)]
    _watched([*command, str(spec)], "Freezing (minutes)", log, build.environment)


def _watched(command: Sequence[str], doing: str, log: Path, environment: Mapping[str, str]) -> None:
    outcome = watch(command, doing, log=log, environment=environment)
    if outcome.status:
        said = outcome.last_lines[-1] if outcome.last_lines else "no reason given"
        raise SetUpProblem(f"{doing}: it failed ({said}); all of it is in {log}")


def package(build: Build, version: str) -> Path:
    """Pack the frozen folder for Debian, and return the package.

    Raises:
        SetUpProblem: nothing was frozen yet, or this is no Debian.
    """
    if not build.program.exists():
        raise SetUpProblem(
            "There is nothing to pack yet; run: python3 packaging/bootstrap.py freeze"
        )
    if not shutil.which("dpkg-deb"):
        raise SetUpProblem("There is no dpkg-deb here; a Debian package is made on Debian.")
    root = build.folder / "debian"
    debian.lay_out(build.frozen, build.shared, root)
    found = debian.build(root, version, build.packages)
    shutil.rmtree(root)
    return found


def report(build: Build) -> list[str]:
    """Look at what was frozen: how large it is, how long it takes, whether it says the same.

    Raises:
        SetUpProblem: it says something else than the sources do.
    """
    files = [path for path in build.frozen.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    work = build.folder / "freezing-trial"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    sound = write_sound(work / "sound.wav")
    program, sources = str(build.program), [str(build.python), "-P", "-m", NAME]
    # Each has a home of its own: neither is to find what the other has analyzed.
    bare, path = _bare(work / "frozen"), {"PYTHONPATH": str(build.root)}
    starts = [_seconds_of([program, "--version"], bare)[0] for _ in range(STARTS)]
    seconds, frozen = _seconds_of([program, *classifying(sound)], bare)
    seconds_of_sources, said = _seconds_of(
        [*sources, *classifying(sound)], _bare(work / "sources") | path
    )
    if frozen != said:
        raise SetUpProblem(f"The frozen program says {frozen}, and the sources say {said}.")
    return [
        f"{build.frozen}: {size / MEGABYTE:,.0f} MB in {len(files):,} files",
        f"{NAME} --version: {statistics.median(starts):.2f} s, the median of {STARTS}",
        f"{NAME} classify, one file: {seconds:.1f} s, of the sources {seconds_of_sources:.1f} s;"
        " both say the same",
    ]


def classifying(sound: Path) -> list[str]:
    """Return the arguments by which a file is classified, for a program to read."""
    return ["classify", str(sound), "--json", "--classifier", "box"]


def _bare(home: Path) -> dict[str, str]:
    """Return an environment in which no Python and nothing of a person's can be found."""
    home.mkdir()
    kept = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if "SYSTEMROOT" in os.environ else {}
    return {**kept, "HOME": str(home), "MUSICRECLASS_HOME": str(home), "PYTHONUTF8": "1"}


def _seconds_of(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, str]:
    """Return how long a command takes, and what it prints; where it is JSON, without places."""
    started = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nothing"]
        raise SetUpProblem(f"{command[0]} fails with status {done.returncode}: {said[-1]}")
    seconds, printed = time.monotonic() - started, done.stdout.strip()
    return seconds, json.dumps(json.loads(printed)) if printed.startswith("{") else printed


def write_sound(path: Path) -> Path:
    """Write a chord that fades in and out, and return its path."""
    frames = bytearray()
    for i in range(SAMPLE_RATE * SECONDS):
        second = i / SAMPLE_RATE
        sample = sum(math.sin(2 * math.pi * tone * second) for tone in TONES) / len(TONES)
        frames += struct.pack("<h", int(20_000 * sample * (0.6 + 0.4 * math.sin(4.0 * second))))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(bytes(frames))
    return path
