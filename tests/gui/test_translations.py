"""The catalogues hold every text of the window, and what is shipped is what they say."""

import ast
import shutil
import sys
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLocale

import musicreclass
from musicreclass.gui import language
from musicreclass.paths import resource
from musicreclass.sentences.languages import LANGUAGES

ROOT = Path(musicreclass.__file__).parents[1]
SOURCES = translations.sources(ROOT)
CATALOGUES = translations.catalogues(ROOT)
PYTHON = Path(sys.executable)


def test_there_is_a_catalogue_for_each_language_but_english():
    assert {path.stem.partition("_")[2] for path in CATALOGUES} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated(catalogue, tmp_path):
    copy = Path(shutil.copy(catalogue, tmp_path))

    assert translations.update(PYTHON, SOURCES, copy) == 0
    assert copy.read_text(encoding="utf-8") == catalogue.read_text(encoding="utf-8")
    assert copy.read_text(encoding="utf-8").count("<message") > 40


def test_a_text_that_nobody_has_translated_is_counted(tmp_path):
    source, catalogue = tmp_path / "page.py", Path(shutil.copy(CATALOGUES[0], tmp_path))
    source.write_text('class Page(QWidget):\n    def name(self):\n        return self.tr("New")\n')

    assert translations.update(PYTHON, [*SOURCES, source], catalogue) == 1


def test_a_tool_that_is_not_installed_is_named(tmp_path):
    with pytest.raises(OSError, match="PySide6's pyside6-lupdate is not beside"):
        translations.update(tmp_path / "python", SOURCES, CATALOGUES[0])


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_no_text_to_translate_hides_in_an_f_string_where_qts_tool_does_not_look(source):
    tree = ast.parse(source.read_text(encoding="utf-8"))
    inside = [n for f in ast.walk(tree) if isinstance(f, ast.JoinedStr) for n in ast.walk(f)]

    assert [n.lineno for n in inside if isinstance(n, ast.Attribute) and n.attr == "tr"] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_shipped_is_the_catalogue(catalogue, tmp_path):
    translations.release(PYTHON, catalogue, tmp_path / "made.qm")

    assert (tmp_path / "made.qm").read_bytes() == catalogue.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [("zh_TW", "標題"), ("zh_CN", "标题"), ("ja", "タイトル"), ("en", "Title")],
)
def test_the_window_speaks_the_language_that_was_chosen(qapp, chosen, expected):
    before = QLocale()
    translators = language.speak(qapp, chosen, resource("translations"))

    assert QCoreApplication.translate("TrackTable", "Title") == expected

    QLocale.setDefault(before)
    for translator in translators:
        qapp.removeTranslator(translator)
