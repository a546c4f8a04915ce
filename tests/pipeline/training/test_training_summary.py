import numpy as np
import pytest

from musicreclass.core.ensemble.log_probs import log_softmax
from musicreclass.pipeline.training.training_summary import UNKNOWN, measure
from musicreclass.training.calibrate import combined_out_of_fold
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.make import Made

GENRES = ("Jazz", "Pop", "Rock")


def tracks_of(labels, groups):
    names = tuple(str(number) for number in range(len(labels)))
    return LabelledTracks(names, GENRES, np.array(labels), np.array(groups))


def made(out_of_fold, fold_of, tracks):
    """Return what was made of `tracks`, as far as it is measured."""
    members = {name: (GENRES, said) for name, said in out_of_fold.items()}
    combined = combined_out_of_fold(members, GENRES, tracks.labels, fold_of)
    return Made(None, None, out_of_fold, combined, fold_of)


def answers(labels):
    return log_softmax(5.0 * np.eye(len(GENRES))[labels])


def test_classifiers_are_measured_alone_and_together():
    labels = [0, 1, 2] * 10
    tracks = tracks_of(labels, np.arange(30))
    out_of_fold = {"good": answers(labels), "bad": answers([1] * 30)}

    measured = measure(made(out_of_fold, np.arange(30) // 3 % 5, tracks), tracks)

    assert measured.to_plain()["classifiers"] == {"good": 1.0, "bad": pytest.approx(1 / 3)}
    assert measured.together.accuracy == 1.0
    assert measured.together.n_groups == 30


def test_a_genre_that_was_not_trained_on_when_it_was_tested_does_not_count():
    tracks = tracks_of([0, 0, 1, 1, 2, 2], [0, 1, 2, 3, 4, 4])
    fold_of = np.array([0, 1, 0, 1, 1, 1])  # all Rock is by one artist, so in one fold

    out_of_fold = {"mlp": answers([0, 0, 1, 1, 0, 0])}

    measured = measure(made(out_of_fold, fold_of, tracks), tracks)

    assert measured.together.accuracy == 1.0
    assert measured.together.untested == ("Rock",)


def test_where_nothing_can_be_tested_nothing_is_claimed():
    tracks = tracks_of([0, 0, 1, 1], [0, 0, 1, 1])

    out_of_fold = {"mlp": answers([1, 1, 0, 0])}

    measured = measure(made(out_of_fold, tracks.groups, tracks), tracks)

    plain = measured.to_plain()
    assert {name: plain[name] for name in UNKNOWN} == dict.fromkeys(UNKNOWN)
    assert plain["classifiers"] == {"mlp": None}
