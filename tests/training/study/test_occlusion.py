import numpy as np

from musicreclass.training.make import fitted
from musicreclass.training.members import Member
from musicreclass.training.study.occlusion import (
    BANDS,
    TIMES,
    covered_mel,
    picture_of,
    shown_decision,
    telling_tracks,
)
from tests.recording_context import RecordingContext
from tests.training.fit_material import CNN, MEL, tracks
from tests.training.measure.test_comparison_run import CONFIG

HZ = np.linspace(100.0, 4_000.0, MEL.n_mels).tolist()


def test_what_is_covered_is_the_mean_of_its_bands():
    mel = tracks(n=2).mels[0]

    found = covered_mel(mel, slice(0, 4), slice(10, 20))

    assert np.allclose(found[0, 10:20], mel[0].mean(dtype=np.float32), atol=0.05)
    assert np.array_equal(found[4:], mel[4:])
    assert np.array_equal(found[:, 20:], mel[:, 20:])


def test_the_surest_wrong_and_the_least_sure_right_are_chosen():
    truth = np.zeros(5, dtype=np.intp)
    said = np.log([[0.9, 0.1], [0.4, 0.6], [0.1, 0.9], [0.55, 0.45], [0.8, 0.2]])

    wrong, right = telling_tracks(said, truth)

    assert wrong.tolist() == [2, 1]
    assert right.tolist() == [3, 4, 0]


def test_an_answer_stands_upon_the_bands_that_tell_the_genres():
    some = tracks(n=40)
    network, _ = fitted(Member("cnn", CNN, CONFIG), some, RecordingContext(), seed=0)

    found = shown_decision(0, some, network, HZ, 20.0, RecordingContext())

    assert found.is_right
    assert found.drops.shape == (BANDS, TIMES)
    assert found.seconds == 3.0
    assert (found.hz[0], found.hz[-1]) == (100.0, 4_000.0)
    assert np.isfinite(found.drops).all()


def test_a_picture_is_coarse_and_from_dark_to_light():
    found = picture_of(tracks(n=2, frames=400).mels[0])

    assert found.shape == (32, 96)
    assert (found.min(), found.max()) == (0.0, 1.0)
