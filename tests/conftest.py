"""What every test stands on: no screen, no real home, nothing left running."""

import itertools
import os
import tempfile
import threading
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Of librosa's, compiled when they are first called: two processes at once would break one cache.
os.environ["NUMBA_CACHE_DIR"] = str(
    Path(__file__).parents[1] / "build" / "numba" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
)

import psutil
import pytest
from mutagen.id3 import ID3, TCON, TIT2, TPE1

TELLS_CHILDREN = Path("/proc/thread-self/children").exists()  # as most kernels of Linux do
MP3_FRAME = bytes.fromhex("fffb9000") + bytes(413)  # 26 ms of silence


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """Give the test a home of its own: no library, settings or cache of a person is touched."""
    # Of a factory's own folders each is numbered, by a look at all that are there.
    home = Path(tempfile.mkdtemp(prefix="home-", dir=tmp_path_factory.getbasetemp()))
    monkeypatch.setenv("MUSICRECLASS_HOME", str(home))
    monkeypatch.delenv("MUSICRECLASS_LIBRARY", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")  # whatever language the machine speaks
    return home


@pytest.fixture(autouse=True)
def _nothing_left_running():
    """Fail a test that leaves a thread or a child process behind."""
    threads_before = _threads()
    children_before = _children()
    yield
    _, alive = psutil.wait_procs(_new_children(children_before), timeout=2)
    for thread in _threads() - threads_before:
        thread.join(timeout=2)
    left = [thread for thread in _threads() - threads_before if thread.is_alive()]
    for process in alive:
        process.kill()
    assert not left, f"threads left running: {left}"
    assert not alive, f"processes left running: {alive}"


def _threads():
    """Return Python's own threads; Qt's have stand-ins that outlive them, see tests/gui."""
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


def _children():
    """Return all processes below this one; one that has none is quick to say so."""
    threads = Path("/proc/self/task").glob("*/children")
    if TELLS_CHILDREN and not any(thread.read_bytes() for thread in threads):
        return set()
    return set(psutil.Process().children(recursive=True))


def _new_children(before):
    return [child for child in _children() - before if "resource_tracker" not in _command(child)]


def _command(process):
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


@pytest.fixture
def library_file(tmp_path):
    """Return where a library is to be; there is none yet."""
    return tmp_path / "library.db"


@pytest.fixture(scope="session")
def write_mp3():
    """Return a maker of tagged MP3 files, no two of which sound alike."""
    numbers = itertools.count()

    def write(path, *, title, artist="", genre=""):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(MP3_FRAME * 4 + MP3_FRAME[:-8] + next(numbers).to_bytes(8, "big"))
        tags = ID3()
        tags.add(TIT2(text=[title]))
        tags.add(TPE1(text=[artist]))
        tags.add(TCON(text=[genre]))
        tags.save(path)

    return write
