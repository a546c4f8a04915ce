"""The server under load and under attack, on loopback: what fails, what is left, what it takes.

Four clients send 25 files of 4 MB each, all at once: none may fail but by a 429 that is served
after Retry-After. Then come bad requests: malformed, oversized, slow, cut off, with paths for
names, with headers that promise ten hours. Each is answered by a 4xx with a reason, none stays.
Then requests without the token, or with a wrong one: all are refused alike, in the same time.
"""

from __future__ import annotations

import argparse
import http.client
import io
import itertools
import json
import os
import secrets
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import psutil
import soundfile
from _figures import keep
from _serve_bad import FORM, BadRequest, bad_requests, form, slow_requests

RATE = 44_100
SIZE = 4_000_000  # bytes of a file that is sent
LARGEST_MB = 5
ANSWER_SECONDS = 120.0
MOST_SECONDS = 900.0  # of a client that is put off again and again
GROWN = 1.25  # of memory between the first quarter of uploads and the end, at most


@dataclass
class Loaded:
    """A server at work, and what it was seen to take."""

    port: int
    process: psutil.Process
    uploads: Path
    token: str = ""
    samples: list[int] = field(default_factory=list)  # bytes of all its processes

    def send(self, path: str, body: bytes, kind: str = FORM) -> tuple[int, bytes, int]:
        """Return status, body, and after how many seconds one may come again."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        headers = {"Content-Type": kind}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), int(answer.getheader("Retry-After") or 0)
        finally:
            connection.close()

    def memory(self) -> int:
        """Return what its processes have of memory that is theirs alone."""
        total = 0
        for process in (self.process, *self.process.children(recursive=True)):
            with suppress(psutil.Error):
                total += process.memory_full_info().uss
        return total

    def left_behind(self) -> int:
        """Return how many files lie in its folder a while after the last request."""
        until = time.monotonic() + 20.0
        while time.monotonic() < until:
            left = sum(path.is_file() for path in self.uploads.glob("*/**/*"))
            if not left:
                return 0
            time.sleep(0.1)
        return left


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--uploads", type=int, default=25, help="of each client, all at once")
    parser.add_argument("--bad", type=int, default=500)
    parser.add_argument("--guesses", type=int, default=400, help="of the token")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, serving(Path(scratch)) as served:
        faults = loaded(served, options.clients, options.uploads)
        faults += attacked(served, options.bad)
    with tempfile.TemporaryDirectory() as scratch:
        token = secrets.token_urlsafe(24)
        with serving(Path(scratch), token) as served:
            faults += guessed(served, options.guesses)
    print("\n".join(faults) or "No fault.")
    sys.exit(1 if faults else 0)


@contextmanager
def serving(home: Path, token: str = "") -> Iterator[Loaded]:
    """Give a server in a process of its own; its folder of uploads must be empty at its end."""
    environment = {**os.environ, "MUSICRECLASS_HOME": str(home), "MUSICRECLASS_TOKEN": token}
    words = ["serve", "--port", "0", "--largest", str(LARGEST_MB)]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "musicreclass", *words],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    try:
        url = next(word for word in process.stderr.readline().split() if word.startswith("http"))
        port = int(url.rstrip("/;").rpartition(":")[2])
        yield Loaded(port, psutil.Process(process.pid), home / "cache" / "uploads", token)
        process.send_signal(signal.SIGTERM)
        status = process.wait(60)
        left = list((home / "cache" / "uploads").iterdir())
        if status or left:
            raise SystemExit(f"It ended with {status}, and left {left}.")
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def loaded(served: Loaded, clients: int, uploads: int) -> list[str]:
    """Send honest files, all at once; return what went wrong."""
    bodies = [form(f"{i}.wav", sound(i)) for i in range(4)]
    statuses: Counter[int] = Counter()
    lock, memory = threading.Lock(), list[int]()

    def send(number: int) -> str | None:
        until = time.monotonic() + MOST_SECONDS
        while time.monotonic() < until:
            try:
                status, told, wait = served.send("/api/v1/classify", bodies[number % 4])
            except OSError as error:
                return f"upload {number}: {error}"
            with lock:
                statuses[status] += 1
                if status == 200:
                    memory.append(served.memory())
            if status != 429:
                genre = json.loads(told)["results"][0]["candidates"] if status == 200 else None
                return None if genre else f"upload {number}: {status} {told[:200]!r}"
            if wait < 1:
                return f"upload {number}: 429 without Retry-After"
            time.sleep(wait)
        return f"upload {number}: put off for {MOST_SECONDS:.0f} s"

    total = clients * uploads
    began_at = time.monotonic()
    with ThreadPoolExecutor(total) as threads:  # at once: one thread for each
        faults = [fault for fault in threads.map(send, range(total)) if fault]
    seconds = time.monotonic() - began_at
    quarter = max(1, len(memory) // 4)
    early, late = max(memory[:quarter], default=1), max(memory[-quarter:], default=1)
    left = served.left_behind()
    if late > early * GROWN:
        faults.append(f"memory grew from {early / 1e6:.0f} to {late / 1e6:.0f} MB")
    if left:
        faults.append(f"{left} files are left")
    told = (
        f"{statuses[200]} of {total} answered in {seconds:.0f} s, {statuses[429]} times put off, "
        f"{len(faults)} faults; memory {early / 1e6:.0f} MB in the first quarter, "
        f"{late / 1e6:.0f} MB in the last"
    )
    print(told)
    what = f"{clients} clients, {uploads} files of 4 MB each, all at once"
    keep("serve_load.uploads", what, told)
    return faults


def attacked(served: Loaded, count: int) -> list[str]:
    """Send bad requests; return what was answered otherwise than by a 4xx with a reason."""
    honest = sound(1)[: RATE * 4]
    endless = bad_requests(honest, flac(), LARGEST_MB << 20)
    requests = [*slow_requests(honest), *itertools.islice(endless, max(0, count - 2))]
    answered: Counter[str] = Counter()
    faults = []
    with ThreadPoolExecutor(6) as threads:
        for request, (status, told) in zip(
            requests, threads.map(lambda one: sent(served, one), requests), strict=True
        ):
            answered[request.kind] += 1
            if fault := _fault(request, status, told):
                faults.append(fault)
    status, _, _ = served.send("/api/v1/classify", form("a.wav", sound(2)))
    left = served.left_behind()
    if status != 200:
        faults.append(f"behind all that an honest file is answered by {status}")
    if left:
        faults.append(f"{left} files are left")
    told_of = f"{len(requests)} of {len(answered)} kinds: {len(faults)} faults, nothing left"
    print(told_of)
    keep("serve_load.bad", "bad requests, each answered by a 4xx with a reason", told_of)
    return faults


def sent(served: Loaded, request: BadRequest) -> tuple[int, bytes]:
    """Send a bad request, and return status and body; 0 where nothing is answered."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=ANSWER_SECONDS) as wire:
        with suppress(OSError):  # the server has had enough
            if request.is_slow:
                for byte in request.sent[:60]:
                    wire.sendall(bytes([byte]))
                    if _has_answer(wire, 1.0):
                        break
            else:
                wire.sendall(request.sent)
        if request.is_cut:
            return 0, b""
        answer = http.client.HTTPResponse(wire)
        try:
            answer.begin()
            return answer.status, answer.read()
        except (http.client.HTTPException, OSError):
            return 0, b""


