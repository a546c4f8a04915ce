"""How much memory this process may take: with too little, libraries hang or abort as they load."""

from __future__ import annotations

from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because

LEAST_BYTES = 190 << 20  # with less, the interpreter itself fails while numpy loads, in its words
LEAST_FOR_NETWORKS = 1_000 << 20  # with less, one library or another hangs with torch and scipy


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


def refuse_too_little(least_bytes: int = LEAST_FOR_NETWORKS) -> None:
    """Make sure that what is needed can be loaded: networks, where nothing else is said.

    Raises:
        MemoryLimited: it cannot.
    """
    limit = memory_limit()
    if limit is not None and limit < least_bytes:
        given, least = limit / 1e6, least_bytes / 1e6
        raise MemoryLimited(because("start.memory_limited", given=given, least=least))
