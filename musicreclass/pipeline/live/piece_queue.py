"""Pieces of sound between whoever records them and whoever asks classifiers about them.

Recording never waits for classifiers: a piece that nobody came to ask about while it was new is
dropped, and counted.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from musicreclass.core.live.pcm import Samples
from musicreclass.core.live.pieces import HOP_SECONDS, PieceCutter, SoundPiece
from musicreclass.errors import MusicReclassError

LATE_SECONDS = HOP_SECONDS  # a piece that waited so long is dropped where there is a newer one
MOST_WAITING = 40  # pieces: a minute; a program that gives no end of sound fills no memory
ENOUGH = 2  # pieces that wait, from which on a pipe is not read from


@dataclass(frozen=True, slots=True, eq=False)
class ArrivedPiece:
    """A piece, and when its last sample was there."""

    piece: SoundPiece
    arrived_at: float  # by the clock of the queue
    dropped: int  # before it, since the sound began


class SoundEnded(Exception):
    """Nothing more will come."""


class PieceQueue:
    """Safe to use from two threads: one adds sound, the other takes pieces."""

    def __init__(self, sample_rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.sample_rate = sample_rate
        self._clock = clock
        self._cutter = PieceCutter(sample_rate)
        self._waiting: deque[tuple[SoundPiece, float]] = deque()
        self._changed = threading.Condition()
        self._is_ended = False
        self._error: MusicReclassError | None = None
        self._dropped = 0
        self._began_at = float("-inf")

    def add(self, samples: Samples) -> None:
        """Take the next samples, which have come just now."""
        with self._changed:
            now = self._clock()
            self._waiting.extend((piece, now) for piece in self._cutter.add(samples))
            while len(self._waiting) > MOST_WAITING:
                self._waiting.popleft()
                self._dropped += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Take note that nothing more will come. What waits can still be taken."""
        with self._changed:
            self._is_ended = True
            self._changed.notify_all()

    def fail(self, error: MusicReclassError) -> None:
        """Take note of what is wrong; whoever takes the next piece is told by the error itself."""
        with self._changed:
            self._error = self._error or error
            self._changed.notify_all()

    def wait_for_room(self, seconds: float) -> bool:
        """Wait until few pieces are left, so long at most; say whether that is so.

        For what can be held up without losing sound: a pipe out of a program that is faster than
        the sound plays.
        """
        with self._changed:
            self._changed.wait_for(lambda: len(self._waiting) < ENOUGH, seconds)
            return len(self._waiting) < ENOUGH

    def begin(self) -> None:
        """Take note that pieces can be asked about from now on, as networks are loaded.

        Of those that came before the newest stay; who could have asked about the others?
        """
        with self._changed:
            self._began_at = self._clock()
            while len(self._waiting) > ENOUGH:
                self._waiting.popleft()

    def take(self, seconds: float) -> ArrivedPiece | None:
        """Return the next piece that is not late; None where none comes in time.

        Raises:
            SoundEnded: nothing is left, and nothing will come.
            MusicReclassError: what comes is no sound, or cannot be recorded.
        """
        with self._changed:
            self._changed.wait_for(self._is_decided, seconds)
            if self._error is not None:
                raise self._error
            self._drop_late()
            if not self._waiting:
                if self._is_ended:
                    raise SoundEnded
                return None
            piece, arrived_at = self._waiting.popleft()
            self._changed.notify_all()
            return ArrivedPiece(piece, arrived_at, self._dropped)

    def _is_decided(self) -> bool:
        return bool(self._waiting) or self._is_ended or self._error is not None

    def _drop_late(self) -> None:
        now = self._clock()
        while len(self._waiting) > 1 and self._waited(now) > LATE_SECONDS:
            self._waiting.popleft()
            self._dropped += 1

    def _waited(self, now: float) -> float:
        """Return how long somebody could have asked about the oldest piece."""
        return now - max(self._waiting[0][1], self._began_at)
