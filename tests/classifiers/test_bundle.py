import os
import zipfile
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers.bundle import (
    Classifier,
    ClipSpec,
    NotABundle,
    load,
    save,
)
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import AnalysisSpec, Part
from tests.classifiers.bundles import (
    CNN,
    FEATURES,
    GENRES,
    MEL,
    MLP,
    bundle,
    features,
    mel,
    network,
)


class Harm:
    """A pickle of it runs a command wherever it is read without care."""

    def __init__(self, harmed):
        self.harmed = harmed

    def __reduce__(self):
        return os.system, (f"touch {self.harmed}",)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "mine.pth"


@pytest.fixture
def content(path):
    """Return what stands in a good file."""
    save(bundle(), path)
    return torch.load(path, weights_only=True)


def weights(made):
    return {
        f"{classifier.name}.{name}": weight
        for classifier in made.classifiers
        for name, weight in classifier.network.state_dict().items()
    }


def test_what_is_saved_comes_back_to_the_last_bit(path):
    made = bundle()

    save(made, path)
    back = load(path)

    before, after = weights(made), weights(back)
    assert before.keys() == after.keys()
    assert [name for name in before if not torch.equal(before[name], after[name])] == []
    assert (back.genres, back.data_licence) == (GENRES, "CC BY 4.0")
    assert back.program == made.program
    assert back.training == made.training
    assert [c.network.config for c in back.classifiers] == [
        c.network.config for c in made.classifiers
    ]


def test_what_is_loaded_answers_as_before(path):
    made = bundle()
    save(made, path)
    back = load(path)
    networks: Any = [[c.network for c in b.classifiers] for b in (made, back)]
    (mlp, cnn, four), (mlp_back, cnn_back, four_back) = networks

    assert np.array_equal(
        mlp.answers(features(4)).log_probs, mlp_back.answers(features(4)).log_probs
    )
    assert np.array_equal(
        cnn.answer(None, mel(400)).log_probs, cnn_back.answer(None, mel(400)).log_probs
    )
    assert np.array_equal(
        four.answer(None, mel(400)).log_probs, four_back.answer(None, mel(400)).log_probs
    )


def test_saving_the_same_twice_gives_the_same_file(path, tmp_path):
    save(bundle(), path)
    save(bundle(), tmp_path / "again.pth")

    assert (tmp_path / "again.pth").read_bytes() == path.read_bytes()


def test_the_ensemble_comes_back_as_plain_values_and_tensors(path):
    save(bundle(), path)

    back = load(path).ensemble

    assert np.asarray(back["weights"]).tolist() == [0.5, 0.25, 0.25]
    assert (back["temperature"], back["names"]) == (1.5, ["a"])


def test_a_bundle_says_what_must_be_analyzed(path):
    save(bundle(clip=ClipSpec(Part.START, 20.0)), path)
    back = load(path)

    assert back.needs == AnalysisSpec(part=Part.START, seconds=20.0, features=True, mels=(MEL,))
    assert back.features == FEATURES


def test_a_bundle_without_an_mlp_needs_no_features():
    assert bundle(classifiers=(Classifier("c", network(CNN)),)).needs == AnalysisSpec(
        features=False, mels=(MEL,)
    )


def test_a_bundle_of_features_needs_no_mels():
    assert bundle(classifiers=(Classifier("m", network(MLP)),)).needs == AnalysisSpec()


def test_a_failed_save_leaves_the_old_file_and_nothing_else(path, monkeypatch):
    save(bundle(), path)
    before = path.read_bytes()

    def refuse(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ClassifierFileProblem, match="cannot be written: No space left"):
        save(bundle(data_licence="other"), path)

    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_what_could_not_be_loaded_is_not_saved(path):
    broken = network(MLP)
    broken.head.bias.data[0] = float("nan")

    with pytest.raises(
        ClassifierFileProblem, match=r"head\.bias holds numbers that are not finite"
    ):
        save(bundle(classifiers=(Classifier("m", broken),)), path)

    assert not path.exists()


