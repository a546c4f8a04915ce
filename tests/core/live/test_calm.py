import itertools

import numpy as np
import pytest

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.live.calm import MARGIN, calmed
from musicreclass.core.live.last_minute import pooled
from tests.core.live.made_up import CALIBRATOR, piece


def suggestion(*shares):
    return CALIBRATOR.suggest(pooled([piece(0, shares)], np.ones(1)))


def shown(*steps, tags=()):
    """Return what is shown after each step."""
    views, before = [], None
    for number, shares in enumerate(steps):
        given = tags[number] if tags else {}
        before = calmed(before, suggestion(*shares), given)
        views.append(before)
    return views


def leaders(views):
    return [view.candidates[0].genre for view in views]


def test_at_first_what_is_said_is_shown():
    (view,) = shown((0.2, 0.7, 0.1))

    assert leaders([view]) == ["Pop"]
    assert (view.genre, view.verdict) == ("Pop", Verdict.SURE)


def test_genres_that_are_as_good_as_equal_do_not_take_turns():
    steps = [(0.46, 0.44, 0.1) if n % 2 else (0.44, 0.46, 0.1) for n in range(20)]

    assert len(set(leaders(shown(*steps)))) == 1


def test_a_genre_that_is_ahead_by_more_than_a_margin_leads_at_once():
    ahead = 0.4 + MARGIN / 2 + 0.01

    views = shown((0.45, 0.35, 0.2), (0.8 - ahead, ahead, 0.2))

    assert leaders(views) == ["Jazz", "Pop"]


def test_what_is_sure_leads_by_however_little():
    views = shown((0.52, 0.47, 0.01), (0.48, 0.51, 0.01))
    sure = shown((0.6, 0.38, 0.02), (0.39, 0.59, 0.02))[-1]

    assert leaders(views) == ["Jazz", "Jazz"]  # both are possible, so that neither is sure
    assert (sure.genre, sure.verdict) == ("Pop", Verdict.SURE)


def test_numbers_are_always_the_newest():
    view = shown((0.46, 0.44, 0.1), (0.44, 0.46, 0.1))[-1]

    assert {one.genre: round(one.confidence, 2) for one in view.candidates} == {
        "Jazz": 0.44, "Pop": 0.46, "Rock": 0.1,
    }  # fmt: skip


def test_a_verdict_changes_when_it_is_contradicted_three_times_in_a_row():
    sure, doubtful = (0.61, 0.38, 0.01), (0.55, 0.44, 0.01)

    views = shown(sure, doubtful, doubtful, sure, doubtful, doubtful, doubtful, sure)

    assert [view.verdict is Verdict.SURE for view in views] == [
        True, True, True, True, True, True, False, False,
    ]  # fmt: skip


def test_of_another_genre_the_verdict_is_its_own_at_once():
    views = shown((0.61, 0.38, 0.01), (0.30, 0.45, 0.25))

    assert [view.verdict for view in views] == [Verdict.SURE, Verdict.NOT_SURE]
    assert views[-1].genre is None


def test_a_tag_comes_with_most_of_what_plays_and_goes_with_little_of_it():
    shares = [0.3, 0.55, 0.65, 0.4, 0.25, 0.15, 0.3]
    same = [(0.6, 0.3, 0.1)] * len(shares)

    views = shown(*same, tags=[{"piano": share} for share in shares])

    assert ["piano" in view.tags for view in views] == [
        False, False, True, True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_noise_around_one_answer_changes_what_is_shown_far_less_than_what_is_said(seed):
    random = np.random.default_rng(seed)
    steps = [tuple(random.dirichlet([160, 152, 80])) for _ in range(60)]
    said = [int(np.argmax(step)) for step in steps]

    calm = leaders(shown(*steps))

    changes = [sum(a != b for a, b in itertools.pairwise(one)) for one in (said, calm)]
    assert changes[1] <= changes[0] / 4
