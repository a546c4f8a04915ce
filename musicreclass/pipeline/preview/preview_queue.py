"""Which previews are wanted, what of each is still to be made, and who makes what next."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from musicreclass.core.job import JobContext
from musicreclass.pipeline.preview.track_preview import Picture, TrackPreview, TrackRef

Step = Callable[[TrackPreview], TrackPreview]  # from a preview to one that shows more


class PreviewPart(Enum):
    """What a preview is made of, each by a thread of its own: neither waits for the other."""

    SOUND = auto()  # what the file says of itself, and its picture
    WORDS = auto()  # what classifiers say of it, and what sounds like it


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """A preview that is wanted."""

    track_ref: TrackRef
    seconds: float = 0.0  # how long the track is, 0 where nobody knows
    picture: Picture | None = None  # where an older preview has it


@dataclass(slots=True, eq=False)
class PreviewDraft:
    """A preview in the making. Safe to use from any thread."""

    request: PreviewRequest
    preview: TrackPreview = field(init=False)
    _to_do: set[PreviewPart] = field(default_factory=lambda: set(PreviewPart))
    _at_work: set[PreviewPart] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _publishing: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.preview = TrackPreview(self.request.track_ref, picture=self.request.picture)

    def begin(self, part: PreviewPart) -> bool:
        """Take a part up, and return whether it was to be made."""
        with self._lock:
            if part not in self._to_do or part in self._at_work:
                return False
            self._to_do.discard(part)
            self._at_work.add(part)
            return True

    def add(self, step: Step, ctx: JobContext, *, ends: PreviewPart | None = None) -> None:
        """Publish the preview with what a step adds.

        Args:
            ends: the part that is made with it.
        """
        with self._publishing:  # to its end, or the one that shows less could come later
            if ends is not None:
                self.leave(ends)
            self.preview = replace(step(self.preview), is_finished=self.is_finished)
            ctx.publish(self.preview)

    def leave(self, part: PreviewPart) -> None:
        """Note that nobody works on a part any more, whatever came of it."""
        with self._lock:
            self._at_work.discard(part)

    def ask_anew(self) -> None:
        """Note that classifiers may say something else by now."""
        with self._lock:
            self._to_do.add(PreviewPart.WORDS)

    @property
    def is_finished(self) -> bool:
        """Say whether nothing more will come."""
        with self._lock:
            return not self._to_do and not self._at_work


class PreviewQueue:
    """What is wanted, in the order in which it is. Safe to use from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._drafts: dict[TrackRef, PreviewDraft] = {}
        self._first: int | None = None  # the track in front of somebody right now

    def want(self, wanted: Sequence[PreviewRequest], first: int | None) -> None:
        """Replace all that is wanted; what was not begun and is not in it is dropped."""
        with self._changed:
            before, self._drafts = self._drafts, {}
            for request in wanted:
                draft = before.get(request.track_ref)
                if draft is None or draft.is_finished:
                    draft = PreviewDraft(request)
                self._drafts[request.track_ref] = draft
            self._first = first
            self._changed.notify_all()

    def ask_anew(self, track_ids: Collection[int]) -> None:
        """Have classifiers asked again about those of some tracks that are wanted."""
        with self._changed:
            for draft in self._drafts.values():
                if draft.preview.track_ref.id in track_ids:
                    draft.ask_anew()
            self._changed.notify_all()

    def take(
        self, part: PreviewPart, seconds: float, *, only_first: bool = False
    ) -> PreviewDraft | None:
        """Return the next preview of which a part is to be made, None where none comes for so long.

        Args:
            only_first: take none but that of the track in front of somebody.
        """
        with self._changed:
            found = self._begun(part, only_first)
            if found is None:
                self._changed.wait(seconds)
                found = self._begun(part, only_first)
            return found

    def _begun(self, part: PreviewPart, only_first: bool) -> PreviewDraft | None:
        for ref, draft in self._drafts.items():
            if (not only_first or ref.id == self._first) and draft.begin(part):
                return draft
        return None
