"""What is too much, too slow, or no upload at all: each is refused with a reason."""

import json
import re
import shutil
import struct
import threading
import time
from contextlib import suppress
from types import SimpleNamespace

import pytest

from musicreclass.serve.http_problem import HttpProblem
from musicreclass.serve.uploads import SPARED_BYTES, Uploads
from tests.material import music, write_audio
from tests.serve.served import form, form_type, read_answer, serving

LIMITS = {
    "file_bytes": 3_000_000,
    "files": 3,
    "request_bytes": 5_000_000,
    "sound_seconds": 60.0,
    "waiting": 1,
    "idle_seconds": 2.0,
    "head_seconds": 1.5,
    "grace_seconds": 1.0,
    "least_rate": 1000,
}


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home-of-strict"), **LIMITS) as server:
        yield server


@pytest.fixture(autouse=True)
def _nothing_is_left(strict):
    yield
    assert strict.is_empty_soon()
    assert strict.get("/healthz").status == 200


def request_to(path, body, length=None, kind=None):
    """Return the bytes of a request; what it says of its length need not be so."""
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind or form_type()}\r\n"
    return f"{head}Content-Length: {length or len(body)}\r\n\r\n".encode() + body


@pytest.mark.parametrize(
    ("files", "status", "code"),
    [
        ([("a.mp3", bytes(3_000_001))], 413, "too_large"),
        ([("a.mp3", bytes(2_000_000)), ("b.mp3", bytes(2_999_990))], 413, "too_large"),
        ([(f"{i}.mp3", b"x") for i in range(4)], 413, "too_many"),
        ([("a.mp3", b"x"), ("a.mp3", b"y")], 400, "same_name"),
        ([], 400, "no_files"),
        ([("a.mp3", b"")], 422, "unusable"),
    ],
)
def test_too_much_and_too_little_is_refused(strict, files, status, code):
    if not files:
        answer = strict.ask("POST", "/api/v1/classify", form([]), Content_Type=form_type())
        assert answer.status == 400
        return
    answer = strict.send("/api/v1/classify", files)

    assert (answer.status, answer.json["code"]) == (status, code)


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..\\..\\windows\\win.ini",
        "a/b.mp3",
        "..",
        ".",
        "",
        "a\x00.mp3",
        "a\x1b[2J.mp3",
        "x" * 256,
    ],
)
def test_names_that_are_paths_or_none_are_refused(strict, name):
    answer = strict.send("/api/v1/classify", [(name, b"sound")])

    assert answer.status == 400
    assert answer.json["code"] in ("bad_name", "malformed")


@pytest.mark.parametrize(
    "name", ["=1+1.mp3", "青花瓷.mp3", "a.mp3; rm -rf ~", "<b>.mp3", "a %2e.x"]
)
def test_odd_names_are_names_and_come_back_as_they_are(strict, name):
    answer = strict.send("/api/v1/tags", [(name, b"no sound")])

    assert answer.status == 422
    assert answer.json["results"][0]["path"] == name


WHOLE = form([("a.mp3", b"sound" * 50)])


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        (WHOLE[:-30], None, "cut_off"),
        (WHOLE[:40], None, "cut_off"),
        (b"no form at all", None, "malformed"),
        (WHOLE, "multipart/form-data", "malformed"),
        (WHOLE, "multipart/form-data; boundary=" + "x" * 300, "malformed"),
        (WHOLE, "multipart/form-data; boundary=other", "malformed"),
        (form([("a.mp3", b"x")], field="path"), None, "other_field"),
        (WHOLE.replace(b"filename", b"nofile"), None, "other_field"),
        (b'{"path": "/etc/passwd"}', "application/json", "other_kind"),
        (b"path=%2Fetc%2Fpasswd", "application/x-www-form-urlencoded", "other_kind"),
        (b"", "audio/mpeg", "no_files"),
    ],
)
def test_what_is_no_upload_is_refused(strict, body, kind, code):
    status, told = strict.raw(request_to("/api/v1/classify", body, kind=kind))

    assert json.loads(told)["code"] == code
    assert status == (415 if code == "other_kind" else 400)


def wave_of(seconds):
    """Return a WAV of a moment whose header says that it holds so many seconds."""
    size = int(seconds * 88_200)
    head = b"RIFF" + struct.pack("<I", 36 + size) + b"WAVEfmt "
    head += struct.pack("<IHHIIHH", 16, 1, 1, 44_100, 88_200, 2, 16)
    return head + b"data" + struct.pack("<I", size) + bytes(200)


