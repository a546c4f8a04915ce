"""What goes without the extra `encoders`, and what is said where it does not."""

import sys

import pytest

from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.encoders.folder_encoder import open_folder
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.pipeline.inventory.encoder_download import DownloadProblem, offer_of
from tests.recording_context import RecordingContext
from tests.tiny_encoders import ast_folder, clap_folder, jmla_folder, noise, onnx_folder

PACKAGES = ("transformers", "safetensors", "tokenizers", "onnxruntime", "huggingface_hub")


@pytest.fixture
def without(monkeypatch):
    """Take the packages of the extra away."""

    def take_away():
        for name in [*sys.modules]:
            if name.partition(".")[0] in PACKAGES:
                monkeypatch.delitem(sys.modules, name)
        for name in PACKAGES:
            monkeypatch.setitem(sys.modules, name, None)

    return take_away


@pytest.mark.parametrize("made", [ast_folder, clap_folder, onnx_folder])
def test_a_folder_that_needs_it_says_how_to_install_it(tmp_path, without, made):
    made(tmp_path)
    without()

    with pytest.raises(ClassifierFileProblem, match=r"pip install musicreclass\[encoders\]"):
        open_folder(tmp_path)


def test_openjmla_goes_without(tmp_path, without):
    jmla_folder(tmp_path / "jmla")
    without()

    added = shelf.add(tmp_path / "jmla")

    assert shelf.encoder_of(added.spec).encode(list(noise(15_600))).shape == (1, 128)


def test_a_hub_is_not_asked_without_it(without):
    without()

    with pytest.raises(DownloadProblem, match=r"pip install musicreclass\[encoders\]"):
        offer_of("ast", RecordingContext())
