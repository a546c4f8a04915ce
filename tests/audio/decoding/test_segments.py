import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.audio.decoding.segments import Evidence, Segment, excerpt, spread, whole

UNKNOWN = [None, 0.0, -1.0, math.nan, math.inf]
seconds = st.floats(0.01, 20_000.0)


@pytest.mark.parametrize(
    ("total", "segment"),
    [
        (240.0, Segment(105.0, 30.0)),
        (31.0, Segment(0.5, 30.0)),
        (30.0, Segment(0.0, 30.0)),
        (12.5, Segment(0.0, 12.5)),
        (1.0, Segment(0.0, 1.0)),
    ],
)
def test_an_excerpt_lies_in_the_middle(total, segment):
    assert excerpt(total) == segment


@pytest.mark.parametrize("total", UNKNOWN)
def test_a_track_of_unknown_length_is_analyzed_past_its_intro(total):
    assert excerpt(total) == Segment(60.0, 30.0)
    assert spread(total, 5, 10.0) == (Segment(60.0, 10.0),)
    assert whole(total) == Segment(0.0, None)


def test_segments_lie_in_the_middle_of_equal_shares():
    starts = [segment.start_seconds for segment in spread(103.0, 5, 3.0)]

    assert starts == pytest.approx([10.0, 30.0, 50.0, 70.0, 90.0])


def test_a_single_segment_is_the_excerpt():
    assert spread(100.0, 1, 30.0) == (excerpt(100.0, 30.0),)


@given(total=seconds, count=st.integers(1, 50), length=st.floats(0.1, 60.0))
def test_segments_lie_within_the_track_and_overlap_by_two_thirds_at_most(total, count, length):
    segments = spread(total, count, length)

    starts = np.array([segment.start_seconds for segment in segments])
    assert 1 <= len(segments) <= count
    assert {segment.seconds for segment in segments} == {min(length, total)}
    assert starts.min() >= 0.0
    assert starts.max() + min(length, total) <= total * (1 + 1e-9)
    assert (np.diff(starts) >= length / 3 - 1e-9).all()


@given(total=seconds)
def test_the_whole_is_one_segment(total):
    assert whole(total) == Segment(0.0, total)


@pytest.mark.parametrize(
    ("analysis", "evidence"),
    [
        (0.0, Evidence.NONE),
        (0.2, Evidence.NONE),
        (0.99, Evidence.NONE),
        (1.0, Evidence.WEAK),
        (7.9, Evidence.WEAK),
        (8.0, Evidence.GOOD),
        (30.0, Evidence.GOOD),
    ],
)
def test_what_is_short_is_weak_evidence(analysis, evidence):
    assert Evidence.of(analysis) is evidence
    assert excerpt(analysis or 0.001).evidence is evidence


def test_a_track_of_unknown_length_is_trusted_until_it_is_decoded():
    assert whole(None).evidence is Evidence.GOOD


@given(start=st.floats(0.0, 1000.0))
def test_segments_of_one_length_have_as_many_frames(start):
    position = Segment(start, 3.0).positions(22_050 / 512)

    assert position.stop - position.start == 129


def test_the_rest_of_a_track_has_no_end():
    assert Segment(2.0, None).positions(100) == slice(200, None)
