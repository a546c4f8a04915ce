"""The errors a user can meet.

Expected trouble (a bad file, a full disk, a wrong argument) is a subclass of
`MusicReclassError`. Anything else that reaches the top is a bug and is
reported as one, with its traceback.
"""

from pathlib import Path


class MusicReclassError(Exception):
    """Base of all expected errors; `str(error)` is the sentence a user reads."""


class UsageProblem(MusicReclassError):
    """The command was called in a way that cannot work; exit status 2."""


class FileProblem(MusicReclassError):
    """Something is wrong with one file; the run goes on without it."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)  # args must rebuild it: it crosses processes
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path.name}: {self.reason}"


class Cancelled(MusicReclassError):
    """The user asked to stop. Not shown as an error."""
