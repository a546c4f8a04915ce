"""The catalogues hold every text of the window, and what is shipped is what they say."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

import musicreclass
from musicreclass.gui import language
from musicreclass.paths import resource

SOURCES = sorted(str(path) for path in (Path(musicreclass.__file__).parent / "gui").rglob("*.py"))
CATALOGUES = sorted(resource("translations").glob("*.ts"))


def run(tool, *arguments):
    """Run one of Qt's tools, which PySide6 installs beside the interpreter."""
    command = [Path(sys.executable).parent / tool, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True)


def test_there_is_a_catalogue_for_each_language_but_english():
    assert {path.stem.partition("_")[2] for path in CATALOGUES} == set(language.NAMES) - {"en"}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_every_text_is_translated(catalogue, tmp_path):
    copy = shutil.copy(catalogue, tmp_path)

    run("pyside6-lupdate", "-no-obsolete", "-locations", "none", *SOURCES, "-ts", copy)

    assert 'type="unfinished"' not in Path(copy).read_text(encoding="utf-8")
    assert Path(copy).read_text(encoding="utf-8").count("<message") > 40


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: Path(source).name)
def test_no_text_to_translate_hides_in_an_f_string_where_qts_tool_does_not_look(source):
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    inside = [n for f in ast.walk(tree) if isinstance(f, ast.JoinedStr) for n in ast.walk(f)]

    assert [n.lineno for n in inside if isinstance(n, ast.Attribute) and n.attr == "tr"] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_shipped_is_the_catalogue(catalogue, tmp_path):
    run("pyside6-lrelease", catalogue, "-qm", tmp_path / "made.qm")

    assert (tmp_path / "made.qm").read_bytes() == catalogue.with_suffix(".qm").read_bytes()


@pytest.mark.parametrize(
    ("chosen", "expected"), [("zh_TW", "標題"), ("zh_CN", "标题"), ("en", "Title")]
)
def test_the_window_speaks_the_language_that_was_chosen(qapp, chosen, expected):
    before = QLocale()
    translators = language.speak(qapp, chosen, resource("translations"))

    assert QCoreApplication.translate("TrackTable", "Title") == expected

    QLocale.setDefault(before)
    for translator in translators:
        qapp.removeTranslator(translator)
