import numpy as np
import pytest

from musicreclass.core.ensemble.company_evidence import CompanyEvidence, Most, Share
from musicreclass.core.ensemble.genre_mix import FEWEST_TRACKS, GenreMix, LibraryMix, spread
from musicreclass.core.ensemble.stored import DamagedCalibration

ROCK, POP, JAZZ = range(3)
GENRES = ("Rock", "Pop", "Jazz")
EQUAL = GenreMix(np.full(3, 1 / 3))


def says(genre, confidence=0.6):
    rest = (1.0 - confidence) / 2
    return np.log(np.where(np.arange(3) == genre, confidence, rest))


def library(*counts, confidence=0.6):
    return np.array([says(genre, confidence) for genre, n in enumerate(counts) for _ in range(n)])


def best(rows):
    return rows.argmax(axis=1).tolist()


def test_in_a_library_of_one_genre_a_doubtful_track_is_taken_for_it():
    doubtful = np.log([0.35, 0.40, 0.25])
    mix = EQUAL.in_library(np.vstack([library(200, 5, 5), doubtful]))

    assert best(mix.weighed(doubtful[None])) == [ROCK]
    assert mix.shares[ROCK] > 0.85


def test_a_track_that_is_surely_of_another_genre_stays_so():
    mix = EQUAL.in_library(library(500, 3, 0))

    assert best(mix.weighed(says(POP, 0.98)[None])) == [POP]


def test_where_the_mix_is_the_usual_one_nothing_changes():
    rows = library(100, 100, 100)

    mix = EQUAL.in_library(rows)

    assert np.allclose(mix.weighed(rows), rows)


def test_what_is_usual_is_no_news():
    rows = library(150, 50, 100)
    usual = GenreMix.of_answers(rows)

    assert np.allclose(usual.in_library(rows).lift, 0.0, atol=1e-6)


def test_the_more_tracks_the_more_the_mix_counts():
    lifts = [EQUAL.in_library(library(n, n // 10, 0)).lift[ROCK] for n in (20, 60, 600)]

    assert lifts == sorted(lifts)
    assert lifts[0] > 0.0


def test_few_tracks_make_no_mix():
    assert EQUAL.in_library(library(FEWEST_TRACKS - 1, 0, 0)) is None
    assert EQUAL.in_library(library(FEWEST_TRACKS, 0, 0)) is not None


def test_the_share_is_told_where_a_genre_is_more_frequent_than_usual():
    mix = EQUAL.in_library(library(90, 10, 0, confidence=0.9))
    other = CompanyEvidence(9, sounds=Most("album", "Rock", 8))

    told = mix.told("Rock", GENRES, other)

    assert told.library == Share("Rock", round(100 * mix.shares[ROCK]))
    assert told.sounds == other.sounds
    assert [str(reason) for reason in told.reasons()][-1] == (
        f"{told.library.percent} % of all tracks sound like Rock, more than elsewhere"
    )
    assert mix.told("Pop", GENRES, other) is other
    assert mix.told("Mandopop", GENRES, None) is None


def test_a_mix_is_kept_and_read_again():
    usual = GenreMix(np.array([0.5, 0.3, 0.2]))

    again = GenreMix.from_dict(usual.to_dict(), 3)

    assert np.allclose(again.usual, usual.usual)


@pytest.mark.parametrize(
    "stored",
    [
        {},
        {"usual": np.array([0.5, 0.5])},
        {"usual": np.array([0.5, 0.7, -0.2])},
        {"usual": np.zeros(3)},
        {"usual": np.array([np.nan, 0.5, 0.5])},
    ],
    ids=["missing", "another size", "negative", "nothing", "no number"],
)
def test_a_mix_that_makes_no_sense_is_refused(stored):
    with pytest.raises(DamagedCalibration):
        GenreMix.from_dict(stored, 3)


@pytest.mark.parametrize(("count", "most"), [(0, 10), (5, 10), (10, 10), (2_001, 2_000), (99, 7)])
def test_some_tracks_are_looked_at_spread_over_all(count, most):
    found = spread(count, most).tolist()

    assert len(set(found)) == len(found) == min(count, most)
    assert found == sorted(found)
    assert not found or (found[0], found[-1]) == (0, count - 1)


def test_weighed_answers_are_probabilities():
    mix = LibraryMix(np.array([0.8, 0.1, 0.1]), np.array([0.7, -0.9, -0.9]))

    assert np.allclose(np.exp(mix.weighed(library(3, 3, 3))).sum(axis=1), 1.0)
