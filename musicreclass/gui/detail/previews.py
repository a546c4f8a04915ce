"""Previews of tracks as the window has them: those at hand, and which are made next."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.job import ForwardingContext, JobContext
from musicreclass.core.location import path_of
from musicreclass.core.track import FileFacts, TrackLine
from musicreclass.gui.workers import JobThread, Workers, single_shot
from musicreclass.pipeline.preview.preview_queue import PreviewQueue, PreviewRequest
from musicreclass.pipeline.preview.preview_service import PreviewLane
from musicreclass.pipeline.preview.track_preview import TrackPreview, TrackRef

MOST_KEPT = 24
MOST_BYTES = 64 << 20
REST_MS = 60  # what is at hand is drawn before others are made: they would slow that down
COVER_PIXELS = 256  # twice and more of what is shown, for dense screens


class PreviewMaker(Protocol):
    """What makes previews, in threads of its own choosing: `PreviewService` of `pipeline`."""

    waiting: PreviewQueue

    def work(self, ctx: JobContext, lane: PreviewLane) -> None:
        """Make and publish one part of previews until stopped."""

    def note_more_predictions(self) -> None:
        """Take note that more tracks were analyzed."""


@dataclass(frozen=True, slots=True, eq=False)
class DecodedPreview:
    """A preview with its cover decoded; the bytes of that are let go of."""

    preview: TrackPreview
    cover: QImage | None

    def filled(self, before: DecodedPreview | None) -> DecodedPreview:
        """Return it with what an older one of the track shows until something better comes."""
        new = self.preview
        if before is None or new.is_finished or before.preview.track_ref != new.track_ref:
            return self
        old = before.preview
        shown = replace(
            new,
            facts=new.facts or old.facts,
            evidence=new.evidence or old.evidence,
            sound_tags=new.sound_tags if new.sound_tags.scores else old.sound_tags,
            picture=new.picture or old.picture,
            neighbours=new.neighbours or old.neighbours,
        )
        return DecodedPreview(shown, self.cover or before.cover)


class TrackPreviews(QObject):
    """Keeps the latest previews, and has those made that will be wanted next.

    Signals:
        came: DecodedPreview, as good as it is by now; it may come again, better.
        failed: a sentence.
    """

    came = Signal(object)
    failed = Signal(str)

    def __init__(self, maker: PreviewMaker, workers: Workers) -> None:
        super().__init__(workers)
        self._maker = maker
        self.workers = workers
        self._threads: dict[PreviewLane, JobThread] = {}
        self._kept: OrderedDict[int, DecodedPreview] = OrderedDict()  # the one of late last
        self._wanted: tuple[TrackLine, ...] = ()
        self._outdated: set[TrackRef] = set()  # as files stood before they were written
        self._resting = single_shot(self, REST_MS, self._order)

    def want(self, lines: Sequence[TrackLine]) -> DecodedPreview | None:
        """Return the preview of the first track if it is at hand; see that the others will be.

        Args:
            lines: the track in hand, then those that may come next, the likeliest first.
        """
        self._wanted = tuple(lines)
        found = self._at_hand(lines[0]) if lines else None
        if found is None:
            self._order()
        else:
            self._kept.move_to_end(lines[0].id)
            self._resting.start()
        return found

    def note_suggested(self, track_ids: Iterable[int]) -> None:
        """Have previews made anew of tracks of which something new was said."""
        self._maker.note_more_predictions()
        stale = self._kept.keys() & set(track_ids)
        for track_id in stale:
            decoded = self._kept[track_id]
            unfinished = replace(decoded.preview, is_finished=False)
            self._kept[track_id] = replace(decoded, preview=unfinished)
        if stale:
            self._maker.waiting.ask_anew(stale)
            self._order()

    def note_written(self, lines: Iterable[TrackLine]) -> None:
        """Keep the previews of tracks that have another genre in their files and sound as before.

        Args:
            lines: the tracks as they are now, with their new stamps.
        """
        wanted = {line.id: _track_ref(line) for line in self._wanted}
        for line in lines:
            if line.id in wanted:
                self._outdated.add(wanted[line.id])
            if (decoded := self._kept.get(line.id)) is not None:
                preview = decoded.preview
                self._outdated.add(preview.track_ref)
                facts = preview.facts and _with_genre(preview.facts, line)
                written = replace(preview, track_ref=_track_ref(line), facts=facts)
                self._kept[line.id] = replace(decoded, preview=written)
            self._outdated.discard(_track_ref(line))

    @property
    def byte_count(self) -> int:
        """Return roughly what all that is kept takes in memory."""
        return sum(_byte_count(decoded) for decoded in self._kept.values())

    def __len__(self) -> int:
        return len(self._kept)

    def _at_hand(self, line: TrackLine) -> DecodedPreview | None:
        found = self._kept.get(line.id)
        return found if found is not None and found.preview.track_ref == _track_ref(line) else None

    def _order(self) -> None:
        self._resting.stop()
        requests = []
        for line in self._wanted:
            found = self._at_hand(line)
            if found is None or not found.preview.is_finished:
                picture = found.preview.picture if found is not None else None
                requests.append(PreviewRequest(_track_ref(line), line.seconds, picture))
        self._maker.waiting.want(requests, self._wanted[0].id if self._wanted else None)
        if requests:
            self._start_makers()

    def _start_makers(self) -> None:
        """Start those who make previews, the first time or after a fault ended one."""
        for lane in PreviewLane:
            if lane not in self._threads:
                thread = self.workers.prepare(partial(_work, self._maker, lane))
                thread.published.connect(self._on_came)
                thread.failed.connect(self._on_failed)
                thread.finished.connect(partial(self._threads.pop, lane, None))
                self._threads[lane] = thread
                self.workers.start(thread)

    def _on_came(self, decoded: DecodedPreview) -> None:
        if decoded.preview.track_ref in self._outdated:
            return  # begun before the file was written; the one that is kept is better
        track_id = decoded.preview.track_ref.id
        decoded = decoded.filled(self._kept.get(track_id))
        self._kept[track_id] = decoded
        self._kept.move_to_end(track_id)
        if self._wanted and self._wanted[0].id in self._kept:
            self._kept.move_to_end(self._wanted[0].id)  # never let go of what is looked at
        while len(self._kept) > MOST_KEPT or self.byte_count > MOST_BYTES:
            if len(self._kept) == 1:
                break
            self._kept.popitem(last=False)
        self.came.emit(decoded)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(
            self.tr("This track cannot be shown in full ({error}); see the log.").format(
                error=type(error).__name__
            )
        )


def _work(maker: PreviewMaker, lane: PreviewLane, ctx: JobContext) -> None:
    maker.work(_CoverDecoding(ctx), lane)


class _CoverDecoding(ForwardingContext):
    """A job's context that decodes covers on the job's own thread."""

    def publish(self, batch: object) -> None:
        assert isinstance(batch, TrackPreview)
        cover = None if batch.cover is None else decoded(batch.cover)
        super().publish(DecodedPreview(replace(batch, cover=None), cover))


@lru_cache(maxsize=4)  # a preview comes several times, and with the same cover
def decoded(picture: bytes) -> QImage | None:
    """Return a picture at the size in which it is shown; None where Qt cannot read it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid():  # JPEGs are decoded small in a fraction of the time
        small = size.scaled(QSize(COVER_PIXELS, COVER_PIXELS), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small if small.width() < size.width() else size)
    image = reader.read()
    return None if image.isNull() else image


def _with_genre(facts: FileFacts, line: TrackLine) -> FileFacts:
    genres = tuple(line.genre.split(GENRE_SEPARATOR)) if line.genre else ()
    return replace(facts, tags=replace(facts.tags, genres=genres, tag_kind=line.tag_kind))


def _track_ref(line: TrackLine) -> TrackRef:
    return TrackRef(line.id, path_of(line.location), line.stamp)


def _byte_count(decoded: DecodedPreview) -> int:
    cover = decoded.cover.sizeInBytes() if decoded.cover is not None else 0
    return decoded.preview.byte_count + cover
