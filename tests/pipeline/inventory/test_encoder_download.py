"""Encoders from a hub: by their sums, taken up where a connection was cut, whole or not at all."""

import random

import numpy as np
import pytest

from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.pipeline.inventory.encoder_download import DownloadProblem, fetch, offer_of
from tests.loopback_hub import REVISION, LoopbackHub, running
from tests.recording_context import RecordingContext
from tests.tiny_encoders import ast_folder, noise

NAME = "someone/tiny"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    ast_folder(folder)
    content = {path.name: path.read_bytes() for path in folder.iterdir()}
    return content | {"pytorch_model.bin": b"a pickle", "../evil": b"", "onnx/model.onnx": b""}


@pytest.fixture
def hub(files, monkeypatch):
    made = LoopbackHub(files)
    with running(made) as address:
        monkeypatch.setenv("HF_ENDPOINT", address + "/")
        yield made


def nothing_is_there():
    return not shelf.shelved() and not (shelf.shelf() / "tiny").exists()


def test_what_is_offered_is_said_before_anything_is_fetched(hub, files):
    offer = offer_of(NAME, RecordingContext())

    names = ["README.md", "config.json", "model.safetensors", "preprocessor_config.json"]
    assert sorted(file.name for file in offer.files) == names
    assert offer.size_bytes == sum(len(files[name]) for name in names)
    assert (offer.name, offer.licence, offer.revision) == ("tiny", "bsd-3-clause", REVISION)
    assert [path for path, _ in hub.asked] == [f"/api/models/{NAME}"]


def test_what_came_is_used_like_any_other(hub):
    ctx = RecordingContext()

    made = fetch(offer_of(NAME, ctx), ctx)

    found = shelf.find("tiny")
    assert (found.digest, found.card.licence) == (made.digest, "bsd-3-clause")
    assert found.folder == shelf.shelf() / "tiny"
    assert found.origin == f"{NAME} {REVISION}"
    row = shelf.encoder_of(found.spec).encode(list(noise(20_720)))
    assert np.isfinite(row).all()
    assert not list(shelf.shelf().glob(".*"))


@pytest.mark.parametrize("seed", range(3))
def test_a_connection_that_is_cut_at_ten_positions_is_taken_up_there(hub, files, seed):
    drawn = random.Random(seed)
    hub.cuts = [drawn.randrange(1, 9_000) for _ in range(10)]
    ctx = RecordingContext()

    fetch(offer_of(NAME, ctx), ctx)

    for name in ("model.safetensors", "config.json"):
        assert (shelf.shelf() / "tiny" / name).read_bytes() == files[name]
    assert hub.cuts == []
    assert any(given for _, given in hub.asked)


def test_a_hub_that_sends_nothing_more_is_given_up_and_the_next_run_goes_on(hub, files):
    hub.cuts = [10**6, 10**6, 10**6, 9_000, *[0] * 10]
    ctx = RecordingContext()
    offer = offer_of(NAME, ctx)

    with pytest.raises(DownloadProblem, match="the same command goes on from there"):
        fetch(offer, ctx)

    assert nothing_is_there()
    hub.cuts, hub.asked = [], []
    fetch(offer, ctx)
    assert hub.asked == [(f"/{NAME}/resolve/{REVISION}/model.safetensors", "bytes=9000-")]
    assert (shelf.find("tiny").folder / "model.safetensors").read_bytes() == (
        files["model.safetensors"]
    )


def test_a_hub_that_knows_no_ranges_begins_anew(hub, files):
    hub.takes_ranges, hub.cuts = False, [10**6, 10**6, 10**6, 500]
    ctx = RecordingContext()

    fetch(offer_of(NAME, ctx), ctx)

    assert (shelf.find("tiny").folder / "model.safetensors").read_bytes() == (
        files["model.safetensors"]
    )


@pytest.mark.parametrize("name", ["model.safetensors", "preprocessor_config.json"])
def test_another_file_than_the_sum_says_is_thrown_away(hub, name):
    hub.sums[name] = "0" * 64
    ctx = RecordingContext()

    with pytest.raises(DownloadProblem, match=f"{name} came as another file"):
        fetch(offer_of(NAME, ctx), ctx)

    assert nothing_is_there()
    assert not list(shelf.shelf().glob(f".*/{name}*"))


def test_small_files_are_known_by_the_sums_of_git(hub, files):
    ctx = RecordingContext()
    offer = offer_of(NAME, ctx)
    hub.files = files | {"config.json": files["config.json"].replace(b"gelu", b"relu")}

    with pytest.raises(DownloadProblem, match=r"config.json came as another file"):
        fetch(offer, ctx)

    assert nothing_is_there()


def test_what_came_whole_and_cannot_be_used_is_not_on_the_shelf(hub, files):
    hub.offer(files | {"preprocessor_config.json": b"{"})
    ctx = RecordingContext()

    with pytest.raises(ClassifierFileProblem, match="no JSON"):
        fetch(offer_of(NAME, ctx), ctx)

    assert nothing_is_there()


def test_whoever_stops_it_goes_on_later(hub):
    ctx = RecordingContext(stop_after=3)

    with pytest.raises(Cancelled):
        fetch(offer_of(NAME, ctx), ctx)

    assert nothing_is_there()
    fetch(offer_of(NAME, RecordingContext()), RecordingContext())
    assert shelf.find("tiny")


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "agreed to its terms"), (404, "knows nothing of"), (400, "refuses to give")],
)
def test_a_refusal_is_one_sentence(hub, status, said):
    hub.refuses = status

    with pytest.raises(DownloadProblem, match=said):
        offer_of(NAME, RecordingContext())


def test_a_hub_that_is_not_there_is_one_sentence(monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")

    with pytest.raises(DownloadProblem, match="cannot be reached"):
        offer_of(NAME, RecordingContext())


def test_a_repository_of_pickles_alone_has_nothing_to_use(hub):
    hub.offer({"pytorch_model.bin": b"", "config.json": b"{}"})

    with pytest.raises(DownloadProblem, match="has nothing under someone/tiny"):
        offer_of(NAME, RecordingContext())


@pytest.mark.parametrize("name", ["nobody", "a/b/c", "../x/y", ""])
def test_what_is_no_name_is_not_asked_for(hub, name):
    with pytest.raises(UsageProblem, match="is no name of an encoder"):
        offer_of(name, RecordingContext())

    assert hub.asked == []


def test_a_name_that_is_taken_is_not_fetched_again(hub):
    ctx = RecordingContext()
    fetch(offer_of(NAME, ctx), ctx)

    with pytest.raises(UsageProblem, match="Another encoder is called tiny already"):
        fetch(offer_of(NAME, ctx), ctx)
