"""Nothing stays: clients that go, jobs that are stopped, servers that end or are killed."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from tests.serve.served import HAS_SIGNALS, Served, children_of, form, form_type, serving

pytestmark = pytest.mark.skipif(not HAS_SIGNALS, reason="signals, and modes of folders")


@pytest.fixture(scope="module")
def long_song(tmp_path_factory):
    """Return a small file with an hour of silence: its spectrogram takes a while."""
    path = tmp_path_factory.mktemp("long") / "long.flac"
    with soundfile.SoundFile(path, "w", 44_100, 1) as file:
        for _ in range(60):
            file.write(np.zeros(44_100 * 60, np.int16))
    return path


def wait_until_at_work(server):
    """Return the child that works on what was sent, once it does."""
    (worker,) = children_of(server.process.pid)
    before = worker.cpu_times().user
    wait_for(lambda: worker.cpu_times().user > before + 0.3)
    return worker


def upload(path):
    body = form([(path.name, path.read_bytes())])
    head = (
        "POST /api/v1/classify?spectrogram=true HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: {form_type()}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def wait_for(is_so, seconds=60.0):
    until = time.monotonic() + seconds
    while not is_so() and time.monotonic() < until:
        time.sleep(0.02)
    assert is_so()


@pytest.fixture
def server(tmp_path):
    with serving(tmp_path / "home") as found:
        found.send("/api/v1/tags", [("a.mp3", b"")])  # its child has loaded what classifies
        yield found
        for child in children_of(found.process.pid):
            child.kill()  # one that came in place of another is no leftover of the test


def test_a_client_that_goes_amid_the_work_stops_it(server, long_song):
    with server.connected() as wire:
        wire.sendall(upload(long_song))
        worker = wait_until_at_work(server)
        assert len(server.left_behind()) == 1

    assert server.is_empty_soon()
    wait_for(lambda: not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE)
    assert server.get("/healthz").status == 200


def test_a_client_that_goes_amid_the_upload_leaves_nothing(server, long_song):
    with server.connected() as wire:
        wire.sendall(upload(long_song)[:30_000])
        wait_for(lambda: len(server.left_behind()) == 1)

    assert server.is_empty_soon()


def test_a_job_is_stopped_on_demand(server, long_song):
    body = form([(long_song.name, long_song.read_bytes())])
    begun = server.ask(
        "POST", "/api/v1/classify?spectrogram=true&wait=false", body, Content_Type=form_type()
    )
    where = begun.headers["location"]

    assert server.get(where).json["state"] == "working"
    assert server.ask("DELETE", where).status == 204
    wait_for(lambda: server.get(where).json["state"] == "cancelled")
    assert server.left_behind() == []


def test_what_is_sent_lies_in_folders_that_nobody_else_can_look_into(server, long_song):
    with server.connected() as wire:
        wire.sendall(upload(long_song)[:30_000])
        wait_for(lambda: len(server.left_behind()) == 1)
        (path,) = server.left_behind()
        modes = [folder.stat().st_mode & 0o777 for folder in (path.parent, path.parent.parent)]
        mode = path.stat().st_mode & 0o777

    assert (modes, mode) == ([0o700, 0o700], 0o600)
    assert long_song.stem not in str(path)


def test_a_job_that_nobody_asks_about_is_stopped(tmp_path, long_song):
    with serving(tmp_path / "home", abandoned_seconds=0.5) as server:
        body = form([(long_song.name, long_song.read_bytes())])
        server.ask(
            "POST", "/api/v1/classify?spectrogram=true&wait=false", body, Content_Type=form_type()
        )

        assert server.is_empty_soon()
        for child in children_of(server.process.pid):
            child.kill()


def test_a_file_that_takes_too_long_is_named_and_the_next_one_is_served(tmp_path, long_song, song):
    with serving(tmp_path / "home", file_seconds=5.0) as server:
        server.send("/api/v1/tags", [("a.mp3", b"")])
        late = server.send(
            "/api/v1/features?offset=whole", [(long_song.name, long_song.read_bytes())]
        )
        assert (late.status, late.json["code"]) == (422, "unusable")
        assert "5" in late.json["results"][0]["problem"]
        assert server.send("/api/v1/features", [(song.name, song.read_bytes())]).status == 200
        for child in children_of(server.process.pid):
            child.kill()


@contextmanager
def started(home):
    """Give a server by the verb itself; what is left of it is killed."""
    arguments = ["serve", "--port", "0", "--workers", "1"]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "musicreclass", *arguments],
        env={**os.environ, "MUSICRECLASS_HOME": str(home)},
        cwd=Path(__file__).parents[2],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        said = process.stderr.readline()
        url = next(word.rstrip(";") for word in said.split() if word.startswith("http"))
        yield Served(url, Path(home), process=process)
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def uploads_in(home):
    return [path for path in (home / "cache" / "uploads").iterdir() if path.is_dir()]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_verb_ends_clearly_amid_the_work(tmp_path, long_song, number):
    home = tmp_path / "home"
    with started(home) as server:
        with server.connected() as wire:
            server.send("/api/v1/tags", [("a.mp3", b"")])  # its child has come up
            wire.sendall(upload(long_song))
            wait_until_at_work(server)
            server.process.send_signal(number)
            answer = wire.recv(1 << 16)
        said = server.process.stderr.read()
        status = server.process.wait(60)

    assert (status, said.strip()) == (0, "The server has ended.")
    assert b" 503 " in answer.splitlines()[0]
    assert list((home / "cache" / "uploads").iterdir()) == []


def test_what_a_killed_server_left_goes_as_the_next_one_begins(tmp_path, long_song):
    home = tmp_path / "home"
    with started(home) as server, server.connected() as wire:
        wire.sendall(upload(long_song)[:30_000])
        wait_for(lambda: len(server.left_behind()) == 1)
        server.process.kill()
        server.process.wait()
    assert len(server.left_behind()) == 1

    with started(home) as server:
        assert server.left_behind() == []
        assert len(uploads_in(home)) == 1
        server.process.terminate()
        assert server.process.wait(60) == 0


def test_two_servers_leave_each_other_alone(tmp_path):
    home = tmp_path / "home"
    with started(home) as one, started(home) as other:
        assert len(uploads_in(home)) == 2
        assert one.get("/healthz").status == other.get("/healthz").status == 200
        for server in (one, other):
            server.process.terminate()
            assert server.process.wait(60) == 0
