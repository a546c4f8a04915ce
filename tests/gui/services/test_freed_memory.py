import sys

import psutil
import pytest

from musicreclass.gui.services import freed_memory
from musicreclass.gui.services.freed_memory import FreedMemory, give_back
from musicreclass.gui.services.pending_updates import PendingUpdates
from musicreclass.gui.tracks.track_table import TrackTableModel
from tests.recording_context import RecordingContext

MEGABYTE = 1 << 20


@pytest.fixture
def updates(qapp):
    tracks = TrackTableModel()
    yield PendingUpdates(tracks)
    tracks.deleteLater()


def test_memory_is_given_back_once_when_no_more_comes(updates, workers, line, qtbot, monkeypatch):
    given = []
    monkeypatch.setattr(freed_memory, "REST_MS", 50)
    monkeypatch.setattr(freed_memory, "give_back", given.append)
    FreedMemory(updates, workers)

    for number in range(5):
        updates.add_lines([line(number, "Song")])
        qtbot.wait(40)
    qtbot.waitUntil(lambda: bool(given))
    qtbot.wait(100)

    assert len(given) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not asked")
def test_what_is_free_goes_back_to_the_system():
    kept = [bytes(100_000) for _ in range(1_000)]
    last = kept.pop()  # above all that is freed, so that it stays with the C library
    kept.clear()
    before = psutil.Process().memory_info().rss

    give_back(RecordingContext())

    assert before - psutil.Process().memory_info().rss > 20 * MEGABYTE
    assert len(last) == 100_000
