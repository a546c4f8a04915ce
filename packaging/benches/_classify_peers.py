"""What others' programs take for the same files, for the bench `classify --peers`.

Essentia is under the AGPL: it is no dependency of this project, and lies in an environment of its
own in a folder of caches, which is made only where somebody asks for it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import platformdirs
from _classify_runs import Pace
from _figures import keep

ESSENTIA = "essentia==2.1b6.dev1389"
SCRIPT = Path(__file__).with_name("_peer_extraction.py")
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)


def compare_peers(files: Sequence[str], ours: Mapping[str, Pace], workers: int) -> None:
    """Print tracks a second of others beside ours."""
    peers = {
        "Essentia's MusicExtractor": ("essentia", essentia_python()),
        "librosa, the features of FMA": ("librosa", Path(sys.executable)),
    }
    paces = {f"ours, {speed}, with genres": pace for speed, pace in ours.items()}
    paces |= {what: _pace(files, *peer, workers) for what, peer in peers.items()}
    text = "; ".join(f"{what} {pace}" for what, pace in paces.items())
    print(f"from {len(files):,} MP3s, {workers} processes: {text}")
    keep(
        "classify.peers",
        f"{len(files):,} MP3s from file to genre, and what others take for features alone,"
        f" {workers} processes each",
        text,
    )


def essentia_python() -> Path:
    """Return the Python that has Essentia, and make it where it is not there yet."""
    home = platformdirs.user_cache_path("musicreclass-benches") / ESSENTIA.replace("==", "-")
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = home / "installed"
    if not done.exists():
        print(f"installing {ESSENTIA} into {home}")
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True)
        install = [str(python), "-m", "pip", "install", "-q", "--only-binary", ":all:", ESSENTIA]
        subprocess.run(install, check=True)
        done.touch()
    return python


def _pace(files: Sequence[str], name: str, python: Path, workers: int) -> Pace:
    done = subprocess.run(
        [python, SCRIPT, name, str(workers)],
        check=True,
        env=os.environ | ONE_THREAD,
        input="\n".join(files),
        stdout=subprocess.PIPE,
        text=True,
    )
    extracted, seconds, cpu_seconds = map(float, done.stdout.split()[-3:])
    if extracted < len(files):
        print(f"  {name}: {len(files) - extracted:.0f} files refused")
    return Pace(extracted / seconds, cpu_seconds / extracted)
