import numpy as np
import pytest

from musicreclass.errors import Cancelled
from musicreclass.training.sound_map import laid_out
from tests.recording_context import RecordingContext, stopped_context


def kinds(count, each=40, size=24):
    """Return tracks of so many kinds, in half precision as a library keeps them."""
    random = np.random.default_rng(4)
    centers = random.normal(size=(count, size)) * 3.0
    truth = np.repeat(np.arange(count), each)
    vectors = centers[truth] + random.normal(size=(len(truth), size))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors.astype(np.float16), truth


def share_of_own_kind(at, truth):
    gaps = ((at[:, None] - at[None]) ** 2).sum(axis=2)
    np.fill_diagonal(gaps, np.inf)
    return (truth[gaps.argmin(axis=1)] == truth).mean()


def test_what_is_alike_lies_close():
    vectors, truth = kinds(4)

    at = laid_out(vectors, RecordingContext())

    assert at.shape == (160, 2)
    assert np.abs(at).max() == pytest.approx(1.0)
    assert share_of_own_kind(at, truth) > 0.97


def test_the_same_library_always_looks_the_same():
    vectors, _ = kinds(3)

    assert np.array_equal(
        laid_out(vectors, RecordingContext()), laid_out(vectors, RecordingContext())
    )


def test_of_a_large_library_the_rest_goes_to_what_it_is_like():
    vectors, truth = kinds(4, each=60)

    at = laid_out(vectors, RecordingContext(), most=80)

    assert share_of_own_kind(at, truth) > 0.97


@pytest.mark.parametrize("count", range(6))
def test_a_handful_of_tracks_has_a_map_too(count):
    vectors, _ = kinds(1, each=count)

    at = laid_out(vectors, RecordingContext())

    assert at.shape == (count, 2)
    assert np.isfinite(at).all()


def test_copies_of_one_track_break_nothing():
    at = laid_out(np.ones((50, 8), dtype=np.float16), RecordingContext())

    assert np.isfinite(at).all()


def test_a_map_that_is_not_wanted_any_more_is_not_drawn_to_its_end():
    vectors, _ = kinds(2)

    with pytest.raises(Cancelled):
        laid_out(vectors, stopped_context())


def test_how_far_it_is_is_said():
    ctx = RecordingContext()

    laid_out(kinds(2)[0], ctx)

    shares = [report.fraction for report in ctx.reports]
    assert shares == sorted(shares)
    assert len(shares) > 1
    assert ctx.published == []  # a map is no use in pieces
