"""Which candidate has seen which test part: a file that is only ever added to.

A test part that is looked at twice for one candidate becomes part of the tuning, and what it says
is worth nothing any more. So a candidate is tuned on what it learns from and on what is held out
there, and opens the test part once; the file shows that to whoever doubts it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from musicreclass.core.plain import plain
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import as_said

CHANGED = "-dirty"  # as `git describe --always --dirty` ends where files are not as committed


class LedgerProblem(MusicReclassError):
    """The ledger cannot be read or added to."""

    def __init__(self, said: str) -> None:
        super().__init__(as_said(said))  # those who fit the box read English


class AlreadyOpened(LedgerProblem):
    """The candidate has seen the test part before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is put to the test: a configuration, learned with a seed, by the code of a commit."""

    configuration: str
    seed: int
    commit: str

    @classmethod
    def of(cls, configuration: object, seed: int, commit: str) -> Candidate:
        """Return the candidate with this configuration: dataclasses or plain values."""
        text = json.dumps(plain(configuration), sort_keys=True, ensure_ascii=False)
        return cls(text, seed, commit)

    @property
    def digest(self) -> str:
        return _digest(self.configuration)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. Without figures it says that the test part was opened."""

    date: str  # ISO 8601, UTC
    commit: str
    seed: int
    digest: str  # of the configuration
    configuration: str
    test_part: str
    figures: Mapping[str, float] = field(default_factory=dict)


class Ledger:
    """The lines of one file; there need not be one yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> tuple[Entry, ...]:
        """Return all lines, oldest first.

        Raises:
            LedgerProblem: the file cannot be read, or somebody has edited it.
        """
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
        except (OSError, UnicodeDecodeError) as error:
            raise LedgerProblem(f"{self._path} cannot be read ({error}).") from error
        return tuple(self._entry(number, line) for number, line in enumerate(lines, start=1))

    def open_test(self, candidate: Candidate, test_part: str) -> None:
        """Note that `candidate` now sees `test_part`, before it does.

        The same commit may do it again, for it can but print the same figures; one with changes
        that are not committed is never the same.

        Raises:
            AlreadyOpened: a candidate of this configuration and seed has seen it.
            LedgerProblem: the file cannot be read or added to.
        """
        before = self._opened(candidate, test_part)
        if before is None:
            self._add(candidate, test_part, {})
        elif before.commit != candidate.commit or candidate.commit.endswith(CHANGED):
            raise AlreadyOpened(
                f"This configuration with seed {candidate.seed} was tested on {test_part} already "
                f"({before.date}, commit {before.commit}); what it gets there now says nothing "
                "new. Tune on the held-out part, and test another candidate."
            )

    def record(self, candidate: Candidate, test_part: str, figures: Mapping[str, float]) -> None:
        """Note what `candidate` got; the same figures of the same commit stand there once.

        Raises:
            LedgerProblem: the test part was not opened for it, or the file cannot be added to.
        """
        if self._opened(candidate, test_part) is None:
            raise LedgerProblem(f"{test_part} was not opened for this candidate; open it first.")
        stands = (
            (entry.commit, entry.seed, entry.digest, entry.test_part, entry.figures)
            for entry in self.entries()
        )
        wanted = (candidate.commit, candidate.seed, candidate.digest, test_part, dict(figures))
        if wanted not in stands:
            self._add(candidate, test_part, figures)

    def _entry(self, number: int, line: str) -> Entry:
        try:
            stored = json.loads(line)
            figures = {str(name): float(value) for name, value in stored.pop("figures").items()}
            entry = Entry(**stored, figures=figures)
            if entry.digest != _digest(entry.configuration):
                raise ValueError("the configuration is not the one it was")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise LedgerProblem(
                f"Line {number} of {self._path} is damaged ({error}); put back an older copy of "
                "the file."
            ) from error
        return entry

    def _opened(self, candidate: Candidate, test_part: str) -> Entry | None:
        """Return the last time that a candidate of this configuration and seed has seen it."""
        wanted = (candidate.digest, candidate.seed, test_part)
        seen = [e for e in self.entries() if (e.digest, e.seed, e.test_part) == wanted]
        return seen[-1] if seen else None

    def _add(self, candidate: Candidate, test_part: str, figures: Mapping[str, float]) -> None:
        date = datetime.now(UTC).isoformat(timespec="seconds")
        entry = Entry(
            date,
            candidate.commit,
            candidate.seed,
            candidate.digest,
            candidate.configuration,
            test_part,
            dict(figures),
        )
        line = json.dumps(asdict(entry), ensure_ascii=False, allow_nan=False)
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            raise LedgerProblem(f"{self._path} cannot be added to ({error}).") from error


def _digest(configuration: str) -> str:
    return hashlib.sha256(configuration.encode()).hexdigest()[:16]
