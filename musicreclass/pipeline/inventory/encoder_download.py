"""Encoders from a hub: what it offers, and its files by their sums. Nothing is fetched unasked.

Files gather in a hidden folder of the shelf. A connection that is cut is taken up where it ended,
now or by the next run; once all sums are right and the encoder has answered, the folder is renamed.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.encoders.folder_encoder import all_layouts
from musicreclass.classifiers.encoders.folder_files import LONGEST_LICENCE, extra_wanted
from musicreclass.classifiers.encoders.shelf import ShelvedEncoder
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.plain import Misfit
from musicreclass.errors import MusicReclassError, UsageProblem, system_words
from musicreclass.pipeline.inventory.encoder_facts import CHUNK, KNOWN, EncoderOffer, HubFile
from musicreclass.sentences.printable import is_printable
from musicreclass.sentences.reason import because, first_of

ENDPOINT = "HF_ENDPOINT"  # in the environment: another hub, with the same paths
REPOSITORY = re.compile(r"[\w.-]{1,96}/[\w.-]{1,96}")
FILE_NAME = re.compile(r"[\w][\w.-]{0,127}")
REVISION = re.compile(r"[0-9a-f]{40}")
UNFINISHED = ".unfinished"
TIMEOUT_SECONDS = 30.0
MOST_BYTES = 8 << 30
MOST_FILES = 64
WAITS = (0.2, 1.0, 3.0)  # seconds before the next try, where the last one brought nothing
GATED = (401, 403)


class DownloadProblem(MusicReclassError):
    """An encoder cannot be had from the hub, or not now."""


def offer_of(name: str, ctx: JobContext) -> EncoderOffer:
    """Return what a hub offers under a name, which is asked for that and nothing else.

    Args:
        name: one of `KNOWN`, or as the hub has it: "owner/name".

    Raises:
        UsageProblem: it is no such name.
        DownloadProblem: the hub cannot be reached, or has nothing there that can be used.
    """
    repository = KNOWN.get(name, name)
    if not REPOSITORY.fullmatch(repository):
        raise UsageProblem(because("pipeline.no_hub_name", name=name, known=tuple(KNOWN)))
    ctx.raise_if_cancelled()
    endpoint = os.environ.get(ENDPOINT, "").rstrip("/")
    found = _info(repository, endpoint)
    ctx.raise_if_cancelled()
    revision = str(found.sha or "")
    files = _wanted(_listed(found))
    if not REVISION.fullmatch(revision) or not files:
        raise DownloadProblem(because("pipeline.hub_has_no_encoder", name=repository))
    called = name if name in KNOWN else shelf.usual_name(repository.rpartition("/")[2])
    return EncoderOffer(called, repository, revision, _licence(found), files, endpoint)


def fetch(offer: EncoderOffer, ctx: JobContext) -> ShelvedEncoder:
    """Download what is offered, and put it on the shelf.

    Raises:
        UsageProblem: another encoder has its name.
        DownloadProblem: the hub does not answer, or sends other files than it says.
        ClassifierFileProblem: it came whole, and cannot be used; or the disk refuses.
        Cancelled: the user stopped; the next run goes on.
    """
    target = shelf.shelf() / offer.name
    if target.exists():
        raise UsageProblem(because("classifiers.encoder_name_taken", name=offer.name))
    part = shelf.unfinished_folder(offer.name, offer.revision)
    with shelf.disk_problems(target):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_room(offer, part)
        done = 0
        for file in offer.files:
            _Fetching(offer, file, part, ctx, done).run()
            done += file.size
        for stranger in part.iterdir():
            if stranger.name not in {file.name for file in offer.files}:
                stranger.unlink()
    origin = f"{offer.repository} {offer.revision}"
    made = shelf.look_into(part, offer.name, origin, offer.licence)
    ctx.raise_if_cancelled()
    shelf.write_card(made, part)
    with shelf.disk_problems(target):
        part.rename(target)
    shelf.sweep(offer.name)  # of an older revision
    return replace(made, folder=target)


@dataclass(slots=True)
class _Fetching:
    """One file on its way."""

    offer: EncoderOffer
    file: HubFile
    folder: Path
    ctx: JobContext
    done_before: int  # bytes of the files before it

    def run(self) -> None:
        """Have the whole file in the folder."""
        path = self.folder / self.file.name
        if self.file.is_whole(path):
            return
        unfinished = self.folder / (self.file.name + UNFINISHED)
        failures = 0
        while True:
            before = _size(unfinished)
            problem = self._go_on(unfinished, before)
            if problem is None:
                break
            failures = 0 if _size(unfinished) > before else failures + 1
            if failures > len(WAITS):
                self._give_up(unfinished, problem)
            self._wait(WAITS[failures - 1] if failures else 0.0)
        if not self.file.is_whole(unfinished):
            unfinished.unlink()
            raise DownloadProblem(because("pipeline.hub_sent_another", name=self.file.name))
        unfinished.replace(path)

    def _go_on(self, unfinished: Path, start: int) -> Exception | None:
        """Append what comes; return what ended it too early, None where nothing did.

        Raises:
            DownloadProblem: the hub refuses, which will not be otherwise the next time.
        """
        if start > self.file.size:
            unfinished.unlink()
            start = 0
        if start == self.file.size and unfinished.exists():
            return None
        try:
            with _opened(self._url(), start) as answer:
                is_rest = answer.status == 206 and _starts_at(answer, start)
                with unfinished.open("ab" if is_rest else "wb") as out:
                    self._copy(answer, out, start if is_rest else 0)
        except urllib.error.HTTPError as error:
            if error.code == 416:  # what lies here is no beginning of it
                unfinished.unlink(missing_ok=True)
                return error
            if error.code < 500 and error.code not in (408, 429):
                raise _refused(self.offer.repository, error.code) from error
            return error
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, OSError) and error.filename is not None:  # the disk's
                raise
            return error
        return None if _size(unfinished) == self.file.size else EOFError()

    def _copy(self, answer: Any, out: Any, done: int) -> None:
        while done < self.file.size:
            self.ctx.raise_if_cancelled()
            chunk = answer.read(min(CHUNK, self.file.size - done))
            if not chunk:
                return
            out.write(chunk)
            done += len(chunk)
            megabytes = (self.done_before + done) >> 20
            total = max(1, self.offer.size_bytes >> 20)
            self.ctx.report(Progress(megabytes, total, self.file.name))

    def _url(self) -> str:
        with _extra():
            from huggingface_hub import hf_hub_url
        offer = self.offer
        return str(
            hf_hub_url(
                offer.repository,
                self.file.name,
                revision=offer.revision,
                endpoint=offer.endpoint or None,
            )
        )

    def _give_up(self, unfinished: Path, problem: Exception) -> None:
        said = system_words(problem) if isinstance(problem, OSError) else type(problem).__name__
        here = (self.done_before + _size(unfinished)) / 1e6
        total = self.offer.size_bytes / 1e6
        reason = because("pipeline.hub_broke_off", here=here, total=total, problem=said)
        raise DownloadProblem(reason) from problem

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.ctx.raise_if_cancelled()
            time.sleep(0.05)


@contextmanager
def _extra() -> Iterator[None]:
    """Say how to install what talks to hubs.

    Raises:
        DownloadProblem: it is not installed.
    """
    try:
        with extra_wanted():
            yield
    except Misfit as misfit:
        raise DownloadProblem(misfit.reason) from misfit


def _opened(url: str, start: int) -> Any:
    headers = {"Range": f"bytes={start}-"} if start else {}
    headers["Accept-Encoding"] = "identity"  # a packed answer has another length
    request = urllib.request.Request(url, headers=headers)
    return urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS)


def _starts_at(answer: Any, start: int) -> bool:
    return str(answer.headers.get("Content-Range", "")).startswith(f"bytes {start}-")


def _info(repository: str, endpoint: str) -> Any:
    with _extra():
        from huggingface_hub import HfApi
        from huggingface_hub.errors import HfHubHTTPError
    api = HfApi(endpoint=endpoint or None, token=False)
    try:
        return api.model_info(repository, files_metadata=True, timeout=TIMEOUT_SECONDS)
    except HfHubHTTPError as error:
        raise _refused(repository, getattr(error.response, "status_code", 0)) from error
    except Exception as error:  # its client for HTTP has errors of its own, without a base of ours
        said = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise DownloadProblem(because("pipeline.hub_silent", problem=said)) from error


def _refused(repository: str, code: int) -> DownloadProblem:
    if code == 404:
        return DownloadProblem(because("pipeline.hub_knows_none", name=repository))
    if code in GATED:
        return DownloadProblem(because("pipeline.hub_is_gated", name=repository))
    return DownloadProblem(because("pipeline.hub_refuses", name=repository, code=code))


def _listed(found: Any) -> Iterator[HubFile]:
    """Yield the files of a repository's top folder that a sum is known of."""
    for one in found.siblings or ():
        name, size = str(one.rfilename), one.lfs.size if one.lfs else one.size
        sha256 = str(one.lfs.sha256) if one.lfs else ""
        git_sum = str(one.blob_id or "")
        if FILE_NAME.fullmatch(name) and isinstance(size, int) and (sha256 or git_sum):
            yield HubFile(name, size, sha256, git_sum)


