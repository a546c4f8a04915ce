from dataclasses import replace

import numpy as np

from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.training.members import Member
from musicreclass.training.presets import LINEAR_TRAINING
from musicreclass.training.study.across import (
    collection_contrasts,
    crossings,
    of_genres,
    shared_genres,
)
from tests.recording_context import RecordingContext
from tests.training.fit_material import COLUMNS, tracks

LINEAR = Member("linear", LinearConfig(COLUMNS, COLUMNS.columns), LINEAR_TRAINING)


def test_genres_are_shared_by_name_whatever_their_numbers():
    one = tracks(n=20)
    other = replace(tracks(n=20), genres=("High", "Low"))

    genres = shared_genres(one, other)
    some, at = of_genres(other, genres)

    assert genres == ("Low", "High")
    assert some.genres == genres
    assert np.array_equal(some.labels, 1 - other.labels)
    assert len(at) == 20


def test_one_genre_alone_is_nothing_to_share():
    assert shared_genres(tracks(n=20), replace(tracks(n=20), genres=("Low", "Other"))) == ()


def test_other_recordings_of_the_same_genres_are_told_worse_than_those_at_home():
    here, there = tracks(n=40), tracks(n=40, seed=1)
    there = replace(there, features=there.features[:, ::-1].copy() + 1.5)

    found = crossings(
        ("here", "there"), (here, there), [LINEAR], RecordingContext(), n_folds=3, seed=0
    )

    assert [(one.learned_from, one.asked_about) for one in found] == [
        ("here", "there"),
        ("there", "here"),
    ]
    assert found[0].at_home > 0.9 > found[0].abroad
    assert found[0].loss == found[0].at_home - found[0].abroad
    assert found[0].loss_interval.low > 0.0


def test_collections_differ_in_what_is_known_of_them():
    groups = np.arange(20)
    nobody = np.full(20, np.nan, dtype=np.float32)
    quiet = np.linspace(-30.0, -20.0, 20, dtype=np.float32)

    found = collection_contrasts(
        (
            {"level": quiet, "year": nobody, "seconds": quiet},
            {"level": quiet + 10.0, "year": nobody, "seconds": nobody},
        ),
        (groups, groups),
    )

    level, seconds = found
    assert (level.fact, level.known, level.effect < -1.0) == ("level", (20, 20), True)
    assert (seconds.second, seconds.effect, seconds.known) == (None, None, (20, 0))


def test_what_never_varies_in_either_has_no_spreads_to_be_apart_by():
    same, half = (np.full(20, seconds, dtype=np.float32) for seconds in (24.0, 12.0))
    groups = np.arange(20)

    (found,) = collection_contrasts(({"seconds": same}, {"seconds": half}), (groups, groups))

    assert (found.first, found.second, found.effect) == (24.0, 12.0, None)
