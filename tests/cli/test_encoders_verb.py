"""`encoders`, and what comes of one: a classifier that is trained, asked, and missed."""

import io
import json

import numpy as np
import pytest

from musicreclass import paths, settings
from musicreclass.__main__ import main
from musicreclass.classifiers import bundle
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.kinds.tuned import TunedConfig
from musicreclass.classifiers.runtime import device
from musicreclass.core.genre import Taxonomy
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.spaces.own_space import chosen_space
from musicreclass.pipeline.training.untrained_classifier import genre_of
from tests.loopback_hub import LoopbackHub, running
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext
from tests.small_bundles import GENRES, save_small_bundle
from tests.tiny_encoders import ast_folder, clap_folder, jmla_folder, onnx_folder

AUDIOSET = (
    *("Pop music", "Hip hop music", "Beatboxing", "Rock music", "Heavy metal"),
    *("Punk rock", "Grunge", "Progressive rock", "Rock and roll", "Psychedelic rock"),
    *("Rhythm and blues", "Soul music", "Reggae", "Country", "Swing music"),
    *("Bluegrass", "Funk", "Folk music", "Middle Eastern music", "Jazz", "Disco"),
    *("Classical music", "Opera", "Electronic music", "House music", "Techno"),
    *("Dubstep", "Drum and bass", "Electronica", "Electronic dance music"),
    *("Ambient music", "Trance music", "Music of Latin America", "Salsa music"),
    *("Flamenco", "Blues", "Music for children", "New-age music", "Vocal music"),
    *("A capella", "Music of Africa", "Afrobeat", "Christian music", "Gospel music"),
    *("Music of Asia", "Carnatic music", "Music of Bollywood", "Ska"),
    *("Traditional music", "Independent music"),
)


@pytest.fixture
def call(capsys):
    """Return a caller of the command line: status, what was printed, complaints."""

    def run(*arguments):
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def music(tmp_path):
    write_genres(tmp_path / "music")
    return tmp_path / "music"


def test_a_folder_is_added_listed_and_forgotten(call, tmp_path):
    ast_folder(tmp_path / "my ast")

    assert call("encoders", "list")[1].startswith("No encoder was added yet")
    assert "train DIR --encoder my-ast" in call("encoders", "add", tmp_path / "my ast")[1]
    (line,) = call("encoders", "list", "--json")[1].splitlines()
    status, said, _ = call("encoders", "remove", "my-ast")

    assert json.loads(line)["layers"] == {"pooled": 32, "block 02": 32, "block 03": 32}
    assert json.loads(line)["licence"] == "bsd-3-clause"
    assert (status, "its files in" in said) == (0, True)
    assert (tmp_path / "my ast" / "model.safetensors").is_file()
    assert shelf.shelved() == []


def test_map_and_decisions_go_by_an_encoder_until_the_box_is_named(call, tmp_path):
    onnx_folder(tmp_path / "tiny")
    call("encoders", "add", tmp_path / "tiny")

    status, said, _ = call("encoders", "use", "tiny")
    assert status == 0
    assert "go by tiny once nearly all tracks were embedded by it" in said
    assert settings.load(paths.settings_file()).classifying.space == "tiny"

    assert "go by the encoder in the box" in call("encoders", "use", "box")[1]
    assert settings.load(paths.settings_file()).classifying.space == ""
    assert call("encoders", "use", "nobody")[0] == 2


