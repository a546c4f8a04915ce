import threading
from pathlib import Path

import pytest

from musicreclass.core.track import FileStamp
from musicreclass.pipeline.preview.preview_queue import PreviewPart, PreviewQueue, PreviewRequest
from musicreclass.pipeline.preview.track_preview import TrackRef
from tests.previews import picture
from tests.recording_context import RecordingContext

FIRST, SECOND, THIRD = (
    PreviewRequest(TrackRef(number, Path(f"/music/{number}.mp3"), FileStamp(100, 1)))
    for number in range(3)
)


@pytest.fixture
def waiting():
    return PreviewQueue()


def taken(waiting, part=PreviewPart.SOUND, **how):
    """Return which request is next, None where there is none."""
    draft = waiting.take(part, 0.0, **how)
    return None if draft is None else draft.request


def test_parts_are_taken_each_for_itself_in_the_order_in_which_previews_are_wanted(waiting):
    waiting.want([FIRST, SECOND], 0)

    sounds = [taken(waiting) for _ in range(3)]
    words = [taken(waiting, PreviewPart.WORDS) for _ in range(3)]

    assert sounds == [FIRST, SECOND, None]
    assert words == [FIRST, SECOND, None]


def test_what_is_not_wanted_any_more_is_dropped(waiting):
    waiting.want([FIRST, SECOND, THIRD], 0)
    waiting.want([THIRD], 2)

    assert [taken(waiting), taken(waiting)] == [THIRD, None]


def test_who_works_for_the_first_only_leaves_the_others_alone(waiting):
    waiting.want([FIRST, SECOND], 0)

    assert taken(waiting, only_first=True) == FIRST
    assert taken(waiting, only_first=True) is None
    assert taken(waiting) == SECOND


def test_who_waits_is_woken(waiting):
    timer = threading.Timer(0.05, waiting.want, ([FIRST], 0))
    timer.start()

    assert waiting.take(PreviewPart.SOUND, 5.0, only_first=True).request == FIRST
    timer.join()


def test_what_is_in_the_making_is_not_begun_anew_when_it_is_wanted_again(waiting):
    waiting.want([FIRST, SECOND], 0)
    draft = waiting.take(PreviewPart.SOUND, 0.0)
    waiting.want([SECOND, FIRST], 1)

    assert [taken(waiting), taken(waiting)] == [SECOND, None]
    assert waiting.take(PreviewPart.WORDS, 0.0).request == SECOND
    assert waiting.take(PreviewPart.WORDS, 0.0) is draft


def test_a_preview_is_finished_once_both_parts_are(waiting):
    ctx = RecordingContext()
    waiting.want([FIRST], 0)
    draft = waiting.take(PreviewPart.SOUND, 0.0)
    waiting.take(PreviewPart.WORDS, 0.0)
    draft.add(lambda preview: preview, ctx, ends=PreviewPart.WORDS)
    draft.add(lambda preview: preview, ctx)
    draft.add(lambda preview: preview, ctx, ends=PreviewPart.SOUND)

    assert [one.is_finished for one in ctx.published] == [False, False, True]


def test_a_finished_one_that_is_wanted_again_begins_with_the_picture_it_has(waiting):
    waiting.want([FIRST], 0)
    for part in PreviewPart:
        waiting.take(part, 0.0).leave(part)
    drawn = picture()
    waiting.want([PreviewRequest(FIRST.track_ref, picture=drawn)], 0)

    assert waiting.take(PreviewPart.SOUND, 0.0).preview.picture is drawn


def test_classifiers_are_asked_anew_while_they_still_answer(waiting):
    ctx = RecordingContext()
    waiting.want([FIRST, SECOND], 0)
    draft = waiting.take(PreviewPart.WORDS, 0.0)
    waiting.take(PreviewPart.SOUND, 0.0).leave(PreviewPart.SOUND)
    waiting.ask_anew({0})
    meanwhile = taken(waiting, PreviewPart.WORDS)
    draft.add(lambda preview: preview, ctx, ends=PreviewPart.WORDS)

    assert meanwhile == SECOND
    assert not ctx.published[-1].is_finished
    assert waiting.take(PreviewPart.WORDS, 0.0) is draft
