"""What is known of encoders, on the shelf and on a hub, as data: window and verbs show it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from musicreclass.sentences.reason import Reason

CHUNK = 1 << 20
# Short names for what is known to work; any other is asked for as the hub calls it.
KNOWN = {
    "ast": "MIT/ast-finetuned-audioset-10-10-0.4593",
    "clap": "laion/larger_clap_music",
    "jmla": "UniMus/OpenJMLA",
}


@dataclass(frozen=True, slots=True)
class EncoderFacts:
    """What is known of an encoder on the shelf, or what is wrong with it."""

    name: str
    folder: Path
    layout: str = ""
    is_download: bool = False
    size_bytes: int = 0
    licence: str = ""
    sample_rate: int = 0
    seconds: float = 0.0
    layers: tuple[str, ...] = ()
    label_count: int = 0
    reads_words: bool = False
    remark: Reason | None = None
    problem: Reason | None = None


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file that a hub offers, with the sum by which it is known."""

    name: str
    size: int
    sha256: str = ""
    git_sum: str = ""  # of a small file, which has no other

    def is_whole(self, path: Path) -> bool:
        """Say whether what lies at `path` is this file."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        made = hashlib.sha256()
        if not self.sha256:
            made = hashlib.sha1(f"blob {self.size}\0".encode(), usedforsecurity=False)
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                made.update(chunk)
        return made.hexdigest() == (self.sha256 or self.git_sum)


@dataclass(frozen=True, slots=True)
class EncoderOffer:
    """What would be fetched, from where and under which licence."""

    name: str  # what it would be called here
    repository: str
    revision: str  # of which all files are
    licence: str  # "" where the hub names none
    files: tuple[HubFile, ...]
    endpoint: str = ""  # "" is the usual one

    @property
    def size_bytes(self) -> int:
        return sum(file.size for file in self.files)
