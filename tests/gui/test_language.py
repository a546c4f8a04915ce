"""What reasons and errors are called in the language of the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.gui.language import as_sentence, in_words, sentence_on, spoken
from musicreclass.sentences.reason import as_said, because
from tests.sentences.every_reason import CATALOGUE, TRANSLATED, reason_of, with_english

LINKS = because("tags.hard_links", number=2)


@pytest.fixture(params=TRANSLATED)
def translated(request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_a_reason_is_said_in_the_language_of_the_window(translated):
    said = in_words(because("audio.protected"))

    assert said != str(because("audio.protected"))
    assert not said.isascii()


def test_no_reason_is_said_in_english_in_a_translated_window(translated):
    said = {code: sentence_on(MusicReclassError(reason_of(code))) for code in CATALOGUE}

    assert with_english(said) == {}


def test_what_is_put_into_a_reason_stays_in_it(translated):
    said = in_words(LINKS)

    assert "2" in said
    assert "names" not in said


def test_languages_and_scripts_are_told_apart(translated):
    said = in_words(because("pipeline.dangling_link"))

    word = {"zh_TW": "連結", "zh_CN": "链接", "ja": "リンク"}[translated]
    assert word in said


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh_HK", "zh_TW"),
        ("zh_Hant_MY", "zh_TW"),
        ("zh_SG", "zh_CN"),
        ("zh", "zh_CN"),
        ("ja_JP", "ja"),
        ("de_DE", "en"),
        ("C", "en"),
    ],
)
def test_the_locale_of_the_system_gives_the_language(locale, language):
    QLocale.setDefault(QLocale(locale))

    assert spoken() == language


def test_what_another_program_said_stays_as_it_is(translated):
    assert in_words(as_said("the moon is in the way (2)")) == "the moon is in the way (2)"


def test_in_english_a_reason_is_what_logs_say(qapp):
    assert in_words(LINKS) == str(LINKS)


def test_a_reason_that_stands_alone_is_a_sentence(qapp):
    assert as_sentence(as_said("it is empty")) == "It is empty."
    assert as_sentence(as_said("Why?")) == "Why?"


def test_a_reason_that_stands_alone_ends_as_its_language_does(translated):
    assert as_sentence(because("audio.protected")).endswith("。")


def test_an_error_names_its_file(qapp):
    error = FileProblem(Path("/music/a.mp3"), because("audio.protected"))

    assert sentence_on(error) == "a.mp3: it is copy-protected"


def test_an_error_is_said_in_the_language_of_the_window(translated):
    error = MusicReclassError(because("pipeline.no_classifier"))

    assert not sentence_on(error).isascii()


def test_a_fault_of_the_program_is_named_and_refers_to_the_log(qapp):
    assert sentence_on(KeyError("x")) == (
        "Something went wrong inside the program (KeyError); see the log."
    )
