from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.encoder import of_the_box
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.core.plain import Misfit
from musicreclass.training.config import TrainingConfig
from musicreclass.training.fit.trainer import Trainer
from tests.recording_context import RecordingContext
from tests.training.fit_material import COLUMNS, tracks

CONFIG = LinearConfig(COLUMNS, COLUMNS.columns)


def fitted(some, config=CONFIG, copies=()):
    network: Any = config.build(len(some.genres))
    training_config = TrainingConfig(copies=len(copies))
    Trainer(network, some, training_config, RecordingContext(), 0, copies=copies).fit()
    return network


def share_right(network, seed=9):
    new = tracks(n=40, seed=seed)
    return (network.answers(new.features).log_probs.argmax(axis=1) == new.labels).mean()


@pytest.mark.parametrize(("n_tracks", "at_least"), [(6, 0.7), (60, 0.9)])
def test_it_recognises_what_it_never_saw(n_tracks, at_least):
    assert share_right(fitted(tracks(n=n_tracks))) > at_least


def test_its_embedding_is_what_its_head_reads():
    network = fitted(tracks(n=40))
    one = tracks(n=1).features

    answer = network.answer(one[0])

    assert answer.embedding.shape == (len(COLUMNS.columns),)
    logits = network.head(torch.from_numpy(answer.embedding)).log_softmax(0)
    np.testing.assert_allclose(answer.log_probs, logits.detach().numpy(), atol=1e-5)


def test_columns_of_the_encoder_are_scaled_as_those_of_music_at_large():
    encoder = of_the_box()
    features = FeatureSet.of_encoder(encoder.spec(4), encoder.columns)
    config = LinearConfig(features, encoder.columns[200:203])
    rows = np.random.default_rng(0).normal(5.0, 0.1, (12, 500)).astype(np.float32)
    some = replace(tracks(n=12), features=rows)

    network = fitted(some, config)

    np.testing.assert_allclose(network.centre, encoder.scaling.centre[200:203], rtol=1e-6)
    np.testing.assert_allclose(network.spread, encoder.scaling.spread[200:203], rtol=1e-6)


def of_the_encoder(genres, n=12):
    """Return a shape upon the encoder in the box, and tracks whose sound tells nothing."""
    encoder = of_the_box()
    features = FeatureSet.of_encoder(encoder.spec(4), encoder.columns)
    rows = np.tile(encoder.scaling.centre.astype(np.float32), (n, 1))
    labels = np.arange(n) % len(genres)
    some = replace(tracks(n=n), genres=genres, labels=labels, features=rows)
    return LinearConfig(features, encoder.columns), some


def row_with(column, spreads):
    """Return what the encoder says of a track of which only one tag stands out."""
    encoder = of_the_box()
    row = encoder.scaling.centre.astype(np.float32)
    index = encoder.columns.index(column)
    row[index] += spreads * encoder.scaling.spread[index]
    return row[None]


@pytest.mark.parametrize(
    ("genres", "column", "expected"),
    [
        (("Country", "Jazz", "Rock"), "encoder.msd.tag.country", "Country"),
        (("鄉村", "爵士", "搖滾"), "encoder.msd.tag.jazz", "爵士"),
        (("Country", "Jazz", "Rock"), "encoder.msd.tag.heavy metal", "Rock"),
        (("Metal", "Jazz", "Rock"), "encoder.msd.tag.heavy metal", "Metal"),
    ],
)
def test_a_tag_speaks_for_the_genre_of_its_name_before_a_track_does(genres, column, expected):
    config, some = of_the_encoder(genres)

    said = fitted(some, config).answers(row_with(column, 3.0)).log_probs[0]

    assert genres[said.argmax()] == expected
    assert np.exp(said.max()) > 0.36  # a third knows nothing


def test_a_tag_says_nothing_of_genres_of_other_names():
    config, some = of_the_encoder(("Mine", "Yours", "Ours"))

    said = fitted(some, config).answers(row_with("encoder.msd.tag.country", 3.0)).log_probs[0]

    np.testing.assert_allclose(np.exp(said), 1 / 3, atol=1e-3)


def test_what_tracks_show_outweighs_what_a_name_makes_believe():
    config, some = of_the_encoder(("Country", "Jazz"), n=3_000)
    rows = np.where((some.labels == 1)[:, None], row_with("encoder.msd.tag.country", 3.0), 0.0)
    rows = np.where((some.labels == 0)[:, None], row_with("encoder.msd.tag.jazz", 3.0), rows)

    network = fitted(replace(some, features=rows.astype(np.float32)), config)

    said = network.answers(row_with("encoder.msd.tag.country", 3.0)).log_probs[0]
    assert said.argmax() == 1


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"used": ("nowhere",)}, "nowhere"),
        ({"freedom": 0.0}, "freedom"),
        ({"clip": -1.0}, "clip"),
    ],
)
def test_what_fits_nothing_is_refused(changed, complaint):
    with pytest.raises(Misfit, match=complaint):
        replace(CONFIG, **changed)
