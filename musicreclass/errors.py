"""The errors a user can meet.

Expected trouble (a bad file, a full disk, a wrong argument) is a subclass of
`MusicReclassError`. Anything else that reaches the top is a bug and is
reported as one, with its traceback.

An error carries a reason, which is a code with values. Window and command line say it in their
language; `str(error)` is the English sentence, for logs.
"""

from pathlib import Path

from musicreclass.sentences.reason import Reason, because


class MusicReclassError(Exception):
    """Base of all expected errors."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)  # args must rebuild it: it crosses processes
        self.reason = reason

    @property
    def sentence(self) -> Reason:
        """Return all that is to be said of it."""
        return self.reason

    def __str__(self) -> str:
        return str(self.sentence)


class UsageProblem(MusicReclassError):
    """The command was called in a way that cannot work; exit status 2."""


class PathProblem(MusicReclassError):
    """Something is wrong with the file or the folder that it names."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(reason)
        self.args = (path, reason)
        self.path = path


class FileProblem(PathProblem):
    """Something is wrong with one file; the run goes on without it."""

    @property
    def sentence(self) -> Reason:
        return because("said.of_file", name=self.path.name, reason=self.reason)

    def to_plain(self) -> dict[str, str]:
        """Return what JSON can hold, in English."""
        return {"path": str(self.path), "reason": str(self.reason)}


def problem_with(error: MusicReclassError) -> FileProblem:
    """Return what is wrong with one file; an error that is about no file ends the run."""
    if not isinstance(error, FileProblem):
        raise error
    return error


def system_words(error: OSError) -> str:
    """Return what the system itself says of an error; it has its own language for that."""
    return (error.strerror or str(error)).lower()


class Cancelled(MusicReclassError):
    """The user asked to stop. Not shown as an error."""

    def __init__(self) -> None:
        super().__init__(because("said.stopped"))
        self.args = ()
