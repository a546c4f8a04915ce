"""In each language, on the smallest usual screen, every label and button shows all of its text."""

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from musicreclass import paths
from musicreclass.errors import MusicReclassError
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.widgets.dialogs.on_screen import FRAME_MS
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import as_said
from tests.gui.cut_texts import cut_texts
from tests.gui.every_view import small_windows, views


@pytest.fixture(autouse=True)
def _no_classifier_installed(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)


@pytest.fixture(params=LANGUAGES)
def language(request, qapp):
    before = QLocale()
    settings = paths.settings_file()
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'language = "{request.param}"\n', encoding="utf-8")
    font = qapp.font()
    yield request.param
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        delete(translator)
    qapp.setFont(font)
    QLocale.setDefault(before)


@pytest.fixture
def window(language, qapp, qtbot, workers, library_file, tmp_path, write_mp3):
    folder = tmp_path / "Musics_TBC"
    yield from small_windows(qapp, qtbot, workers, library_file, folder, write_mp3)


def test_no_text_of_a_page_or_dialog_is_cut(window):
    cut = {}
    for name, shown in views(window):
        QApplication.processEvents()
        if cut_texts(shown):
            QTest.qWait(4 * FRAME_MS)  # what came a moment ago has been laid out then
        if found := cut_texts(shown):
            cut[name] = found

    assert cut == {}
