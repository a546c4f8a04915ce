"""The provenance of a training: which music went in, so that no estimate is made on that again.

Files are known by the hash of their sound, which survives renames and retagging. Of collections
that are known by pictures or numbers alone, the names of the tracks are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

KEY = "heard"  # among the facts of a training
SHORT = 12  # hexadecimal digits: of 100,000 tracks two are mistaken for each other once in 50,000


@dataclass(frozen=True, slots=True)
class TrainingProvenance:
    """What was trained on."""

    fingerprints: frozenset[str] = frozenset()  # short ones
    names: frozenset[str] = frozenset()  # of files, without their ends

    @classmethod
    def of(cls, fingerprints: Iterable[str], names: Iterable[str] = ()) -> TrainingProvenance:
        """Return what files of these fingerprints, and tracks of these names, leave behind."""
        short = frozenset(fingerprint[:SHORT] for fingerprint in fingerprints if fingerprint)
        return cls(short, frozenset(names))

    @classmethod
    def from_training(cls, training: Mapping[str, Any]) -> TrainingProvenance | None:
        """Return what a bundle says of it among its facts; None where it says nothing."""
        kept = training.get(KEY)
        if not isinstance(kept, Mapping):
            return None
        each = [str(kept.get(what, "")).split() for what in ("fingerprints", "names")]
        return cls(*map(frozenset, each))

    def to_plain(self) -> dict[str, str]:
        """Return what a bundle keeps: two texts, as a hundred thousand values load slowly."""
        each = {"fingerprints": self.fingerprints, "names": self.names}
        return {what: " ".join(sorted(kept)) for what, kept in each.items()}

    def count(self, files: Mapping[str, str]) -> int:
        """Return how many of some files were among it.

        Args:
            files: path -> fingerprint.
        """
        return sum(self.is_of(path, fingerprint) for path, fingerprint in files.items())

    def is_of(self, path: str, fingerprint: str) -> bool:
        """Say whether a file was among it."""
        return fingerprint[:SHORT] in self.fingerprints or PurePath(path).stem in self.names
