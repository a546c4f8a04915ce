"""The first file that is run, and the verbs behind it."""

import ast
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import bootstrap
import bootstrap_verbs
import environment_setup
import pytest
import system_browser
import system_libraries
import tools_of_tests
from virtual_environment import VirtualEnvironment

PACKAGING = Path(bootstrap.__file__).parent
SET_UP = [
    *sorted(PACKAGING.glob("*.py")),
    *(PACKAGING / "installers" / name for name in ("freezing.py", "debian.py")),
]


def test_a_new_enough_python_is_no_problem():
    assert bootstrap.python_problem((3, 11)) is None


def test_an_old_python_is_told_which_other_python_would_do():
    sentence = bootstrap.python_problem((3, 8), find={"python3.12": "/usr/bin/python3.12"}.get)

    assert sentence == (
        "musicreclass needs Python 3.11 or newer, and this is Python 3.8: "
        "start this with python3.12."
    )


def test_an_old_python_alone_is_told_to_get_a_newer_one():
    assert "install a newer Python" in bootstrap.python_problem((3, 8), find=lambda name: None)


def test_an_old_python_can_read_the_file_that_turns_it_away():
    text = Path(bootstrap.__file__).read_text(encoding="utf-8")

    ast.parse(text, feature_version=(3, 8))


def test_before_the_version_is_checked_only_the_standard_library_is_imported():
    tree = ast.parse(Path(bootstrap.__file__).read_text(encoding="utf-8"))
    imported = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    imported |= {
        name.name for node in tree.body if isinstance(node, ast.Import) for name in node.names
    }

    assert imported <= {"__future__", "collections.abc", "shutil", "sys"}


@pytest.mark.parametrize("path", SET_UP, ids=lambda path: path.name)
def test_the_set_up_needs_nothing_that_is_not_there_yet(path):
    siblings = {file.stem for file in PACKAGING.glob("*.py")}
    siblings |= {file.parent.name for file in PACKAGING.glob("*/__init__.py")}
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in names} <= siblings | sys.stdlib_module_names


@pytest.mark.parametrize(
    "arguments",
    [[], ["--library", "scan"], ["--quiet"], ["."], ["--library", "other.db", "."]],
    ids=" ".join,
)
def test_no_verb_or_a_folder_opens_the_window(arguments):
    assert bootstrap_verbs.wants_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [["scan"], ["scan", "."], ["--library", ".", "scan"], ["--help"], [".", "--version"]],
    ids=" ".join,
)
def test_a_verb_or_a_question_opens_no_window(arguments):
    assert not bootstrap_verbs.wants_window(arguments)


def test_without_a_verb_the_usage_is_shown_and_the_status_is_two(capsys):
    status = bootstrap_verbs.main([])

    assert status == 2
    assert "bootstrap.py run" in capsys.readouterr().err


def test_help_goes_to_the_output(capsys):
    assert bootstrap_verbs.main(["--help"]) == 0
    assert "bootstrap.py bench" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["translate", "figures"])
def test_what_is_about_the_whole_repository_takes_no_arguments(verb, capsys):
    assert bootstrap_verbs.main([verb, "one_file.py"]) == 2
    assert f"{verb} takes no arguments" in capsys.readouterr().err


def test_lint_is_about_all_files(capsys):
    assert bootstrap_verbs.main(["lint", "one_file.py"]) == 2
    assert "lint takes nothing but --fix" in capsys.readouterr().err


@pytest.mark.parametrize(("words", "mends"), [([], False), (["--fix"], True)])
def test_lint_changes_files_only_where_asked(words, mends, tmp_path, monkeypatch):
    ran, venv = [], VirtualEnvironment(tmp_path)
    monkeypatch.setattr(environment_setup, "prepare", lambda root, groups: venv)
    monkeypatch.setattr(
        subprocess, "run", lambda words, **more: ran.append(words) or SimpleNamespace(returncode=0)
    )

    assert bootstrap_verbs.main(["lint", *words]) == 0

    assert [command[3] for command in ran] == ["ruff", "ruff", "mypy"]
    assert ("--fix" in ran[0]) == mends
    assert ("--check" in ran[1]) != mends


