"""Settings survive saving, other programs' keys, broken files and years."""

import os
import stat
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from musicreclass import settings
from musicreclass.core.plain import plain
from musicreclass.settings import (
    ClassifySettings,
    ScanSettings,
    Settings,
    SettingsProblem,
    load,
    load_or_default,
)

APPEARANCES = get_args(get_type_hints(Settings)["appearance"])
LANGUAGES = get_args(get_type_hints(Settings)["language"])

CHOICES = st.builds(
    Settings,
    appearance=st.sampled_from(APPEARANCES),
    language=st.sampled_from(LANGUAGES),
    scan=st.builds(ScanSettings, follow_symlinks=st.booleans(), workers=st.integers(0, 2**31)),
    classifying=st.builds(
        ClassifySettings,
        classifier=st.text(),
        speed=st.sampled_from(get_args(get_type_hints(ClassifySettings)["speed"])),
    ),
)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FOREIGN = st.dictionaries(st.text().map(lambda text: "x" + text), VALUES, max_size=4)

WRONG = {
    'appearance = "sepia"': '"system" or "dark" or "light"',
    "appearance = 1": '"system" or "dark" or "light"',
    "language = []": '"system" or "en"',
    "scan = 3": "scan, which should be a section",
    "scan.workers = true": "scan.workers; it should be a whole number",
    'scan.workers = "four"': "scan.workers; it should be a whole number",
    "scan.workers = 2.0": "scan.workers; it should be a whole number",
    "scan.workers = -1": "a whole number of at least 0",
    'listening.speed = "hasty"': '"thorough" or "balanced" or "fast"',
    "listening.classifier = 1": "listening.classifier; it should be text",
    "scan.follow_symlinks = 1": "scan.follow_symlinks; it should be true or false",
    "version = 0": "the version 0",
    'version = "1"': "the version '1'",
    "appearance =": "not valid TOML",
}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


@pytest.fixture
def write(path):
    def write(text):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)

    return write