def first(content):
    return content["classifiers"][0]


def forge(part, key, value):
    """Return a change that puts `value` at `key` of a part of the file's content."""

    def change(content):
        part(content)[key] = value

    return change


def whole(content):
    return content


FORGERIES = {
    "newer": (forge(whole, "version", 2), "newer musicreclass.*update the program"),
    "no version": (forge(whole, "version", "1"), "which version"),
    "version is a truth": (forge(whole, "version", True), "which version"),
    "another kind": (forge(whole, "kind", "moods"), "knows something else"),
    "another format": (forge(whole, "format", "x"), "no classifier of musicreclass"),
    "no genres": (forge(whole, "genres", []), "0 genres"),
    "a genre twice": (forge(whole, "genres", ["A", "B", "A"]), "genre 'A' is there twice"),
    "empty genre": (forge(whole, "genres", ["A", "B", " "]), "list of names"),
    "numbers for genres": (forge(whole, "genres", [1, 2, 3]), "list of names"),
    "one genre less": (forge(whole, "genres", ["A", "B"]), r"head\.weight have the shape \(3, 8\)"),
    "a genre that steers": (forge(whole, "genres", ["A", "B", "\x1b[2J"]), "genre holds signs"),
    "a genre that turns": (forge(whole, "genres", ["A", "B", "\u202eC"]), "genre holds signs"),
    "a genre of two lines": (forge(whole, "genres", ["A", "B", "C\nD"]), "genre holds signs"),
    "a long genre": (forge(whole, "genres", ["A", "B", "C" * 201]), "genre is longer than 200"),
    "a steering program": (forge(whole, "program", "\x1b]0;x\x07"), "program holds signs"),
    "a steering licence": (forge(whole, "data_licence", "\x9b2J"), "licence holds signs"),
    "a long licence": (forge(whole, "data_licence", "C" * 20_001), "licence is longer"),
    "a steering name": (forge(first, "name", "m\x07"), "name holds signs"),
    "no classifiers": (forge(whole, "classifiers", []), "no classifiers"),
    "licence": (forge(whole, "data_licence", None), "licence should be text"),
    "part": (forge(whole, "listened", {"part": "end", "seconds": 3.0}), "part should be one of"),
    "seconds": (
        forge(whole, "listened", {"part": "start", "seconds": -1.0}),
        "must be above 0",
    ),
    "ensemble": (forge(whole, "ensemble", [1]), "ensemble should be a table"),
    "ensemble holds bytes": (forge(whole, "ensemble", {"x": b"x"}), "no plain value"),
    "unknown network": (forge(first, "kind", "rnn"), "kind 'rnn' are unknown"),
    "no name": (forge(first, "name", 3), "name should be text"),
    "no weights": (forge(first, "weights", None), "has no weights"),
    "extra": (forge(first, "extra", 1), "should have a name, a kind"),
    "lost config": (forge(first, "config", {}), "lacks or has too many of"),
    "huge": (forge(lambda c: first(c)["config"], "hidden", [10**9, 8]), "1 to 4096 wide"),
    "truth for width": (forge(lambda c: first(c)["config"], "hidden", [True, 8]), "should be int"),
    "unknown column": (forge(lambda c: first(c)["config"], "used", ["?"]), "no such column"),
    "nan dropout": (forge(lambda c: first(c)["config"], "dropout", float("nan")), "no finite"),
    "mel": (forge(lambda c: c["classifiers"][1]["config"]["mel"], "hop", 0), "above zero"),
    "scale": (forge(lambda c: c["classifiers"][1]["config"]["mel"], "scale", "bark"), "scale"),
    "shape": (
        forge(lambda c: first(c)["weights"], "head.bias", torch.zeros(4)),
        r"head\.bias have the shape \(4,\), not \(3,\)",
    ),
    "dtype": (
        forge(lambda c: first(c)["weights"], "head.bias", torch.zeros(3).double()),
        "of type torch.float64",
    ),
    "nan": (
        forge(lambda c: first(c)["weights"], "head.bias", torch.full((3,), torch.nan)),
        "not finite",
    ),
    "sparse": (
        forge(lambda c: first(c)["weights"], "head.bias", torch.zeros(3).to_sparse()),
        "could do harm",
    ),
    "thin air": (
        forge(lambda c: first(c)["weights"], "head.bias", torch.zeros(1).expand(3)),
        "fewer numbers than its shape says",
    ),
    "no tensor": (forge(lambda c: first(c)["weights"], "head.bias", 1.0), "shape"),
    "left over": (forge(lambda c: first(c)["weights"], "more", torch.zeros(1)), "left over: more"),
    "flat": (
        forge(lambda c: first(c)["weights"], "spread", torch.zeros(37)),
        "spread should be above 0",
    ),
    "variance": (
        forge(
            lambda c: c["classifiers"][1]["weights"],
            "dense.1.running_var",
            torch.full((8,), -1.0),
        ),
        "running_var should be at least 0",
    ),
}


