from dataclasses import replace

import numpy as np
import pytest

from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.errors import Cancelled
from musicreclass.training.data.labelled_tracks import NO_GENRE, LabelledTracks
from musicreclass.training.measure.label_noise import MOST_TRACKS, cross_val_log_probs, mislabelled
from tests.recording_context import RecordingContext, stopped_context
from tests.training.answers import answers_of, mostly_right
from tests.training.fit_material import tracks

GENRES = ("Blues", "Jazz", "搖滾")
TRUTH = np.arange(300) % 3


def log_of(*rows):
    return np.log(np.array(rows))


def test_tracks_in_the_wrong_folder_head_the_list():
    moved = np.arange(0, 300, 20)
    labels = TRUTH.copy()
    labels[moved] = (TRUTH[moved] + 1) % 3
    doubtful = mostly_right(TRUTH, 0.9, 3) * 0.4
    said = np.where(np.isin(np.arange(300), moved)[:, None], answers_of(TRUTH), doubtful)

    found = mislabelled(said, labels, GENRES)

    assert {one.index for one in found[: len(moved)]} == set(moved.tolist())
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


def test_a_suspicion_names_both_genres_and_how_far_they_are_apart():
    said = log_of([0.1, 0.8, 0.1], [0.7, 0.2, 0.1], [0.2, 0.7, 0.1])

    found = mislabelled(said, np.array([0, 0, 1]), GENRES)

    usual_lead = (0.8 + 0.2) / 2 - (0.1 + 0.7) / 2
    (one,) = found
    assert (one.index, one.given, one.likely) == (0, "Blues", "Jazz")
    assert one.score == pytest.approx(0.7 - usual_lead)


def test_what_is_usually_confused_is_less_suspicious():
    blues, rock, jazz = [0.5, 0.05, 0.45], [0.45, 0.05, 0.5], [0.3, 0.5, 0.2]
    like_rock, like_jazz = [0.2, 0.1, 0.7], [0.2, 0.55, 0.25]
    said = log_of(like_rock, like_jazz, *[blues] * 20, *[rock] * 20, jazz)

    found = mislabelled(said, np.array([0] * 22 + [2] * 20 + [1]), GENRES)

    assert [(one.index, one.likely) for one in found] == [(1, "Jazz"), (0, "搖滾")]


def test_where_all_is_right_nothing_is_suspected():
    assert mislabelled(answers_of(TRUTH), TRUTH, GENRES) == ()


def test_a_genre_must_be_as_likely_as_it_usually_is_to_its_own_tracks():
    jazz = [0.02, 0.96, 0.02]
    said = log_of([0.3, 0.6, 0.1], [0.9, 0.05, 0.05], jazz, jazz)

    assert mislabelled(said, np.array([0, 0, 1, 1]), GENRES) == ()


def test_nothing_is_taken_for_a_genre_without_tracks():
    said = log_of([0.1, 0.1, 0.8], [0.8, 0.1, 0.1], [0.1, 0.8, 0.1])

    assert mislabelled(said, np.array([0, 0, 1]), GENRES) == ()


def test_tracks_of_no_genre_are_passed_over():
    said = log_of([0.1, 0.8, 0.1], [0.1, 0.8, 0.1], [0.7, 0.2, 0.1], [0.2, 0.7, 0.1])
    labels = np.array([NO_GENRE, 0, 0, 1])

    assert [one.index for one in mislabelled(said, labels, GENRES)] == [1]
    assert mislabelled(said[:1], labels[:1], GENRES) == ()


def test_answers_that_are_no_numbers_are_refused():
    with pytest.raises(UnusableScores):
        mislabelled(np.full((300, 3), np.nan), TRUTH, GENRES)


def moved(indices, count=60):
    """Return tracks of which those at `indices` are said to be of the other genre."""
    honest = tracks(count)
    labels = honest.labels.copy()
    labels[list(indices)] = 1 - labels[list(indices)]
    return replace(honest, labels=labels)


def test_cross_validated_answers_name_the_tracks_that_were_moved():
    some = moved((4, 17), count=100)

    found = mislabelled(cross_val_log_probs(some, RecordingContext()), some.labels, some.genres)

    assert {found_one.index for found_one in found[:2]} == {4, 17}


def test_a_copy_does_not_bear_a_wrong_folder_out():
    some = moved((4, 17))
    features = some.features.copy()
    features[17] = features[4]
    same = replace(some, features=features, labels=np.where(some.labels >= 0, some.labels, 0))
    same.labels[17] = same.labels[4]

    answers = cross_val_log_probs(same, RecordingContext(), same_recordings=[(4, 17)])

    assert (answers[[4, 17]].argmax(axis=1) != same.labels[[4, 17]]).all()


def test_without_features_nobody_is_asked():
    assert cross_val_log_probs(replace(tracks(20), features=None), RecordingContext()) is None


def test_among_very_many_tracks_nobody_is_asked():
    count = MOST_TRACKS + 1
    zeros = np.zeros(count, dtype=np.intp)
    many = LabelledTracks(("",) * count, ("Jazz",), zeros, zeros, np.zeros((count, 1), np.float32))

    assert cross_val_log_probs(many, RecordingContext()) is None


def test_predicting_stops_when_told_to():

    with pytest.raises(Cancelled):
        cross_val_log_probs(tracks(20), stopped_context())
