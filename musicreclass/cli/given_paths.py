"""The tracks that the paths on a command line stand for."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.location import readable
from musicreclass.errors import UsageProblem

if TYPE_CHECKING:
    from musicreclass.core.track import TrackLine


def given_lines(
    lines: Sequence[TrackLine], paths: Sequence[Path]
) -> tuple[list[TrackLine], list[str]]:
    """Return the tracks at and below `paths`, and a sentence on each path without any.

    Without paths that is the whole library.

    Raises:
        UsageProblem: a path is neither in the library nor on the disk.
    """
    from musicreclass.pipeline.review.decide import lines_at

    if not paths:
        return list(lines), []
    found, unknown = lines_at(lines, paths)
    for path in unknown:
        if not os.path.lexists(path):
            raise UsageProblem(f"{path} does not exist; give a file or a folder with music.")
    return found, [_absence(path) for path in unknown]


def _absence(path: Path) -> str:
    reason = "nothing of it is in the library; scan its folder first."
    return f"{readable(str(path))}: {reason}"
