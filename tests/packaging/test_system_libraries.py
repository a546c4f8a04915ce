"""What Qt needs from the system, with a loader that has what the test says."""

import debian_packages
import pytest
import system_libraries
from setup_problem import SetUpProblem


def loader_without(*missing):
    def load(name):
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")

    return load


NEEDED = system_libraries.needed_libraries({})


def test_nothing_is_missing_where_all_loads():
    assert system_libraries.missing_libraries(NEEDED, loader_without()) == {}


def test_missing_libraries_are_named_with_their_packages():
    load = loader_without("libEGL.so.1", "libxcb-cursor.so.0")

    assert system_libraries.missing_libraries(NEEDED, load) == {
        "libEGL.so.1": "libegl1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
    }


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:size=800x600", "minimal", "wayland"])
def test_a_window_that_is_not_on_x11_needs_no_xcb(platform):
    needed = system_libraries.needed_libraries({"QT_QPA_PLATFORM": platform})

    assert "libEGL.so.1" in needed
    assert not any("xcb" in name for name in needed)


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_a_window_on_x11_needs_xcb(platform):
    assert "libxcb-cursor.so.0" in system_libraries.needed_libraries({"QT_QPA_PLATFORM": platform})


def test_a_package_is_asked_for_once():
    missing = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}

    assert system_libraries.packages_of(missing) == ["libglib2.0-0"]


def test_debian_is_told_the_line_to_run():
    sentence = system_libraries.libraries_sentence({"libEGL.so.1": "libegl1"}, on_debian=True)

    assert sentence == (
        "Qt cannot start without libEGL.so.1; "
        "run: sudo apt-get install --no-install-recommends libegl1"
    )


def test_other_systems_are_told_what_is_missing():
    sentence = system_libraries.libraries_sentence({"libEGL.so.1": "libegl1"}, on_debian=False)

    assert sentence == (
        "Qt cannot start without libEGL.so.1; install them with your system's package manager."
    )


@pytest.fixture
def lacking(monkeypatch):
    """A system of the kind the set-up installs for, without EGL; what it installs is noted."""
    installed = []
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(debian_packages, "is_debian", lambda: True)
    monkeypatch.setattr(
        system_libraries,
        "missing_libraries",
        lambda needed: {} if installed else {"libEGL.so.1": "libegl1"},
    )
    monkeypatch.setattr(
        debian_packages, "install", lambda packages, doing: installed.extend(packages)
    )
    return installed


def test_root_gets_the_libraries_installed(lacking, monkeypatch):
    monkeypatch.setattr(debian_packages, "may_install", lambda: True)

    system_libraries.ensure_libraries({})

    assert lacking == ["libegl1"]


def test_a_person_gets_the_line_to_run_and_no_window(lacking, monkeypatch):
    monkeypatch.setattr(debian_packages, "may_install", lambda: False)

    with pytest.raises(SetUpProblem, match="install --no-install-recommends libegl1"):
        system_libraries.ensure_libraries({})

    assert lacking == []


def test_a_missing_font_is_a_hint_and_tried_once(lacking, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(debian_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_libraries, "has_chinese_font", lambda: False)

    system_libraries.ensure_chinese_font(tmp_path / "tried")
    system_libraries.ensure_chinese_font(tmp_path / "tried")

    assert lacking == ["fonts-noto-cjk"]
    assert "boxes; run: sudo apt-get" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "news"),
    [
        (
            "Get:3 http://a.example/d stable/main amd64 libegl1 amd64 1.6 [33 kB]",
            "fetching libegl1",
        ),
        ("Unpacking libegl1:amd64 (1.6.0-1) ...", "unpacking libegl1"),
        ("Setting up fonts-noto-cjk (1:20220127) ...", "setting up fonts-noto-cjk"),
        ("Reading package lists...", None),
    ],
)
def test_apts_lines_become_a_few_words(line, news):
    assert debian_packages.apt_news(line) == news


def test_a_failed_apt_is_a_sentence_with_the_line_to_run(tmp_path, monkeypatch, capsys):
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\necho 'E: Unable to locate package libegl1'\nexit 100\n")
    apt.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")

    with pytest.raises(SetUpProblem) as caught:
        debian_packages.install(["libegl1"], "System libraries")

    assert str(caught.value) == (
        "apt-get could not install libegl1 (Unable to locate package libegl1): check the network, "
        "then run: sudo apt-get install --no-install-recommends libegl1"
    )
