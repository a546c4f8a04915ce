from dataclasses import replace

import numpy as np
import pytest

from musicreclass.errors import Cancelled
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.learning_curve import (
    Outlook,
    gains,
    learning_curve,
)
from tests.recording_context import RecordingContext

SIZES = np.array([25.0, 35.0, 50.0, 70.0, 100.0])


def tracks(n=120, spread=2.5, n_columns=30, per_group=3):
    """Return tracks of two genres that differ in every column a little."""
    rng = np.random.default_rng(0)
    labels = np.arange(n) % 2
    groups = np.arange(n) // 2 // per_group * 2 + labels
    features = rng.normal(0.0, spread, (n, n_columns)) + labels[:, None]
    names = tuple(f"track {i}" for i in range(n))
    return LabelledTracks(names, ("Low", "High"), labels, groups, features.astype(np.float32))


def curve(some, **options):
    return learning_curve(some, RecordingContext(), **options)


def test_a_power_law_is_carried_on_as_it_goes():
    errors = np.stack([0.1 + 2.0 * SIZES**-0.6, 3.0 * SIZES**-0.5])

    found = gains(SIZES, errors, 1.5)

    after = np.array([0.1 + 2.0 * 150.0**-0.6, 3.0 * 150.0**-0.5])
    assert found == pytest.approx(errors[:, -1] - after, abs=1e-6)


def test_errors_that_do_not_fall_will_not_fall():
    errors = np.array([[0.3, 0.3, 0.3, 0.3, 0.3], [0.2, 0.25, 0.3, 0.3, 0.35]])

    assert gains(SIZES, errors, 2.0).tolist() == [0.0, 0.0]


def test_what_is_learned_with_pains_is_learned_better_from_more():
    found = curve(tracks(n=240, spread=5.0, n_columns=200))

    assert list(found.sizes) == sorted(found.sizes)
    assert found.sizes[-1] == pytest.approx(192, abs=2)
    assert found.accuracies[-1] > found.accuracies[0]
    assert found.outlook.more_per_genre == 50
    assert found.outlook.interval.low < found.outlook.gain < found.outlook.interval.high
    assert str(found.reason).startswith("With 50 more tracks per genre expect about ")


def test_where_all_is_right_already_nothing_can_be_told():
    found = curve(tracks(spread=0.1))

    assert found.outlook is None
    assert found.accuracies == (1.0,) * 5
    assert "60 more" not in str(found.reason)
    assert "50 more per genre may bring anything from nothing to 0.0 points" in str(found.reason)


def test_the_same_seed_gives_the_same_curve():
    assert curve(tracks(), seed=3) == curve(tracks(), seed=3)


@pytest.mark.parametrize(
    ("some", "reason"),
    [
        (tracks(n=20), "there should be 12 tracks of each genre"),
        (tracks(per_group=10), "there should be 15 artists or albums, and there are 12"),
        (replace(tracks(), features=None), "no features were measured"),
    ],
)
def test_too_little_to_tell_is_said(some, reason):
    found = curve(some)

    assert (found.sizes, found.outlook) == ((), None)
    assert str(found.reason) == f"How much more tracks would help cannot be told: {reason}."


def test_with_very_many_tracks_nobody_waits_for_it(monkeypatch):
    monkeypatch.setattr("musicreclass.training.measure.learning_curve.MOST_TRACKS", 100)

    assert "with 120 tracks it would take too long" in str(curve(tracks()).why_not)


def test_it_stops_when_told_to():
    ctx = RecordingContext()
    ctx.cancel()

    with pytest.raises(Cancelled):
        learning_curve(tracks(), ctx)


def test_an_outlook_is_a_sentence():
    outlook = Outlook(50, 0.031, Interval(0.008, 0.06))

    assert str(outlook.reason) == (
        "With 50 more tracks per genre expect about 3.1 points more (95 times of 100 0.8 to 6.0)."
    )
