"""What `.github/JSON.md` says that verbs print is what they print, and so is each exit status."""

import io
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import numpy as np
import pytest

from musicreclass.__main__ import main
from musicreclass.cli import main as cli
from musicreclass.cli.outline import outline
from tests.cli.test_train_sources import write_numbers
from tests.own_genres import write_genres
from tests.small_bundles import save_small_bundle
from tests.tiny_encoders import onnx_folder
from tests.training.made_up_study import made_up_study

PAGE = Path(__file__).parents[2] / ".github" / "JSON.md"
OF_INTERVALS = "_interval"  # behind the name of a figure, as the page says
# What stands there in some cases alone, as the page says.
NOT_ALWAYS = {"classify": {"segments"}, "evaluate": {"covered", "kept"}}


def sections():
    """Return what the page says of each verb: the keys of its table."""
    text = PAGE.read_text(encoding="utf-8")
    parts = re.split(r"^## `([^`]+)`$", text, flags=re.MULTILINE)[1:]
    return {
        verb: [
            key
            for row in re.findall(r"^\| (`.*?) \|", said, re.MULTILINE)
            for key in re.findall(r"`(\w+)`", row)
        ]
        for verb, said in zip(parts[::2], parts[1::2], strict=True)
    }


SAID = sections()


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Run the verbs one after the other as a person might; return the objects each has printed."""
    root = tmp_path_factory.mktemp("json")
    music = root / "music"
    write_genres(music, tracks=4, seconds=2.0)
    for old, new in (("Drums", "Blues"), ("Flutes", "Jazz")):
        (music / old).rename(music / new)
    (music / "broken.mp3").write_bytes(b"")
    ways = [save_small_bundle(root / name, seed=n) for n, name in enumerate(("a.pth", "b.pth"), 1)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MUSICRECLASS_HOME", str(root / "home"))
        found = {}

        def tell(section, *words, status=0, others_may=None):
            out = io.StringIO()
            with redirect_stdout(out), redirect_stderr(io.StringIO()):
                assert main([str(word) for word in words]) in (status, others_may), words
            found[section] = [json.loads(line) for line in out.getvalue().splitlines() if section]

        alone = ("--workers", 1, "--json")
        tell("", "classifiers", "import", ways[0])
        tell("", "classifiers", "use", "a")
        onnx_folder(root / "tiny")
        tell("", "encoders", "add", root / "tiny")
        tell("scan", "scan", music, "--listen", *alone, status=1)
        tell("problems", "problems", "--json", status=1)
        tell("classify", "classify", music, "--segments", *alone, status=1)
        pcm = root / "sound.pcm"
        pcm.write_bytes(
            np.random.default_rng(0).integers(-9_000, 9_000, 64_000, np.int16).tobytes()
        )
        with pcm.open() as patched:
            patch.setattr(sys, "stdin", patched)
            tell("listen", "listen", "--live", "--pcm", 16_000, "--json")
        tell("classifiers list", "classifiers", "list", "--json")
        tell("classifiers show", "classifiers", "show", "a", "--json")
        tell("encoders list", "encoders", "list", "--json")
        tell("evaluate", "evaluate", "a", music, *alone, status=1)
        named = [word for way in ways for word in ("--classifier", way)]
        tell("compare", "compare", music, *named, *alone, status=1)
        tell("stats", "stats", music, *alone, status=1)
        tell("review", "review", "--json")
        tell("review --tracks", "review", "--tracks", "--json")
        tell("accept", "accept", music / "Blues", "--genre", "Rock", "--json")
        tell("write", "write", "--json")
        tell("undo --list", "undo", "--list", "--json")
        tell("organize", "organize", "--into", root / "sorted", "--copy", "--json")
        tell("", "export", "--json", root / "list.json")
        found["export"] = json.loads((root / "list.json").read_text("utf-8"))
        tell("library backups", "library", "backup", "--json")
        tell("doctor", "doctor", "--json", others_may=1)  # without a Chinese font
    found["study"] = [json.loads(json.dumps(made_up_study().to_plain()))]
    return found


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Train on numbers alone, which takes a second; return the object printed."""
    folder = tmp_path_factory.mktemp("trained")
    out = io.StringIO()
    numbers = str(write_numbers(folder / "fma"))
    words = ["--preset", "quick", "--set", "epochs=2", "--out", str(folder / "own.pth"), "--json"]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
        patch.setenv("MUSICRECLASS_HOME", str(folder / "home"))
        assert main(["train", "--fma", numbers, "--size", "small", *words]) == 0
    return json.loads(out.getvalue().splitlines()[-1])


VERBS = [verb for verb in SAID if verb != "train"]


@pytest.mark.parametrize("verb", VERBS)
def test_the_page_names_what_a_verb_prints(printed, verb):
    objects = printed[verb]
    keys = {key for one in objects for key in one}
    named = set(SAID[verb])

    assert objects
    assert {k for k in keys if not k.endswith(OF_INTERVALS)} <= named
    assert named <= keys | NOT_ALWAYS.get(verb, set())


def test_the_page_names_what_a_training_prints(trained):
    assert set(SAID["train"]) == trained.keys()


def test_every_line_of_a_verb_has_the_same_names(printed):
    different = {
        verb: {frozenset(one) for one in objects}
        for verb, objects in printed.items()
        if len({frozenset(one) for one in objects}) > 1
    }

    assert different == {}


def test_every_verb_with_json_is_on_the_page():
    tells = {
        " ".join(command.words)
        for command in outline().every()
        if any("--json" in option.flags for option in command.options)
    }

    # One prints what another does, which the page says.
    assert tells - {"undo", "library backup"} == {verb.partition(" --")[0] for verb in SAID} - {
        "undo"
    }


def test_every_exit_status_is_on_the_page():
    statuses = {cli.FINE, cli.PROBLEMS, cli.WRONG_USE, cli.INTERRUPTED}

    told = {int(n) for n in re.findall(r"^\| (\d+) \|", PAGE.read_text("utf-8"), re.MULTILINE)}

    assert told == statuses
