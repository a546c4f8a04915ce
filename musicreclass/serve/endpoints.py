"""The endpoints of the API: what each takes, and what it answers."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, cast, get_args

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from musicreclass import __version__
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.serving import upload_answers
from musicreclass.pipeline.serving.page_vocabulary import page_vocabulary
from musicreclass.pipeline.serving.upload_orders import (
    ClassifyOrder,
    ClassifyWishes,
    FeatureOrder,
    FeatureWishes,
    SoundLimit,
    UploadAnswer,
)
from musicreclass.sentences.languages import Language
from musicreclass.sentences.reason import because
from musicreclass.serve.http_problem import ClientGone, HttpProblem, language_wanted
from musicreclass.serve.openapi import document
from musicreclass.serve.served_jobs import JobDesk, ServedJob, Task, overview
from musicreclass.serve.uploads import Uploads, announced_bytes, receive_uploads
from musicreclass.settings import Settings

GONE = 400  # nobody reads it: the client has left
HEARTBEAT_SECONDS = 10.0
SPEEDS = ("thorough", "balanced", "fast")
OFFSETS = ("middle", "start", "whole")
MOST_FEATURE_SECONDS = 3600.0
TRUE, FALSE = ("1", "true", "yes"), ("0", "false", "no", "")


@dataclass(frozen=True, slots=True)
class Endpoints:
    """What answers requests, with all that it needs for that."""

    desk: JobDesk
    folder: Path
    settings: Callable[[], Settings]

    async def classify(self, request: Request) -> Response:
        """Say which genres files are of."""
        options = Options(request)
        wishes = ClassifyWishes(
            classifier=options.text("classifier"),
            speed=options.one_of("speed", ("", *SPEEDS)),
            by=cast(By, options.one_of("by", get_args(By))),
            segments=options.flag("segments"),
            spectrogram=options.flag("spectrogram"),
            every_tag=options.flag("every_tag"),
            language=language_wanted(request.headers),
        )
        waits = options.waits()
        options.refuse_unknown()
        return await self._answered(request, waits, partial(self._classify_task, wishes))

    async def tags(self, request: Request) -> Response:
        """Say what files sound like."""
        options = Options(request)
        wishes = ClassifyWishes(
            every_tag=options.flag("every_tag"), language=language_wanted(request.headers)
        )
        waits = options.waits()
        options.refuse_unknown()
        make = partial(self._orders, wishes)
        return await self._answered(
            request, waits, lambda files: Task("tags", upload_answers.sounding, make(files))
        )

    async def features(self, request: Request) -> Response:
        """Measure the 518 features of files, as JSON or in the layout of features.csv."""
        options = Options(request)
        wishes = FeatureWishes(
            seconds=options.number("seconds", 30.0, MOST_FEATURE_SECONDS),
            offset=options.one_of("offset", OFFSETS),
        )
        is_table = options.one_of("format", ("json", "csv")) == "csv"
        waits = options.waits() or is_table
        options.refuse_unknown()
        limit = SoundLimit(self.desk.limits.sound_seconds)

        def task(uploads: Uploads) -> Task:
            orders = [FeatureOrder(file, wishes, limit) for file in uploads.files]
            return Task("features", upload_answers.measured, orders)

        return await self._answered(request, waits, task, self._as_table if is_table else None)

    async def job(self, request: Request) -> Response:
        """Say how far a job is, with its results so far; or stop it."""
        Options(request).refuse_unknown()
        job = self.desk.find(request.path_params["job_id"])
        if request.method == "DELETE":
            self.desk.cancel(job)
            if job.is_over:
                self.desk.forget(job)
            return Response(status_code=204)
        return JSONResponse({**overview(job), "results": job.results()})

    async def events(self, request: Request) -> Response:
        """Tell what becomes of a job as it becomes: server-sent events."""
        Options(request).refuse_unknown()
        job = self.desk.find(request.path_params["job_id"])
        given = request.headers.get("last-event-id", "")
        begun = int(given) + 1 if given.isdigit() and len(given) < 9 else 0
        return StreamingResponse(_stream(job, begun), media_type="text/event-stream")

    async def classifiers(self, request: Request) -> Response:
        """List the classifiers there are."""
        Options(request).refuse_unknown()
        known = await self._in_child(partial(upload_answers.known_classifiers, self.settings()))
        return JSONResponse({"classifiers": known})

    async def about(self, request: Request) -> Response:
        """Say which version this is, and what it takes."""
        Options(request).refuse_unknown()
        limits = self.desk.limits
        return JSONResponse(
            {
                "version": __version__,
                "limits": {
                    "file_bytes": limits.file_bytes,
                    "files": limits.files,
                    "request_bytes": limits.request_bytes,
                    "sound_seconds": limits.sound_seconds,
                    "parallel": limits.parallel,
                },
            }
        )

    async def vocabulary(self, request: Request) -> Response:
        """Return genres and tags by their names in each language, with colours."""
        Options(request).refuse_unknown()
        return JSONResponse(page_vocabulary())

    async def openapi(self, request: Request) -> Response:
        """Return the description of the API."""
        Options(request).refuse_unknown()
        return JSONResponse(document(self.desk.limits))

    async def healthz(self, request: Request) -> Response:
        """Say that the server is there, and nothing else."""
        return JSONResponse({"status": "ok"})

    def _orders(self, wishes: ClassifyWishes, uploads: Uploads) -> list[ClassifyOrder]:
        limit = SoundLimit(self.desk.limits.sound_seconds)
        settings = self.settings()
        return [ClassifyOrder(file, wishes, settings, limit) for file in uploads.files]

    def _classify_task(self, wishes: ClassifyWishes, uploads: Uploads) -> Task:
        orders = self._orders(wishes, uploads)
        finish = partial(self._pooled, orders) if wishes.by != "track" else None
        return Task("classify", upload_answers.classified, orders, finish)

    async def _pooled(
        self, orders: list[ClassifyOrder], answers: list[UploadAnswer]
    ) -> list[UploadAnswer]:
        """Return answers in which what came together counts for each other."""
        known = [i for i, answer in enumerate(answers) if not answer.is_refused]
        if not known:
            return answers
        undrawn = [
            replace(one, wishes=replace(one.wishes, spectrogram=False))
            for one in (orders[i] for i in known)
        ]
        call = partial(upload_answers.pooled, undrawn, [answers[i].packed for i in known])
        for i, answer in zip(known, await self._called(call), strict=True):
            drawn = {k: v for k, v in answers[i].facts.items() if k == "spectrogram"}
            answers[i] = UploadAnswer({**answer.facts, **drawn})
        return answers

    async def _answered(
        self,
        request: Request,
        waits: bool,
        task_of: Callable[[Uploads], Task],
        shown: Callable[[ServedJob, Language], Awaitable[Response]] | None = None,
    ) -> Response:
        """Take files in, have them worked on, and answer when that is over, or at once."""
        self.desk.enter()
        uploads = job = None
        try:
            uploads = Uploads.begun_in(self.folder, announced_bytes(request, self.desk.limits))
            await receive_uploads(request, uploads, self.desk.limits, self.desk.refuse_if_closed)
            job = self.desk.start(task_of(uploads), uploads)  # which leaves by itself
        except ClientGone:
            return Response(status_code=GONE)
        finally:
            if job is None:
                if uploads is not None:
                    await asyncio.to_thread(uploads.remove)
                self.desk.leave()
        if not waits:
            where = f"/api/v1/jobs/{job.id}"
            return JSONResponse(overview(job), 202, {"Location": where})
        job.watchers += 1
        try:
            await self._followed(job, request)
        finally:
            self.desk.forget(job)
        if job.problem is not None:
            raise job.problem
        return await (shown or self._as_json)(job, language_wanted(request.headers))

    async def _followed(self, job: ServedJob, request: Request) -> None:
        """Wait for a job to end; it is stopped where the client has gone."""
        assert job.running is not None
        gone = asyncio.create_task(_has_gone(request))
        try:
            await asyncio.wait({job.running, gone}, return_when=asyncio.FIRST_COMPLETED)
            if not job.running.done():
                self.desk.cancel(job)
            await job.running
        except asyncio.CancelledError:
            self.desk.cancel(job)
            raise
        finally:
            gone.cancel()
            with suppress(asyncio.CancelledError):
                await gone

    async def _as_json(self, job: ServedJob, language: Language) -> Response:
        content: dict[str, Any] = {"results": job.results()}
        if job.task.kind == "features":
            content["columns"] = await self._in_child(upload_answers.feature_names)
        if job.is_of_no_use:
            return _unusable(job, content, language)
        return JSONResponse(content)

    async def _as_table(self, job: ServedJob, language: Language) -> Response:
        if job.is_of_no_use:
            return _unusable(job, {"results": job.results()}, language)
        rows = [(one["path"], one["features"]) for one in job.results() if one["features"]]
        table = await self._in_child(partial(upload_answers.feature_table, rows))
        return Response(table, media_type="text/csv")

    async def _in_child(self, call: Callable[[], Any]) -> Any:
        """Return what a call returns that is about no file.

        Raises:
            HttpProblem: it cannot be done.
        """
        try:
            return await self._called(call)
        except MusicReclassError as error:
            raise HttpProblem(503, error.sentence) from error

    async def _called(self, call: Callable[[], Any]) -> Any:
        return await asyncio.wrap_future(self.desk.pool.submit(Path(), call))


class Options:
    """What is wished for in the query of a request; what nobody knows is refused."""

    def __init__(self, request: Request) -> None:
        self._given = request.query_params
        self._headers = request.headers
        self._known = {"name"}

    def text(self, name: str) -> str:
        self._known.add(name)
        return self._given.get(name, "")

    def one_of(self, name: str, choices: tuple[str, ...]) -> str:
        """Return one of some words, the first where nothing is said."""
        given = self.text(name) or choices[0]
        if given not in choices:
            raise self._wrong(name, tuple(filter(None, choices)))
        return given

    def flag(self, name: str, default: str = "") -> bool:
        given = (self.text(name) or default).lower()
        if given not in (*TRUE, *FALSE):
            raise self._wrong(name, ("true", "false"))
        return given in TRUE

    def number(self, name: str, default: float, most: float) -> float:
        given = self.text(name)
        try:
            number = float(given) if given else default
        except ValueError as error:
            raise self._wrong(name, (f"0 < {name} <= {most:g}",)) from error
        if not 0.0 < number <= most:
            raise self._wrong(name, (f"0 < {name} <= {most:g}",))
        return number

    def waits(self) -> bool:
        """Say whether the answer is to hold the results, rather than where they will be."""
        preferred = "respond-async" in self._headers.get("prefer", "").lower()
        return self.flag("wait", "false" if preferred else "true")

    def refuse_unknown(self) -> None:
        """Make sure that all that was wished for is known.

        Raises:
            HttpProblem: it is not.
        """
        for name in self._given:
            if name not in self._known:
                raise HttpProblem(400, because("serve.unknown_option", name=name[:40]))

    def _wrong(self, name: str, choices: tuple[str, ...]) -> HttpProblem:
        return HttpProblem(400, because("serve.wrong_option", name=name, choices=choices))


def _unusable(job: ServedJob, content: Mapping[str, Any], language: Language) -> Response:
    """Refuse files of which none could be used, with the reason of each."""
    first = next(one for one in job.results() if one is not None)
    said = str(first.get("problem_said") or first["problem"])
    problem = HttpProblem(422, because("serve.unusable", reason=said))
    return problem.response(language, **content)


async def _has_gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _stream(job: ServedJob, begun: int) -> AsyncIterator[str]:
    """Yield the events of a job from one on, until it is over."""
    job.watchers += 1
    number = begun
    try:
        yield _event(None, "state", overview(job))
        while True:
            while number < len(job.events):
                name, data = job.events[number]
                yield _event(number, name, data)
                number += 1
            if job.is_over:
                return
            before = len(job.events)
            await job.change(HEARTBEAT_SECONDS)
            if len(job.events) == before:
                yield ": at work\n\n"  # so that nobody between takes it for dead
    finally:
        job.watchers -= 1
        job.seen_at = time.monotonic()


def _event(number: int | None, name: str, data: Any) -> str:
    head = "" if number is None else f"id: {number}\n"
    return f"{head}event: {name}\ndata: {json.dumps(data)}\n\n"
