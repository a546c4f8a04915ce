import pytest

from musicreclass.core.balance import Balance
from musicreclass.sentences.reason import because


def test_evenly_filled_genres_are_as_varied_as_they_are_many():
    balance = Balance({"Jazz": 20, "Pop": 20, "搖滾": 20})

    assert balance.effective_genres == pytest.approx(3.0)
    assert balance.ratio == 1.0
    assert balance.largest_share == pytest.approx(1 / 3)
    assert balance.advice == (because("core.even_genres"),)


def test_a_genre_that_dwarfs_the_others_is_named_with_what_to_do():
    balance = Balance({"Pop": 90, "Jazz": 5})

    ratio, majority, few = map(str, balance.advice)
    assert ratio.startswith("Pop has 18 times as many tracks as Jazz")
    assert "fewer than 30 tracks" in ratio
    assert majority.startswith("Who always says Pop is right on 95%")
    assert few.startswith("Fewer than 10 tracks: Jazz.")
    assert balance.effective_genres < 1.3


def test_of_very_many_small_genres_the_first_are_named():
    balance = Balance({f"Genre {i}": 9 for i in range(20)})

    assert "Genre 5 and 14 more." in str(balance.advice[0])


@pytest.mark.parametrize("counts", [{}, {"Pop": 3}])
def test_with_fewer_than_two_genres_nothing_can_be_told_apart(counts):
    balance = Balance(counts)

    assert "fewer than two genres" in str(balance.advice[0])
    assert balance.to_plain()["effective_genres"] == pytest.approx(len(counts))
