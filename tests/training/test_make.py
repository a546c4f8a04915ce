from dataclasses import replace

import numpy as np
import pytest

from musicreclass.classifiers.bundle import load, save
from musicreclass.classifiers.spec import JointConfig
from musicreclass.core.ensemble.calibrator import Judge
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.training import make
from musicreclass.training.config import Masks, Playing, Recipe
from musicreclass.training.fit.backbone import Trunk
from musicreclass.training.fit.joint_fit import JointRecipe
from musicreclass.training.make import Plan, Student, answer_fold, make_bundle
from tests.training.lessons_material import CNN, COLUMNS, MLP, Silent, network_of, tracks

RECIPE = Recipe(
    epochs=16, learning_rate=5e-3, batch_size=8, mixup=0.0, masks=Masks(1, bands=4, frames=4)
)
COPYING = replace(RECIPE, copies=1)
JOINT = JointConfig(COLUMNS, COLUMNS.columns, trunk=CNN)
PLAN = Plan((Student("mlp", MLP, RECIPE), Student("cnn", CNN, RECIPE)), n_folds=3)


@pytest.fixture(scope="module")
def made():
    some = tracks(n=90)
    return make_bundle(some, PLAN, Silent(), folds=some.groups % 3, seed=1, training={"seed": 1})


def test_every_track_is_answered_by_classifiers_that_were_not_taught_it(made):
    right = {
        name: (said.argmax(axis=1) == tracks(n=90).labels).mean()
        for name, said in made.out_of_fold.items()
    }

    assert right.keys() == {"mlp", "cnn"}
    assert min(right.values()) > 0.8


def test_a_bundle_is_saved_and_judges_as_it_did(made, tmp_path):
    save(made.bundle, tmp_path / "made.pth")
    loaded = load(tmp_path / "made.pth")

    judge = Judge.from_dict(loaded.ensemble)

    new = tracks(n=1, seed=7)
    predictions = []
    for classifier in loaded.classifiers:
        network = classifier.network
        if classifier.name == "mlp":
            said = network.answers(new.features)
            scores, embedding = said.log_probs[0], said.embeddings[0]
        else:
            answer = network.answer(new.mels[0])
            scores, embedding = answer.log_probs, answer.embedding
        predictions.append(
            Prediction(
                classifier.name, loaded.genres, scores, embedding=embedding, seconds_heard=30.0
            )
        )
    suggestion = judge.suggest(predictions)
    assert suggestion.candidates[0].genre == "Low"
    assert suggestion.familiarity is not None
    assert suggestion.verdict in (Verdict.SURE, Verdict.NOT_SURE, Verdict.UNLIKE)


def test_what_was_said_of_the_training_is_kept(made):
    assert made.bundle.training == {"seed": 1}
    assert [epoch.number for epoch in made.course] == [*range(1, 17)] * 2


def test_a_plan_says_what_must_be_heard():
    needs = replace(PLAN, students=PLAN.students[1:]).needs

    assert not needs.features
    assert needs.mels == (CNN.mel,)
    assert PLAN.needs.features


def test_confidence_out_of_fold_is_about_right(made):
    outcomes = made.judge.outcomes

    assert abs(outcomes.confidences.mean() - outcomes.is_right.mean()) < 0.1


def test_tracks_of_no_genre_are_taught_and_not_counted():
    some = tracks(n=60)
    labels = some.labels.copy()
    labels[:6] = -1
    plan = Plan((Student("mlp", MLP, RECIPE),), n_folds=2)

    made = make_bundle(replace(some, labels=labels), plan, Silent(), folds=some.groups % 2)

    assert len(made.judge.outcomes.confidences) == 54
    assert np.isfinite(made.out_of_fold["mlp"]).all()


def test_copies_are_taught_beside_the_tracks_and_leave_answers_to_these(made):
    some, louder = tracks(n=90), tracks(n=90)
    louder = replace(louder, features=louder.features * 1.1)
    plan = Plan((Student("mlp", MLP, COPYING),), n_folds=3)

    with_copies = make_bundle(
        some, plan, Silent(), folds=some.groups % 3, seed=1, copies={Playing(): [louder]}
    )

    said, without = with_copies.out_of_fold["mlp"], made.out_of_fold["mlp"]
    assert said.shape == without.shape
    assert (said.argmax(axis=1) == some.labels).mean() > 0.8
    assert not np.array_equal(said, without)


def test_copies_of_tracks_that_are_tested_are_not_taught(monkeypatch):
    some, taught = tracks(n=12), []
    copies = {Playing(): [tracks(n=12), tracks(n=12)]}
    plan = Plan((Student("mlp", MLP, COPYING), Student("joint", JOINT, JointRecipe(copies=2))))

    def note(network, learned, recipe, ctx, *, copies, **settings):
        taught.append((learned.names, [copy.names for copy in copies]))
        return []

    monkeypatch.setattr(make, "teach_mlp", note)
    monkeypatch.setattr(make, "teach_joint", note)
    students = [replace(s, trunk=Trunk(network_of("cnn"))) for s in plan.students]
    plan = replace(plan, students=tuple(students))
    is_inside = some.groups % 3 == 0

    answer_fold(some, plan, is_inside, Silent(), 0, copies=copies)

    outside = some.at(np.flatnonzero(~is_inside)).names
    assert taught == [(outside, [outside]), (outside, [outside, outside])]


def test_those_who_want_no_copies_are_taught_none():
    some, plan = tracks(n=30), Plan((Student("mlp", MLP, RECIPE),))

    first, second = (
        answer_fold(some, plan, some.groups % 3 == 0, Silent(), 0, copies=copies).log_probs["mlp"]
        for copies in ({}, {Playing(): [tracks(n=30, seed=5)]})
    )

    np.testing.assert_array_equal(first, second)


def test_a_plan_says_how_many_copies_must_be_heard():
    faster = Playing(stretch=0.3)
    students = (
        Student("one", MLP, COPYING),
        Student("two", JOINT, JointRecipe(copies=3)),
        Student("three", CNN, RECIPE, finish=replace(RECIPE, copies=1, playing=faster)),
    )

    assert Plan(students).copies == {Playing(): 3, faster: 1}
    assert PLAN.copies == {}


def test_students_of_other_seeds_differ():
    some = tracks(n=40)
    plan = Plan(tuple(Student(f"mlp {seed}", MLP, RECIPE, seed=seed) for seed in (0, 1)), n_folds=2)

    first, second = make_bundle(some, plan, Silent(), folds=some.groups % 2).out_of_fold.values()

    assert not np.array_equal(first, second)


def test_a_lesson_is_as_long_as_so_many_tracks_need():
    brief = Student("mlp", MLP, Recipe(epochs=60, hears_at_most=1_000))

    assert brief.epochs_of(10) == 60
    assert brief.epochs_of(50) == 20
