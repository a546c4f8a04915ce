"""A connection that says in time what it wants, or is closed with a reason."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from musicreclass.sentences.reason import because
from musicreclass.serve.http_problem import MEDIA_TYPE, HttpProblem
from musicreclass.serve.limits import ServeLimits


class TimedHeadProtocol(H11Protocol):
    """HTTP/1.1 by uvicorn, which itself waits for ever for the head of a request."""

    head_seconds = ServeLimits().head_seconds

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._look()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def _look(self) -> None:
        """Count the time while a head is due."""
        is_idle = self.cycle is None or self.cycle.response_complete
        if self.conn.their_state is h11.IDLE and is_idle and not self.transport.is_closing():
            if self._timer is None:
                self._timer = self.loop.call_later(self.head_seconds, self._refuse)
        else:
            self._stop_timer()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _refuse(self) -> None:
        """Close the connection, and say why."""
        self._timer = None
        response = HttpProblem(408, because("serve.too_slow")).response()
        head = f"HTTP/1.1 408 Request Timeout\r\ncontent-type: {MEDIA_TYPE}\r\n"
        head += f"content-length: {len(response.body)}\r\nconnection: close\r\n\r\n"
        self.transport.write(head.encode("ascii") + bytes(response.body))
        self.transport.close()
