"""Where portraits are made: tracks are asked for by several, most wanted first, and stale ones
are dropped before anybody begins with them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from musicreclass.core.ensemble.calibrator import Judge
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.job import JobContext
from musicreclass.core.track import FileFacts
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.store import Library
from musicreclass.pipeline.preview.evidence import evidence
from musicreclass.pipeline.preview.neighbours import Neighbourhood, embedding_of
from musicreclass.pipeline.preview.spectrogram_worker import Artist
from musicreclass.pipeline.preview.track_preview import Neighbour, Picture, Portrait, Sitter
from musicreclass.tags.cover import cover
from musicreclass.tags.read import read_facts

IDLE_SECONDS = 0.1  # how long at most until Stop is noticed
NEIGHBOUR_COUNT = 5


@dataclass(frozen=True, slots=True)
class Commission:
    """A portrait that is wanted, and the picture where an older portrait has it."""

    sitter: Sitter
    picture: Picture | None = None


class Waiting:
    """What is wanted, in the order in which it is. Safe to use from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._wanted: list[Commission] = []
        self._first: int | None = None  # the track in front of somebody right now

    def want(self, wanted: Sequence[Commission], first: int | None) -> None:
        """Replace all that is wanted; what was not begun and is not in it is dropped."""
        with self._changed:
            self._wanted = list(wanted)
            self._first = first
            self._changed.notify_all()

    def take(self, seconds: float, *, only_first: bool) -> Commission | None:
        """Return what is to be done next, None where nothing comes for so long."""
        with self._changed:
            if not self._may_take(only_first):
                self._changed.wait(seconds)
            return self._wanted.pop(0) if self._may_take(only_first) else None

    def _may_take(self, only_first: bool) -> bool:
        if not self._wanted:
            return False
        return not only_first or self._wanted[0].sitter.id == self._first


@dataclass(frozen=True, slots=True, eq=False)
class _Jury:
    """The judge of a file of classifiers, and what its scores are kept under."""

    file: Path
    mtime_ns: int
    judge: Judge
    digest: str


