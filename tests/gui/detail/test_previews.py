import threading
import time

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage

from musicreclass.gui.detail import previews as kept
from musicreclass.gui.detail.previews import DecodedPreview, TrackPreviews, decoded
from musicreclass.pipeline.preview.preview_queue import PreviewPart, PreviewQueue
from musicreclass.pipeline.preview.preview_service import PreviewLane
from tests import previews


class MakerInMemory:
    """Makes previews of nothing, in the threads in which real ones are made."""

    def __init__(self, lines):
        self.waiting = PreviewQueue()
        self.made = []  # of each that was drawn: its track, and whether the picture was there
        self.asked = []  # of each about which classifiers were asked: its track
        self.more_predictions = 0
        self.is_faulty = False
        self._lines = {line.id: line for line in lines}
        self._lock = threading.Lock()

    def work(self, ctx, lane):
        part = PreviewPart.WORDS if lane is PreviewLane.WORDS else PreviewPart.SOUND
        while True:
            ctx.raise_if_cancelled()
            draft = self.waiting.take(part, 0.01, only_first=lane is PreviewLane.FIRST)
            if draft is not None:
                try:
                    self._make(part, draft, ctx)
                finally:
                    draft.leave(part)

    def _make(self, part, draft, ctx):
        if part is PreviewPart.WORDS:
            self.asked.append(draft.request.track_ref.id)
            draft.add(lambda preview: preview, ctx, ends=part)
            return
        if self.is_faulty:
            raise RuntimeError("a bug")
        request = draft.request
        with self._lock:
            self.made.append((request.track_ref.id, request.picture is not None))
        line = self._lines[request.track_ref.id]
        draft.add(lambda preview: previews.preview(line, cover=png()), ctx, ends=part)

    def note_more_predictions(self):
        self.more_predictions += 1


def png(size=300):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes
    buffer.close()
    return bytes(data.data())


@pytest.fixture
def lines(line):
    return [line(number, f"Song {number}") for number in range(40)]


@pytest.fixture
def maker(lines):
    return MakerInMemory(lines)


@pytest.fixture
def at_hand(maker, workers):
    return TrackPreviews(maker, workers)


def wait_for(at_hand, lines, qtbot):
    """Wait until all that can be shown of some tracks is at hand."""

    def are_finished():
        kept = [at_hand._kept.get(line.id) for line in lines]
        return all(decoded is not None and decoded.preview.is_finished for decoded in kept)

    qtbot.waitUntil(are_finished)


def test_what_may_come_next_is_made_before_it_is_wanted(at_hand, maker, lines, qtbot):
    first = at_hand.want(lines[:4])
    wait_for(at_hand, lines[:4], qtbot)

    assert first is None
    assert at_hand.want(lines[1:5]).preview.track_ref.id == 1
    assert maker.made[0] == (0, False) or maker.made[1] == (0, False)


def test_what_is_at_hand_is_drawn_before_others_are_made(at_hand, maker, lines, qtbot):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)
    at_hand.want(lines[:2])
    ordered_at_once = maker.waiting.take(PreviewPart.SOUND, 0.0)
    qtbot.waitUntil(lambda: len(at_hand) == 2)

    assert ordered_at_once is None


def test_a_finished_preview_is_not_made_again(at_hand, maker, lines, qtbot):
    at_hand.want(lines[:2])
    wait_for(at_hand, lines[:2], qtbot)
    at_hand.want(lines[:2])
    qtbot.wait(50)

    assert sorted(maker.made) == [(0, False), (1, False)]


def test_of_what_was_scored_since_only_classifiers_are_asked_anew(at_hand, maker, lines, qtbot):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)
    at_hand.note_suggested([0, 7])
    wait_for(at_hand, lines[:1], qtbot)

    assert maker.asked == [0, 0]
    assert maker.made == [(0, False)]
    assert maker.more_predictions == 1


def test_a_file_that_changed_is_another_track(at_hand, maker, line, lines, qtbot):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)

    assert at_hand.want([line(0, "Song 0", mtime_ns=2)]) is None


