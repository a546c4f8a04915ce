"""A drive that is slow and drops out while a folder on it is scanned and analyzed.

A library that is loaded before the system's own (`slow_drive.c`, made by the C compiler that is
there; Linux only) makes each call about the folder take --ms, and lets all of them fail for
--seconds with each of the errors that disks and networks give. At the end no track may be missing,
all be analyzed, and a second look may find nothing changed, also after all times moved by an hour.
"""

import argparse
import errno
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

import numpy as np
import soundfile
from _figures import keep

SOURCE = Path(__file__).with_suffix(".c")
ERRORS = (errno.EIO, errno.ESTALE, errno.ETIMEDOUT)
RATE, SOUND_SECONDS = 22_050, 6
HOUR = 3_600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=24)
    parser.add_argument("--ms", type=int, default=50, help="that each call takes")
    parser.add_argument("--seconds", type=float, default=30.0, help="that the drive is away")
    options = parser.parse_args()
    if sys.platform != "linux":
        raise SystemExit("Only Linux loads a library before the system's own in this way.")
    with tempfile.TemporaryDirectory() as scratch:
        shim = Path(scratch) / "slow.so"
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", str(shim), str(SOURCE), "-ldl"], check=True
        )
        faults = 0
        for error in ERRORS:
            drive = Drive(Path(scratch) / errno.errorcode[error], shim, options.ms, error)
            faults += drive.tried(options.files, options.seconds)
    told = "nothing lost" if not faults else f"{faults} faults"
    keep(
        "slow_drive.outage",
        f"{options.files} files, {options.ms} ms a call, away for {options.seconds:.0f} s amid it",
        told,
    )
    print(told)
    sys.exit(1 if faults else 0)


class Drive:
    """A folder of music on a drive that answers as it is told to."""

    def __init__(self, folder: Path, shim: Path, ms: int, error: int) -> None:
        self.music, self.library = folder / "music", folder / "library.db"
        self.error = error
        self.outage = folder / "outage"
        self.music.mkdir(parents=True)
        self.environment = os.environ | {
            "LD_PRELOAD": str(shim),
            "SLOW_ROOT": str(self.music),
            "SLOW_MS": str(ms),
            "SLOW_OUTAGE": str(self.outage),
            "SLOW_ERRNO": str(error),
            "MUSICRECLASS_HOME": str(folder / "home"),
        }

    def tried(self, files: int, seconds: float) -> int:
        """Go through it all, and return how many of the ends were not as they should be."""
        for number in range(files):
            self._make(number)
        began = time.perf_counter()
        self._run(["scan", str(self.music)])
        running = self._begin(["scan", "--listen"])
        while self._count("SELECT count(DISTINCT track_id) FROM prediction") < files // 4:
            time.sleep(0.2)
        self.outage.touch()
        self._run(["scan"])  # while nothing answers
        ends = {"missing while it was away": self._count(_MISSING)}
        time.sleep(seconds)
        self.outage.unlink()
        running.wait()
        analyzed = self._count("SELECT count(DISTINCT track_id) FROM prediction")
        passed = time.perf_counter() - began
        looked = self._run(["scan"])
        ends |= {
            "missing in the end": self._count(_MISSING),
            "not analyzed": files - analyzed,
            "problems": self._count("SELECT count(*) FROM hearing_problem"),
            "changed at a second look": looked["changed"] + looked["new"],
        }
        for path in self.music.iterdir():
            stat = path.stat()
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + HOUR * 1_000_000_000))
        shifted = self._run(["scan", "--listen"])
        ends["changed as times moved"] = shifted["changed"] + shifted["new"]
        faults = {name: number for name, number in ends.items() if number}
        name = errno.errorcode[self.error]
        print(f"{name}: {analyzed} of {files} analyzed in {passed:.0f} s; {faults or 'no faults'}")
        return len(faults)

    def _make(self, number: int) -> None:
        random = np.random.default_rng(number)
        at = np.arange(RATE * SOUND_SECONDS) / RATE
        tone = np.sin(2 * np.pi * 110.0 * (1 + number % 12) * at) * (0.3 + 0.2 * (at % 0.5 < 0.1))
        noise = 0.02 * random.standard_normal(len(at))
        soundfile.write(self.music / f"{number:03}.flac", tone + noise, RATE)

    def _begin(self, words: list[str]) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "musicreclass", "--library", str(self.library), *words]
        return subprocess.Popen(
            [*command, "--json"],
            env=self.environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _run(self, words: list[str]) -> dict[str, int]:
        running = self._begin(words)
        printed, _ = running.communicate()
        found: dict[str, int] = json.loads(printed.splitlines()[0])
        return found

    def _count(self, query: str) -> int:
        with closing(sqlite3.connect(self.library, timeout=30.0)) as db:
            (number,) = db.execute(query).fetchone()
        return int(number)


_MISSING = "SELECT count(*) FROM track WHERE is_missing"


if __name__ == "__main__":
    main()