@dataclass(slots=True, eq=False)
class Studio:
    """What is needed to make portraits of a library's tracks."""

    library_file: Path
    bundle_file: Callable[[], Path | None]
    log: Path | None = None
    learns: Callable[[], bool] = lambda: False  # whether a person's decisions count
    waiting: Waiting = field(default_factory=Waiting)
    neighbourhood: Neighbourhood = field(default_factory=Neighbourhood)
    _jury: _Jury | None = None
    _jury_lock: threading.Lock = field(default_factory=threading.Lock)

    def work(self, ctx: JobContext, *, only_first: bool = False) -> None:
        """Make portraits as they are wanted, and publish each after every step, until stopped.

        Args:
            only_first: make that of the track in front of somebody, and no others ahead of time,
                so that whoever moves on never waits for what was only a guess.

        Raises:
            Cancelled: the user stopped.
        """
        artist = Artist(self.log)
        try:
            while True:
                ctx.raise_if_cancelled()
                commission = self.waiting.take(IDLE_SECONDS, only_first=only_first)
                if commission is not None:
                    self.make(commission, artist, ctx)
        finally:
            artist.dismiss()

    def note_more_heard(self) -> None:
        """Take note that more tracks were heard: their neighbours may be others now."""
        self.neighbourhood.note_more()

    def note_learned(self) -> None:
        """Take note that suggestions are others now, for what was decided or switched."""
        with self._jury_lock:
            self._jury = None

    def make(self, commission: Commission, artist: Artist, ctx: JobContext) -> Portrait:
        """Make one portrait; it is published after every step.

        Raises:
            Cancelled: the user stopped.
        """
        path = commission.sitter.path
        portrait = Portrait(commission.sitter, picture=commission.picture)
        if trouble := _whereabouts(path):
            portrait = replace(portrait, problems=(trouble,))
        is_to_draw = commission.picture is None and not trouble
        if is_to_draw:
            artist.begin(path)
        if not trouble:
            portrait = _with_words(portrait)
            ctx.publish(portrait)
        if is_to_draw and self._jury is None:  # to call it together takes longer than to draw
            portrait, is_to_draw = _with_picture(portrait, artist, ctx), False
            ctx.publish(portrait)
        portrait, heard = self._with_evidence(portrait)
        ctx.publish(portrait)
        if is_to_draw:
            portrait = _with_picture(portrait, artist, ctx)
            ctx.publish(portrait)
        portrait = replace(self._with_neighbours(portrait, heard), is_finished=True)
        ctx.publish(portrait)
        return portrait

    def _with_evidence(self, portrait: Portrait) -> tuple[Portrait, _Heard | None]:
        try:
            jury = self._opened_jury()
            if jury is None:
                return portrait, None
            with Library(self.library_file) as library:
                said = library.predictions.of_track(portrait.sitter.id, jury.digest)
            seconds = portrait.facts.stream.seconds if portrait.facts else 0.0
            found = evidence(jury.judge, said, seconds)
            return replace(portrait, evidence=found), _Heard(jury, said)
        except MusicReclassError as error:
            return _with_problem(portrait, error), None

    def _with_neighbours(self, portrait: Portrait, heard: _Heard | None) -> Portrait:
        if heard is None:
            return portrait
        said = embedding_of(heard.jury.judge, heard.predictions)
        if said is None or said.embedding is None:
            return portrait
        try:
            with Library(self.library_file) as library:
                found = self._neighbours(library, heard.jury, said, portrait.sitter.id)
        except MusicReclassError as error:
            return _with_problem(portrait, error)
        return replace(portrait, neighbours=found)

    def _neighbours(
        self, library: Library, jury: _Jury, said: Prediction, track_id: int
    ) -> tuple[Neighbour, ...]:
        all_of_them = self.neighbourhood.embeddings(library, jury.judge, jury.digest)
        if said.embedding is None or said.classifier != all_of_them.classifier:
            return ()
        nearest = all_of_them.nearest(said.embedding, NEIGHBOUR_COUNT, but=track_id)
        lines = {line.id: line for line in library.lines_of([i for i, _ in nearest])}
        found = []
        for neighbour_id, likeness in nearest:
            if (line := lines.get(neighbour_id)) is not None:
                heard = library.predictions.of_track(neighbour_id, jury.digest)
                suggestion = jury.judge.suggest(heard).line if heard else None
                found.append(Neighbour(line._replace(suggestion=suggestion), likeness))
        return tuple(found)

    def _opened_jury(self) -> _Jury | None:
        """Return the judge of the classifiers in use; None where there are none."""
        from musicreclass.pipeline.classification.adaptation import panel_for  # with it comes torch

        with self._jury_lock:
            file = self.bundle_file()
            if file is None:
                return None
            mtime_ns = file.stat().st_mtime_ns if file.exists() else 0
            kept = self._jury
            if kept is None or (kept.file, kept.mtime_ns) != (file, mtime_ns):
                with Library(self.library_file) as library:
                    panel = panel_for(library, file, learns=self.learns())
                self._jury = _Jury(file, mtime_ns, panel.judge, panel.digest)
            return self._jury


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    jury: _Jury
    predictions: tuple[Prediction, ...]


def _whereabouts(path: Path) -> str:
    """Return what is wrong with where the file is, nothing where it is there."""
    if path.exists():
        return ""
    if path.parent.exists():
        return "The file is no longer where it was; scan its folder again."
    return "The folder is not there; is its drive connected?"


def _with_words(portrait: Portrait) -> Portrait:
    """Return what the file says of itself, as far as it can be read."""
    path = portrait.sitter.path
    facts: FileFacts | None = None
    picture: bytes | None = None
    try:
        facts = read_facts(path)
    except FileProblem as error:
        portrait = _with_problem(portrait, error)
    with suppress(FileProblem):  # a cover that cannot be read is no cover: nobody misses it
        picture = cover(path)
    return replace(portrait, facts=facts, cover=picture)


def _with_picture(portrait: Portrait, artist: Artist, ctx: JobContext) -> Portrait:
    try:
        return replace(portrait, picture=artist.finish(portrait.sitter.path, ctx))
    except FileProblem as error:
        return _with_problem(portrait, error)


def _with_problem(portrait: Portrait, error: MusicReclassError) -> Portrait:
    """Add a sentence, unless it was said already: reading and hearing find the same."""
    sentence = error.reason if isinstance(error, FileProblem) else str(error)
    sentence = sentence[:1].upper() + sentence[1:]
    sentence = sentence if sentence.endswith(".") else f"{sentence}."
    if sentence in portrait.problems:
        return portrait
    return replace(portrait, problems=(*portrait.problems, sentence))
