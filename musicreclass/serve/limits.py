"""What the server takes, and how long it waits. What is beyond is refused with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from musicreclass.pipeline.processes.pool import default_workers

GRACE_SECONDS = 5.0  # before anybody is called slow


@dataclass(frozen=True, slots=True)
class ServeLimits:
    """The limits of one server; sizes are in bytes."""

    file_bytes: int = 200 << 20
    files: int = 32  # of one request
    request_bytes: int = 1 << 30
    sound_seconds: float = 2 * 3600.0  # that a file may hold
    workers: int = 0  # files at a time; 0 is one for each core
    waiting: int = 8  # requests that are let in beside those at work
    file_seconds: float = 120.0  # that a file may be worked on
    job_seconds: float = 900.0  # that all files of a request may take, their waiting included
    idle_seconds: float = 15.0  # in which nothing comes
    head_seconds: float = 15.0  # in which a request has said what it wants
    least_rate: int = 4 << 10  # bytes a second that an upload has, once it had its grace
    grace_seconds: float = GRACE_SECONDS
    kept_jobs: int = 20  # whose results lie ready
    kept_seconds: float = 300.0
    abandoned_seconds: float = 30.0  # after which a job that nobody asks about is stopped
    connections: int = 256

    @property
    def parallel(self) -> int:
        """Return how many files are worked on at a time."""
        return self.workers or default_workers()

    @property
    def inside(self) -> int:
        """Return how many requests may have files here at a time."""
        return self.parallel + self.waiting