def test_a_scan_asks_the_box_and_the_encoder_that_have_a_say_beside_the_classifier_in_use(
    call, tmp_path
):
    music = write_genres(tmp_path / "music", tracks=2, seconds=1.5)
    onnx_folder(tmp_path / "tiny")
    call("encoders", "add", tmp_path / "tiny")
    call("encoders", "use", "tiny")
    call("classifiers", "import", save_small_bundle(tmp_path / "small.pth"))
    call("classifiers", "use", "small")
    assert call("classifiers", "weigh", "small", "box=1")[0] == 0

    assert call("scan", "--listen", music)[0] == 0

    box = next(one.path for one in installed() if one.is_in_box)
    small = paths.data_dir() / "classifiers" / "small.pth"
    with Library(paths.library_file()) as library:
        embedded, scored = library.predictions.coverage(chosen_space().key)
        asked, _ = library.predictions.coverage(digest_of(box))
        suggester = load_suggester(library, small, learns=False)
        (batch, *_) = suggester.batches(library, RecordingContext())
    assert embedded == asked == scored == 4
    assert len(batch.suggested[0].candidates) > len(GENRES)


def test_names_are_one_encoders_alone(call, tmp_path):
    ast_folder(tmp_path / "one")
    ast_folder(tmp_path / "other", seed=1)
    call("encoders", "add", tmp_path / "one", "--name", "it")

    again = call("encoders", "add", tmp_path / "one", "--name", "it")
    status, _, complaint = call("encoders", "add", tmp_path / "other", "--name", "it")

    assert (again[0], status) == (0, 2)
    assert "Another encoder is called it already" in complaint
    assert call("encoders", "add", tmp_path / "one", "--name", "../it")[0] == 2


def test_files_that_changed_are_not_used(call, tmp_path, music):
    ast_folder(tmp_path / "ast")
    call("encoders", "add", tmp_path / "ast")
    ast_folder(tmp_path / "ast", seed=1)

    status, _, complaint = call("train", music, "--encoder", "ast", "--out", tmp_path / "own.pth")

    assert status == 1
    assert "the encoder's files are gone or others by now" in complaint


@pytest.mark.parametrize("answer", ["y\n", "n\n", ""])
def test_a_download_waits_for_a_yes(call, tmp_path, monkeypatch, answer):
    ast_folder(tmp_path)
    hub = LoopbackHub({path.name: path.read_bytes() for path in tmp_path.iterdir()})
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    with running(hub) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        status, said, complaint = call("encoders", "get", "someone/tiny")

    assert "someone/tiny: 4 files, 0 MB, licence: bsd-3-clause." in said
    assert [one.name for one in shelf.shelved()] == (["tiny"] if answer == "y\n" else [])
    assert (status == 0) == bool(answer)
    assert ("--yes downloads without asking" in complaint) == (not answer)


def test_what_was_downloaded_is_deleted_with_its_card(call, tmp_path, monkeypatch):
    onnx_folder(tmp_path)
    hub = LoopbackHub({path.name: path.read_bytes() for path in tmp_path.iterdir()}, licence="")
    with running(hub) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        status, said, _ = call("encoders", "get", "someone/tiny", "--yes")
    removed = call("encoders", "remove", "tiny")

    assert (status, "licence: not named" in said) == (0, True)
    assert "was removed with its download" in removed[1]
    assert list(shelf.shelf().iterdir()) == []


def test_an_encoder_whose_card_is_damaged_is_named_and_can_be_removed(call, tmp_path):
    onnx_folder(tmp_path / "mine")
    call("encoders", "add", tmp_path / "mine")
    (shelf.shelf() / "mine" / shelf.CARD_FILE).write_text("{")

    status, _, complaint = call("encoders", "list")
    removed = call("encoders", "remove", "mine")

    assert (status, complaint[:6]) == (1, "mine: ")
    assert removed[:2] == (0, "The encoder mine was removed.\n")
    assert list(shelf.shelf().iterdir()) == []
    assert (tmp_path / "mine" / "tiny.onnx").is_file()