@pytest.fixture
def benches(tmp_path):
    (tmp_path / "scan.py").write_text('"""Files a second.\n\nMore."""\n')
    (tmp_path / "window.py").write_text('"""Lateness of the window."""\n')
    (tmp_path / "_shared.py").write_text('"""Not a bench."""\n')
    return tmp_path


def test_benches_are_listed_with_what_they_measure(benches):
    assert bootstrap_verbs.listed(benches) == [
        "scan    Files a second.",
        "window  Lateness of the window.",
    ]


def test_no_benches_is_said_so(tmp_path):
    assert bootstrap_verbs.listed(tmp_path) == ["There are none."]


def test_an_unknown_bench_is_answered_with_the_known_ones(benches, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap_verbs, "BENCHES", benches)

    assert bootstrap_verbs.main(["bench", "_shared"]) == 2
    assert capsys.readouterr().err == "There is no bench named _shared; there are: scan, window.\n"


@pytest.mark.parametrize(("words", "is_kept"), [(["scan"], False), (["--keep", "scan"], True)])
def test_a_bench_is_told_whether_its_figures_are_wanted(words, is_kept, benches, monkeypatch):
    venv, launched = VirtualEnvironment(benches), []
    monkeypatch.setattr(bootstrap_verbs, "BENCHES", benches)
    monkeypatch.setattr(environment_setup, "prepare", lambda root, groups: venv)
    monkeypatch.setattr(bootstrap_verbs, "launch", lambda *call: launched.append(call) or 0)

    assert bootstrap_verbs.main(["bench", *words, "--files", "9"]) == 0

    ((command, environment),) = launched
    assert command == [venv.python, benches / "scan.py", "--files", "9"]
    assert (bootstrap_verbs.KEEP_FIGURES in environment) == is_kept


@pytest.mark.parametrize("words", [["test", "tests/core"], ["bench", "scan"]])
def test_what_many_processes_load_is_compiled_once(words, benches, monkeypatch):
    venv, launched = VirtualEnvironment(benches), []
    for room, name in (
        (system_libraries, "ensure_libraries"),
        (system_libraries, "ensure_screen_reader"),
        (system_browser, "ensure_browser"),
        (tools_of_tests, "ensure_tools"),
    ):
        monkeypatch.setattr(room, name, lambda *_, **__: None)
    monkeypatch.setattr(bootstrap_verbs, "BENCHES", benches)
    monkeypatch.setattr(environment_setup, "prepare", lambda root, groups: venv)
    monkeypatch.setattr(bootstrap_verbs, "launch", lambda *call: launched.append(call) or 0)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.chdir(benches)  # and back where it was

    assert bootstrap_verbs.main(words) == 0

    ((_, environment),) = launched
    assert "PATH" in environment
    assert "PYTHONDONTWRITEBYTECODE" not in environment


def test_trouble_with_the_disk_is_a_sentence(monkeypatch, capsys):
    def full(arguments):
        raise OSError(28, "No space left on device", "/home/a/.venv")

    monkeypatch.setitem(bootstrap_verbs.VERBS, "run", full)

    assert bootstrap_verbs.main(["run"]) == 1
    assert "The set-up cannot go on: [Errno 28] No space left" in capsys.readouterr().err


def test_ctrl_c_is_a_sentence(monkeypatch, capsys):
    def interrupted(arguments):
        raise KeyboardInterrupt

    monkeypatch.setitem(bootstrap_verbs.VERBS, "run", interrupted)

    assert bootstrap_verbs.main(["run"]) == 130
    assert capsys.readouterr().err == "Stopped; the next start goes on from here.\n"
