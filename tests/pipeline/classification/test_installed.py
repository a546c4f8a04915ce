import numpy as np
import pytest
import torch

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.classification import installed
from musicreclass.pipeline.classification.usable_classifier import file_in_use
from musicreclass.settings import ClassifySettings, Settings
from tests.small_bundles import MLP, save_small_bundle


@pytest.fixture(autouse=True)
def empty_box(tmp_path, monkeypatch):
    """Ship nothing, whatever the checkout has."""
    folder = tmp_path / "resources" / "classifiers"
    folder.mkdir(parents=True)
    monkeypatch.setattr(paths, "resource", lambda name: folder.with_name(name))
    return folder


@pytest.fixture
def box(empty_box):
    return save_small_bundle(empty_box / "boxed.pth")


def names():
    return [one.name for one in installed.installed()]


def chosen(name):
    return installed.chosen_file(Settings(classifying=ClassifySettings(classifier=name)))


def test_the_box_comes_first_and_is_used_where_nobody_chose(box, tmp_path):
    installed.install(save_small_bundle(tmp_path / "another.pth", seed=2))

    assert names() == ["boxed", "another"]
    assert chosen("") == box


def test_an_imported_bundle_is_the_same_byte_for_byte(tmp_path):
    source = save_small_bundle(tmp_path / "mine.pth")

    taken = installed.install(source)

    assert taken.path == paths.data_dir() / "classifiers" / "mine.pth"
    assert taken.path.read_bytes() == source.read_bytes()
    assert chosen("mine") == installed.find("mine") == taken.path


def test_a_checkpoint_of_the_predecessor_becomes_a_bundle(tmp_path):
    sizes = {"net.0": (518, 4), "net.3": (4, 4), "net.6": (4, 2)}
    weights = {}
    for layer, (n_in, n_out) in sizes.items():
        weights |= {f"{layer}.weight": torch.ones(n_out, n_in), f"{layer}.bias": torch.ones(n_out)}
    scaler = {"scaler_mean": np.ones(518), "scaler_scale": np.ones(518)}
    torch.save({"model": weights, "genres": ["Rap", "Rock"], **scaler}, tmp_path / "msd_model.pth")

    taken = installed.install(tmp_path / "msd_model.pth")

    assert bundles.load(taken.path).genres == ("Rap", "Rock")
    assert bundles.load(taken.path).features == MLP.features


def test_the_same_file_twice_is_one_and_another_of_its_name_gets_a_number(tmp_path):
    first = installed.install(save_small_bundle(tmp_path / "a" / "mine.pth"))
    again = installed.install(save_small_bundle(tmp_path / "b" / "mine.pth"))
    other = installed.install(save_small_bundle(tmp_path / "c" / "mine.pth", seed=2))

    assert first == again
    assert [first.name, other.name] == names() == ["mine", "mine-2"]


@pytest.mark.parametrize(
    ("stem", "safe"), [("我的 分類器", "我的_分類器"), ("..a:b|c", "a_b_c"), ("...", "classifier")]
)
def test_names_are_made_safe(tmp_path, stem, safe):
    assert installed.install(save_small_bundle(tmp_path / f"{stem}.pth")).name == safe


def test_what_is_no_classifier_is_refused_and_leaves_nothing(tmp_path):
    (tmp_path / "song.pth").write_bytes(b"no classifier")

    with pytest.raises(ClassifierFileProblem):
        installed.install(tmp_path / "song.pth")
    assert names() == []


def test_an_unknown_name_is_a_sentence_that_names_the_known(tmp_path):
    installed.install(save_small_bundle(tmp_path / "mine.pth"))

    with pytest.raises(UsageProblem, match="There is no classifier yours; installed are: mine"):
        installed.find("yours")


def test_a_file_may_be_chosen_by_its_path(tmp_path):
    path = save_small_bundle(tmp_path / "anywhere.pth")

    assert installed.find(str(path)) == path
    assert chosen(str(path)) == path


def test_one_that_was_chosen_and_is_gone_is_not_silently_replaced(box):
    assert chosen("gone") == paths.data_dir() / "classifiers" / "gone.pth"


def test_without_any_there_is_a_sentence_that_says_what_to_do():
    assert chosen("") is None
    with pytest.raises(installed.NoClassifier, match="musicreclass train"):
        file_in_use(Settings())
