import logging

import pytest

from musicreclass import __version__, paths
from musicreclass.logs import log_file
from musicreclass.pipeline.support.log_reading import chosen_entries, entries_of, read_log
from musicreclass.pipeline.support.packages import installed_packages
from musicreclass.pipeline.support.problem_report import problem_report, without_paths
from musicreclass.settings import ClassifySettings, Settings
from tests.recording_context import RecordingContext

LINES = (
    "2026-11-30 05:39:58,283 INFO scan: began",
    "2026-11-30 05:40:10,587 ERROR window: job failed",
    "Traceback (most recent call last):",
    "  ZeroDivisionError: division by zero",
    "2026-11-30 05:40:11,000 WARNING qt: no sound device",
)


@pytest.fixture
def log():
    log_file().write_text("\n".join(LINES) + "\n")
    return log_file()


def test_an_error_and_its_traceback_are_one_entry(log):
    end = read_log(None, RecordingContext())

    assert [entry.level for entry in end.entries] == ["INFO", "ERROR", "WARNING"]
    assert "ZeroDivisionError" in end.entries[1].text


def test_a_log_that_is_as_it_was_is_not_read_again(log):
    end = read_log(None, RecordingContext())

    assert read_log(end.stand, RecordingContext()) is None
    with log.open("a") as file:
        file.write("2026-11-30 06:00:00,000 INFO scan: more\n")
    assert len(read_log(end.stand, RecordingContext()).entries) == 4


def test_without_a_log_there_is_nothing_to_read():
    assert read_log(None, RecordingContext()).entries == ()


def test_entries_are_chosen_by_level_and_words():
    entries = entries_of(LINES)

    assert len(chosen_entries(entries, "WARNING", "")) == 2
    assert len(chosen_entries(entries, "DEBUG", "division ZERO")) == 1
    assert chosen_entries(entries, "ERROR", "sound") == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("cannot read /music/周杰倫 - 青花瓷.mp3: cut off", "cannot read <path>: cut off"),
        ("path '/home/me/My Music/a.mp3' is gone", "path '<path>' is gone"),
        (r"cannot read C:\Users\me\b.mp3: cut off", "cannot read <path>: cut off"),
        ('file = "/mnt/nas/x y.db"', 'file = "<path>"'),
        ("3/4 done, and/or more", "3/4 done, and/or more"),
        ("in /music/last one.flac", "in <path>"),
    ],
)
def test_names_of_folders_and_files_are_left_out(said, shown):
    assert without_paths(said) == shown


def test_the_programs_own_files_are_named():
    said = f'File "{paths.PACKAGE}/gui/app.py", line 3, in run'

    assert without_paths(said) == 'File "…/gui/app.py", line 3, in run'


def test_a_report_tells_what_is_needed_and_no_names_unless_asked(log, tmp_path):
    with log.open("a") as file:
        file.write("2026-11-30 06:00:00,000 INFO scan: /music/secret song.mp3: cut off\n")
    settings = Settings(classifying=ClassifySettings(classifier="/music/my.pth"))
    library = tmp_path / "library.db"

    report = problem_report(library, settings, False, RecordingContext())
    full = problem_report(library, settings, True, RecordingContext())

    assert f"musicreclass {__version__}" in report
    assert "PySide6 6" in report
    assert "keep_days = 365" in report
    assert "ZeroDivisionError" in report
    for name in ("secret song", "my.pth", str(library)):
        assert name not in report
        assert name in full


def test_packages_come_with_their_licences():
    packages = {one.name.lower(): one for one in installed_packages(RecordingContext())}

    assert {"pyside6", "torch", "numpy", "mutagen"} <= packages.keys()
    assert "BSD" in packages["numpy"].licence
    assert "Redistribution" in packages["numpy"].text
    assert all(one.version for one in packages.values())


def test_what_is_logged_can_be_read(monkeypatch):
    from musicreclass.logs import start_logging

    root = logging.getLogger()
    before = list(root.handlers)
    start_logging()
    try:
        logging.getLogger("here").error("something")
    finally:
        for handler in set(root.handlers) - set(before):
            root.removeHandler(handler)
            handler.close()

    assert "something" in read_log(None, RecordingContext()).entries[-1].text
