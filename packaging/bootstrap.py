"""Start here: makes the environment on first use, then runs, tests, checks or measures the program.

This file alone must be readable by old Pythons, to tell them so; the rest is imported after that.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence

OLDEST_PYTHON = (3, 11)
_NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11")


def python_problem(
    version: Sequence[int], find: Callable[[str], str | None] = shutil.which
) -> str | None:
    """Say in a sentence why this Python will not do, or return None."""
    if tuple(version[:2]) >= OLDEST_PYTHON:
        return None
    newer = next((name for name in _NEWER_PYTHONS if find(name)), None)
    advice = (
        f"start this with {newer}" if newer else "install a newer Python and start again with it"
    )
    return (
        f"musicreclass needs Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer, "
        f"and this is Python {version[0]}.{version[1]}: {advice}."
    )


def main(arguments: Sequence[str]) -> int:
    """Check the Python, then hand over to the verbs."""
    problem = python_problem(sys.version_info[:2])
    if problem:
        print(problem, file=sys.stderr)
        return 2
    import bootstrap_verbs  # not before the check: it is written for the Python just checked for

    return bootstrap_verbs.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
