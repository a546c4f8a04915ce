import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

import musicreclass
from musicreclass.gui.reasons import SENTENCES, in_words
from musicreclass.paths import resource
from musicreclass.sentences.catalogue import entries

ROOMS = ("audio", "pipeline", "tags")
LINKS = (
    "the file has 2 names (hard links), and only this one would get the genre; "
    "allow parting them, or copy the file first"
)


@pytest.fixture(params=["zh_TW", "zh_CN"])
def chinese(qapp, request):
    translator = QTranslator(qapp)
    translator.load(str(resource("translations") / f"musicreclass_{request.param}.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def said_below_the_window():
    """Return all texts in the code and the catalogue, with {} where something is put in."""
    said = {
        re.sub(r"\{[^}]*\}", "{}", text)
        for entry in entries().values()
        if isinstance(text := entry["en"], str)
    }
    for room in ROOMS:
        for file in (Path(musicreclass.__file__).parent / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said.add(node.value)
                elif isinstance(node, ast.JoinedStr):
                    parts = [getattr(part, "value", None) for part in node.values]
                    said.add("".join(p if isinstance(p, str) else "{}" for p in parts))
    return said


def test_every_sentence_is_one_that_the_program_says():
    known = {re.sub(r"\{\w+\}", "{}", str(sentence)) for sentence in SENTENCES}

    assert known - said_below_the_window() == set()


def test_a_reason_is_said_in_the_language_of_the_window(chinese):
    assert in_words("it is copy-protected").isascii() is False


def test_what_is_put_into_a_reason_stays_in_it(chinese):
    said = in_words(LINKS)

    assert "2" in said
    assert "names" not in said
    assert "1,024" in in_words("its tag has no room left and grows by 1,024 bytes")
    assert "ID3v2.3" in in_words("tags of the kind ID3v2.3 are added")


def test_what_is_not_known_stays_as_it_is(chinese):
    assert in_words("the moon is in the way (2)") == "the moon is in the way (2)"


def test_in_english_nothing_changes(qapp):
    assert in_words(LINKS) == LINKS
