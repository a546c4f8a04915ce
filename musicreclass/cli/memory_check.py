"""How much memory this process may take: with too little, libraries hang or abort as they load."""

from __future__ import annotations

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

LEAST_BYTES = 1_000 << 20  # with less, one library or another hangs while torch and scipy load


class MemoryLimited(MusicReclassError):
    """What is asked for needs more memory than the process may have."""


def memory_limit() -> int | None:
    """Return how many bytes the system lets this process have; None where it sets no limit."""
    try:
        import resource
    except ImportError:  # Windows has none
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit


def refuse_too_little() -> None:
    """Make sure that what needs networks can be loaded.

    Raises:
        MemoryLimited: it cannot.
    """
    limit = memory_limit()
    if limit is not None and limit < LEAST_BYTES:
        given, least = limit / 1e6, LEAST_BYTES / 1e6
        raise MemoryLimited(because("start.memory_limited", given=given, least=least))