def test_a_probe_is_an_ordinary_classifier_until_its_encoder_is_missed(call, tmp_path, music):
    jmla_folder(tmp_path / "jmla", licence="unclear")
    out = tmp_path / "own.pth"
    call("encoders", "add", tmp_path / "jmla")

    status, said, _ = call(
        *("train", music, "--encoder", "jmla", "--out", out, "--workers", "1", "--json")
    )
    summary = json.loads(said.splitlines()[-1])
    kept = sorted((paths.cache_dir() / "heard").rglob("*.npz"))
    asked = call("classify", music, "--classifier", out, "--json", "--workers", "1")
    analyzed = sorted((paths.cache_dir() / "heard").rglob("*.npz"))
    call("encoders", "remove", "jmla")
    missed = call("classify", music, "--classifier", out)

    told = [json.loads(line)["candidates"][0]["genre"] for line in asked[1].splitlines()]
    made = bundle.load(out)
    assert (status, summary["preset"], summary["tracks"]) == (0, "encoder jmla", 12)
    assert summary["accuracy"] >= 0.7  # random weights tell a drum from a flute
    assert set(summary["classifiers"]) == {"class token", "mean", "block 01", "block 02"}
    assert (asked[0], told) == (0, ["Drums"] * 6 + ["Flutes"] * 6)
    assert kept == analyzed  # what was encoded is not encoded again
    assert (made.training["encoder"], made.training["encoder_licence"]) == ("jmla", "unclear")
    assert made.encoder is None
    assert missed[0] == 1
    assert "it was trained with the encoder “jmla”, which is not here" in missed[2]


def test_an_encoder_whose_last_block_is_tuned_is_an_ordinary_classifier_until_it_is_missed(
    call, tmp_path, music
):
    ast_folder(tmp_path / "ast")
    call("encoders", "add", tmp_path / "ast")
    out = tmp_path / "own.pth"
    options = ("--fine-tune", "1", "--set", "epochs=1", "--workers", "1", "--json")

    status, said, complaint = call("train", music, "--encoder", "ast", *options, "--out", out)

    assert status == 0
    assert ("There is no GPU here" in complaint) == (device().type == "cpu")
    assert "The last block of the encoder ast was tuned" in str(json.loads(said)["notes"])
    (tuned,) = bundle.load(out).classifiers
    assert isinstance(tuned.network.config, TunedConfig)
    assert tuned.network.config.blocks == 1
    status, said, _ = call("classify", "--classifier", out, "--json", music)
    assert status == 0
    assert all("tuned" in json.loads(line)["classifiers"] for line in said.splitlines())

    call("encoders", "remove", "ast")
    missed = call("classify", "--classifier", out, music)
    assert missed[0] == 1
    assert "it was trained with the encoder “ast”, which is not here" in missed[2]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--fine-tune", "1"), "name it with --encoder"),
        (("--encoder", "ast", "--fine-tune", "9"), "this encoder has 4"),
        (("--encoder", "ast", "--fine-tune", "1", "--network", "cnn"), "--encoder"),
    ],
)
def test_fine_tuning_that_cannot_be_is_refused(call, tmp_path, music, arguments, sentence):
    ast_folder(tmp_path / "ast")
    call("encoders", "add", tmp_path / "ast")

    status, _, complaint = call("train", music, *arguments, "--out", tmp_path / "own.pth")

    assert status == 2
    assert sentence in complaint


def test_a_network_that_learned_from_an_encoder_does_without_it(call, tmp_path, music):
    onnx_folder(tmp_path / "onnx")
    call("encoders", "add", tmp_path / "onnx")
    out = tmp_path / "own.pth"

    status, said, _ = call(
        *("train", music, "--teacher", "onnx", "--preset", "quick", "--set", "epochs=1"),
        *("--out", out, "--workers", "1", "--json"),
    )
    call("encoders", "remove", "onnx")
    alone = call("classify", music, "--classifier", out, "--workers", "1")

    assert (status, alone[0]) == (0, 0)
    assert "than their genres alone" in json.loads(said.splitlines()[-1])["notes"][0]