def _fault(request: BadRequest, status: int, told: bytes) -> str | None:
    if request.is_cut:
        return None  # nobody was there to be told; what is left is counted in the end
    is_plain = told.startswith(b"Invalid HTTP")  # of what is no HTTP there is no language
    with suppress(ValueError):
        is_plain = is_plain or bool(json.loads(told)["detail"])
    if 400 <= status < 500 and status != 429 and is_plain:
        return None
    return f"{request.kind}: {status} {told[:120]!r} for {request.sent[:120]!r}"


def _has_answer(wire: socket.socket, seconds: float) -> bool:
    wire.settimeout(seconds)
    try:
        return bool(wire.recv(1, socket.MSG_PEEK))
    except TimeoutError:
        return False
    finally:
        wire.settimeout(ANSWER_SECONDS)


def guessed(served: Loaded, count: int) -> list[str]:
    """Try wrong tokens of several kinds; return what tells one from another."""
    right = served.token
    guesses = {
        "none": "",
        "far": "x" * len(right),
        "near": right[:-1] + ("x" if right[-1] != "x" else "y"),
        "short": right[:4],
        "long": right * 20,
    }
    seconds: dict[str, list[float]] = {kind: [] for kind in guesses}
    answers = set()
    for _ in range(count // len(guesses)):
        for kind, guess in guesses.items():
            served.token = guess
            began_at = time.perf_counter()
            status, told, _ = served.send("/api/v1/classify", b"")
            seconds[kind].append(time.perf_counter() - began_at)
            answers.add((status, told))
    served.token = right
    status, _, _ = served.send("/api/v1/classify", form("a.wav", sound(0)))
    middle = {kind: 1e3 * statistics.median(taken) for kind, taken in seconds.items()}
    spread = max(statistics.stdev(taken) for taken in seconds.values()) * 1e3
    told_of = ", ".join(f"{kind} {value:.2f} ms" for kind, value in middle.items())
    print(f"Wrong tokens: {len(answers)} answer; medians {told_of}; deviation {spread:.2f} ms")
    keep("serve_load.token", f"{count} requests with wrong tokens: medians", told_of)
    faults = []
    if status != 200:
        faults.append(f"with the right token the answer is {status}")
    if len(answers) != 1 or next(iter(answers))[0] != 401:
        faults.append(f"wrong tokens are told apart: {answers}")
    if abs(middle["near"] - middle["far"]) > max(0.5, spread):
        faults.append(f"the time tells how near a token is: {told_of}")
    return faults


def sound(seed: int) -> bytes:
    """Return a WAV of `SIZE` bytes: chords and noise, no two alike."""
    chance = np.random.default_rng(seed)
    frames = (SIZE - 44) // 2
    seconds = np.arange(frames) / RATE
    notes: Sequence[float] = [110.0 * 2 ** (step / 12) for step in chance.integers(0, 36, 4)]
    wave = sum(0.15 * np.sin(2 * np.pi * note * seconds) for note in notes)
    wave = wave + 0.05 * chance.standard_normal(frames)
    packed = io.BytesIO()
    soundfile.write(packed, wave, RATE, format="WAV", subtype="PCM_16")
    return packed.getvalue()


def flac() -> bytes:
    """Return a second of FLAC."""
    packed = io.BytesIO()
    soundfile.write(packed, np.zeros(RATE), RATE, format="FLAC")
    return packed.getvalue()


if __name__ == "__main__":
    main()
