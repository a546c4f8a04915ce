from dataclasses import replace

import numpy as np
import pytest

from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.leakage_gap import LeakageGap, leakage_gap
from tests.recording_context import RecordingContext


def albums(n_albums=24, each=5):
    """Return tracks that sound like their albums, and a little like their genres."""
    rng = np.random.default_rng(0)
    groups = np.repeat(np.arange(n_albums), each)
    labels = groups % 2
    sound = rng.normal(size=(n_albums, 20))[groups] + 0.2 * labels[:, None]
    features = sound + 0.1 * rng.normal(size=(len(groups), 20))
    names = tuple(map(str, groups))
    return LabelledTracks(names, ("Low", "High"), labels, groups, features.astype(np.float32))


def test_who_knows_the_albums_seems_to_know_the_genres():
    found = leakage_gap(albums(), RecordingContext())

    assert found.at_random > found.grouped + 0.1
    assert found.points == pytest.approx(100 * (found.at_random - found.grouped))


@pytest.mark.parametrize("changed", [{"features": None}, {"groups": np.zeros(120, int)}])
def test_where_there_is_nothing_to_compare_nothing_is_said(changed):
    assert leakage_gap(replace(albums(), **changed), RecordingContext()) is None


def test_it_is_said_in_a_sentence():
    assert str(LeakageGap(0.63, 0.71).reason) == (
        "Tested on artists that it had never heard, a simple classifier is right on 63.0 %; tested "
        "on other tracks of the same artists, it would seem to be right on 71.0 % (+8.0 points). "
        "All figures here are of the first, honest kind."
    )
