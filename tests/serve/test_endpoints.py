"""What the endpoints answer: the same as the verbs of the command line."""

import base64
import csv
import io
import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from musicreclass.__main__ import main
from musicreclass.core.genres.genre_file import taxonomy_in_use
from tests.material import music, write_audio


def sent(paths):
    return [(path.name, path.read_bytes()) for path in paths]


def said_by_the_verb(home, *arguments):
    """Return what `classify --json --segments` prints of files, by their names alone."""
    words = ["classify", *map(str, arguments), "--json", "--segments", "--workers", "1"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "musicreclass", *words],
        env={**os.environ, "MUSICRECLASS_HOME": str(home)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [line | {"path": line["path"].rpartition("/")[2]} for line in lines]


@pytest.fixture(scope="module")
def expected(songs, tmp_path_factory):
    """Return what the verb says of the songs, each by itself."""
    return said_by_the_verb(tmp_path_factory.mktemp("home-of-verb"), *songs, "--by", "track")


def without_segments(told):
    return {name: value for name, value in told.items() if name != "segments"}


def test_the_server_says_that_it_is_there_and_no_more(served):
    answer = served.get("/healthz")

    assert (answer.status, answer.json) == (200, {"status": "ok"})


def test_several_files_are_answered_as_by_the_verb_in_their_order(served, songs, expected):
    answer = served.send("/api/v1/classify", sent(songs))

    assert answer.status == 200
    assert answer.json["results"] == [without_segments(one) for one in expected]


def test_a_body_that_is_the_file_itself_does_as_well(served, song, expected):
    answer = served.ask(
        "POST",
        "/api/v1/classify?name=%E9%9D%92%E8%8A%B1%E7%93%B7.mp3",
        song.read_bytes(),
        Content_Type="audio/mpeg",
    )

    assert answer.json["results"] == [without_segments(expected[0]) | {"path": "青花瓷.mp3"}]


def test_files_that_came_together_are_pooled_as_by_the_verb(served, tmp_path, home):
    tags = {"artist": "Somebody", "album": "Something"}
    album = [
        write_audio(
            tmp_path / f"{seed}.mp3", samples=music(seed, seconds=6.0), tags=tags | {"title": "x"}
        )
        for seed in (3, 4)
    ]

    answer = served.send("/api/v1/classify?by=album&spectrogram=true", sent(album))

    told = said_by_the_verb(home, *album, "--by", "album")
    results = [without_segments(one) for one in answer.json["results"]]
    assert [one.pop("spectrogram")["png"][:22] for one in results] == ["data:image/png;base64,"] * 2
    assert results == [without_segments(one) for one in told]
    assert results[0]["company"]["tracks"] == 2


def test_segments_are_those_of_the_verb_and_the_timeline_spans_the_track(served, song, expected):
    answer = served.send("/api/v1/classify?segments=true", sent([song]))

    (told,) = answer.json["results"]
    timeline = told.pop("timeline")
    assert told == expected[0]
    assert timeline[0]["start"] == 0.0
    assert timeline[-1]["end"] == pytest.approx(8.0, abs=0.2)
    assert all(a["end"] == b["start"] for a, b in pairwise(timeline))
    assert all(0 < one["genres"][0]["confidence"] <= 1 for one in timeline)


def test_a_spectrogram_is_a_picture_with_its_axes(served, song):
    answer = served.send("/api/v1/classify?spectrogram=true", sent([song]))

    drawn = answer.json["results"][0]["spectrogram"]
    kind, _, content = drawn["png"].partition(",")
    picture = Image.open(io.BytesIO(base64.b64decode(content)))
    assert kind == "data:image/png;base64"
    assert 100 < picture.width <= 800
    assert picture.height == 128
    assert drawn["seconds"] == pytest.approx(8.0, abs=0.2)
    heights = [one["height"] for one in drawn["hz"]]
    assert heights == sorted(heights)
    assert {one["hz"] for one in drawn["hz"]} >= {500, 1000, 8000}


def test_tags_are_those_that_stand_out_or_all_of_them(served, song):
    shown = served.send("/api/v1/tags", sent([song])).json["results"][0]
    every = served.send("/api/v1/tags?every_tag=true", sent([song])).json["results"][0]

    assert shown.keys() == {"path", "tags", "seconds_heard", "problem"}
    assert 0 < len(shown["tags"]) < len(every["tags"])
    assert {one["name"] for one in shown["tags"]} <= {one["name"] for one in every["tags"]}


def test_features_are_those_of_the_verb(served, song, tmp_path):
    table = tmp_path / "features.csv"
    main(["features", str(song), "--csv", str(table), "--workers", "1"])
    told = served.send("/api/v1/features?format=csv", sent([song]))
    rows = list(csv.reader(io.StringIO(told.body.decode())))
    expected = list(csv.reader(io.StringIO(table.read_text())))

    assert told.headers["content-type"].startswith("text/csv")
    assert rows[:-1] == expected[:-1]
    assert rows[-1] == [song.name, *expected[-1][1:]]
    answer = served.send("/api/v1/features", sent([song])).json
    assert answer["results"][0]["features"] == [float(number) for number in expected[-1][1:]]
    assert len(answer["columns"]) == 518


def test_the_classifiers_are_listed_without_where_they_lie(served):
    told = served.get("/api/v1/classifiers").json["classifiers"]

    assert [one["name"] for one in told] == ["box"]
    assert told[0]["in_use"]
    assert "Pop" in told[0]["genres"]
    assert "/" not in json.dumps({k: v for k, v in told[0].items() if k != "licence"})


def test_a_classifier_is_chosen_by_its_name_and_never_by_a_path(served, song, tmp_path):
    for wanted in ("nobody", "%2Fetc%2Fpasswd", "..%2Fbox"):
        answer = served.send(f"/api/v1/classify?classifier={wanted}", sent([song]))
        assert (answer.status, answer.json["code"]) == (400, "no_classifier")
    assert served.send("/api/v1/classify?classifier=box", sent([song])).status == 200


def test_a_file_that_is_none_is_refused_with_the_reason_and_one_among_others_is_named(served, song):
    broken = ("broken.mp3", b"this is no sound")

    alone = served.send("/api/v1/classify", [broken], Accept_Language="zh-TW")
    among = served.send("/api/v1/classify", [broken, *sent([song])])

    assert (alone.status, alone.json["code"]) == (422, "unusable")
    assert alone.json["results"][0]["problem_said"] in alone.json["detail"]
    assert among.status == 200
    assert among.json["results"][0]["problem"]
    assert among.json["results"][1]["problem"] is None
    assert str(served.home) not in alone.body.decode() + among.body.decode()


def test_a_job_can_be_followed_by_events_and_asked_for_later(served, songs):
    begun = served.send("/api/v1/classify?wait=false", sent(songs))
    where = begun.headers["location"]

    events = served.get(f"{where}/events").body.decode()
    told = served.get(where).json

    named = [line.partition(": ")[2] for line in events.splitlines() if line.startswith("event")]
    assert begun.status == 202
    assert (named[0], named[-1]) == ("state", "done")
    assert named.count("result") == named.count("progress") == 3
    assert (told["state"], told["done"]) == ("done", 3)
    assert [one["path"] for one in told["results"]] == [path.name for path in songs]
    later = served.get(f"{where}/events", Last_Event_ID="4").body.decode()
    assert later.count("event: result") < 3
    assert served.ask("DELETE", where).status == 204
    assert (served.get(where).status, served.get(f"{where}/events").status) == (404, 404)


def test_the_description_names_every_address_and_what_it_says_is_so(served):
    told = served.get("/api/v1/openapi.json").json

    for path, methods in told["paths"].items():
        found = path.replace("{id}", "nobody")
        for method in methods.keys() - {"parameters"}:
            answer = served.ask(method.upper(), found)
            assert str(answer.status) in methods[method]["responses"], (method, path, answer)
    example = told["components"]["schemas"]["Result"]["examples"][0]
    assert example.keys() == set(told["components"]["schemas"]["Result"]["required"])


def test_every_genre_has_a_colour_and_its_names(served):
    told = served.get("/api/v1/vocabulary").json

    assert told["genres"]["Pop"]["names"]["zh_TW"] == "流行"
    assert told["genres"]["Pop"]["colour"] == taxonomy_in_use().colour("Pop")
    assert told["tags"]["mellow"].keys() >= {"en", "zh_TW", "zh_CN"}


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/api/v1/classify?loudly=1", "unknown_option"),
        ("/api/v1/classify?speed=warp", "wrong_option"),
        ("/api/v1/classify?segments=perhaps", "wrong_option"),
        ("/api/v1/features?seconds=-1", "wrong_option"),
        ("/api/v1/features?seconds=nan", "wrong_option"),
    ],
)
def test_options_that_nobody_knows_are_refused(served, song, path, code):
    answer = served.send(path, sent([song]))

    assert (answer.status, answer.json["code"]) == (400, code)
