"""The steps around the freezing, which itself takes minutes and is tried by `bench installed`."""

import wave

import bootstrap_verbs
import debian_packages
import pytest
from installers import freezing, frozen_start
from setup_problem import SetUpProblem

from musicreclass import __version__


def build_in(tmp_path):
    return freezing.Build(tmp_path, tmp_path / "python")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/bundle"}, {}),
        ({"LD_LIBRARY_PATH": "/bundle:/own", "LD_LIBRARY_PATH_ORIG": "/own"}, "/own"),
        ({}, {}),
    ],
)
def test_programs_of_the_system_find_its_libraries_and_children_the_bundles(before, after):
    environment = {"HOME": "/root", **before}

    frozen_start.give_loader_back(environment)

    expected = {"LD_LIBRARY_PATH": after} if after else {}
    # So the start-up code of a child puts the bundle's libraries in front again.
    assert environment == {"HOME": "/root", frozen_start.BEGIN_ANEW: "1", **expected}


def test_the_spec_is_python():
    spec = bootstrap_verbs.PACKAGING / "installers" / "musicreclass.spec"

    compile(spec.read_text("utf-8"), spec, "exec")


def test_without_a_frozen_folder_there_is_nothing_to_pack(tmp_path):
    with pytest.raises(SetUpProblem, match=r"bootstrap\.py freeze"):
        freezing.package(build_in(tmp_path), "1.0")


def test_what_freezing_needs_is_named_where_it_cannot_be_installed(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(debian_packages, "may_install", lambda: False)

    with pytest.raises(SetUpProblem, match="apt-get install --no-install-recommends thing"):
        freezing.ensure_tools({"no-such-tool": "thing"})


def test_nothing_is_asked_for_where_all_is_there():
    freezing.ensure_tools({"sh": "dash"})


def test_the_sound_that_both_classify_is_one(tmp_path):
    with wave.open(str(freezing.write_sound(tmp_path / "sound.wav"))) as file:
        assert file.getnframes() == freezing.SECONDS * freezing.SAMPLE_RATE
        assert any(file.readframes(1_000))


def test_the_version_is_read_off_the_sources():
    assert bootstrap_verbs.program_version() == __version__


@pytest.mark.parametrize("verb", ["freeze", "package"])
def test_freezing_takes_no_arguments(verb, capsys):
    assert bootstrap_verbs.main([verb, "fast"]) == 2
    assert f"{verb} takes no arguments" in capsys.readouterr().err
