import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from musicreclass.gui.services.garbage_collection import BUSY_MS, QUIET_MS, GarbageCollection


class Closed(QObject):
    """A dialog as it is left: it refers to itself, and knows on which thread it goes."""

    def __init__(self, went):
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.current_thread()))


def allocate(count):
    return [[number] for number in range(count)]


@pytest.fixture
def collection(qapp):
    parent = QObject()
    yield GarbageCollection(parent)
    parent.deleteLater()


def test_what_was_closed_goes_on_the_thread_of_the_window_while_a_job_allocates(collection, qtbot):
    went = []
    gc.set_threshold(10, 2, 2)
    Closed(went)
    job = threading.Thread(target=allocate, args=(200_000,))
    job.start()
    job.join()
    qtbot.waitUntil(lambda: bool(went))

    assert went == [threading.main_thread()]


def test_only_what_is_due_is_looked_through(collection):
    gc.set_threshold(1_000_000, 5, 5)
    before = gc.get_stats()
    gc.collect(0)
    collection.collect()

    assert [one["collections"] for one in gc.get_stats()] == [
        before[0]["collections"] + 1,
        *(one["collections"] for one in before[1:]),
    ]


def test_who_allocates_much_is_looked_after_more_often(collection):
    kept = allocate(5_000)
    collection.collect()
    busy = collection._timer.interval()
    gc.collect(0)
    collection.collect()

    assert (busy, collection._timer.interval()) == (BUSY_MS, QUIET_MS)
    assert len(kept) == 5_000
