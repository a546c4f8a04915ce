import time

import numpy as np
import pytest

from musicreclass.core.ensemble.log_probs import log_softmax
from musicreclass.training.fit.fit_corrections import (
    FEWEST,
    MOST,
    OWN_FIRM_VOTES,
    fit_corrections,
)

GENRES = ("Pop", "Rock")


def clouds(n_tracks, genres=GENRES, seed=0, dimensions=16, width=0.33):
    """Return tracks in a cloud for each genre, all of which a classifier takes for Pop.

    Points of one cloud lie about 2 * width ** 2 apart, points of two 2 more than that.
    """
    rng = np.random.default_rng(seed)
    which = np.arange(n_tracks) % len(genres)
    points = rng.normal(size=(n_tracks, dimensions)) * width / np.sqrt(dimensions)
    points[np.arange(n_tracks), which] += 1.0
    said = log_softmax(np.tile(np.log([0.7, 0.3]), (n_tracks, 1)))
    return said, points.astype(np.float32), [genres[i] for i in which]


def fitted(said, points, truth, groups=None):
    found = fit_corrections(GENRES, said, points, truth, groups)
    assert found is not None
    return found


def right(corrections, said, points, truth):
    best = corrections.correct(said, points).argmax(axis=1)
    return np.mean([corrections.genres[i] == genre for i, genre in zip(best, truth, strict=True)])


def test_corrections_speak_for_what_sounds_like_them():
    others = clouds(400, seed=1)

    corrections = fitted(*clouds(40))

    assert right(corrections, *others) > 0.95


def test_a_few_corrections_say_nothing():
    said, points, truth = clouds(FEWEST - 1)

    assert fit_corrections(GENRES, said, points, truth) is None


def learns_from_chance(seed):
    said, points, _ = clouds(60, seed=seed, width=0.58)
    by_chance = np.random.default_rng((seed, 1)).choice(GENRES, size=60, p=[0.7, 0.3]).tolist()
    return fit_corrections(GENRES, said, points, by_chance) is not None


def test_corrections_without_rhyme_or_reason_are_seldom_learned():
    assert sum(map(learns_from_chance, range(40))) <= 10


def test_accepted_suggestions_alone_change_no_best_genre():
    said, points, _ = clouds(50)

    found = fit_corrections(GENRES, said, points, ["Pop"] * 50)

    corrected = said if found is None else found.correct(said, points)
    assert (corrected.argmax(axis=1) == 0).all()


@pytest.mark.parametrize("count", [3, 5])
def test_examples_with_names_of_one_script_count_from_farther_off_among_such_names(count):
    said, points, _ = clouds(count, ("Pop",), width=0.5)
    said_others, others, _ = clouds(200, ("Pop",), seed=1, width=0.5)
    scripts, own = np.full(count, "Hani"), ["Mandopop"] * count

    bound = fit_corrections(GENRES, said, points, own, scripts=scripts)
    by_sound = fit_corrections(GENRES, said, points, own)

    assert bound is not None
    alike = bound.correct(said_others, others, np.full(200, "Hani")).argmax(axis=1) == 2
    assert alike.mean() > 0.5
    assert (bound.correct(said_others, others, np.full(200, "")).argmax(axis=1) == 0).all()
    if by_sound is not None:
        assert (
            by_sound.correct(said_others, others).argmax(axis=1) == 2
        ).mean() < 0.5 * alike.mean()


def test_examples_with_names_of_several_scripts_go_by_sound_alone():
    said, points, _ = clouds(6, ("Pop",))

    found = fit_corrections(
        GENRES, said, points, ["Mine"] * 6, scripts=np.array(["Hani", "", "Jpan"] * 2)
    )

    assert found is not None
    assert not found.goes_by_scripts


@pytest.mark.parametrize("count", [3, 4, 5])
def test_a_genre_of_a_persons_own_is_suggested_after_so_many_examples(count):
    said, points, _ = clouds(count, ["Mandopop"])
    others = clouds(50, ["Mandopop"], seed=1)

    corrections = fitted(said, points, ["Mandopop"] * count)

    assert corrections.genres == (*GENRES, "Mandopop")
    confidences = np.exp(corrections.correct(*others[:2]))[:, 2]
    assert right(corrections, *others) > 0.5
    assert confidences.max() < (count + 1) / (count + 2)  # more than was borne out is not claimed


def test_two_examples_make_no_genre():
    said, points, truth = clouds(40)
    truth[1] = truth[3] = "Mandopop"

    corrections = fitted(said, points, truth)

    assert corrections.trust[corrections.genres.index("Mandopop")] == 0.0


def test_a_new_genre_without_a_sound_of_its_own_is_not_used_while_others_are():
    said, points, truth = clouds(80)
    rng = np.random.default_rng(2)
    for row in rng.choice(80, size=10, replace=False):
        truth[row] = "My genre"

    corrections = fitted(said, points, truth)

    own = corrections.correct(*clouds(100, seed=3)[:2]).argmax(axis=1) == 2
    assert not own.any()
    assert corrections.trust[:2].all()


def test_many_examples_of_ones_own_genre_weigh_no_more_than_a_few():
    said, points, truth = clouds(200, ["Mandopop"])

    corrections = fitted(said, points, truth)

    (voters,) = corrections.voters
    firm = voters.ballots.sum(axis=0) * corrections.firm
    assert firm[2] == pytest.approx(OWN_FIRM_VOTES)


def test_one_artist_is_not_tried_out_on_itself():
    rng = np.random.default_rng(3)
    artists = np.repeat(np.arange(20), 3)
    points = rng.normal(size=(20, 16))[artists].astype(np.float32) / 4.0  # each of one sound
    said = log_softmax(np.tile(np.log([0.7, 0.3]), (60, 1)))
    truth = rng.choice(GENRES, size=20, p=[0.7, 0.3])[artists].tolist()

    assert fit_corrections(GENRES, said, points, truth) is not None
    assert fit_corrections(GENRES, said, points, truth, artists) is None


def test_a_new_genre_of_one_artist_can_be_learned():
    said, points, truth = clouds(4, ["Mandopop"])

    corrections = fit_corrections(GENRES, said, points, truth, np.zeros(4, dtype=np.intp))

    assert corrections is not None


def test_the_same_decisions_fit_the_same():
    said, points, truth = clouds(30)

    first, second = (fitted(said, points, truth).correct(said, points) for _ in range(2))

    np.testing.assert_array_equal(first, second)


@pytest.mark.slow
def test_as_many_as_are_ever_learned_from_take_about_a_second():
    said, points, truth = clouds(MOST, dimensions=500)
    others = clouds(10_000, seed=1, dimensions=500)
    started = time.process_time()

    corrections = fitted(said, points, truth)
    corrections.correct(*others[:2])

    assert time.process_time() - started < 3.0  # on a busy machine; alone it is a fraction
