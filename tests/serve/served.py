"""A server on loopback for tests, and a client that sends what it is told, fit or not."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

ANSWER_SECONDS = 60.0
HAS_SIGNALS = sys.platform != "win32"  # by which one program asks another to end
BOUNDARY = "-----tests-of-musicreclass"


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class Served:
    """A server at work, as its clients see it."""

    url: str
    home: Path
    token: str = ""
    process: subprocess.Popen[str] | None = None

    @property
    def port(self):
        return urlsplit(self.url).port

    def ask(self, method, path, body=None, **headers):
        """Return the answer to a request; `_` in the names of headers stands for `-`."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token:
            given.setdefault("Authorization", f"Bearer {self.token}")
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        with closing(connection):
            connection.request(method, path, body=body, headers=given)
            response = connection.getresponse()
            told = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, told, response.read())

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def send(self, path, files, **headers):
        """Send files as a form: a list of (name, content)."""
        return self.ask("POST", path, form(files), Content_Type=form_type(), **headers)

    def raw(self, request: bytes, seconds: float = ANSWER_SECONDS):
        """Send bytes as they are, and return the status and the body; 0 where there is none."""
        with self.connected() as wire:
            wire.settimeout(seconds)
            wire.sendall(request)
            return read_answer(wire)

    def connected(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=ANSWER_SECONDS)

    def left_behind(self):
        """Return all files that lie in the server's folder of uploads."""
        ground = self.home / "cache" / "uploads"
        return [path for path in ground.glob("*/**/*") if path.is_file()]

    def is_empty_soon(self, seconds=10.0):
        """Wait until no upload is left."""
        until = time.monotonic() + seconds
        while self.left_behind() and time.monotonic() < until:
            time.sleep(0.05)
        return self.left_behind() == []


def form(files, field="files"):
    """Return the body of a form with files."""
    parts = []
    for name, content in files:
        head = f'Content-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        kind = "Content-Type: application/octet-stream\r\n"
        parts.append(f"--{BOUNDARY}\r\n{head}{kind}\r\n".encode() + content + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def form_type():
    return f"multipart/form-data; boundary={BOUNDARY}"


def read_answer(wire):
    """Return status and body of what comes; 0 where the other end says nothing."""
    response = http.client.HTTPResponse(wire)
    try:
        response.begin()
        return response.status, response.read()
    except (http.client.HTTPException, OSError):
        return 0, b""


@contextmanager
def serving(home, *, token="", **limits):
    """Give a server in a process of its own, with limits as they are given."""
    options = json.dumps({"token": token, "limits": {"workers": 1} | limits})
    environment = {**os.environ, "MUSICRECLASS_HOME": str(home), "OMP_NUM_THREADS": "1"}
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "tests.serve.server_process", options],
        cwd=Path(__file__).parents[2],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout:
        try:
            url = process.stdout.readline().strip()
            served = Served(url, Path(home), token, process)
            assert served.get("/api/v1/classifiers").status == 200  # by a child that has come up
            yield served
            if HAS_SIGNALS:
                process.send_signal(signal.SIGINT)
                assert process.wait(60) == 0
        finally:
            process.kill()
            process.wait()
    assert not HAS_SIGNALS or not list((Path(home) / "cache" / "uploads").glob("*"))


def children_of(pid):
    """Return the processes in which a server has files worked on."""
    every = psutil.Process(pid).children()
    return [one for one in every if "resource_tracker" not in " ".join(one.cmdline())]
