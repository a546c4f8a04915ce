"""Studies from the command line, of two small collections of made-up sounds."""

import json
import re

import numpy as np
import pytest

from musicreclass.__main__ import main
from musicreclass.classifiers.encoders import shelf
from musicreclass.pipeline.study import collection_study
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute, write_genres
from tests.tiny_encoders import onnx_folder

ALTERED = 4  # tracks of a collection


def write_others(folder, tracks=6):
    """Write drums and flutes as another person has them: fainter, and dull."""
    for number in range(tracks):
        for genre, sound in (("Drums", drum), ("Flutes", flute)):
            path = folder / genre / f"{number}.flac"
            path.parent.mkdir(parents=True, exist_ok=True)
            samples = 0.3 * np.convolve(sound(20 + number, 2.0), np.ones(4) / 4, "same")
            tags = {"artist": f"Other {genre} {number}", "date": "1999"}
            write_audio(
                path, samples=samples[:, None].astype(np.float32), sample_rate=RATE, tags=tags
            )
    return folder


def test_a_study_says_what_to_use_and_draws_what_it_found(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(collection_study, "QUICK_SAMPLE", ALTERED)  # of which each takes long
    first = write_genres(tmp_path / "mine", seconds=2.0)
    second = write_others(tmp_path / "yours")
    page = tmp_path / "study.html"
    onnx_folder(tmp_path / "tiny")
    shelf.add(tmp_path / "tiny")
    options = ["--quick", "--html", str(page), "--json", "--encoder", "tiny"]

    status = main(["study", str(first), str(second), *options])

    assert status == 0
    found = json.loads(capsys.readouterr().out)
    one = found["collections"][0]
    names = {way["name"] for way in one["comparison"]["classifiers"]}
    assert {"features / linear", "mel 32 / rbf", "embeddings / linear", "all / rbf", "mlp"} <= names
    assert {"cnn", "crnn"} <= names
    assert {"own tiny embedding / linear", "own tiny embedding / rbf"} <= names
    assert one["use"]["use"] in names
    assert len(one["edge_cases"]["altered"]) == 11
    assert {case["tracks"] for case in one["edge_cases"]["altered"]} == {ALTERED}
    assert [few["per_genre"] for few in one["edge_cases"]["few_examples"]] == [3]
    assert {genre["genre"] for genre in one["genres"]} == {"Drums", "Flutes"}
    (across,) = found["across"]
    assert across["genres"] == ["Drums", "Flutes"]
    assert {c["fact"]: c["known"] for c in across["contrasts"]}["year"] == [0, 12]
    written = page.read_text(encoding="utf-8")
    assert "For folders like mine, use" in written
    assert not re.findall(r"<(?:script|link|img|iframe)|(?:src|href)=", written)
    assert written.count("<svg") >= 6


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere"], "nowhere"),
        (["music", "music"], "One folder is given twice"),
        (["music", "--seed", "-1"], "seed"),
        (["music", "--encoder", "nobody"], "nobody"),
    ],
)
def test_what_cannot_work_is_refused_in_a_sentence(
    arguments, sentence, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "music").mkdir()

    assert main(["study", *arguments]) == 2
    assert sentence in capsys.readouterr().err
