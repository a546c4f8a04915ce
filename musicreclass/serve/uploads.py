"""Files as they come in: spooled into a private folder, within the limits, and away again."""

from __future__ import annotations

import asyncio
import errno
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from musicreclass.pipeline.serving.upload_orders import SentFile
from musicreclass.sentences.reason import Reason, because
from musicreclass.serve.http_problem import ClientGone, HttpProblem
from musicreclass.serve.limits import ServeLimits

FIELDS = ("files", "file")
MOST_NAME_BYTES = 255
SPARED_BYTES = 256 << 20  # of the disk, for others
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")  # that a decoder may want to know
RAW_KINDS = ("audio/", "video/", "application/octet-stream", "application/ogg")


@dataclass(slots=True)
class Uploads:
    """The files of one request, in a folder of their own."""

    folder: Path
    files: list[SentFile] = field(default_factory=list)

    @classmethod
    def begun_in(cls, ground: Path, needed: int) -> Uploads:
        """Make a folder that nobody else can look into.

        Args:
            needed: bytes that are to come, at most.

        Raises:
            HttpProblem: the disk refuses, or would be full.
        """
        folder = ground / secrets.token_hex(8)
        try:
            if shutil.disk_usage(ground).free < needed + SPARED_BYTES:
                raise HttpProblem(507, because("serve.disk_full"))
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise _no_room(error) from error
        return cls(folder)

    def add(self, name: str) -> Path:
        """Return where a file of this name is to lie: never under that name."""
        suffix = Path(name).suffix
        kept = suffix if SUFFIX.fullmatch(suffix) else ""
        path = self.folder / f"{secrets.token_hex(8)}{kept}"
        self.files.append(SentFile(str(path), name))
        return path

    def remove(self) -> None:
        """Take the files away, whatever became of them."""
        shutil.rmtree(self.folder, ignore_errors=True)


