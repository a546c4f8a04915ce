"""Other processes in the long run: the command line of the program, beside its window."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from _long_run_person import Steps, Wait

FINE = (0, 1)  # exit statuses: the second where some file has a problem


def command_line(
    library_file: Path, words: Sequence[str], spared: set[int], differences: list[str]
) -> Steps:
    """Let a verb run to its end; note what it says where it fails."""
    command = [sys.executable, "-P", "-m", "musicreclass", "--library", str(library_file)]
    running = subprocess.Popen(
        [*command, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    spared.add(running.pid)
    yield Wait(lambda: running.poll() is not None, f"an end of {words[0]}")
    spared.discard(running.pid)
    assert running.stdout is not None
    with running.stdout as output:
        said = output.read()
    if running.returncode not in FINE:
        differences.append(f"{' '.join(words)} ended with {running.returncode}: {said}")
