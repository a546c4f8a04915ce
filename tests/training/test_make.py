from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from musicreclass.classifiers.bundle import load, save
from musicreclass.classifiers.kinds.columns.mlp import MlpNetwork
from musicreclass.classifiers.kinds.joint import JointConfig, JointNetwork
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.training.config import AudioAugmentation, Masks, TrainingConfig
from musicreclass.training.fit.backbone import Backbone
from musicreclass.training.make import answer_fold, make_bundle, progress_of
from musicreclass.training.members import Member, TrainingPlan
from musicreclass.training.presets import JOINT_TRAINING
from tests.recording_context import RecordingContext
from tests.training.fit_material import CNN, COLUMNS, MLP, network_of, tracks

CONFIG = TrainingConfig(
    epochs=16, learning_rate=5e-3, batch_size=8, mixup=0.0, masks=Masks(1, bands=4, frames=4)
)
COPYING = replace(CONFIG, copies=1)
JOINT = JointConfig(COLUMNS, COLUMNS.columns, backbone=CNN)
PLAN = TrainingPlan((Member("mlp", MLP, CONFIG), Member("cnn", CNN, CONFIG)), n_folds=3)


def unheard(plan):
    """Return the context of fits whose progress nobody follows."""
    return progress_of(plan, [1], RecordingContext())


@pytest.fixture(scope="module")
def made():
    some = tracks(n=90)
    return make_bundle(
        some, PLAN, RecordingContext(), folds=some.groups % 3, seed=1, training={"seed": 1}
    )


def test_every_track_is_answered_by_classifiers_that_were_not_trained_on_it(made):
    right = {
        name: (said.argmax(axis=1) == tracks(n=90).labels).mean()
        for name, said in made.out_of_fold.items()
    }

    assert right.keys() == {"mlp", "cnn"}
    assert min(right.values()) > 0.8


def test_a_bundle_is_saved_and_answers_as_it_did(made, tmp_path):
    save(made.bundle, tmp_path / "made.pth")
    loaded = load(tmp_path / "made.pth")

    calibrator = EnsembleCalibrator.from_dict(loaded.ensemble)

    new = tracks(n=1, seed=7)
    predictions = []
    for classifier in loaded.classifiers:
        network: Any = classifier.network
        if classifier.name == "mlp":
            said = network.answers(new.features)
            scores, embedding = said.log_probs[0], said.embeddings[0]
        else:
            answer = network.answer(None, new.mels[0])
            scores, embedding = answer.log_probs, answer.embedding
        predictions.append(
            Prediction(
                classifier.name, loaded.genres, scores, embedding=embedding, seconds_analyzed=30.0
            )
        )
    suggestion = calibrator.suggest(predictions)
    assert suggestion.candidates[0].genre == "Low"
    assert calibrator.novelty is not None
    assert suggestion.verdict in (Verdict.SURE, Verdict.NOT_SURE, Verdict.NOVEL)


def test_what_was_said_of_the_training_is_kept(made):
    assert made.bundle.training == {"seed": 1}
    assert [epoch.number for epoch in made.training_progress] == [*range(1, 17)] * 2


def test_a_plan_says_what_must_be_analyzed():
    needs = replace(PLAN, members=PLAN.members[1:]).needs

    assert not needs.features
    assert needs.mels == (CNN.mel,)
    assert PLAN.needs.features


def test_confidence_out_of_fold_is_about_right(made):
    outcomes = made.calibrator.outcomes

    assert abs(outcomes.confidences.mean() - outcomes.is_right.mean()) < 0.1


def test_tracks_of_no_genre_are_trained_on_and_not_counted():
    some = tracks(n=60)
    labels = some.labels.copy()
    labels[:6] = -1
    plan = TrainingPlan((Member("mlp", MLP, CONFIG),), n_folds=2)

    made = make_bundle(
        replace(some, labels=labels), plan, RecordingContext(), folds=some.groups % 2
    )

    assert len(made.calibrator.outcomes.confidences) == 54
    assert np.isfinite(made.out_of_fold["mlp"]).all()


def test_copies_are_trained_on_beside_the_tracks_and_leave_answers_to_these(made):
    some, louder = tracks(n=90), tracks(n=90)
    louder = replace(louder, features=louder.features * 1.1)
    plan = TrainingPlan((Member("mlp", MLP, COPYING),), n_folds=3)

    with_copies = make_bundle(
        some,
        plan,
        RecordingContext(),
        folds=some.groups % 3,
        seed=1,
        copies={AudioAugmentation(): [louder]},
    )

    said, without = with_copies.out_of_fold["mlp"], made.out_of_fold["mlp"]
    assert said.shape == without.shape
    assert (said.argmax(axis=1) == some.labels).mean() > 0.8
    assert not np.array_equal(said, without)


def test_copies_of_tracks_that_are_tested_are_not_trained_on(monkeypatch):
    some, fitted = tracks(n=12), []
    copies = {AudioAugmentation(): [tracks(n=12), tracks(n=12)]}
    plan = TrainingPlan(
        (Member("mlp", MLP, COPYING), Member("joint", JOINT, replace(JOINT_TRAINING, copies=2)))
    )

    def note(network, fitter):
        fitted.append((fitter.tracks.names, [copy.names for copy in fitter.copies]))

    for kind in (MlpNetwork, JointNetwork):
        monkeypatch.setattr(kind, "fit", note)
    members = [replace(s, backbone=Backbone(network_of("cnn"))) for s in plan.members]
    plan = replace(plan, members=tuple(members))
    is_inside = some.groups % 3 == 0

    answer_fold(some, plan, is_inside, unheard(plan), 0, copies=copies)

    outside = some.at(np.flatnonzero(~is_inside)).names
    assert fitted == [(outside, [outside]), (outside, [outside, outside])]


def test_those_who_want_no_copies_are_given_none():
    some, plan = tracks(n=30), TrainingPlan((Member("mlp", MLP, CONFIG),))
    is_inside = some.groups % 3 == 0

    first, second = (
        answer_fold(some, plan, is_inside, unheard(plan), 0, copies=copies).log_probs["mlp"]
        for copies in ({}, {AudioAugmentation(): [tracks(n=30, seed=5)]})
    )

    np.testing.assert_array_equal(first, second)


def test_a_plan_says_how_many_copies_must_be_analyzed():
    faster = AudioAugmentation(stretch=0.3)
    members = (
        Member("one", MLP, COPYING),
        Member("two", JOINT, replace(JOINT_TRAINING, copies=3)),
        Member("three", CNN, CONFIG, finish=replace(CONFIG, copies=1, audio_augmentation=faster)),
    )

    assert TrainingPlan(members).copies == {AudioAugmentation(): 3, faster: 1}
    assert PLAN.copies == {}


def test_members_of_other_seeds_differ():
    some = tracks(n=40)
    plan = TrainingPlan(
        tuple(Member(f"mlp {seed}", MLP, CONFIG, seed=seed) for seed in (0, 1)), n_folds=2
    )

    first, second = make_bundle(
        some, plan, RecordingContext(), folds=some.groups % 2
    ).out_of_fold.values()

    assert not np.array_equal(first, second)


def test_a_fit_costs_what_its_tracks_and_its_network_do():
    mlp = Member("mlp", MLP, TrainingConfig(epochs=60))
    cnn = Member("cnn", CNN, TrainingConfig(epochs=60))

    assert mlp.cost(5_000) > mlp.cost(500)
    assert cnn.cost(500) > 5 * mlp.cost(500)