def test_memory_has_an_end_and_what_is_looked_at_stays(at_hand, lines, qtbot):
    for start in range(0, 36, 4):
        at_hand.want([lines[39], *lines[start : start + 4]])
        qtbot.waitUntil(lambda last=start + 3: at_hand._kept.get(last) is not None)

    assert len(at_hand) == kept.MOST_KEPT
    assert at_hand.want([lines[39]]) is not None


def test_bytes_count_as_well_as_previews(at_hand, lines, qtbot, monkeypatch):
    monkeypatch.setattr(kept, "MOST_BYTES", 1 << 20)
    with qtbot.waitSignals([at_hand.came] * 16):  # two parts of each
        at_hand.want(lines[:8])

    assert at_hand.byte_count <= 1 << 20
    assert len(at_hand) < 8


def test_covers_come_decoded_and_no_larger_than_they_are_shown(at_hand, lines, qtbot):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)

    decoded = at_hand.want(lines[:1])
    assert decoded.preview.cover is None
    assert decoded.cover.width() == kept.COVER_PIXELS


def test_a_picture_that_qt_cannot_read_is_no_cover(qapp):
    assert decoded(b"nothing of the kind") is None
    assert decoded(png(20)).width() == 20


def test_a_fault_is_a_sentence_and_the_next_track_is_made_all_the_same(
    at_hand, maker, lines, qtbot
):
    maker.is_faulty = True
    with qtbot.waitSignal(at_hand.failed) as failed:
        at_hand.want(lines[:1])
    maker.is_faulty = False
    qtbot.waitUntil(lambda: len(at_hand._threads) < 3)
    at_hand.want(lines[1:2])
    wait_for(at_hand, lines[1:2], qtbot)

    assert "RuntimeError" in failed.args[0]


def test_a_preview_at_hand_costs_the_window_next_to_nothing(at_hand, lines, qtbot):
    at_hand.want(lines[:4])
    qtbot.waitUntil(lambda: len(at_hand) == 4)
    started = time.perf_counter()
    at_hand.want(lines[1:5])

    assert time.perf_counter() - started < 0.01


def test_a_track_whose_genre_was_written_keeps_its_preview(at_hand, maker, line, lines, qtbot):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)
    before = at_hand.want(lines[:1]).preview
    written = line(0, "Song 0", mtime_ns=2, size=120, genre="Jazz; Pop", tag_kind="ID3v2.3")
    at_hand.note_written([written, line(39)])
    after = at_hand.want([written])
    qtbot.wait(100)

    assert maker.made == [(0, False)]
    assert after.preview.picture is before.picture
    assert after.preview.facts.tags.genres == ("Jazz", "Pop")
    assert after.preview.facts.tags.tag_kind == "ID3v2.3"


def test_a_preview_begun_before_its_file_was_written_is_too_late(
    at_hand, maker, line, lines, qtbot
):
    at_hand.want(lines[:1])
    wait_for(at_hand, lines[:1], qtbot)
    before = at_hand.want(lines[:1]).preview
    written = line(0, "Song 0", mtime_ns=2, size=120, genre="Pop")
    at_hand.note_written([written])
    at_hand.want(lines[:1])
    qtbot.waitUntil(lambda: len(maker.made) == 2)
    qtbot.wait(50)

    assert at_hand.want([written]).preview.picture is before.picture


def test_what_is_shown_stays_until_better_comes(line):
    track, other = line(1, "Song"), line(1, "Song", mtime_ns=2)
    cover = QImage(8, 8, QImage.Format.Format_RGB32)
    before = DecodedPreview(previews.preview(track), cover)
    nothing = {"facts": None, "evidence": None, "picture": None}
    unfinished = previews.preview(track, is_finished=False, **nothing)
    finished = previews.preview(track, **nothing)

    filled = DecodedPreview(unfinished, None).filled(before)

    assert (filled.preview.evidence, filled.cover) == (before.preview.evidence, cover)
    assert filled.preview.picture is before.preview.picture
    assert not filled.preview.is_finished
    assert DecodedPreview(finished, None).filled(before).preview.evidence is None
    file_is_another = DecodedPreview(previews.preview(other, is_finished=False, **nothing), None)
    assert file_is_another.filled(before).preview.picture is None
