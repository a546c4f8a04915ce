"""The verbs on classifiers beyond listing: files elsewhere, weights, names, removal, reports."""

import json

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.pipeline.classification.loaded_classifier import digest_of, load_classifier
from musicreclass.pipeline.inventory.kept_reports import keep_report
from tests.gui.training.train_material import made_up_report
from tests.small_bundles import save_small_bundle


@pytest.fixture
def mine(tmp_path):
    """Return the file of a classifier that is installed as "mine"."""
    source = save_small_bundle(tmp_path / "mine.pth")
    assert main(["classifiers", "import", str(source)]) == 0
    return paths.data_dir() / "classifiers" / "mine.pth"


def chosen():
    return settings.load(paths.settings_file()).classifying


def listed(capsys):
    capsys.readouterr()
    main(["classifiers", "list", "--json"])
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def shares(path):
    ensemble = load_classifier(path).calibrator.ensemble
    return dict(zip(ensemble.classifiers, ensemble.weights.tolist(), strict=True))


def test_a_file_elsewhere_that_is_in_use_is_listed_and_marked(mine, tmp_path, capsys):
    elsewhere = save_small_bundle(tmp_path / "elsewhere.pth", seed=2)
    main(["classifiers", "use", str(elsewhere)])

    found = listed(capsys)

    assert [one["name"] for one in found if one["in_use"]] == ["elsewhere"]
    assert [one["name"] for one in found] == ["box", "mine", "elsewhere"]


def test_a_file_elsewhere_that_is_in_use_is_shown_by_its_name(mine, tmp_path, capsys):
    elsewhere = save_small_bundle(tmp_path / "elsewhere.pth", seed=2)
    main(["classifiers", "use", str(elsewhere)])
    capsys.readouterr()

    assert main(["classifiers", "show", "elsewhere", "--json"]) == 0

    facts = json.loads(capsys.readouterr().out)
    assert (facts["in_use"], facts["file"]) == (True, str(elsewhere))


def test_a_chosen_file_that_is_gone_is_said_and_the_box_is_in_use(mine, capsys):
    main(["classifiers", "use", "mine"])
    mine.unlink()
    capsys.readouterr()

    assert main(["classifiers", "list"]) == 1

    said = capsys.readouterr()
    assert "mine was chosen, but cannot be used" in said.err
    assert "* box" in said.out


def test_a_verb_goes_on_with_the_box_where_the_chosen_file_is_gone(mine, tmp_path, capsys):
    main(["classifiers", "use", "mine"])
    mine.unlink()
    library = ["--library", str(tmp_path / "library.db")]
    main([*library, "scan"])
    capsys.readouterr()

    assert main([*library, "review"]) == 0
    assert "mine was chosen, but cannot be used" in capsys.readouterr().err


def test_a_classifier_asked_for_by_name_is_not_replaced(tmp_path, capsys):
    assert main(["classify", str(tmp_path), "--classifier", "gone"]) == 2
    assert "There is no classifier gone" in capsys.readouterr().err


def test_members_are_weighed_and_back_as_they_were_trained(mine, capsys):
    trained = shares(mine)

    assert main(["classifiers", "weigh", "mine", "cnn=3", "mlp=1"]) == 0
    weighed = shares(mine)
    assert main(["classifiers", "weigh", "mine", "as-trained"]) == 0

    assert (weighed["cnn"], weighed["mlp"]) == (1.5, 0.5)  # the sum is as it was
    assert shares(mine) == trained
    assert chosen().weights == {}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("drum=1", "mine has no member drum; its members are: cnn, mlp"),
        ("cnn=much", "cnn=much gives no weight"),
        ("cnn=-1", "cnn=-1 gives no weight"),
    ],
)
def test_weights_that_are_none_are_refused_in_a_sentence(mine, given, sentence, capsys):
    assert main(["classifiers", "weigh", "mine", given]) == 2
    assert sentence in capsys.readouterr().err


def test_one_in_use_that_is_renamed_stays_in_use(mine, capsys):
    main(["classifiers", "use", "mine"])

    assert main(["classifiers", "rename", "mine", "我的 曲風"]) == 0

    assert [one["name"] for one in listed(capsys) if one["in_use"]] == ["我的 曲風"]


def test_one_in_use_that_is_removed_leaves_the_box_in_use(mine, capsys):
    main(["classifiers", "use", "mine"])

    assert main(["classifiers", "remove", "mine"]) == 0

    assert [(one["name"], one["in_use"]) for one in listed(capsys)] == [("box", True)]


@pytest.mark.parametrize("action", [["remove", "box"], ["rename", "box", "other"]])
def test_the_box_is_never_touched(action, capsys):
    assert main(["classifiers", *action]) == 2
    assert "box is not one of your own classifiers" in capsys.readouterr().err


def test_the_report_on_a_training_is_written_as_a_page(mine, tmp_path, capsys):
    keep_report(made_up_report(), tmp_path / "own.pth", digest_of(mine))
    page = tmp_path / "report.html"

    assert main(["classifiers", "report", "mine", str(page)]) == 0
    assert "青花瓷" in page.read_text(encoding="utf-8")


def test_a_report_that_is_not_kept_is_a_sentence(mine, tmp_path, capsys):
    assert main(["classifiers", "report", "mine", str(tmp_path / "report.html")]) == 1
    assert "is not kept" in capsys.readouterr().err
