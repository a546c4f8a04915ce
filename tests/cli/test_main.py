import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass.__main__ import SCREENS, main
from musicreclass.cli.main import run
from musicreclass.core.track import Problem
from musicreclass.library.store import Library
from musicreclass.sentences.reason import as_said


def windows_opened_by(arguments):
    opened = []

    def open_window(library_file, folders):
        opened.append((library_file, folders))
        return 0

    assert run(arguments, open_window) == 0
    return opened


def test_threads_of_torch_wait_without_spinning_unless_somebody_wants_it(monkeypatch):
    monkeypatch.setenv("GOMP_SPINCOUNT", "7")
    main(["undo", "--list"])
    wanted = os.environ["GOMP_SPINCOUNT"]
    monkeypatch.delenv("GOMP_SPINCOUNT")
    main(["undo", "--list"])

    assert (wanted, os.environ["GOMP_SPINCOUNT"]) == ("7", "1000")


def test_no_argument_opens_the_window(home):
    assert windows_opened_by([]) == [(home / "data" / "library.db", [])]


def test_a_folder_opens_the_window_on_it(tmp_path):
    ((_, folders),) = windows_opened_by([str(tmp_path)])

    assert folders == [tmp_path]


def test_another_library_can_be_chosen(tmp_path):
    ((library_file, _),) = windows_opened_by(["--library", str(tmp_path / "other.db")])

    assert library_file == tmp_path / "other.db"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no-such-thing"], "no-such-thing is neither a verb nor a folder"),
        (["scan", "--loudly"], "unrecognized arguments: --loudly"),
        (["scan", "no-such-folder"], "no-such-folder is not a folder; give a folder with music"),
        (["--library"], "expected one argument"),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(capsys, arguments, sentence):
    assert main(arguments) == 2

    printed = capsys.readouterr()
    assert sentence in printed.err
    assert len(printed.err.strip().splitlines()) == 1
    assert printed.out == ""


def test_a_library_that_cannot_be_used_is_one_sentence_and_status_1(capsys, tmp_path):
    (tmp_path / "library.db").write_bytes(b"no database" * 200)

    assert main(["--library", str(tmp_path / "library.db"), "problems"]) == 1

    assert "is not a musicreclass library" in capsys.readouterr().err


def test_problems_are_listed_with_their_reasons(capsys, tmp_path):
    library_file = tmp_path / "library.db"
    bad = tmp_path / "壞.mp3"
    with Library(library_file) as library:
        folder = library.add_folder(tmp_path)
        library.replace_problems([Problem(bad, as_said("the file is empty"), folder.id)], [])

    assert main(["--library", str(library_file), "problems", "--json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"path": str(bad), "reason": "the file is empty"}

    assert main(["--library", str(library_file), "problems"]) == 1
    assert capsys.readouterr().out == f"{bad}: the file is empty\n"


def test_without_problems_the_status_is_fine(capsys, tmp_path):
    Library(tmp_path / "library.db").close()

    assert main(["--library", str(tmp_path / "library.db"), "problems"]) == 0

    assert capsys.readouterr().out == ""


def test_ctrl_c_is_a_sentence_not_a_traceback(capsys, tmp_path):
    def interrupted(library_file, folders):
        raise KeyboardInterrupt

    assert run([str(tmp_path)], interrupted) == 130

    assert "the next run goes on from there" in capsys.readouterr().err


def test_without_a_screen_the_window_is_refused_in_a_sentence(capsys, monkeypatch):
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    assert main([]) == 1

    assert capsys.readouterr().err.startswith("There is no screen to open a window on;")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_a_screen_that_does_not_answer_is_a_sentence():
    environment = {k: v for k, v in os.environ.items() if k not in SCREENS}

    done = child([], environment | {"DISPLAY": ":7777", "WAYLAND_DISPLAY": "wayland-7777"})

    assert done.returncode == 1
    assert done.stderr.startswith(
        "No screen answers at DISPLAY=:7777, WAYLAND_DISPLAY=wayland-7777;"
    )
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to such limits")
@pytest.mark.parametrize("megabytes", [150, 200, 800])
@pytest.mark.parametrize("verb", [["scan"], ["classify", "."]])
def test_too_little_memory_is_a_sentence(tmp_path, megabytes, verb):
    import resource

    limit = megabytes << 20
    done = child(
        verb, os.environ, lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)), tmp_path
    )

    assert done.returncode == 1 if "classify" in verb else done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert ("memory" in done.stderr) == (done.returncode == 1)


def child(arguments, environment, before=None, folder=None):
    command = [sys.executable, "-P", "-m", "musicreclass", *arguments]
    environment = environment | {"PYTHONPATH": str(Path.cwd())}
    return subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        preexec_fn=before,
        cwd=folder,
        timeout=60,
    )
