"""Kinds that nobody trains: labels that stand for genres, and names of genres."""

import numpy as np
import pytest
import torch

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.label_groups import LabelGroupsConfig
from musicreclass.classifiers.kinds.columns.zero_shot import ZeroShotConfig
from musicreclass.core.analysis import EncoderSpec, WaveSpec

COLUMNS = ("encoder.a", "encoder.b", "encoder.c", "encoder.d")
SPEC = EncoderSpec("0123", 2, wave=WaveSpec("ast", 16_000, 1.0))
FEATURES = FeatureSet.of_encoder(SPEC, COLUMNS)


def by_labels():
    return LabelGroupsConfig(FEATURES, COLUMNS[:3]).of_groups([0, 1, 1])


def by_names():
    texts = np.array([[3.0, 0.0, 0.0], [0.0, 0.5, 0.0]], dtype=np.float32)
    return ZeroShotConfig(FEATURES, COLUMNS[1:]).of_texts(texts, 10.0)


def test_the_odds_of_a_genres_labels_are_summed():
    row = np.array([1.0, 0.5, -2.0, 9.0], dtype=np.float32)

    said = np.exp(by_labels().answer(row).log_probs)

    odds = np.exp(row[:3])
    np.testing.assert_allclose(said, [odds[0] / odds.sum(), odds[1:].sum() / odds.sum()], rtol=1e-5)


def test_a_name_is_as_likely_as_its_direction_is_near():
    row = np.array([9.0, 2.0, 1.0, 0.0], dtype=np.float32)

    said, louder = (np.exp(by_names().answer(one).log_probs) for one in (row, 5 * row))

    nearness = 10.0 * row[1:3] / np.linalg.norm(row[1:])
    np.testing.assert_allclose(said, np.exp(nearness) / np.exp(nearness).sum(), rtol=1e-5)
    np.testing.assert_allclose(louder, said, rtol=1e-4)


@pytest.mark.parametrize("made", [by_labels, by_names])
def test_they_are_kept_like_any_other(tmp_path, made):
    network = made()
    row = np.ones(4, dtype=np.float32)
    bundles.save(Bundle(("One", "Two"), (Classifier("x", network),)), tmp_path / "a.pth")

    again = bundles.load(tmp_path / "a.pth")

    said = again.classifiers[0].network.answer(row).log_probs
    np.testing.assert_array_equal(said, network.answer(row).log_probs)
    assert again.needs.encoder == SPEC


@pytest.mark.parametrize("made", [by_labels, by_names])
def test_nobody_fits_them(made):
    with pytest.raises(ValueError, match="not learned"):
        made().fit(None)


def test_silence_of_labels_makes_no_genre_impossible():
    row = np.full(4, -80.0, dtype=np.float32)

    assert torch.isfinite(torch.from_numpy(by_labels().answer(row).log_probs)).all()
