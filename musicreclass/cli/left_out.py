"""What every verb that goes through a folder says of the files that it had to leave out."""

import sys
from collections.abc import Sequence

from musicreclass.core.location import readable
from musicreclass.errors import FileProblem

MOST_NAMED = 10  # --json names all


def print_left_out(problems: Sequence[FileProblem]) -> None:
    """Name the first files that were left out, with the reasons, on stderr."""
    for problem in problems[:MOST_NAMED]:
        print(f"left out: {readable(str(problem.path))}: {problem.reason}", file=sys.stderr)
    if (more := len(problems) - MOST_NAMED) > 0:
        print(f"and {more:,} more; --json names them all", file=sys.stderr)
