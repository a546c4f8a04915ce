import os
import sys
import time
from contextlib import suppress

import numpy as np
import pytest

from musicreclass.core.live.pcm import PcmFormat, PcmProblem
from musicreclass.pipeline.live.piece_queue import SoundEnded
from musicreclass.pipeline.live.recorders import InputKind, Recorder
from musicreclass.pipeline.live.sound_reader import reading_pipe, recording

RATE = 8_000
PCM = PcmFormat(RATE)
THREE_SECONDS = np.arange(3 * RATE, dtype="<i2").tobytes()


def piped(data):
    """Return the end of a pipe out of which this comes, and then its end."""
    out, into = os.pipe()
    os.write(into, data)
    os.close(into)
    return out


def numbers_of(queue):
    found = []
    with suppress(SoundEnded):
        while True:
            if (taken := queue.take(0.1)) is not None:
                found.append(taken.piece.number)
    return found


def program(text, *, pcm=PCM):
    """Return what records by running this."""
    return Recorder(InputKind.MICROPHONE, "it", (sys.executable, "-c", text), pcm)


GIVES = f"import sys; sys.stdout.buffer.write(bytes(2 * {3 * RATE})); sys.stdout.flush()"


def test_a_pipe_is_read_to_its_end():
    said = []

    with reading_pipe(piped(THREE_SECONDS), PCM, said.append) as queue:
        assert numbers_of(queue) == [0]

    assert said == []


def test_a_pipe_that_ends_amid_a_sample_says_so():
    said = []

    with reading_pipe(piped(THREE_SECONDS + b"x"), PCM, said.append) as queue:
        numbers_of(queue)

    assert [one.code for one in said] == ["live.left_bytes"]


def test_a_file_in_the_pipe_is_refused():
    with (
        reading_pipe(piped(b"RIFF" + THREE_SECONDS), PCM, print) as queue,
        pytest.raises(PcmProblem, match="This is a WAV file"),
    ):
        numbers_of(queue)


def test_a_pipe_that_cannot_be_read_is_a_sentence():
    out, into = os.pipe()
    os.close(out)
    os.close(into)

    with (
        reading_pipe(out, PCM, print) as queue,
        pytest.raises(PcmProblem, match="cannot be read any further"),
    ):
        numbers_of(queue)


def test_what_a_program_records_comes_until_it_is_stopped():
    endless = f"{GIVES}; import time; time.sleep(60)"

    with recording(program(endless), lambda: None, print) as queue:
        while queue.take(0.1) is None:
            pass
        stopping_at = time.monotonic()

    assert time.monotonic() - stopping_at < 5


def test_a_device_that_goes_away_is_said_once_and_all_goes_on_when_it_is_back():
    said, looks = [], []

    def again():
        looks.append(len(looks))
        return None if len(looks) == 1 else program(f"{GIVES}; import time; time.sleep(60)")

    with recording(program(GIVES), again, said.append) as queue:
        found = []
        while len(found) < 3:  # what comes behind belongs to the same sound
            if (taken := queue.take(0.1)) is not None:
                found.append(taken.piece.number)

    assert [one.code for one in said] == ["live.device_gone", "live.device_back"]
    assert found == [0, 1, 2]


def test_a_program_that_gives_nothing_is_not_said_to_be_back():
    said, looks = [], []

    def again():
        looks.append(1)
        return program("pass")

    with recording(program(GIVES), again, said.append):
        while len(looks) < 2:
            time.sleep(0.05)

    assert [one.code for one in said] == ["live.device_gone"]


def test_what_never_gives_any_sound_is_not_waited_for():
    with (
        recording(program("pass"), lambda: pytest.fail("looked"), print) as queue,
        pytest.raises(PcmProblem, match="No sound comes from there"),
    ):
        numbers_of(queue)


def test_a_program_that_cannot_be_started_is_a_sentence():
    missing = Recorder(InputKind.MICROPHONE, "it", ("/no/such/program",), PCM)

    with (
        recording(missing, lambda: None, print) as queue,
        pytest.raises(PcmProblem, match="Recording cannot be started"),
    ):
        numbers_of(queue)
