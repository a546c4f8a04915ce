"""The application: endpoints and page under their addresses, behind the guard."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, cast

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from musicreclass import paths
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.reason import because
from musicreclass.serve.endpoints import Endpoints
from musicreclass.serve.guard import Access, Guard
from musicreclass.serve.http_problem import HttpProblem, language_wanted
from musicreclass.serve.served_jobs import JobDesk
from musicreclass.settings import Settings

PAGE = "page"  # among the resources
TEXTS = "texts"  # a file for each language of the page
KINDS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
OWN_NAME = "language"  # the text by which a language calls itself

logger = logging.getLogger(__name__)


def web_app(
    desk: JobDesk, folder: Path, settings: Callable[[], Settings], access: Access
) -> ASGIApp:
    """Return the application.

    Args:
        folder: a private one, in which uploads lie for the moment.
        settings: what is chosen now.
    """
    endpoints = Endpoints(desk, folder, settings)
    api: list[tuple[str, Callable[..., Any], list[str]]] = [
        ("/api/v1/classify", endpoints.classify, ["POST"]),
        ("/api/v1/tags", endpoints.tags, ["POST"]),
        ("/api/v1/features", endpoints.features, ["POST"]),
        ("/api/v1/jobs/{job_id}", endpoints.job, ["GET", "DELETE"]),
        ("/api/v1/jobs/{job_id}/events", endpoints.events, ["GET"]),
        ("/api/v1/classifiers", endpoints.classifiers, ["GET"]),
        ("/api/v1/about", endpoints.about, ["GET"]),
        ("/api/v1/vocabulary", endpoints.vocabulary, ["GET"]),
        ("/api/v1/openapi.json", endpoints.openapi, ["GET"]),
        ("/healthz", endpoints.healthz, ["GET"]),
    ]
    routes: list[BaseRoute] = [Route(path, call, methods=methods) for path, call, methods in api]
    routes += [_file_route(path, *content) for path, content in page_files().items()]

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(desk.sweep())
        try:
            yield
        finally:
            desk.close()
            await desk.ended()
            sweeping.cancel()
            with suppress(asyncio.CancelledError):
                await sweeping

    app = Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={
            HttpProblem: _answer_problem,
            HTTPException: _answer_http,
            MusicReclassError: _answer_expected,
            Exception: _answer_fault,
        },
    )
    return Guard(app, access)


def page_files() -> Mapping[str, tuple[bytes, str]]:
    """Return what the page consists of: address -> content and kind.

    A further language is one more file among the texts.

    Raises:
        ResourceMissing: the page is not there.
    """
    ground = paths.resource(PAGE)
    found = {
        f"/{file.relative_to(ground).as_posix()}": (file.read_bytes(), KINDS[file.suffix])
        for file in sorted(ground.rglob("*"))
        if file.suffix in KINDS
    }
    found["/"] = found.pop("/index.html")
    languages = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))[OWN_NAME]
        for file in sorted((ground / TEXTS).glob("*.json"))
    }
    listed = json.dumps(languages, ensure_ascii=False).encode()
    icon = paths.resource("icons/musicreclass.svg").read_bytes()
    return {
        **found,
        "/icon.svg": (icon, KINDS[".svg"]),
        "/languages.json": (listed, KINDS[".json"]),
    }


def _file_route(path: str, content: bytes, kind: str) -> Route:
    async def answer(_: Request) -> Response:
        return Response(content, media_type=kind, headers={"Cache-Control": "no-cache"})

    return Route(path, answer)


def _answer_problem(request: Request, problem: Exception) -> Response:
    return cast(HttpProblem, problem).response(language_wanted(request.headers))


def _answer_http(request: Request, error: Exception) -> Response:
    found = cast(HTTPException, error)
    code = "serve.no_such_method" if found.status_code == 405 else "serve.no_such_address"
    return _answer_problem(request, HttpProblem(found.status_code, because(code), found.headers))


def _answer_expected(request: Request, error: Exception) -> Response:
    return _answer_problem(request, HttpProblem(503, cast(MusicReclassError, error).sentence))


def _answer_fault(request: Request, error: Exception) -> Response:
    logger.error("a request failed", exc_info=error)
    return _answer_problem(request, HttpProblem(500, because("serve.fault")))
