import os
import zipfile
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from musicreclass.classifiers.bundle import load as load_bundle
from musicreclass.classifiers.bundle import save
from musicreclass.classifiers.foreign import FMA_GENRES, load
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import LIBROSA_MEL, AnalysisSpec, Part
from tests.classifiers.bundles import FEATURES, features, mel


def _net():
    torch.manual_seed(2)
    return nn.Sequential(
        nn.Linear(518, 24), nn.ReLU(), nn.Dropout(0.3), nn.Linear(24, 12), nn.ReLU(),
        nn.Dropout(0.3), nn.Linear(12, 3),
    ).eval()  # fmt: skip


def _msd(**changed):
    state = {f"net.{name}": weight for name, weight in _net().state_dict().items()}
    made = {
        "model": state,
        "scaler_mean": np.linspace(-3, 3, 518),
        "scaler_scale": np.linspace(0.5, 2, 518),
        "genres": ["Blues", "Jazz", "Pop_Rock"],
        "epoch": 7,
        "accuracy": np.float64(0.61),
    }
    return made | changed


def _cnn():
    torch.manual_seed(3)
    layers = []
    for n_in, n_out in ((1, 4), (4, 4), (4, 8), (8, 8)):
        layers += [nn.Conv2d(n_in, n_out, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
    head = nn.Sequential(nn.Dropout(0.5), nn.Linear(8, 16))
    return nn.ModuleDict({"features": nn.Sequential(*layers), "classifier": head}).eval()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "theirs.pth"


def test_the_feature_network_answers_as_it_did(path):
    torch.save(_msd(), path)
    rows = features(5) * 4
    scaled = (rows - np.linspace(-3, 3, 518)) / np.linspace(0.5, 2, 518)
    with torch.inference_mode():
        theirs = torch.log_softmax(_net()(torch.from_numpy(scaled).float()), dim=1).numpy()

    made = load(path, FEATURES)

    ours = made.classifiers[0].network.answers(rows).log_probs
    np.testing.assert_allclose(ours, theirs, atol=1e-5)
    assert made.genres == ("Blues", "Jazz", "Pop_Rock")
    assert made.training == {"epoch": 7, "accuracy": 0.61}
    assert made.needs == AnalysisSpec()


@pytest.mark.parametrize("wrap", [dict, lambda state: {"state_dict": state, "epoch": 3}])
def test_the_mel_network_answers_as_it_did(path, wrap):
    torch.save(wrap(_cnn().state_dict()), path)
    picture = mel(200, n_mels=128)
    first = torch.from_numpy(picture.astype(np.float32))[None, None, :, :128]
    with torch.inference_mode():
        deep = _cnn()["features"]((first + 80) / 80).mean((2, 3))
        theirs = torch.log_softmax(_cnn()["classifier"](deep), dim=1)[0].numpy()

    made = load(path, FEATURES)
    network: Any = made.classifiers[0].network

    np.testing.assert_allclose(network.answer(None, picture).log_probs, theirs, atol=1e-5)
    assert made.genres == FMA_GENRES
    assert made.needs == AnalysisSpec(part=Part.START, features=False, mels=(LIBROSA_MEL,))


@pytest.mark.parametrize("theirs", [_msd(), _cnn().state_dict()], ids=["msd", "fma"])
def test_what_was_taken_over_can_be_kept_as_a_bundle(path, theirs):
    torch.save(dict(theirs), path)
    made = load(path, FEATURES)

    save(made, path.with_name("ours.pth"))
    back = load_bundle(path.with_name("ours.pth"))

    before, after = (b.classifiers[0].network.state_dict() for b in (made, back))
    assert [name for name in before if not torch.equal(before[name], after[name])] == []


class Harm:
    def __reduce__(self):
        return os.system, ("exit 0",)


def without(state, name):
    return {key: weight for key, weight in state.items() if key != name}


REFUSED = {
    "a list": ([1, 2], "unknown; what can be taken over is msd_model.pth"),
    "something else": ({"a": torch.zeros(2)}, r"no layer features\.0; what can be taken over"),
    "no linear": (without(_cnn().state_dict(), "classifier.1.weight"), "what can be taken over"),
    "batch norm": (
        _cnn().state_dict() | {"features.1.running_mean": torch.zeros(4)},
        "another network, such as features.1.running_mean",
    ),
    "other genres": (
        _cnn().state_dict()
        | {"classifier.1.weight": torch.zeros(10, 8), "classifier.1.bias": torch.zeros(10)},
        "10 genres apart and does not name them",
    ),
    "lost layer": (_msd(model=without(_msd()["model"], "net.3.bias")), r"no layer net\.3"),
    "more layers": (
        _msd(model=_msd()["model"] | {"net.9.weight": torch.zeros(3, 3)}),
        r"such as net\.9\.weight",
    ),
    "genres": (_msd(genres=["A", "B"]), "head.weight have the shape"),
    "twice": (_msd(genres=["A", "B", "A"]), "named twice"),
    "short scaler": (_msd(scaler_mean=np.zeros(517)), "scaler_mean should be an array of 518"),
    "flat scaler": (_msd(scaler_scale=np.zeros(518)), "spread should be above 0"),
    "nan scaler": (_msd(scaler_mean=np.full(518, np.nan)), "not finite"),
    "accuracy": (_msd(accuracy="good"), "accuracy should be a number"),
    "objects": (_msd(scaler_mean=np.array([Harm()] * 518)), "could do harm"),
    "harm": (_msd(epoch=Harm()), "could do harm"),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_anything_else_is_refused_with_a_sentence(path, content, reason):
    torch.save(content, path)

    with pytest.raises(ClassifierFileProblem, match=rf"theirs\.pth: .*{reason}"):
        load(path, FEATURES)


def test_other_numbers_of_features_are_refused(path):
    torch.save(_msd(), path)
    fewer = type(FEATURES)("test", FEATURES.columns[:400])

    with pytest.raises(ClassifierFileProblem, match="knows 518 features, where 400 are measured"):
        load(path, fewer)


def test_arrays_written_by_numpy_1_are_read(path):
    torch.save(_msd(), path)
    # The archive is stored uncompressed, so the name can be changed where it stands; the check
    # sums and sizes are made anew by writing the entries again.
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, kept in entries.items():
            archive.writestr(
                name, kept.replace(b"numpy._core.multiarray", b"numpy.core.multiarray")
            )

    assert load(path, FEATURES).training["epoch"] == 7