@pytest.mark.parametrize(("change", "reason"), FORGERIES.values(), ids=FORGERIES.keys())
@pytest.mark.filterwarnings("ignore:Sparse invariant checks")
def test_forged_files_are_refused_with_a_sentence(content, path, change, reason):
    change(content)
    torch.save(content, path)

    with pytest.raises(ClassifierFileProblem, match=rf"mine\.pth: .*{reason}.*\.$"):
        load(path)


@pytest.mark.parametrize("key", ["genres", "classifiers", "listened", "ensemble", "training"])
def test_a_missing_part_is_named(content, path, key):
    del content[key]
    torch.save(content, path)

    with pytest.raises(ClassifierFileProblem, match=f"lacks: {key}"):
        load(path)


def test_two_classifiers_of_one_name_are_refused(content, path):
    content["classifiers"][1]["name"] = content["classifiers"][0]["name"]
    torch.save(content, path)

    with pytest.raises(ClassifierFileProblem, match="classifier 'mlp' is there twice"):
        load(path)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_refused(content, path, share):
    packed = path.read_bytes()
    path.write_bytes(packed[: int(len(packed) * share)])

    with pytest.raises(ClassifierFileProblem, match="cut off"):
        load(path)


@pytest.mark.parametrize("entry", ["data.pkl", "data/0", "version"])
def test_a_flipped_bit_is_noticed(content, path, entry):
    with zipfile.ZipFile(path) as archive:
        (info,) = (e for e in archive.infolist() if e.filename.endswith(f"/{entry}"))
        kept = archive.read(info)
    packed = bytearray(path.read_bytes())
    packed[packed.index(kept, info.header_offset)] ^= 1
    path.write_bytes(packed)

    with pytest.raises(ClassifierFileProblem, match="damaged in"):
        load(path)


@pytest.mark.parametrize("where", ["whole", "ensemble"])
def test_a_malicious_pickle_is_refused_and_runs_nothing(content, path, tmp_path, where):
    harmed = tmp_path / "harm"
    forged = {"whole": Harm(harmed), "ensemble": content | {"ensemble": {"x": Harm(harmed)}}}
    torch.save(forged[where], path)

    with pytest.raises(ClassifierFileProblem, match="could do harm"):
        load(path)

    assert not harmed.exists()


@pytest.mark.parametrize("given", [[1, 2], {"weights": torch.zeros(3)}, torch.zeros(3)])
def test_other_files_of_torch_are_no_bundles(path, given):
    torch.save(given, path)

    with pytest.raises(NotABundle, match="no classifier of musicreclass"):
        load(path)


def test_files_of_other_programs_are_refused(path):
    path.write_bytes(b"ID3 this is music " * 100)

    with pytest.raises(ClassifierFileProblem, match="neither a classifier"):
        load(path)


def test_a_file_that_is_not_there_is_a_sentence(path):
    with pytest.raises(ClassifierFileProblem, match="cannot be read: No such file"):
        load(path)