async def receive_uploads(
    request: Request, uploads: Uploads, limits: ServeLimits, look: Callable[[], None]
) -> None:
    """Take in the files of a request: parts of a form, or its whole body.

    Args:
        look: called now and then; raises where nothing is taken any more.

    Raises:
        HttpProblem: it is malformed, too large, too slow, or names what is no plain name.
        ClientGone: it broke off.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    body = _Body(request, limits, look)
    writer = _Writer(uploads, limits)
    try:
        if kind == b"multipart/form-data":
            await _receive_form(body, writer, options.get(b"boundary", b""))
        elif not kind or kind.decode("latin-1").startswith(RAW_KINDS):
            await _receive_raw(body, writer, request)
        else:
            raise HttpProblem(415, because("serve.other_kind"))
    finally:
        await writer.close()
    if not uploads.files:
        raise HttpProblem(400, because("serve.no_files"))


async def _receive_raw(body: _Body, writer: _Writer, request: Request) -> None:
    given = request.query_params.get("name") or unquote(request.headers.get("x-file-name", ""))
    is_begun = False
    async for chunk in body.chunks():
        if chunk and not is_begun:
            writer.begin(checked_name(given or "upload"))
            is_begun = True
        writer.take(chunk)
        await writer.flush()


async def _receive_form(body: _Body, writer: _Writer, boundary: bytes) -> None:
    if not boundary:
        raise HttpProblem(400, because("serve.malformed"))
    form = _Form(writer)
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": form.on_part_begin,
                "on_header_field": form.on_header_field,
                "on_header_value": form.on_header_value,
                "on_header_end": form.on_header_end,
                "on_headers_finished": form.on_headers_finished,
                "on_part_data": form.on_part_data,
                "on_end": form.on_end,
            },
        )
        async for chunk in body.chunks():
            parser.write(chunk)
            await writer.flush()
    except FormParserError as error:
        raise HttpProblem(400, because("serve.malformed")) from error
    if not form.is_whole:
        raise HttpProblem(400, because("serve.cut_off"))


class _Form:
    """What the parser of a form tells, part by part."""

    def __init__(self, writer: _Writer) -> None:
        self._writer = writer
        self._field = self._value = self._disposition = b""
        self.is_whole = False

    def on_part_begin(self) -> None:
        self._disposition = b""

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._value
        self._field = self._value = b""

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._disposition)
        name = options.get(b"name", b"").decode("utf-8", "replace")
        if name not in FIELDS or b"filename" not in options:
            raise HttpProblem(400, because("serve.other_field", name=name[:40], field=FIELDS[0]))
        self._writer.begin(checked_name(options[b"filename"].decode("utf-8", "replace")))

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self._writer.take(data[start:end])

    def on_end(self) -> None:
        self.is_whole = True


class _Writer:
    """Writes what comes into files, on a thread: a disk may be slow."""

    def __init__(self, uploads: Uploads, limits: ServeLimits) -> None:
        self._uploads = uploads
        self._limits = limits
        self._file = -1
        self._size = 0
        self._waiting: list[Path | bytes] = []  # a path begins a file

    def begin(self, name: str) -> None:
        """Begin a file.

        Raises:
            HttpProblem: there are too many, or two of one name.
        """
        if any(file.name == name for file in self._uploads.files):
            raise HttpProblem(400, because("serve.same_name"))
        if len(self._uploads.files) >= self._limits.files:
            raise HttpProblem(413, because("serve.too_many", most=self._limits.files))
        self._waiting.append(self._uploads.add(name))
        self._size = 0

    def take(self, data: bytes) -> None:
        """Take what belongs to the file that was begun last.

        Raises:
            HttpProblem: it is too large.
        """
        self._size += len(data)
        if self._size > self._limits.file_bytes:
            raise HttpProblem(413, too_large(self._limits.file_bytes))
        if data:
            self._waiting.append(data)

    async def flush(self) -> None:
        """Write what was taken.

        Raises:
            HttpProblem: the disk refuses.
        """
        waiting, self._waiting = self._waiting, []
        if waiting:
            try:
                await asyncio.to_thread(self._write, waiting)
            except OSError as error:
                raise _no_room(error) from error

    async def close(self) -> None:
        if self._file >= 0:
            file, self._file = self._file, -1
            await asyncio.to_thread(os.close, file)

    def _write(self, waiting: list[Path | bytes]) -> None:
        for one in waiting:
            if isinstance(one, Path):
                if self._file >= 0:
                    os.close(self._file)
                self._file = -1
                binary = getattr(os, "O_BINARY", 0)
                flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | binary
                self._file = os.open(one, flags, 0o600)
                continue
            left = memoryview(one)
            while left:
                left = left[os.write(self._file, left) :]


class _Body:
    """The body of a request as it comes: not too large, and not too slow."""

    def __init__(self, request: Request, limits: ServeLimits, look: Callable[[], None]) -> None:
        self._look = look
        self._receive = request.receive
        self._limits = limits

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield what comes.

        Raises:
            HttpProblem: it is too large or too slow.
            ClientGone: it broke off.
        """
        limits, size, began_at = self._limits, 0, time.monotonic()
        while True:
            try:
                async with asyncio.timeout(limits.idle_seconds):
                    message = await self._receive()
            except TimeoutError as error:
                raise _too_slow() from error
            if message["type"] == "http.disconnect":
                raise ClientGone
            self._look()
            chunk: bytes = message.get("body", b"")
            size += len(chunk)
            if size > limits.request_bytes:
                raise HttpProblem(413, too_large(limits.request_bytes))
            taken = time.monotonic() - began_at
            is_last = not message.get("more_body", False)
            if not is_last and taken > limits.grace_seconds and size < limits.least_rate * taken:
                raise _too_slow()
            yield chunk
            if is_last:
                return


def announced_bytes(request: Request, limits: ServeLimits) -> int:
    """Return how many bytes a request says that it has; what it may have where it says nothing.

    Raises:
        HttpProblem: there are too many.
    """
    told = request.headers.get("content-length", "")
    if not (told.isascii() and told.isdigit()):
        return limits.request_bytes
    if len(told) > 18 or int(told) > limits.request_bytes:
        raise HttpProblem(413, too_large(limits.request_bytes))
    return int(told)


def checked_name(name: str) -> str:
    """Return the name of a file as its owner has it.

    Raises:
        HttpProblem: it is a path, or no name.
    """
    is_plain = name not in ("", ".", "..") and not any(sign in name for sign in "/\\")
    is_text = all(unicodedata.category(sign) not in ("Cc", "Cs") for sign in name)
    if not is_plain or not is_text or len(name.encode()) > MOST_NAME_BYTES:
        raise HttpProblem(400, because("serve.bad_name"))
    return name


def too_large(most: int) -> Reason:
    """Return why a file or a request is refused."""
    return because("serve.too_large", most=most / (1 << 20))


def _too_slow() -> HttpProblem:
    return HttpProblem(408, because("serve.too_slow"), {"Connection": "close"})


def _no_room(error: OSError) -> HttpProblem:
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    return HttpProblem(507, because("serve.disk_full" if full else "serve.disk_refuses"))
