import dataclasses

import numpy as np
import pytest

from musicreclass.classifiers.kinds.chunks.chunk_network import crop_starts, crops
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import GTZAN_MEL
from tests.classifiers.bundles import CNN, FOUR_BLOCKS, MEL, OF_CHUNKS, mel, network

TEN_MINUTES = 18_750  # frames


@pytest.mark.parametrize("frames", [1, 15, 93, 94, 95, 940, TEN_MINUTES])
@pytest.mark.parametrize(
    "config", [*OF_CHUNKS.values(), FOUR_BLOCKS], ids=[*OF_CHUNKS, "four blocks"]
)
def test_a_track_of_any_length_gets_log_probabilities(config, frames):
    answer = network(config).answer(None, mel(frames))

    assert answer.log_probs.shape == (3,)
    assert answer.segment_log_probs.shape == (len(answer.segment_starts), 3)
    assert answer.embedding.shape == (8,)
    assert (answer.log_probs <= 0.0).all()
    assert (answer.segment_log_probs <= 0.0).all()
    assert np.exp(answer.log_probs).sum() == pytest.approx(1.0, abs=1e-6)
    assert np.exp(answer.segment_log_probs).sum(axis=1) == pytest.approx(1.0, abs=1e-6)


def test_the_track_is_the_renormalised_mean_of_its_segments():
    answer = network(CNN).answer(None, mel(940))
    mean = answer.segment_log_probs.astype(np.float64).mean(axis=0)

    np.testing.assert_allclose(answer.log_probs, mean - np.log(np.exp(mean).sum()), atol=1e-6)


@pytest.mark.parametrize(
    "config", [*OF_CHUNKS.values(), FOUR_BLOCKS], ids=[*OF_CHUNKS, "four blocks"]
)
def test_an_answer_is_the_same_to_the_last_digit_whatever_is_analyzed_before(config):
    made = network(config)
    first = made.answer(None, mel(500))

    made.train().answer(None, mel(940, seed=7))
    again = made.answer(None, mel(500))

    assert np.array_equal(first.log_probs, again.log_probs)
    assert np.array_equal(first.embedding, again.embedding)
    assert made.training


def test_chunks_do_not_depend_on_the_other_chunks_of_the_batch():
    one = network(dataclasses.replace(CNN, crop_count=1))
    many = network(CNN)
    long = mel(940)

    answer = many.answer(None, long)
    alone = one.answer(None, long[:, answer.segment_starts[4] :][:, : CNN.chunk_frames])

    np.testing.assert_allclose(answer.segment_log_probs[4], alone.log_probs, rtol=1e-6, atol=1e-6)


def test_crops_are_spread_from_end_to_end():
    assert crop_starts(100, 10, 4) == (0, 30, 60, 90)
    assert crop_starts(100, 10, 1) == (45,)
    assert crop_starts(11, 10, 4) == (0, 1)
    assert crop_starts(10, 10, 4) == (0,)


def test_crops_are_what_stands_there():
    picture = np.arange(20, dtype=np.float32).reshape(2, 10)

    assert crops(picture, 4, 3)[:, 1].tolist() == [
        [10, 11, 12, 13],
        [13, 14, 15, 16],
        [16, 17, 18, 19],
    ]


def test_what_is_too_short_is_repeated():
    assert crops(np.array([[1, 2, 3]], dtype=np.float32), 7, 5).tolist() == [
        [[1, 2, 3, 1, 2, 3, 1]]
    ]


def test_loudness_of_bands_does_not_matter_where_their_means_are_taken_away():
    made = network(dataclasses.replace(CNN, is_band_centred=True))
    picture = mel(300).astype(np.float32)
    tilt = np.linspace(-12, 12, 16, dtype=np.float32)[:, None]

    plain, tilted = made.answer(None, picture), made.answer(None, picture + tilt)

    np.testing.assert_allclose(plain.log_probs, tilted.log_probs, atol=1e-4)


def test_loudness_of_bands_matters_otherwise():
    made = network(CNN)

    louder = made.answer(None, mel(300).astype(np.float32) + 12)

    assert not np.allclose(made.answer(None, mel(300)).log_probs, louder.log_probs, atol=1e-3)


def test_scaling_is_learned_over_the_frames_of_all_tracks():
    made = network(CNN)
    mels = [mel(100, seed=1), mel(300, seed=2)]
    together = np.concatenate(mels, axis=1).astype(np.float64)

    made.learn_scaling(mels)

    np.testing.assert_allclose(made.centre.numpy(), together.mean(axis=1), rtol=1e-4)
    np.testing.assert_allclose(made.spread.numpy(), together.std(axis=1), rtol=1e-4)


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (mel(50, n_mels=8), "hears 16 bands"),
        (np.zeros((16, 0), np.float32), "hears 16 bands"),
        (np.zeros(16, np.float32), "hears 16 bands"),
        (np.full((16, 50), np.nan, np.float32), "lacks numbers"),
    ],
)
@pytest.mark.parametrize("config", [CNN, FOUR_BLOCKS], ids=["cnn", "four blocks"])
def test_what_cannot_be_analyzed_is_refused(config, picture, reason):
    with pytest.raises(UnfitSound, match=reason):
        network(config).answer(None, picture)


def test_sizes_have_names_and_chunks_of_three_seconds():
    assert CnnConfig.of_size("small", GTZAN_MEL).widths == (16, 32, 64, 64, 128)
    assert CnnConfig.of_size("medium", MEL).widths[0] == 32
    assert CnnConfig.of_size("large", MEL).widths[0] == 64
    assert CnnConfig.of_size("small", MEL).chunk_frames == 94


@pytest.mark.parametrize(
    "changed", [{"widths": ()}, {"widths": (0,)}, {"dropout": 1.0}, {"chunk_frames": 0}]
)
def test_a_shape_that_cannot_be_is_refused(changed):
    with pytest.raises(ValueError, match=r"."):
        dataclasses.replace(CNN, **changed)