def flac_of(seconds, tmp_path):
    """Return a FLAC whose header says that it holds so many seconds."""
    content = bytearray(write_audio(tmp_path / "a.flac", samples=music(seconds=1.0)).read_bytes())
    at = 8 + 13  # the last half byte before the total of samples
    content[at] = (content[at] & 0xF0) | (int(seconds * 44_100) >> 32)
    content[at + 1 : at + 5] = (int(seconds * 44_100) & 0xFFFFFFFF).to_bytes(4, "big")
    return bytes(content)


def test_a_file_that_says_it_lasts_ten_hours_is_refused(strict, tmp_path):
    answer = strict.send("/api/v1/classify", [("a.flac", flac_of(36_000, tmp_path))])

    assert (answer.status, answer.json["code"]) == (422, "unusable")
    assert "600 minutes" in answer.json["detail"]


def test_of_a_file_that_is_cut_off_what_is_there_counts(strict):
    answer = strict.send("/api/v1/tags", [("a.wav", wave_of(36_000))])

    assert answer.status == 200
    assert answer.json["results"][0]["seconds_heard"] == pytest.approx(0.002, abs=0.001)


def test_a_file_that_lasts_longer_than_is_taken_is_refused(strict, tmp_path):
    long = write_audio(tmp_path / "long.mp3", seconds=70.0, sample_rate=22_050, channels=1)

    for path in ("/api/v1/classify", "/api/v1/features", "/api/v1/tags"):
        answer = strict.send(path, [(long.name, long.read_bytes())])
        assert answer.status == 422
        assert re.search("1 minutes", answer.json["detail"])


def test_a_body_that_says_it_is_too_large_is_refused_before_it_comes(strict):
    request = request_to("/api/v1/classify", b"", length=10**12)

    status, told = strict.raw(request, seconds=20)

    assert (status, json.loads(told)["code"]) == (413, "too_large")


def test_one_byte_a_second_is_too_slow(strict):
    with strict.connected() as wire:
        wire.sendall(request_to("/api/v1/classify", b"", length=1000))
        with suppress(OSError):  # the server has had enough
            for _ in range(20):
                time.sleep(0.2)
                wire.sendall(b"-")
        status, told = read_answer(wire)

    assert (status, json.loads(told)["code"]) == (408, "too_slow")


def test_a_body_that_stops_coming_is_given_up(strict):
    status, told = strict.raw(request_to("/api/v1/classify", WHOLE[:100], length=500))

    assert (status, json.loads(told)["code"]) == (408, "too_slow")


@pytest.mark.parametrize("begun", [b"", b"GET /healthz HTTP/1.1\r\nHost: loc"])
def test_a_head_that_does_not_come_is_given_up(strict, begun):
    status, told = strict.raw(begun)

    assert (status, json.loads(told)["code"]) == (408, "too_slow")


def test_a_second_head_on_a_connection_that_does_not_come_is_given_up(strict):
    with strict.connected() as wire:
        wire.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert read_answer(wire)[0] == 200
        wire.sendall(b"GET")
        assert read_answer(wire)[0] == 408


@pytest.mark.parametrize(
    "request_bytes",
    [b"no http at all\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 70_000],
)
def test_what_is_no_http_is_refused(strict, request_bytes):
    status, _ = strict.raw(request_bytes)

    assert status == 400


def test_a_disk_that_would_be_full_takes_nothing(tmp_path, monkeypatch):
    free = SimpleNamespace(free=SPARED_BYTES + 1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free)

    assert Uploads.begun_in(tmp_path, 1000).folder.is_dir()
    with pytest.raises(HttpProblem) as refused:
        Uploads.begun_in(tmp_path, 1001)
    assert (refused.value.status, refused.value.reason.code) == (507, "serve.disk_full")


def test_a_body_in_chunks_of_no_told_length_is_taken_and_limited_alike(strict, song):
    whole = form([(song.name, song.read_bytes())])
    pieces = (whole[i : i + 10_000] for i in range(0, len(whole), 10_000))
    path, kind = "/api/v1/tags", form_type()

    assert strict.ask("POST", path, pieces, Content_Type=kind).status == 200
    endless = form([("a.mp3", bytes(3_500_000))])
    pieces = (endless[i : i + 100_000] for i in range(0, len(endless), 100_000))
    assert strict.ask("POST", path, pieces, Content_Type=kind).status == 413


def test_too_many_at_once_are_told_when_to_come_again_and_served_then(strict, song):
    content = [(song.name, song.read_bytes())]
    statuses, waits = [], []

    def send():
        until = time.monotonic() + 60
        while time.monotonic() < until:
            answer = strict.send("/api/v1/classify", content)
            statuses.append(answer.status)
            if answer.status != 429:
                return
            waits.append(int(answer.headers["retry-after"]))
            time.sleep(waits[-1])

    senders = [threading.Thread(target=send) for _ in range(6)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert statuses.count(200) == 6
    assert set(statuses) == {200, 429}
    assert all(1 <= wait <= 60 for wait in waits)
