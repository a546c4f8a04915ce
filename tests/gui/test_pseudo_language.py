"""No text of the window escapes translation, and none is cut where a language is longer."""

import re

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from musicreclass.core.genre import Taxonomy
from musicreclass.errors import MusicReclassError
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.widgets.dialogs.on_screen import FRAME_MS
from musicreclass.sentences.languages import NAMES
from musicreclass.sentences.reason import as_said
from tests.gui.cut_texts import cut_texts
from tests.gui.every_view import TITLES, small_windows, views
from tests.gui.pseudo_language import pseudo, pseudo_language, without_translated
from tests.gui.shown_texts import texts_of
from tests.sentences.every_reason import NAMES as OF_FORMATS_AND_PROGRAMS

WORD = re.compile(r"[^\W\d_]{2,}")
# Examples of searches, marks of HTML, paths, and fields of patterns.
NO_WORDS = re.compile(r"<code>.*?</code>|<[^>]*>|&\w+;|…?[\w.\- ]*(?:/[\w.\- ]+)+|…[\w .]+|\{\w+\}")
# Keys are labelled so everywhere; sizes are said by Qt in the language of the locale.
KEYS_AND_SIZES = {"ctrl", "shift", "enter", "home", "end", "esc", "space", "del", "bytes"}
OF_MATERIAL = {"青花瓷", "周杰倫", "musics", "tbc", "one", "two", "linear", "mlp", "cnn"}


@pytest.fixture
def window(qapp, qtbot, workers, library_file, tmp_path, write_mp3, monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said(pseudo("No classifier is installed; train one.")))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)
    with pseudo_language():
        folder = tmp_path / "Musics_TBC"
        yield from small_windows(qapp, qtbot, workers, library_file, folder, write_mp3)


def test_every_text_is_given_to_be_translated_and_has_room_to_be_longer(window):
    escaped, cut, others = {}, {}, texts_of_others()
    for name, shown in views(window):
        QApplication.processEvents()
        if cut_texts(shown):
            QTest.qWait(4 * FRAME_MS)  # what came a moment ago has been laid out then
        if found := cut_texts(shown):
            cut[name] = found
        others = licences(window) | others  # which hold names of genres
        for where, text in texts_of(shown):
            if words := untranslated_words(text, others):
                escaped.setdefault((where, *words), (name, text))

    assert escaped == {}
    assert cut == {}


def untranslated_words(text, others):
    """Return the words of a text that nobody can translate but the program, and that were not."""
    left = without_translated(text)
    for other in others:
        left = left.replace(other, " ")
    words = WORD.findall(NO_WORDS.sub(" ", left))
    known = OF_FORMATS_AND_PROGRAMS | KEYS_AND_SIZES | OF_MATERIAL
    return [word for word in words if word.lower() not in known]


def texts_of_others():
    """Return the texts that stand as they are: of files, of a person, names of genres."""
    spellings = {text for genre in Taxonomy.shipped().genres for text in genre.spellings}
    longest_first = sorted(spellings, key=len, reverse=True)
    return dict.fromkeys((*TITLES, *NAMES.values(), *longest_first))


def licences(window):
    """Return what stands in files of classifiers, in the words of their makers."""
    page = window.findChild(ClassifiersPage)
    if page is None or page.inventory is None:
        return {}
    said = set()
    for facts in page.inventory.classifiers:
        said |= {facts.licence, facts.encoder_licence, facts.encoder_origin} - {""}
    return dict.fromkeys([*said, *(text.partition("\n")[0] for text in said)])
