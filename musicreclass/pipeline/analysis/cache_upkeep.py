"""The cache of analyses as a person looks after it: where it is, how large, and cleared."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.job import JobContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache


@dataclass(frozen=True, slots=True)
class CacheState:
    """Where the cache lies, and how many bytes it holds."""

    folder: Path
    byte_count: int


def cache_state(ctx: JobContext) -> CacheState:
    """Return how the cache is now."""
    ctx.raise_if_cancelled()
    cache = AnalysisCache.of_this_user()
    return CacheState(cache.folder, cache.size())


def obey_limit(ctx: JobContext) -> CacheState:
    """Take away what is beyond the limit of the settings, the longest unused first."""
    ctx.raise_if_cancelled()
    cache = AnalysisCache.of_this_user()
    return CacheState(cache.folder, cache.make_room())


def clear_cache(ctx: JobContext) -> CacheState:
    """Take all of it away; what is wanted again is analyzed again."""
    ctx.raise_if_cancelled()
    cache = AnalysisCache.of_this_user()
    return CacheState(cache.folder, cache.clear())
