"""Who may ask at all: hosts, origins and tokens; and the headers that every answer bears."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import ipaddress
import re
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from musicreclass.sentences.reason import because
from musicreclass.serve.http_problem import HttpProblem, language_wanted

API = "/api/"
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
# Of what somebody sends who is refused, so much is taken and forgotten that they read the answer.
DRAINED_BYTES = 32 << 20
DRAINED_SECONDS = 5.0
SILENT_SECONDS = 0.5  # in which nothing comes: whoever sends waits for the answer

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9._-]+))(?::\d{1,5})?")

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "media-src blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True, slots=True)
class Access:
    """Under which names the server is known, and which token opens it."""

    token: str = ""  # "": none is needed
    names: Collection[str] = field(default=LOOPBACK_NAMES)  # in lower case
    takes_addresses: bool = False  # an address in numbers is nobody's domain

    def knows_host(self, host: str) -> bool:
        """Say whether a Host header names this server: others may have their names lead here."""
        found = _HOST.fullmatch(host.lower())
        if found is None:
            return False
        name = (found["six"] or found["name"]).rstrip(".")
        return name in self.names or (self.takes_addresses and _is_address(name))

    def opens(self, authorization: str) -> bool:
        """Say whether a header bears the token; it takes as long whatever is wrong."""
        kind, _, given = authorization.partition(" ")
        is_same = hmac.compare_digest(_digest(given.strip()), _digest(self.token))
        return not self.token or (kind.lower() == "bearer" and is_same)


class Guard:
    """Lets requests through to an application, or refuses them; no answer lacks its headers."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        exchange = _Exchange(receive, send, expects="expect" in headers)
        try:
            self._check(scope, headers)
            await self._app(scope, exchange.receive, exchange.send)
        except HttpProblem as problem:
            response = problem.response(language_wanted(headers))
            await response(scope, exchange.receive, exchange.send)

    def _check(self, scope: Scope, headers: Headers) -> None:
        """Let a request pass.

        Raises:
            HttpProblem: it is for another host, from another page, or lacks the token.
        """
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._access.knows_host(hosts[0]):
            raise HttpProblem(421, because("serve.unknown_host"))
        origin = headers.get("origin")
        is_from_elsewhere = headers.get("sec-fetch-site", "") in ("cross-site", "same-site")
        if origin is not None and urlsplit(origin).netloc.lower() != hosts[0].lower():
            is_from_elsewhere = True
        is_navigation = scope["method"] == "GET" and not scope["path"].startswith(API)
        if is_from_elsewhere and not is_navigation:
            raise HttpProblem(403, because("serve.other_origin"))
        is_open = not scope["path"].startswith(API)
        if not is_open and not self._access.opens(headers.get("authorization", "")):
            needed = {"WWW-Authenticate": 'Bearer realm="musicreclass"'}
            raise HttpProblem(401, because("serve.no_token"), needed)


@dataclass(slots=True)
class _Exchange:
    """One request and its answer; what was not read before the answer is taken and forgotten."""

    _receive: Receive
    _send: Send
    expects: bool  # whoever sends waits to be told to, and so need not be drained
    _is_read: bool = False
    _was_begun: bool = False

    async def receive(self) -> Message:
        self._was_begun = True
        message = await self._receive()
        if message["type"] != "http.request" or not message.get("more_body", False):
            self._is_read = True
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
            is_wanted = headers.get("connection") != "close"
            if not self._is_read and is_wanted and (self._was_begun or not self.expects):
                await self._drain()
            if not self._is_read:
                headers["connection"] = "close"
        await self._send(message)

    async def _drain(self) -> None:
        taken = 0
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAINED_SECONDS):
                while not self._is_read and taken < DRAINED_BYTES:
                    message = await asyncio.wait_for(self.receive(), SILENT_SECONDS)
                    taken += len(message.get("body", b""))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
