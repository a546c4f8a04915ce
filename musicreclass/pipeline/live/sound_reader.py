"""Threads that bring bytes of sound into a queue: out of a pipe, or of a program that records."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from musicreclass.core.live.pcm import PcmFormat, PcmProblem, PcmReader
from musicreclass.errors import MusicReclassError, system_words
from musicreclass.pipeline.live.piece_queue import PieceQueue
from musicreclass.pipeline.live.recorders import Recorder
from musicreclass.sentences.reason import Reason, because

MOST_SECONDS = 0.25  # that are read at once, so that a fast pipe is held up in time
LOOK_SECONDS = 0.2  # between two looks whether to stop
AGAIN_SECONDS = 1.0  # between two looks for a device that went away

Note = Callable[[Reason], object]  # told on the thread that reads
FindRecorder = Callable[[], Recorder | None]


@contextmanager
def reading_pipe(fd: int, pcm: PcmFormat, note: Note) -> Iterator[PieceQueue]:
    """Give a queue into which a pipe is read to its end; a program that is fast is held up.

    Nobody waits for the thread: what is blocked in a pipe that gives nothing ends with the process.
    """
    queue = PieceQueue(pcm.sample_rate)
    stopped = threading.Event()

    def read() -> None:
        reader = PcmReader(pcm)
        try:
            while not stopped.is_set() and (data := os.read(fd, _most_bytes(pcm))):
                queue.add(reader.read(data))
                while not stopped.is_set() and not queue.wait_for_room(LOOK_SECONDS):
                    pass
            if (rest := reader.rest()) is not None:
                note(rest)
        except OSError as error:
            queue.fail(PcmProblem(because("live.pipe_broke", said=system_words(error))))
        except MusicReclassError as error:
            queue.fail(error)
        queue.end()

    threading.Thread(target=read, name="sound from a pipe", daemon=True).start()
    try:
        yield queue
    finally:
        stopped.set()


@contextmanager
def recording(first: Recorder, again: FindRecorder, note: Note) -> Iterator[PieceQueue]:
    """Give a queue into which a program records, until the end of the block.

    Args:
        first: what to record.
        again: looks for the same anew, where the program ended because its device went away.
        note: told that it went away, and that there is one again.
    """
    queue = PieceQueue(first.pcm.sample_rate)
    hand = _Recording(queue, first, again, note)
    hand.start()
    try:
        yield queue
    finally:
        hand.stop()


class _Recording(threading.Thread):
    """Runs one program after the other."""

    def __init__(self, queue: PieceQueue, first: Recorder, again: FindRecorder, note: Note) -> None:
        super().__init__(name="sound that is recorded", daemon=True)
        self._queue = queue
        self._next: Recorder | None = first
        self._again = again
        self._note = note
        self._is_there = True
        self._has_given = False  # any sound: what never gave any is no use to wait for
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End the program, and wait until all is quiet."""
        self._stopped.set()
        with self._lock:
            if self._process is not None:
                self._process.kill()
        self.join()

    def run(self) -> None:
        try:
            while not self._stopped.is_set():
                if self._next is not None:
                    self._record(self._next)
                    if not self._has_given and not self._stopped.is_set():
                        raise PcmProblem(because("live.gives_nothing"))
                    self._say(is_there=False)
                self._stopped.wait(AGAIN_SECONDS)
                self._next = None if self._stopped.is_set() else self._again()
        except MusicReclassError as error:
            self._queue.fail(error)
        except OSError as error:
            self._queue.fail(PcmProblem(because("live.cannot_record", said=system_words(error))))
        self._queue.end()

    def _say(self, *, is_there: bool) -> None:
        """Say once that the device went away, and once that there is one again."""
        if is_there is not self._is_there and not self._stopped.is_set():
            self._is_there = is_there
            self._note(because("live.device_back" if is_there else "live.device_gone"))

    def _record(self, recorder: Recorder) -> None:
        """Take in what a program gives, until it ends.

        Raises:
            OSError: it cannot be started.
        """
        with self._lock:
            if self._stopped.is_set():
                return
            process = self._process = subprocess.Popen(
                recorder.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for us: it would seem that the device went
            )
        assert process.stdout is not None
        reader = PcmReader(recorder.pcm)
        with process.stdout as output:
            while data := os.read(output.fileno(), _most_bytes(recorder.pcm)):
                self._has_given = True
                self._say(is_there=True)
                self._queue.add(reader.read(data))
        process.kill()  # one that closed its output, and does not end
        process.wait()


def _most_bytes(pcm: PcmFormat) -> int:
    return round(MOST_SECONDS * pcm.sample_rate) * pcm.frame_bytes
