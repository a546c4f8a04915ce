"""Windows with their dialog of settings."""

import pytest

from musicreclass import paths, settings
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembly.settings_assembly import SettingsOpener
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.sentences.reason import as_said
from musicreclass.settings import ClassifySettings, Settings
from tests.gui.whole_windows import whole_windows
from tests.small_bundles import save_small_bundle


@pytest.fixture
def open_window(qapp, workers, library_file):
    """Return an opener of windows on one and the same library."""
    yield from whole_windows(qapp, workers, library_file)


@pytest.fixture(autouse=True)
def small_classifier(tmp_path, monkeypatch):
    """Let a classifier be in use that is loaded in no time; it is asked nothing."""
    file = save_small_bundle(tmp_path / "small.pth")
    chosen = Settings(classifying=ClassifySettings(classifier=str(file)))
    settings.save(chosen, paths.settings_file())

    def refuse(jobs, ctx):
        raise MusicReclassError(as_said("It is asked nothing here."))

    monkeypatch.setattr(ClassifyJobs, "suggest", refuse)
    return file


@pytest.fixture
def open_dialog(qtbot):
    """Return an opener of a window's dialog, as Ctrl+, opens it."""

    def open_one(window):
        opener = window.findChild(SettingsOpener)
        opener.open()
        qtbot.waitUntil(opener.dialog.isVisible)
        return opener.dialog

    return open_one


@pytest.fixture
def dialog(open_window, open_dialog):
    return open_dialog(open_window())


@pytest.fixture
def page(dialog):
    """Return a finder of pages by their class, which turns to them."""

    def find(kind, of=None):
        shown = of or dialog
        found = next(page for page in shown.pages if isinstance(page, kind))
        shown.turn_to(found)
        return found

    return find


@pytest.fixture
def kept():
    """Return a reader of the settings as they are on the disk."""
    return lambda: settings.load(paths.settings_file())
