"""Whether .venv can be used as it is, on folders that only look like one."""

from dataclasses import replace
from pathlib import Path

import pytest
from virtual_environment import Action, State, VirtualEnvironment, plan


def never(python):
    pytest.fail("started a Python where a look was enough")


@pytest.fixture
def interpreter(tmp_path):
    python = tmp_path / "usr" / "python3.11"
    python.parent.mkdir()
    python.touch()
    return python


@pytest.fixture
def venv(tmp_path, interpreter):
    venv = VirtualEnvironment(tmp_path / ".venv")
    venv.python.parent.mkdir(parents=True)
    venv.python.symlink_to(interpreter)
    return venv


@pytest.fixture
def state(venv, interpreter):
    state = State("digest", ("test",), "3.11", str(interpreter), str(venv.folder), True, "whole")
    venv.note(state)
    return state


def test_what_is_noted_is_read_back(venv, state):
    assert venv.state() == state


def test_a_finished_environment_needs_nothing_and_starts_no_python(venv, state):
    assert plan(venv, "digest", [], never).action is Action.NOTHING


def test_a_changed_pin_is_installed(venv, state):
    planned = plan(venv, "other", [], never)

    assert (planned.action, planned.reason) == (Action.INSTALL, "the requirements have changed")


def test_another_group_is_installed(venv, state):
    assert plan(venv, "digest", ["lint"], never).action is Action.INSTALL


def test_a_group_that_is_there_needs_nothing(venv, state):
    assert plan(venv, "digest", ["test"], never).action is Action.NOTHING


def test_an_interrupted_set_up_is_gone_on_with(venv, state):
    venv.note(replace(state, finished=False))

    planned = plan(venv, "digest", [], lambda python: "3.11")

    assert planned.action is Action.INSTALL
    assert planned.reason == "the last set-up did not finish"


def test_an_environment_interrupted_before_it_had_pip_is_rebuilt(venv):
    assert plan(venv, "digest", [], lambda python: None).action is Action.REBUILD


def test_an_environment_made_by_hand_is_adopted(venv):
    planned = plan(venv, "digest", [], lambda python: "3.12")

    assert (planned.action, planned.python) == (Action.INSTALL, "3.12")


def test_an_environment_of_an_old_python_is_rebuilt(venv):
    assert plan(venv, "digest", [], lambda python: "3.10").action is Action.REBUILD


def test_no_environment_is_a_rebuild(tmp_path):
    assert plan(VirtualEnvironment(tmp_path), "digest", [], never).action is Action.REBUILD


def test_an_environment_whose_python_was_removed_is_rebuilt(venv, state, interpreter):
    interpreter.unlink()

    assert plan(venv, "digest", [], never).action is Action.REBUILD


def test_an_environment_whose_python_became_another_version_is_rebuilt(venv, state, interpreter):
    newer = interpreter.rename(interpreter.with_name("python3.13"))
    interpreter.symlink_to(newer)

    planned = plan(venv, "digest", [], lambda python: "3.13")

    assert planned.action is Action.REBUILD
    assert planned.reason == "its Python was 3.11 and is 3.13 now"


def test_an_environment_whose_python_moved_only_is_kept(venv, state, interpreter):
    moved = interpreter.rename(interpreter.with_name("python3.11.9"))
    interpreter.symlink_to(moved)

    assert plan(venv, "digest", [], lambda python: "3.11").action is Action.INSTALL


def test_a_moved_environment_is_rebuilt(venv, state, tmp_path):
    moved = venv.folder.rename(tmp_path / "elsewhere")

    planned = plan(VirtualEnvironment(Path(moved)), "digest", [], never)

    assert (planned.action, planned.reason) == (Action.REBUILD, "it was made in another place")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"groups": []}', '{"digest": "x", "groups": 1}'])
def test_an_unreadable_note_is_no_note(venv, text):
    (venv.folder / "setup-state.json").write_text(text)

    assert venv.state() is None
