import numpy as np
import pytest

from musicreclass.errors import Cancelled
from musicreclass.training.sound_map import laid_out


class Ctx:
    def __init__(self, stops=False):
        self.stops = stops
        self.shares = []

    def report(self, progress):
        self.shares.append(progress.fraction)

    def publish(self, batch):
        raise AssertionError("a map is no use in pieces")

    def raise_if_cancelled(self):
        if self.stops:
            raise Cancelled


def kinds(count, each=40, size=24):
    """Return tracks of so many kinds, in half precision as a library keeps them."""
    random = np.random.default_rng(4)
    middles = random.normal(size=(count, size)) * 3.0
    truth = np.repeat(np.arange(count), each)
    vectors = middles[truth] + random.normal(size=(len(truth), size))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float16), truth


def share_of_own_kind(at, truth):
    gaps = ((at[:, None] - at[None]) ** 2).sum(axis=2)
    np.fill_diagonal(gaps, np.inf)
    return (truth[gaps.argmin(axis=1)] == truth).mean()


def test_what_is_alike_lies_close():
    vectors, truth = kinds(4)

    at = laid_out(vectors, Ctx())

    assert at.shape == (160, 2)
    assert np.abs(at).max() == pytest.approx(1.0)
    assert share_of_own_kind(at, truth) > 0.97


def test_the_same_library_always_looks_the_same():
    vectors, _ = kinds(3)

    assert np.array_equal(laid_out(vectors, Ctx()), laid_out(vectors, Ctx()))


def test_of_a_large_library_the_rest_goes_to_what_it_is_like():
    vectors, truth = kinds(4, each=60)

    at = laid_out(vectors, Ctx(), most=80)

    assert share_of_own_kind(at, truth) > 0.97


@pytest.mark.parametrize("count", range(6))
def test_a_handful_of_tracks_has_a_map_too(count):
    vectors, _ = kinds(1, each=count)

    at = laid_out(vectors, Ctx())

    assert at.shape == (count, 2)
    assert np.isfinite(at).all()


def test_copies_of_one_track_break_nothing():
    at = laid_out(np.ones((50, 8), dtype=np.float16), Ctx())

    assert np.isfinite(at).all()


def test_a_map_that_is_not_wanted_any_more_is_not_drawn_to_its_end():
    vectors, _ = kinds(2)

    with pytest.raises(Cancelled):
        laid_out(vectors, Ctx(stops=True))


def test_how_far_it_is_is_said():
    ctx = Ctx()

    laid_out(kinds(2)[0], ctx)

    assert ctx.shares == sorted(ctx.shares)
    assert len(ctx.shares) > 10
