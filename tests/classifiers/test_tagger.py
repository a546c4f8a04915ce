import numpy as np
import pytest
import torch

from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import NotABundle
from musicreclass.classifiers.kinds.columns.mlp import MlpNetwork
from musicreclass.classifiers.tagger import Tagger, load, save, tag_probabilities
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from tests.classifiers.bundles import MLP, bundle, features


@pytest.fixture
def saved(tmp_path):
    torch.manual_seed(0)
    tagger = Tagger(("guitar", "slow"), (0.2, 0.7), MlpNetwork(MLP, 2), {"clips": 12})
    save(tagger, tmp_path / "tags.pth")
    return tagger, tmp_path / "tags.pth"


def forged(path, **changed):
    content = torch.load(path, weights_only=True)
    torch.save(content | changed, path)
    return path


def test_what_is_saved_answers_as_before(saved):
    tagger, path = saved

    loaded = load(path)

    answer, same = (tag_probabilities(one.network, features(9)) for one in (loaded, tagger))
    assert np.array_equal(answer, same)
    assert loaded.training == {"clips": 12}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"thresholds": [0.5]}, "it should hold tags, and a threshold for each"),
        ({"tags": [1, 2]}, "it should hold tags, and a threshold for each"),
        ({"weights": None}, "it has no weights"),
        ({"weights": {}}, "weights are missing or left over"),
        ({"version": 99}, "it is of another version than this program knows"),
        ({"config": {}}, "the config lacks or has too many of"),
    ],
)
def test_forged_files_are_refused_in_a_sentence(saved, changed, sentence):
    _, path = saved

    with pytest.raises(ClassifierFileProblem, match=sentence):
        load(forged(path, **changed))


def test_classifiers_of_genres_are_no_taggers(tmp_path):
    bundles.save(bundle(), tmp_path / "genres.pth")

    with pytest.raises(NotABundle, match="a classifier of genres, not of tags"):
        load(tmp_path / "genres.pth")


def test_other_files_of_torch_are_no_taggers(tmp_path):
    torch.save({"weights": 1}, tmp_path / "other.pth")

    with pytest.raises(NotABundle, match="no classifier of musicreclass"):
        load(tmp_path / "other.pth")
