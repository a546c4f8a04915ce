"""What must be installed: the names from pyproject.toml, the versions from constraints.txt."""

import hashlib
import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SET_UP_VERSION = 1  # raise it when the set-up itself does something else with the same pins


@dataclass(frozen=True, slots=True)
class PinnedRequirements:
    """The requirements by group; "" is what the program itself needs."""

    by_group: dict[str, list[str]]
    constraints: Path
    hashes: Path  # of the files of these versions; what is installed is the same with any list

    @classmethod
    def read(cls, root: Path) -> "PinnedRequirements":
        """Read them from the repository, so that `pip install .` means the same."""
        text = (root / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text)["project"]
        groups = {"": project["dependencies"], **project.get("optional-dependencies", {})}
        folder = root / "packaging"
        return cls(groups, folder / "constraints.txt", folder / "hashes.txt")

    def of(self, groups: Iterable[str]) -> list[str]:
        """Return the requirements of the program and of the extra `groups`."""
        return [line for group in ("", *sorted(groups)) for line in self.by_group[group]]

    def digest(self) -> str:
        """Return a hash that changes when anything that is to be installed changes."""
        lists = json.dumps([SET_UP_VERSION, self.by_group], sort_keys=True)
        return hashlib.sha256(lists.encode() + self.constraints.read_bytes()).hexdigest()