def read(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_without_a_file_the_defaults_hold(path):
    assert load(path) == Settings()
    assert load_or_default(path) == (Settings(), None)


def test_a_file_need_not_say_everything(path, write):
    write('language = "zh_TW"\n[scan]\nworkers = 3\n')

    assert load(path) == Settings(language="zh_TW", scan=ScanSettings(workers=3))


@given(chosen=CHOICES)
def test_what_was_saved_is_loaded(tmp_path_factory, chosen):
    path = tmp_path_factory.getbasetemp() / "round_trip.toml"

    settings.save(chosen, path)

    assert load(path) == chosen


@given(foreign=FOREIGN, in_scan=FOREIGN, chosen=CHOICES)
def test_keys_of_a_newer_program_are_kept(tmp_path_factory, foreign, in_scan, chosen):
    path = tmp_path_factory.getbasetemp() / "newer.toml"
    there = {"version": 99, **foreign, "scan": {"workers": 1, **in_scan}}
    path.write_bytes(tomli_w.dumps(there).encode())

    settings.save(chosen, path)

    known = plain(chosen)
    scan = known.pop("scan")
    assert read(path) == {**foreign, **known, "version": 99, "scan": {**in_scan, **scan}}
    assert load(path) == chosen


@pytest.mark.parametrize(("text", "words"), list(WRONG.items()))
def test_a_value_that_cannot_be_names_the_file_and_the_key(path, write, text, words):
    write(text)

    with pytest.raises(SettingsProblem) as problem:
        load(path)

    assert str(problem.value).startswith(f"The settings in {path} ")
    assert words in str(problem.value)


@pytest.mark.parametrize("text", [*WRONG, b"appearance = \xff"])
def test_a_broken_file_is_moved_aside_only_by_who_asks_for_it(path, write, text):
    write(text)
    before = path.read_bytes()

    chosen, reason = load_or_default(path)

    assert chosen == Settings()
    assert str(path) in str(reason)
    assert str(reason).endswith("what you had is kept in settings.broken.toml.")
    assert path.with_name("settings.broken.toml").read_bytes() == before
    assert not path.exists()


def test_a_broken_file_that_cannot_be_moved_is_left_and_said_so(path, write, monkeypatch):
    def refuse(*args):
        raise PermissionError(13, "Permission denied")

    write("appearance =")
    monkeypatch.setattr(Path, "replace", refuse)

    chosen, reason = load_or_default(path)

    assert chosen == Settings()
    assert str(reason).endswith("the file stays as it is (Permission denied).")
    assert path.exists()


def test_a_folder_instead_of_the_file_is_a_sentence(path):
    path.mkdir(parents=True)

    with pytest.raises(SettingsProblem, match="could not be read"):
        load(path)


def test_a_byte_order_mark_does_no_harm(path, write):
    write(b'\xef\xbb\xbfappearance = "dark"\r\n')

    assert load(path).appearance == "dark"


def test_a_broken_file_is_not_overwritten_by_saving(path, write):
    write("appearance =")

    with pytest.raises(SettingsProblem, match="not valid TOML"):
        settings.save(Settings(), path)

    assert path.read_text() == "appearance ="


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(path, monkeypatch):
    def fail(handle):
        raise OSError(28, "No space left on device")

    settings.save(Settings(appearance="dark"), path)
    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(SettingsProblem, match=r"could not be saved \(No space left on device\)"):
        settings.save(Settings(appearance="light"), path)

    assert load(path).appearance == "dark"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights, and bits mean little")
def test_a_linked_file_stays_a_link_and_is_private(path, tmp_path, write):
    write("")
    path.rename(tmp_path / "dotfiles.toml")
    path.symlink_to(tmp_path / "dotfiles.toml")

    settings.save(Settings(language="en"), path)

    assert path.is_symlink()
    assert load(tmp_path / "dotfiles.toml").language == "en"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def on_first_day_theme_became_appearance(document):
    return {("appearance" if key == "theme" else key): document[key] for key in document}


def on_second_day_night_was_called_dark(document):
    return {key: "dark" if value == "night" else value for key, value in document.items()}


MIGRATIONS = (on_first_day_theme_became_appearance, on_second_day_night_was_called_dark)


@pytest.mark.parametrize(
    "text",
    [
        'theme = "night"',
        'version = 1\ntheme = "night"',
        'version = 2\nappearance = "night"',
        'version = 3\nappearance = "dark"',
    ],
)
def test_a_file_of_any_age_is_understood(path, write, text):
    write(text)

    assert load(path, MIGRATIONS) == Settings(appearance="dark")


def test_a_newer_file_is_not_migrated(path, write):
    write('version = 4\ntheme = "night"')

    assert load(path, MIGRATIONS) == Settings()


def test_saving_writes_the_new_words_and_the_new_version(path, write):
    write('theme = "night"\nshortcut = 2027-03-01')

    settings.save(load(path, MIGRATIONS), path, MIGRATIONS)

    written = plain(Settings(appearance="dark")) | {"shortcut": date(2027, 3, 1), "version": 3}
    assert read(path) == written


def test_what_this_program_does_not_know_is_named_and_left(path, write):
    write('colour = 1\nlanguage = "zh_TW"\n[scan]\nspeed = 3\nworkers = 2\n[sky]\nblue = true\n')

    assert settings.unknown_keys(path) == ["colour", "scan.speed", "sky"]


def test_of_no_file_and_of_a_broken_one_nothing_is_unknown(path, write):
    assert settings.unknown_keys(path) == []
    write("appearance =")
    assert settings.unknown_keys(path) == []


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 5_000 + "]" * 5_000,
        "scan = " + "{a=" * 5_000 + "1" + "}" * 5_000,
        "scan.workers." + ".".join("a" * 5_000) + " = 1",
        ".".join("a" * 5_000) + " = 1",
        "x = " + "[" * 300 + "]" * 300,
    ],
    ids=["arrays", "tables", "in a number", "unknown", "a few hundred"],
)
def test_settings_nested_without_an_end_are_named_and_kept_aside(path, write, text):
    write(text)

    found, reason = load_or_default(path)
    settings.save(found, path)

    assert found == Settings()
    assert "what you had is kept in settings.broken.toml" in str(reason)
    assert path.with_name("settings.broken.toml").read_text() == text
