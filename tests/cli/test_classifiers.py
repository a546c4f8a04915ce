import json

import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from tests.small_bundles import save_small_bundle


@pytest.fixture(autouse=True)
def _empty_box(tmp_path, monkeypatch):
    """Ship no classifier, whatever the checkout has."""
    real = paths.resource

    def resource(name):
        if name == "classifiers":
            raise paths.ResourceMissing(name)
        return real(name)

    monkeypatch.setattr(paths, "resource", resource)


@pytest.fixture
def mine(tmp_path):
    """Return the file of a classifier that is installed as "mine"."""
    source = save_small_bundle(tmp_path / "mine.pth", training={"tracks": 12, "seeds": [1, 2]})
    assert main(["classifiers", "import", str(source)]) == 0
    return source


def chosen():
    return settings.load(paths.settings_file()).classifying.classifier


def test_an_imported_one_is_listed_and_marked_once_it_is_chosen(mine, tmp_path, capsys):
    main(["classifiers", "import", str(save_small_bundle(tmp_path / "other.pth", seed=2))])
    assert main(["classifiers", "use", "other"]) == 0
    capsys.readouterr()

    assert main(["classifiers", "list"]) == 0

    rows = capsys.readouterr().out.splitlines()
    assert [row[:8] for row in rows] == ["  mine  ", "* other "]
    assert rows[0].endswith("Blues, Jazz, Rock")
    assert chosen() == "other"


def test_a_list_for_programs_names_what_is_damaged(mine, capsys):
    (paths.data_dir() / "classifiers" / "bad.pth").write_bytes(b"no classifier")
    capsys.readouterr()

    assert main(["classifiers", "list", "--json"]) == 1

    bad, good = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (bad["name"], bad["genres"]) == ("bad", [])
    assert "neither a classifier" in bad["problem"]
    assert (good["name"], good["problem"]) == ("mine", None)
    assert good["genres"] == ["Blues", "Jazz", "Rock"]


def test_what_is_known_of_one_is_shown(mine, capsys):
    capsys.readouterr()

    assert main(["classifiers", "show", "mine", "--json"]) == 0

    facts = json.loads(capsys.readouterr().out)
    assert facts["classifiers"] == ["cnn", "mlp"]
    assert facts["listens_to"] == "middle, 30 s"
    assert facts["is_calibrated"] is True
    assert facts["training_tracks"] == 12


def test_it_is_shown_to_people_too(mine, capsys):
    capsys.readouterr()

    assert main(["classifiers", "show", str(mine)]) == 0
    assert "genres           Blues, Jazz, Rock" in capsys.readouterr().out


def test_a_file_can_be_used_where_it_lies(mine, tmp_path, capsys):
    elsewhere = save_small_bundle(tmp_path / "elsewhere.pth")

    assert main(["classifiers", "use", str(elsewhere)]) == 0
    assert chosen() == str(elsewhere)


def test_what_cannot_be_used_is_not_chosen(mine, tmp_path, capsys):
    (tmp_path / "bad.pth").write_bytes(b"no classifier")

    assert main(["classifiers", "use", str(tmp_path / "bad.pth")]) == 1
    assert chosen() == ""


def test_one_is_given_away_as_it_is_and_nothing_is_overwritten(mine, tmp_path, capsys):
    target = tmp_path / "gift.pth"

    assert main(["classifiers", "export", "mine", str(target)]) == 0
    assert target.read_bytes() == mine.read_bytes()

    assert main(["classifiers", "export", "mine", str(target)]) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["export", "mine"], "Give a FILE to copy the classifier to, or --onnx DIR"),
        (["show", "yours"], "There is no classifier yours; installed are: mine"),
        ([], "required: ACTION"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(mine, capsys, arguments, sentence):
    assert main(["classifiers", *arguments]) == 2
    assert sentence in capsys.readouterr().err


def test_onnx_files_are_written_into_a_folder(mine, tmp_path, capsys):
    capsys.readouterr()

    assert main(["classifiers", "export", "mine", "--onnx", str(tmp_path / "onnx")]) == 0

    printed = capsys.readouterr().out.splitlines()
    assert {path.name for path in (tmp_path / "onnx").iterdir()} >= {"mlp.onnx", "cnn.onnx"}
    assert len(printed) == len(list((tmp_path / "onnx").iterdir()))
