import threading
from contextlib import suppress

import numpy as np
import pytest

from musicreclass.core.live.pcm import PcmProblem
from musicreclass.pipeline.live.piece_queue import ENOUGH, MOST_WAITING, PieceQueue, SoundEnded
from musicreclass.sentences.reason import because

RATE = 100


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def queue(clock):
    return PieceQueue(RATE, clock)


def seconds_of(seconds):
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def test_pieces_come_in_their_order_with_the_time_of_their_last_sample(queue, clock):
    queue.add(seconds_of(2.9))
    clock.now = 3.0
    queue.add(seconds_of(0.1))
    clock.now = 3.2

    taken = queue.take(0.0)

    assert (taken.piece.number, taken.arrived_at, taken.dropped) == (0, 3.0, 0)
    assert queue.take(0.0) is None


def test_who_falls_behind_gets_what_is_new_and_is_told_how_much_was_dropped(queue, clock):
    for second in range(1, 13):
        clock.now = float(second)
        queue.add(seconds_of(1.0))

    taken = queue.take(0.0)

    assert taken.piece.number > 0
    assert taken.dropped == taken.piece.number
    assert clock.now - taken.arrived_at <= 1.5


def test_a_single_piece_is_not_dropped_however_late_it_is(queue, clock):
    queue.add(seconds_of(3.0))
    clock.now = 1000.0

    assert queue.take(0.0).dropped == 0


def test_a_pipe_that_is_fast_is_held_up_and_loses_nothing(queue, clock):
    numbers, is_over = [], threading.Event()

    def give():
        for _ in range(60):
            while not queue.wait_for_room(0.05):
                pass
            queue.add(seconds_of(0.5))
        queue.end()
        is_over.set()

    giving = threading.Thread(target=give)
    giving.start()
    with suppress(SoundEnded):
        while True:
            taken = queue.take(1.0)
            clock.now += 0.4  # that an answer takes
            numbers.append(taken.piece.number)
    giving.join()

    assert numbers == list(range(19))
    assert taken.dropped == 0


def test_what_came_while_networks_were_loaded_is_not_late(queue, clock):
    queue.add(seconds_of(30.0))
    clock.now = 30.0
    queue.begin()

    taken = [queue.take(0.0) for _ in range(ENOUGH)]

    assert [one.piece.number for one in taken] == [17, 18]
    assert taken[-1].dropped == 0


def test_sound_without_end_fills_no_memory(queue):
    queue.add(seconds_of(3600.0))

    taken = queue.take(0.0)

    assert taken.piece.number == taken.dropped == 2399 - MOST_WAITING


def test_the_end_comes_behind_all_pieces(queue):
    queue.add(seconds_of(3.0))
    queue.end()

    assert queue.take(0.0).piece.number == 0
    with pytest.raises(SoundEnded):
        queue.take(0.0)


def test_what_is_wrong_with_the_sound_is_told_to_who_takes_it(queue):
    queue.fail(PcmProblem(because("live.no_samples", encoding="u8")))

    with pytest.raises(PcmProblem, match="no sound in the encoding u8"):
        queue.take(0.0)
