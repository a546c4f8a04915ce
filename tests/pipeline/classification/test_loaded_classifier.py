import numpy as np
import pytest

from musicreclass.classifiers.bundle import Classifier
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.predict import predict
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genre import Taxonomy
from musicreclass.pipeline.classification.loaded_classifier import canonical_names, load_classifier
from tests.small_bundles import GENRES, MLP, made_up, save_small_bundle


def test_genres_meet_under_their_usual_names(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth", ("hiphop", "Jazz", "my own")))

    said = predict(loaded.bundle, made_up()).predictions

    assert (
        loaded.bundle.genres == loaded.calibrator.ensemble.genres == ("Hip-Hop", "Jazz", "my own")
    )
    suggestion = loaded.calibrator.suggest(said)
    assert (suggestion.genre, suggestion.verdict) == ("Hip-Hop", Verdict.SURE)


def test_two_genres_of_one_classifier_stay_two():
    names = canonical_names(["hiphop", "Hip-Hop", "rock"], Taxonomy.shipped())

    assert names == {"hiphop": "hiphop", "Hip-Hop": "Hip-Hop", "rock": "Rock"}


def test_a_bundle_that_nobody_measured_is_asked_and_never_sure(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth", ensemble={}))

    suggestion = loaded.calibrator.suggest(predict(loaded.bundle, made_up()).predictions)

    assert suggestion.verdict is Verdict.NOT_SURE
    assert suggestion.candidates[0].genre == "Blues"


def test_a_retrained_bundle_of_the_same_name_is_another(tmp_path):
    first = load_classifier(save_small_bundle(tmp_path / "a.pth", seed=1)).digest
    copy = load_classifier(save_small_bundle(tmp_path / "b.pth", seed=1)).digest

    second = load_classifier(save_small_bundle(tmp_path / "a.pth", seed=2)).digest

    assert first == copy != second


def test_other_features_than_are_measured_are_refused(tmp_path):
    config = MlpConfig(FeatureSet("other", MLP.features.columns), MLP.used, hidden=(8,))
    classifier = Classifier("mlp", config.build(len(GENRES)).eval())
    path = save_small_bundle(tmp_path / "a.pth", classifiers=(classifier,))

    with pytest.raises(ClassifierFileProblem, match="trained on other features"):
        load_classifier(path)


def test_a_damaged_calibration_is_a_sentence_about_the_file(tmp_path):
    path = save_small_bundle(tmp_path / "a.pth", ensemble={"rule.sure_confidence": np.ones(3)})

    with pytest.raises(ClassifierFileProblem, match=r"a\.pth: The calibration is damaged"):
        load_classifier(path)


def test_a_calibration_of_other_classifiers_is_a_sentence_about_the_file(tmp_path):
    others = EnsembleCalibrator(Ensemble.of_equals({"another": GENRES})).to_dict()

    with pytest.raises(ClassifierFileProblem, match="calibrated for other classifiers"):
        load_classifier(save_small_bundle(tmp_path / "a.pth", ensemble=others))


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(ClassifierFileProblem, match="cannot be read"):
        load_classifier(tmp_path / "none.pth")


def test_a_file_that_is_as_it_was_is_loaded_once(tmp_path):
    path = save_small_bundle(tmp_path / "a.pth", seed=1)
    first = load_classifier(path)

    assert load_classifier(path) is first
    save_small_bundle(path, seed=2)
    assert load_classifier(path).digest != first.digest
