import numpy as np
import pytest

from musicreclass.core.ensemble.corrections import (
    BANDWIDTH,
    Corrections,
    DecidedPoints,
    Voters,
    genres_with,
)
from musicreclass.core.ensemble.log_probs import log_softmax

GENRES = ("Pop", "Rock")


def at(*distances, dimensions=8):
    """Return points whose squared distances from the origin are these."""
    points = np.zeros((len(distances), dimensions), dtype=np.float32)
    points[:, 0] = np.sqrt(distances)
    return points


def corrections(n_decided=3, genre=1, genres=GENRES, trust=1.0, firm=1.0):
    """Return what as many tracks at the origin say that were given one genre."""
    ballots = np.eye(len(genres), dtype=np.float32)[[genre] * n_decided]
    decided = DecidedPoints.of(at(*[0.0] * n_decided))
    firm_votes = np.where(np.arange(len(genres)) == genre, firm, 1.0)
    voters = (Voters(decided, ballots),)
    return Corrections(genres, voters, np.full(len(genres), trust), firm_votes)


def saying(pop, count=1):
    return log_softmax(np.log([[pop, 1.0 - pop]] * count))


def test_a_track_at_the_point_of_decided_ones_is_what_they_are():
    corrected = corrections().correct(saying(0.6), at(0.0))

    assert np.exp(corrected)[0, 1] > 0.9
    np.testing.assert_allclose(np.exp(corrected).sum(axis=1), 1.0)


def test_what_decisions_say_fades_with_distance():
    distances = [0.0, 0.14, 0.27, 0.41, 0.54, 0.68]

    rock = np.exp(corrections().correct(saying(0.5, 6), at(*distances)))[:, 1]

    assert (np.diff(rock) < 0.0).all()
    assert rock[-1] == pytest.approx(0.5, abs=0.001)


def test_beyond_the_bandwidth_nothing_changes_to_the_last_digit():
    said = saying(0.6, 3)

    corrected = corrections(500).correct(said, at(BANDWIDTH, 1.5, 10.0))

    np.testing.assert_array_equal(corrected, said)


def test_some_decisions_count_from_farther_off_than_others():
    points, distances = at(0.0, 0.0), at(0.5 * BANDWIDTH, 1.5 * BANDWIDTH)

    near = DecidedPoints.of(points, np.array([1.0, 2.0])).nearness(distances, np.full(2, BANDWIDTH))

    np.testing.assert_allclose(near, [[0.5**4, 0.75**4], [0.0, 0.25**4]], atol=1e-5)


def test_votes_for_one_script_change_no_other_name_to_the_last_digit():
    voters = Voters(DecidedPoints.of(at(0.0, 0.0)), np.eye(2, dtype=np.float32)[[1, 1]], "Hani")
    bound, said = Corrections(GENRES, (voters,), np.ones(2), np.ones(2)), saying(0.6, 3)

    corrected = bound.correct(said, at(0.0, 0.0, 0.0), np.array(["Hani", "", "Jpan"]))

    assert bound.goes_by_scripts
    assert np.exp(corrected)[0, 1] > 0.9
    np.testing.assert_array_equal(corrected[1:], said[1:])
    np.testing.assert_array_equal(bound.correct(said, at(0.0, 0.0, 0.0)), said)


def test_classifiers_that_agree_are_overruled_by_the_near_alone():
    near, farther = 0.1, 0.42

    sure = np.exp(corrections(30).correct(saying(0.98, 2), at(near, farther)))
    unsure = np.exp(corrections(30).correct(saying(0.52, 2), at(near, farther)))

    assert (unsure[:, 1] > 0.6).all()
    assert sure[0, 1] > 0.6
    np.testing.assert_array_equal(sure[1], np.exp(saying(0.98))[0])


def test_accepted_suggestions_hold_against_corrections():
    points = DecidedPoints.of(at(*[0.0] * 6))
    ballots = np.eye(2, dtype=np.float32)[[0, 0, 0, 0, 1, 1]]
    held = Corrections(GENRES, (Voters(points, ballots),), np.ones(2), np.ones(2))

    assert held.correct(saying(0.6), at(0.3)).argmax() == 0
    assert corrections(2).correct(saying(0.6), at(0.0)).argmax() == 1


def test_belief_in_votes_ends_where_held_out_ones_were_wrong():
    corrected = np.exp(corrections(100, trust=0.7).correct(saying(0.99), at(0.0)))

    assert corrected[0, 1] == pytest.approx(0.7, abs=0.02)


def test_a_genre_of_a_persons_own_is_not_believed_in_before_anybody_gave_it():
    corrected = corrections(genres=(*GENRES, "My genre")).correct(saying(0.6), at(5.0))

    assert np.exp(corrected[:, 2]) < 1e-6
    np.testing.assert_array_equal(corrected[:, :2], saying(0.6))


def test_many_votes_for_a_genre_of_ones_own_bring_it_near_the_top_a_few_firm_ones_on_top():
    genres = (*GENRES, "My genre")
    loud = corrections(20, 2, genres, firm=0.1)

    near, farther = np.exp(loud.correct(saying(0.6, 2), at(0.0, 0.34)))

    assert near.argmax() == 2
    assert farther.argmax() == 0
    assert farther[2] > 0.3


def test_a_persons_own_genres_come_behind_those_of_the_classifiers():
    assert genres_with(("Rock", "Pop"), ["Zouk", "Pop", "Dub"]) == ("Rock", "Pop", "Dub", "Zouk")


def test_tracks_are_as_near_along_few_axes_as_along_all():
    rng = np.random.default_rng(0)
    spreads = 2.0 ** -np.arange(300.0)[:, None].T / 1.0 + 0.002
    points = (rng.normal(size=(400, 300)) * spreads).astype(np.float32)
    decided, asked = points[:300], points[300:]

    near = DecidedPoints.of(decided).nearness(asked, np.full(100, BANDWIDTH))

    distances = ((asked[:, None] - decided[None]) ** 2).sum(axis=2)
    exact = np.maximum(1.0 - distances / BANDWIDTH, 0.0) ** 4
    np.testing.assert_allclose(near, exact, atol=0.01)
