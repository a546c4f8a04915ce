import pytest

from musicreclass.core.classify_summary import ClassifySummary
from musicreclass.core.job import Pace, Progress
from musicreclass.gui.messages import TRACKS, pace_text, percent, rate
from musicreclass.gui.summary_words import classified_sentence


@pytest.mark.parametrize(
    ("per_second", "expected"), [(0.14, "0.1"), (4.12, "4.1"), (9.96, "10"), (1612.0, "1,612")]
)
def test_a_rate_is_said_as_finely_as_it_matters(qapp, per_second, expected):
    assert rate(per_second) == expected


@pytest.mark.parametrize(("share", "expected"), [(0.0, "0%"), (0.914, "91%"), (1.0, "100%")])
def test_a_share_is_said_in_percent(share, expected):
    assert percent(share) == expected


def test_the_pace_of_classifying_is_that_of_tracks(qapp):
    times = iter([0.0, 10.0])
    pace = Pace(lambda: next(times))
    progress = Progress(41, 81)
    pace.is_due(Progress(0, 81))
    pace.is_due(progress)

    assert pace_text(pace, progress, TRACKS) == "41 of 81 · 4.1 tracks/s · 10 s left"


@pytest.mark.parametrize(
    ("classified", "problems", "expected"),
    [
        (0, 0, ""),
        (2, 0, "2 tracks listened to"),
        (0, 1, "1 could not be heard, see Problems"),
        (2, 1, "2 tracks listened to · 1 could not be heard, see Problems"),
    ],
)
def test_what_was_analyzed_is_said_where_anything_was(qapp, classified, problems, expected):
    assert classified_sentence(ClassifySummary(classified, 0, problems, 0, 1.0)) == expected
