"""A teacher that reads features, and a network that looks at spectrograms."""

from dataclasses import replace

import numpy as np
import pytest

from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.labelled_tracks import NO_GENRE
from musicreclass.training.data.sampling import SampleOrder
from musicreclass.training.distillation import Teacher, distilled_tracks
from musicreclass.training.make import fitted, make_bundle
from musicreclass.training.members import Member, TrainingPlan
from tests.recording_context import RecordingContext
from tests.training.fit_material import CNN, COLUMNS, share_right, tracks

TEACHER = Teacher(LinearConfig(COLUMNS, COLUMNS.columns, freedom=1.0), TrainingConfig())
SHORT = TrainingConfig(epochs=16, learning_rate=5e-3, batch_size=8, mixup=0.0)
DISTILLED = Member("cnn", CNN, SHORT, teacher=TEACHER)


def fit_teacher(some):
    return fitted(Member("teacher", TEACHER.config, SHORT), some, RecordingContext(), seed=0)[0]


def unlabelled(n=40, seed=5):
    return replace(tracks(n=n, seed=seed), labels=np.full(n, NO_GENRE))


def speechless(some):
    """Return tracks whose spectrograms tell nothing."""
    return replace(some, mels=[np.full_like(mel, -80.0) for mel in some.mels])


def test_a_known_track_is_its_genre_and_what_the_teacher_says_of_it():
    distilled = distilled_tracks(tracks(n=20), None, TEACHER, fit_teacher)

    right = distilled.soft[np.arange(20), distilled.labels]
    assert (right >= 0.5).all()
    assert (right < 1.0).any()
    np.testing.assert_allclose(distilled.soft.sum(axis=1), 1.0, atol=1e-5)
    order = SampleOrder(distilled.labels, 2, SHORT, 0, distilled.soft)
    np.testing.assert_array_equal(order.targets(np.array([3, 1])), distilled.soft[[3, 1]])


def test_a_track_of_no_known_genre_is_what_the_teacher_takes_it_for():
    others = unlabelled()

    distilled = distilled_tracks(tracks(n=20), others, TEACHER, fit_teacher)

    assert distilled.names[20:] == others.names
    assert (distilled.labels[20:] == NO_GENRE).all()
    assert (distilled.soft[20:].argmax(axis=1) == tracks(seed=5).labels).mean() > 0.9
    assert not set(distilled.groups[20:]) & set(distilled.groups[:20])


def test_a_library_of_one_genre_nearly_throughout_does_not_drown_the_rest():
    some = tracks(n=60, seed=5)
    one_sided = some.at(np.concatenate([np.flatnonzero(some.labels == 0), [1, 3]]))
    others = replace(one_sided, labels=np.full(len(one_sided), NO_GENRE))
    few = replace(TEACHER, most_unlabelled=1)

    distilled = distilled_tracks(tracks(n=20), others, few, fit_teacher)

    counts = np.bincount(distilled.soft[20:].argmax(axis=1), minlength=2)
    assert counts.tolist() == [10, 2]


@pytest.mark.parametrize("temperature", [0.5, 4.0])
def test_heat_lets_the_teacher_doubt(temperature):
    cool = distilled_tracks(tracks(n=20), unlabelled(), TEACHER, fit_teacher).soft[20:].max(axis=1)
    heated = replace(TEACHER, temperature=temperature)

    other = distilled_tracks(tracks(n=20), unlabelled(), heated, fit_teacher).soft[20:].max(axis=1)

    assert (other.mean() > cool.mean()) == (temperature < 1.0)


def test_a_network_learns_from_tracks_whose_genre_only_its_teacher_says():
    known, asked = speechless(tracks()), tracks(seed=1)

    alone, _ = fitted(replace(DISTILLED, teacher=None), known, RecordingContext(), seed=0)
    distilled, _ = fitted(DISTILLED, known, RecordingContext(), seed=0, unlabelled=unlabelled())

    assert share_right(alone, asked) == 0.5
    assert share_right(distilled, asked) > 0.9


def test_a_bundle_holds_the_network_and_not_its_teacher():
    some = tracks()
    plan = TrainingPlan((DISTILLED,), n_folds=2)

    made = make_bundle(
        speechless(some), plan, RecordingContext(), folds=some.groups % 2, unlabelled=unlabelled()
    )

    assert [c.network.config for c in made.bundle.classifiers] == [CNN]
    assert plan.needs.features
