"""What the server works on: who is let in, how far each is, who has gone, and what came of it."""

from __future__ import annotations

import asyncio
import logging
import math
import secrets
import time
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from musicreclass.core.job import QuietContext
from musicreclass.errors import Cancelled, FileProblem, MusicReclassError, UsageProblem
from musicreclass.pipeline.serving.answer_pool import AnswerPool
from musicreclass.pipeline.serving.upload_orders import ClassifyOrder, FeatureOrder, UploadAnswer
from musicreclass.sentences.reason import because
from musicreclass.serve.http_problem import HttpProblem
from musicreclass.serve.limits import ServeLimits
from musicreclass.serve.uploads import Uploads

State = Literal["working", "done", "failed", "cancelled"]
AnyOrder = ClassifyOrder | FeatureOrder
Work = Callable[..., UploadAnswer]
Finish = Callable[[list[UploadAnswer]], Coroutine[Any, Any, list[UploadAnswer]]]

SWEEP_SECONDS = 1.0
STOP_LOOK_SECONDS = 0.05  # until it is seen that a child was stopped
USUAL_SECONDS = 2.0  # of a file, before any was measured
MOST_RETRY_SECONDS = 60

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with the files of a request."""

    kind: str  # "classify", "features", "tags"
    work: Work  # in a child: an order in, an answer out
    orders: Sequence[AnyOrder]
    finish: Finish | None = None  # once all are answered


@dataclass(slots=True, eq=False)
class ServedJob:
    """One request's files on their way."""

    task: Task
    uploads: Uploads
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))  # nobody guesses it
    ctx: QuietContext = field(default_factory=QuietContext)
    state: State = "working"
    answers: list[UploadAnswer | None] = field(default_factory=list)
    problem: HttpProblem | None = None
    events: list[tuple[str, Any]] = field(default_factory=list)
    watchers: int = 0
    seen_at: float = field(default_factory=time.monotonic)
    ended_at: float = 0.0
    running: asyncio.Task[None] | None = None
    at_work: list[Future[UploadAnswer]] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def is_over(self) -> bool:
        return self.state != "working"

    @property
    def done(self) -> int:
        return sum(answer is not None for answer in self.answers)

    @property
    def is_of_no_use(self) -> bool:
        """Say whether nothing could be got out of any file."""
        return all(answer is None or answer.is_refused for answer in self.answers)

    def results(self) -> list[Any]:
        """Return what is said of each file, in the order in which they came; None is to come."""
        return [None if answer is None else answer.facts for answer in self.answers]

    def note(self, name: str, data: Any) -> None:
        """Tell all who watch."""
        self.events.append((name, data))
        self._changed.set()
        self._changed = asyncio.Event()

    async def change(self, seconds: float) -> None:
        """Wait for news, so long at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()


class JobDesk:
    """Lets requests in, has their files worked on, and keeps what came of it for a while."""

    def __init__(self, pool: AnswerPool, limits: ServeLimits) -> None:
        self.limits = limits
        self.pool = pool
        self._jobs: dict[str, ServedJob] = {}
        self._inside = 0
        self._seconds: deque[float] = deque(maxlen=20)  # that files took of late
        self._is_closed = False

    def enter(self) -> None:
        """Let a request in; whoever is in leaves.

        Raises:
            HttpProblem: there are too many.
        """
        self.refuse_if_closed()
        if self._inside >= self.limits.inside:
            wait = str(self._retry_seconds())
            raise HttpProblem(429, because("serve.busy"), {"Retry-After": wait})
        self._inside += 1

    def refuse_if_closed(self) -> None:
        """Let nobody go on who has no job yet, once the end was asked for.

        Raises:
            HttpProblem: it was.
        """
        if self._is_closed:
            raise HttpProblem(503, because("serve.stopping"), {"Connection": "close"})

    def leave(self) -> None:
        """Make room for another."""
        self._inside -= 1

    def start(self, task: Task, uploads: Uploads) -> ServedJob:
        """Have files worked on; the job leaves, and takes them away, when it is over.

        Raises:
            HttpProblem: the server is ending.
        """
        self.refuse_if_closed()
        job = ServedJob(task, uploads, answers=[None] * len(task.orders))
        self._jobs[job.id] = job
        job.running = asyncio.create_task(self._run(job))
        return job

    def find(self, job_id: str) -> ServedJob:
        """Return a job that somebody asks about.

        Raises:
            HttpProblem: there is none, any more.
        """
        if (job := self._jobs.get(job_id)) is None:
            raise HttpProblem(404, because("serve.no_job"))
        job.seen_at = time.monotonic()
        return job

    def forget(self, job: ServedJob) -> None:
        """Keep nothing of a job that is over."""
        self._jobs.pop(job.id, None)

    def cancel(self, job: ServedJob) -> None:
        """Stop a job; it is over soon after."""
        job.ctx.cancel()

    def close(self) -> None:
        """Let nobody in any more, and stop all jobs."""
        self._is_closed = True
        for job in self._jobs.values():
            self.cancel(job)

    async def sweep(self) -> None:
        """Again and again stop jobs that nobody asks about, and forget what was kept long."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            now = time.monotonic()
            over = sorted((j for j in self._jobs.values() if j.is_over), key=lambda j: j.ended_at)
            surplus = max(0, len(over) - self.limits.kept_jobs)
            for number, job in enumerate(over):
                if number < surplus or now - job.ended_at > self.limits.kept_seconds:
                    self.forget(job)
            for job in self._jobs.values():
                is_old = now - job.seen_at > self.limits.abandoned_seconds
                if not job.is_over and job.watchers == 0 and is_old:
                    self.cancel(job)

    async def ended(self) -> None:
        """Wait until all jobs are over."""
        running = [job.running for job in self._jobs.values() if job.running is not None]
        await asyncio.gather(*running, return_exceptions=True)

    async def _run(self, job: ServedJob) -> None:
        """Work on the files of a job, whatever comes; the state says what came of it."""
        each = [
            asyncio.create_task(self._answer(job, number)) for number in range(len(job.answers))
        ]
        state: State = "failed"
        try:
            async with asyncio.timeout(self.limits.job_seconds):
                await asyncio.gather(*each)
                if job.task.finish is not None:
                    known = [answer for answer in job.answers if answer is not None]
                    job.answers = [*await job.task.finish(known)]
            state = "done"
        except TimeoutError:
            job.problem = HttpProblem(503, because("serve.job_too_long"))
        except Cancelled:
            state = "cancelled"
            said = "serve.stopping" if self._is_closed else "serve.cancelled"
            job.problem = HttpProblem(503, because(said))
        except UsageProblem as error:
            job.problem = HttpProblem(400, error.sentence)
        except MusicReclassError as error:
            job.problem = HttpProblem(503, error.sentence)
        except Exception:
            logger.exception("a job failed")
            job.problem = HttpProblem(500, because("serve.fault"))
        finally:
            job.ctx.cancel()  # what is still at work is of no use to anybody
            await asyncio.gather(*each, return_exceptions=True)
            while not all(future.done() for future in job.at_work):
                await asyncio.sleep(STOP_LOOK_SECONDS)
            await asyncio.to_thread(job.uploads.remove)
            job.state, job.ended_at = state, time.monotonic()
            self.leave()
            job.note(state, overview(job))

    async def _answer(self, job: ServedJob, number: int) -> None:
        order, began_at = job.task.orders[number], time.monotonic()
        path = Path(order.file.path)
        call = partial(job.task.work, order)
        try:
            answer = await self._submitted(job, path, call)
            self._seconds.append(time.monotonic() - began_at)
        except FileProblem as problem:  # it took too long, or crashed whoever worked on it
            refusal = partial(job.task.work, order, problem.reason)
            answer = await self._submitted(job, path, refusal)
        job.answers[number] = answer
        job.note("result", {"index": number, "result": answer.facts})
        job.note("progress", {"done": job.done, "total": len(job.answers)})

    async def _submitted(
        self, job: ServedJob, path: Path, call: Callable[[], UploadAnswer]
    ) -> UploadAnswer:
        future = self.pool.submit(path, call, job.ctx)
        job.at_work.append(future)
        return await asyncio.wrap_future(future)

    def _retry_seconds(self) -> int:
        """Return after which time there is probably room."""
        usual = sum(self._seconds) / len(self._seconds) if self._seconds else USUAL_SECONDS
        return min(MOST_RETRY_SECONDS, max(1, math.ceil(usual / 2)))


def overview(job: ServedJob) -> dict[str, Any]:
    """Return how far a job is, without its results."""
    told: dict[str, Any] = {
        "id": job.id,
        "kind": job.task.kind,
        "state": job.state,
        "done": job.done,
        "total": len(job.answers),
    }
    if job.problem is not None:
        told["problem"] = str(job.problem.reason)
    return told