def test_a_missing_encoder_lets_the_box_suggest_and_is_there_again_once_it_is_added(
    call, tmp_path, music
):
    onnx_folder(tmp_path / "onnx")
    call("encoders", "add", tmp_path / "onnx")
    out = tmp_path / "own.pth"
    call("train", music, "--encoder", "onnx", "--out", out, "--workers", "1")
    call("classifiers", "use", out)
    call("encoders", "remove", "onnx")

    while_gone = call("classifiers", "list")
    call("encoders", "add", tmp_path / "onnx")
    again = call("classifiers", "list")

    assert (while_gone[0], again[0]) == (1, 0)
    assert "The classifier that came with the program suggests meanwhile" in while_gone[2]
    assert settings.load(paths.settings_file()).classifying.classifier == str(out)


def test_training_with_an_encoder_that_is_not_there_is_wrong_use(call, music):
    status, _, complaint = call("train", music, "--encoder", "nobody")

    assert status == 2
    assert "There is no encoder called nobody" in complaint


@pytest.mark.parametrize(
    "more", [(".", "--set", "epochs=3"), (".", "--network", "cnn"), ("--magnatagatune", ".")]
)
def test_what_an_encoder_cannot_be_trained_with_is_wrong_use(call, more):
    status, _, complaint = call("train", *more, "--encoder", "one")

    assert (status, "--encoder goes with none of" in complaint) == (2, True)


def test_an_encoder_whose_folder_is_gone_is_named(call, tmp_path):
    onnx_folder(tmp_path / "one")
    call("encoders", "add", tmp_path / "one")
    (tmp_path / "one" / "tiny.onnx").unlink()

    status, said, complaint = call("encoders", "list")

    assert (status, said.startswith("one ")) == (1, True)
    assert "cannot be read" in complaint


def test_labels_of_an_encoder_are_a_classifier_without_training(call, tmp_path, music):
    ast_folder(tmp_path / "ast")
    call("encoders", "add", tmp_path / "ast")
    out = tmp_path / "zero.pth"

    status, said, _ = call("encoders", "zero-shot", "ast", "--genres", "Rock,Jazz", "--out", out)
    asked = call("classify", music, "--classifier", out, "--json", "--workers", "1")

    line = json.loads(asked[1].splitlines()[0])
    assert (status, "measured by nobody: Rock, Jazz." in said) == (0, True)
    assert {one["genre"] for one in line["candidates"]} == {"Rock", "Jazz"}
    assert line["verdict"] == "not sure"


def test_genres_are_told_by_any_names(call, tmp_path, music):
    network = clap_folder(tmp_path / "clap")
    call("encoders", "add", tmp_path / "clap")
    out = tmp_path / "zero.pth"

    status, said, _ = call("encoders", "zero-shot", "clap", "--genres", "Jazz,Blues", "--out", out)
    asked = call("classify", music, "--classifier", out, "--json", "--workers", "1")

    made = bundle.load(out)
    rows = made.classifiers[0].network.head.weight.numpy()
    assert (status, asked[0]) == (0, 0)
    assert "Jazz, Blues" in said
    assert made.genres == ("Jazz", "Blues")
    np.testing.assert_allclose(
        np.linalg.norm(rows, axis=1), network.logit_scale_a.detach().exp(), rtol=1e-5
    )


@pytest.mark.parametrize("made", [jmla_folder, onnx_folder])
def test_who_scores_no_labels_and_reads_no_words_tells_no_genres(call, tmp_path, made):
    made(tmp_path / "one")
    call("encoders", "add", tmp_path / "one")

    status, _, complaint = call("encoders", "zero-shot", "one", "--out", tmp_path / "x.pth")

    assert status == 2
    assert "train DIR --encoder one" in complaint


def test_all_fifty_labels_of_music_in_audioset_stand_for_a_genre():
    known = Taxonomy.shipped()

    meant = {label: genre_of(label, known) for label in AUDIOSET}

    assert len(meant) == 50
    assert [label for label, genre in meant.items() if known.with_id(genre or "") is None] == []
