"""A small hub for encoders on loopback, whose connections can be cut."""

import hashlib
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVISION = "0123456789abcdef0123456789abcdef01234567"


class LoopbackHub:
    """Files of one repository, and what is done to those who fetch them."""

    def __init__(self, files, licence="bsd-3-clause", repository="someone/tiny"):
        self.offer(files)
        self.licence = licence
        self.repository = repository
        self.cuts = []  # bytes that are sent before the connection is cut, one for each answer
        self.asked = []  # paths, each with its range
        self.refuses = 0  # a status
        self.takes_ranges = True

    def offer(self, files):
        """Have these files from now on, and say their true sums."""
        self.files = files
        self.sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}

    def info(self):
        small = ("README.md", "config.json")
        return {
            "id": self.repository,
            "modelId": self.repository,
            "sha": REVISION,
            "tags": [f"license:{self.licence}"] if self.licence else [],
            "cardData": {"license": self.licence} if self.licence else None,
            "siblings": [
                {
                    "rfilename": name,
                    "size": len(content),
                    "blobId": git_sum(content),
                    **({} if name in small else {"lfs": self._lfs(name)}),
                }
                for name, content in self.files.items()
            ],
        }

    def _lfs(self, name):
        return {"sha256": self.sums[name], "size": len(self.files[name]), "pointerSize": 134}


def git_sum(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


class Answering(BaseHTTPRequestHandler):
    hub: LoopbackHub

    def log_message(self, *_):
        return

    def do_GET(self):
        hub, path = self.hub, self.path.partition("?")[0]
        given = self.headers.get("Range", "")
        hub.asked.append((path, given))
        if hub.refuses:
            self.send_error(hub.refuses)
        elif path == f"/api/models/{hub.repository}":
            self._send(json.dumps(hub.info()).encode(), 0)
        elif path.startswith(f"/{hub.repository}/resolve/{REVISION}/"):
            self._send_file(hub.files[path.rpartition("/")[2]], given)
        else:
            self.send_error(404)

    def _send_file(self, content, given):
        start = int(given.removeprefix("bytes=").removesuffix("-")) if given else 0
        if self.hub.takes_ranges and start:
            self._send(content[start:], start, len(content))
        else:
            self._send(content, 0)

    def _send(self, content, start, total=0):
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.path.startswith("/api") or not self.hub.cuts:
            self.wfile.write(content)
            return
        self.wfile.write(content[: self.hub.cuts.pop(0)])
        self.close_connection = True  # and the rest never comes


@contextmanager
def running(hub):
    """Let a hub answer for a while, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Answering,), {"hub": hub}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
