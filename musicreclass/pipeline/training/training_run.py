"""A training that may be broken off: what was learned so far waits in a folder for it to go on."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from musicreclass.training.fit.checkpoints import Checkpoints

DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class TrainingRun:
    """Where the lessons of one training are kept; None keeps nothing."""

    folder: Path | None = None

    @classmethod
    def of(
        cls, runs: Path, music: Path, preset: str, seed: int, *, from_scratch: bool = False
    ) -> TrainingRun:
        """Return the run of this training among all that are kept in `runs`.

        Lessons know what they were taught themselves: where music came or went in the meantime,
        those that it makes a difference to begin anew.
        """
        key = json.dumps([str(music.absolute()), preset, seed, from_scratch])
        name = hashlib.blake2b(key.encode(), digest_size=DIGEST_BYTES).hexdigest()
        return cls(runs / name)

    @property
    def checkpoints(self) -> Checkpoints:
        return Checkpoints(self.folder)

    def forget(self) -> None:
        """Remove what was kept: the training is done, or shall begin anew."""
        if self.folder is None:
            return
        self.checkpoints.clear()
        with suppress(OSError):  # not there, or somebody put something else into it
            self.folder.rmdir()


UNKEPT = TrainingRun()