def _wanted(files: Iterator[HubFile]) -> tuple[HubFile, ...]:
    """Return the files of the first layout whose weights are there; nothing where none are.

    The weights' pattern stands first in each layout; layouts that share it share their files.
    """
    every = list(files)
    layouts = [one for one in all_layouts().values() if one.downloads]
    for layout in layouts:
        weights = layout.downloads[0]
        if not any(fnmatch(file.name, weights) for file in every):
            continue
        alike = (one for one in layouts if one.downloads[0] == weights)
        patterns = {pattern for one in alike for pattern in one.downloads}
        chosen = [f for f in every if any(fnmatch(f.name, pattern) for pattern in patterns)]
        _check_amount(chosen)
        return tuple(sorted(chosen, key=lambda file: (file.size, file.name)))
    return ()


def _check_amount(files: Sequence[HubFile]) -> None:
    size = sum(file.size for file in files)
    if size > MOST_BYTES or len(files) > MOST_FILES or any(file.size < 0 for file in files):
        raise DownloadProblem(because("pipeline.hub_offers_too_much", size=size / 1e9))


def _licence(found: Any) -> str:
    card = found.card_data
    named = card.get("license") if card is not None else None
    tags = (str(tag) for tag in found.tags or ())
    tagged = next((tag.removeprefix("license:") for tag in tags if tag.startswith("license:")), "")
    licence = str(named or tagged)[:LONGEST_LICENCE]
    return licence if is_printable(licence) else ""


def _check_room(offer: EncoderOffer, part: Path) -> None:
    here = sum(path.stat().st_size for path in part.iterdir())
    if (free := shutil.disk_usage(part).free) < offer.size_bytes - here:
        names = first_of([file.name for file in offer.files])
        raise DownloadProblem(
            because(
                "pipeline.no_room_for_encoder",
                wanted=offer.size_bytes / 1e6,
                free=free / 1e6,
                names=names,
            )
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
