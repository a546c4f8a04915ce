from dataclasses import replace

import numpy as np
import pytest

from musicreclass.errors import Cancelled
from musicreclass.training.data.label_noise import MOST_TRACKS, cross_val_log_probs
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.mislabels import mislabelled
from tests.training.lessons_material import Silent, tracks


def moved(places, count=60):
    """Return tracks of which those at `places` are said to be of the other genre."""
    honest = tracks(count)
    labels = honest.labels.copy()
    labels[list(places)] = 1 - labels[list(places)]
    return replace(honest, labels=labels)


def test_witnesses_name_the_tracks_that_were_moved():
    some = moved((4, 17), count=100)

    found = mislabelled(cross_val_log_probs(some, Silent()), some.labels, some.genres)

    assert {suspect.place for suspect in found[:2]} == {4, 17}


def test_a_copy_does_not_bear_a_wrong_folder_out():
    some = moved((4, 17))
    features = some.features.copy()
    features[17] = features[4]
    same = replace(some, features=features, labels=np.where(some.labels >= 0, some.labels, 0))
    same.labels[17] = same.labels[4]

    answers = cross_val_log_probs(same, Silent(), same_recordings=[(4, 17)])

    assert (answers[[4, 17]].argmax(axis=1) != same.labels[[4, 17]]).all()


def test_without_features_nobody_is_asked():
    assert cross_val_log_probs(replace(tracks(20), features=None), Silent()) is None


def test_among_very_many_tracks_nobody_is_asked():
    count = MOST_TRACKS + 1
    zeros = np.zeros(count, dtype=np.intp)
    many = LabelledTracks(("",) * count, ("Jazz",), zeros, zeros, np.zeros((count, 1), np.float32))

    assert cross_val_log_probs(many, Silent()) is None


def test_asking_stops_when_told_to():
    class Stopped(Silent):
        def raise_if_cancelled(self):
            raise Cancelled

    with pytest.raises(Cancelled):
        cross_val_log_probs(tracks(20), Stopped())
