"""Which files may be installed: those of the pinned versions whose sums are in hashes.txt."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from setup_problem import SetUpProblem

Known = Mapping[tuple[str, str], frozenset[str]]  # name and version -> sums of its files

_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)")
_SUM = re.compile(r"--hash=sha256:(?P<sum>[0-9a-f]{64})")


def read_hashes(path: Path) -> Known:
    """Return the sums that a list of requirements with hashes gives."""
    found: dict[tuple[str, str], set[str]] = {}
    sums: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if pin := _PIN.match(line):
            sums = found.setdefault((_key(pin["name"]), pin["version"]), set())
        sums.update(one["sum"] for one in _SUM.finditer(line))
    return {pin: frozenset(kept) for pin, kept in found.items()}


def locked(report: Mapping[str, Any], known: Known) -> Iterator[str]:
    """Yield a requirement with its sum for each file that pip says it would install.

    A build of one's own choice, such as torch for the CPU (2.13.0+cpu), comes from an index that
    somebody set up for that: it is fixed to the file that was found, which nobody else knows.

    Raises:
        SetUpProblem: pip found another file than those that are known.
    """
    for item in report["install"]:
        name, version = item["metadata"]["name"], item["metadata"]["version"]
        found = item["download_info"].get("archive_info", {}).get("hashes", {}).get("sha256", "")
        if "+" not in version and found not in known.get((_key(name), version), ()):
            raise SetUpProblem(
                f"{name} {version} is another file than the one that is known "
                f"({item['download_info']['url']}); nothing was installed. Look where pip is told "
                "to fetch from (pip config list)"
            )
        yield f"{name}=={version} --hash=sha256:{found}"


def own_builds(lines: Iterable[str]) -> list[str]:
    """Return which of the requirements are builds that no list has."""
    return [line.split(" ")[0] for line in lines if "+" in line.split(" ")[0]]


def _key(name: str) -> str:
    """Return the one spelling of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()
