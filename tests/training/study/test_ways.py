"""The columns of a study: what is measured of a track, by the box and by encoders of one's own."""

import numpy as np
import pytest

from musicreclass.core.analysis import Analysis, AnalysisSpec, EncodedPatches, EncoderSpec, WaveSpec
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.sentences.reason import because
from musicreclass.training.study.ways import ALL, OwnEncoder, StudyColumns, way_reason

SPEC = EncoderSpec("abc", 30, wave=WaveSpec("onnx", 8_000, 1.0))
OTHER = EncoderSpec("def", 3, wave=WaveSpec("ast", 16_000, 10.0))
LAYERS = {"low": ("encoder.onnx.low.0", "encoder.onnx.low.1"), "high": ("encoder.onnx.high.0",)}
GIVEN = (*LAYERS["low"], *LAYERS["high"])
MINE = OwnEncoder("mine", SPEC, LAYERS, GIVEN)
YOURS = OwnEncoder("yours", OTHER, LAYERS, GIVEN)


@pytest.fixture(scope="module")
def columns():
    return StudyColumns.of(all_features(), [MINE, YOURS])


def said(*numbers):
    rows = np.array([numbers], dtype=np.float32)
    return Analysis(0.0, 30.0, 30.0, None, (), encoded=EncodedPatches((0.0,), rows))


def test_each_layer_of_an_encoder_of_ones_own_is_a_representation(columns):
    by_name = {one.name: one for one in columns.representations}

    assert by_name["own mine low"].columns == tuple(f"own mine {name}" for name in LAYERS["low"])
    assert by_name["own mine high"].needs.encoder == SPEC
    assert not set(MINE.columns) & set(by_name[ALL].columns)
    assert set(by_name[ALL].columns) == set(StudyColumns.of(all_features()).features.columns)


def test_what_an_encoder_says_stands_in_its_own_columns(columns):
    row = columns.row(said(1.0, 2.0, 3.0), YOURS.needs)

    found = {name: row[i] for i, name in enumerate(columns.features.columns)}
    assert [found.pop(name) for name in YOURS.columns] == [1.0, 2.0, 3.0]
    assert np.isnan(list(found.values())).all()


def test_a_changed_sound_is_given_to_the_encoder_that_is_asked_about(columns):
    of_own = columns.narrowed([MINE.columns[2]])
    of_box = columns.narrowed([columns.features.encoder_columns[0]])

    assert of_own == AnalysisSpec(features=False, encoder=SPEC)
    assert of_box.encoder == columns.needs.encoder


def test_a_layer_is_called_by_its_encoder(columns):
    assert way_reason("own mine block 02 / linear") == because(
        "study.way",
        representation=because("study.columns_of_own", encoder="mine", layer="block 02"),
        head=because("study.head_linear"),
    )
