"""Which files of the package the tests run through, and which must stay whole."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

FLOOR = 90.0  # percent of lines; what lies below it is listed


def measure(
    python: Path, arguments: Sequence[str], report: Path, environment: Mapping[str, str]
) -> int:
    """Run tests from the folder above that of `report`, and let coverage.py write it.

    Returns:
        The worst exit status of all steps.
    """
    root = report.parents[1]
    report.parent.mkdir(exist_ok=True)
    report.unlink(missing_ok=True)
    steps = (
        ("erase",),
        ("run", "-m", "pytest", *arguments),
        ("combine", "-q"),
        ("json", "-q", "-o", str(report)),
    )
    commands = [[str(python), "-P", "-m", "coverage", *step] for step in steps]
    return max(
        subprocess.run(c, cwd=root, env=environment, check=False).returncode for c in commands
    )


def percents(report: Path) -> dict[str, float]:
    """Return the share of lines that ran by file, from what `coverage json` wrote."""
    files = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {
        Path(name).as_posix(): found["summary"]["percent_covered"] for name, found in files.items()
    }


def whole_files(text: str) -> list[str]:
    """Return the files of a kept list; lines with # in front are for people."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def below_floor(found: dict[str, float]) -> list[str]:
    """Return a line for each file below the floor, the worst first."""
    low = sorted((share, name) for name, share in found.items() if share < FLOOR)
    return [f"{share:5.1f} %  {name}" for share, name in low]


def broken_promises(found: dict[str, float], whole: list[str]) -> list[str]:
    """Return a sentence for each file that must be whole and is not."""
    return [
        f"{name} must stay at 100 %, and {found.get(name, 0.0):.1f} % of it ran"
        for name in whole
        if found.get(name, 0.0) < 100.0
    ]


def could_be_whole(found: dict[str, float], whole: list[str]) -> list[str]:
    """Return a line for each file that the kept list may grow by."""
    names = sorted(name for name, share in found.items() if share == 100.0 and name not in whole)
    return [f"100.0 %  {name} could be kept so" for name in names]
