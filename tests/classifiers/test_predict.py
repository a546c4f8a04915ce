from dataclasses import replace

import numpy as np
import pytest

from musicreclass.classifiers.bundle import Classifier
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.mel_summary import feature_set, summarise
from musicreclass.classifiers.predict import predict
from musicreclass.classifiers.spec import UnfitSound
from musicreclass.core.analysis import Analysis, EncodedPatches, EncoderSpec
from tests.classifiers.bundles import CNN, GENRES, MEL, MLP, bundle, features, mel, network

SPEC, COLUMNS = EncoderSpec("abc", 4), ("encoder.x", "encoder.y", "encoder.z")
PATCHED = FeatureSet.of_encoder(SPEC, COLUMNS)
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


def of_patches(features, used):
    """Return a bundle with a head on the encoder's columns `used` among `features`."""
    config = LinearConfig(features, used, clip=50.0)
    return bundle(classifiers=(Classifier("encoder", network(config)),))


@pytest.mark.parametrize(
    "features", [PATCHED, FeatureSet("sound", ("a", "b")).and_encoder(SPEC, COLUMNS)]
)
def test_who_looks_at_patches_alone_says_what_each_of_them_is(features):
    made = of_patches(features, COLUMNS)
    rows = np.array([[9.0, 0.0, 0.0], [0.0, 9.0, 0.0]], dtype=np.float32)
    encoded = EncodedPatches((20.0, 80.0), rows)

    (said,) = predict(made, analysis(features=None, mels=(), encoded=encoded)).predictions

    head = made.classifiers[0].network.head.weight
    assert said.starts == (20.0, 80.0)
    assert said.segments.shape == (2, 3)
    assert said.segments[0].argmax() == head[:, 0].argmax() != said.segments[1].argmax()
    alone = predict(made, analysis(features=None, encoded=EncodedPatches((0.0,), rows[:1])))
    np.testing.assert_array_equal(said.segments[0], alone.predictions[0].scores)
    mean = EncodedPatches((0.0,), rows.mean(axis=0, keepdims=True))
    as_a_whole = predict(made, analysis(features=None, encoded=mean)).predictions[0]
    np.testing.assert_array_equal(said.scores, as_a_whole.scores)


def test_who_looks_at_features_of_the_sound_too_says_one_thing_of_the_whole():
    features = FeatureSet("sound", ("a", "b")).and_encoder(SPEC, COLUMNS)
    encoded = EncodedPatches((20.0, 80.0), np.ones((2, 3), dtype=np.float32))
    made = of_patches(features, features.columns)

    sound = analysis(features=np.ones(2, dtype=np.float32), mels=(), encoded=encoded)
    (said,) = predict(made, sound).predictions

    assert (said.segments, said.starts) == (None, ())


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
