import numpy as np
import pytest

from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.novelty import NoveltyScore
from musicreclass.core.ensemble.stored import DamagedCalibration
from musicreclass.training.calibrate import MAX_HELD_OUT, fit_novelty

SIZE = 24


def music(n_tracks, seed, shift=0.0):
    """Return embeddings of three genres, stretched unevenly, and the genre of each."""
    random = np.random.default_rng(seed)
    truth = random.integers(3, size=n_tracks)
    centroids = 4 * np.eye(3, SIZE)[truth]
    stretched = random.normal(size=(n_tracks, SIZE)) * np.linspace(0.2, 3.0, SIZE)
    return (centroids + stretched + shift).astype(np.float32), truth


def fitted(n_tracks=300, n_held_out=400):
    embeddings, truth = music(n_tracks, seed=1)
    return fit_novelty("ear", embeddings, truth, music(n_held_out, seed=2)[0])


def p_value(known, embedding):
    return known.p_values(np.asarray(embedding)[None])[0]


@pytest.mark.parametrize("n_tracks", [12, 300])
def test_known_music_is_called_novel_as_rarely_as_stated(n_tracks):
    known = fitted(n_tracks)

    novel_share = (known.p_values(music(1000, seed=3)[0]) < 0.05).mean()

    assert novel_share == pytest.approx(0.05, abs=4 * np.sqrt(0.05 * 0.95 * (1 / 400 + 1 / 1000)))


def test_music_off_in_a_quiet_direction_is_novel():
    odd = np.zeros(SIZE, dtype=np.float32)
    odd[3] = 6.0  # small against the loud directions, many spreads of this one

    assert p_value(fitted(), odd) < 0.01


def test_farther_is_never_less_novel():
    known, (track,) = fitted(), music(1, seed=4)[0]

    away = known.p_values(track + np.linspace(0, 50, 30)[:, None] * np.ones(SIZE))

    assert away[-1] == pytest.approx(1 / 401)
    assert (np.diff(away[5:]) <= 0).all()


def test_who_held_out_nothing_calls_nothing_novel():
    assert p_value(fitted(n_held_out=0), np.full(SIZE, 1e6, dtype=np.float32)) == 1.0


@pytest.mark.parametrize("n_tracks", [1, 4])
def test_identical_training_tracks_do_no_harm(n_tracks):
    same = np.ones((n_tracks, SIZE), dtype=np.float32)

    known = fit_novelty("ear", same, np.zeros(n_tracks, dtype=np.intp), music(60, seed=2)[0])

    assert 0.0 < p_value(known, same[0]) <= 1.0


@pytest.mark.parametrize(
    "embeddings", [np.empty((0, SIZE)), np.full((3, SIZE), np.nan)], ids=["none", "nan"]
)
def test_embeddings_that_mean_nothing_are_refused(embeddings):
    truth = np.zeros(len(embeddings), dtype=np.intp)

    with pytest.raises(UnusableScores, match="ear left no usable embeddings"):
        fit_novelty("ear", embeddings, truth, np.empty((0, SIZE)))


def test_an_embedding_of_another_size_is_refused():
    with pytest.raises(UnusableScores, match="where 24 numbers belong"):
        p_value(fitted(), np.zeros(5, dtype=np.float32))


def test_what_is_stored_is_small_and_says_the_same():
    known = fitted(n_held_out=3000)
    track = music(1, seed=5)[0][0]

    again = NoveltyScore.from_dict(known.to_dict())

    assert p_value(again, track) == p_value(known, track)
    assert len(again.held_out_distances) == MAX_HELD_OUT
    assert again.classifier == "ear"


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("whitener", np.eye(5), "whitener has shape"),
        ("middles", np.ones(SIZE), "middles has shape"),
        ("middles", np.ones((0, SIZE)), "middles is empty"),
        ("held_out_distances", np.array([np.inf]), "held_out_distances is not finite"),
        ("classifier", [], "classifier is empty"),
    ],
)
def test_damaged_scores_are_refused_in_a_sentence(name, value, reason):
    with pytest.raises(DamagedCalibration, match=reason):
        NoveltyScore.from_dict(fitted().to_dict() | {name: value})
