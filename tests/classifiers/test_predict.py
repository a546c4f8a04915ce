from dataclasses import replace

import numpy as np
import pytest

from musicreclass.classifiers.bundle import Classifier
from musicreclass.classifiers.mel_summary import feature_set, summarise
from musicreclass.classifiers.predict import predict
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import Analysis
from tests.classifiers.bundles import CNN, GENRES, MEL, MLP, bundle, features, mel, network

MEL_128 = replace(MEL, n_mels=128)
BUNDLE = bundle(classifiers=(Classifier("cnn", network(CNN)), Classifier("mlp", network(MLP))))


def analysis(seed=0, frames=312, **changed):
    made = {"features": features(1, seed)[0], "mels": (mel(frames, seed),)}
    return Analysis(start_seconds=60.0, seconds=10.0, total_seconds=180.0, **(made | changed))


def scores(of):
    return {p.classifier: p.scores.tolist() for p in of.predictions}


def test_every_classifier_says_what_its_network_says():
    cnn, mlp = predict(BUNDLE, analysis()).predictions

    from_features = BUNDLE.classifiers[1].network.answers(features(1))
    from_mel = BUNDLE.classifiers[0].network.answer(None, mel(312))
    assert (cnn.classifier, mlp.classifier) == ("cnn", "mlp")
    assert cnn.genres == mlp.genres == GENRES
    np.testing.assert_array_equal(mlp.scores, from_features.log_probs[0])
    np.testing.assert_array_equal(mlp.embedding, from_features.embeddings[0])
    np.testing.assert_array_equal(cnn.scores, from_mel.log_probs)
    np.testing.assert_array_equal(cnn.segments, from_mel.segment_log_probs)
    np.testing.assert_array_equal(cnn.embedding, from_mel.embedding)
    assert mlp.segments is None
    assert cnn.seconds_analyzed == mlp.seconds_analyzed == 10.0


def test_features_may_be_the_summary_of_a_mel():
    numbers = feature_set()
    config = replace(MLP, features=numbers, used=numbers.columns, mel=MEL_128)
    summing_up = bundle(classifiers=(Classifier("mlp", network(config)),))
    picture = mel(312, n_mels=128)

    (said,) = predict(summing_up, analysis(features=None, mels=(picture,))).predictions

    alone = replace(config, mel=None)  # that is given the summary by itself
    expected = network(alone).answer(summarise(picture, MEL_128))
    np.testing.assert_array_equal(said.scores, expected.log_probs)


def test_segments_start_where_they_lie_in_the_file():
    cnn, _ = predict(BUNDLE, analysis()).predictions

    assert len(cnn.starts) == len(cnn.segments) == 10
    assert cnn.starts[0] == 60.0
    assert cnn.starts[-1] == pytest.approx(60.0 + (312 - 94) / MEL.frames_per_second)


def test_no_track_changes_the_answer_to_another():
    alone = scores(predict(BUNDLE, analysis(1)))

    between = [
        predict(BUNDLE, analysis(seed, frames)) for seed, frames in ((2, 90), (1, 312), (3, 9))
    ]

    assert scores(between[1]) == alone


def test_who_cannot_answer_says_why_and_the_others_answer():
    said = predict(BUNDLE, analysis(features=np.full(518, np.nan, dtype=np.float32)))

    assert [p.classifier for p in said.predictions] == ["cnn"]
    assert len(said.problems) == 1
    assert str(said.problems[0]).startswith("mlp: 1 of 1 tracks lack numbers")


@pytest.mark.parametrize(
    "missing", [{"features": None, "mels": ()}, {"features": None, "mels": (mel(0),)}]
)
def test_where_nobody_can_answer_the_track_has_a_problem(missing):
    with pytest.raises(UnfitSound, match=r"mlp: No features .* cnn: "):
        predict(BUNDLE, analysis(**missing))


def test_the_costly_are_spared_where_the_cheap_say_enough():
    asked = []

    def is_enough(found):
        asked.append(list(found))
        return True

    said = predict(BUNDLE, analysis(), is_enough=is_enough)

    assert asked == [["mlp"]]
    assert [p.classifier for p in said.predictions] == ["mlp"]
    assert said.spared == ("cnn",)


def test_the_costly_are_asked_where_the_cheap_are_in_doubt_or_mute():
    doubt = predict(BUNDLE, analysis(), is_enough=lambda found: False)
    mute = predict(BUNDLE, analysis(features=None), is_enough=lambda found: True)

    assert len(doubt.predictions) == 2
    assert [p.classifier for p in mute.predictions] == ["cnn"]
    assert doubt.spared == mute.spared == ()


def test_of_silence_nobody_is_asked():
    broken = replace(analysis(), features=None, mels=())

    said = predict(BUNDLE, broken, is_silent=True)

    assert [p.is_silent for p in said.predictions] == [True, True]
    assert np.exp(said.predictions[0].scores) == pytest.approx([1 / 3] * 3)
