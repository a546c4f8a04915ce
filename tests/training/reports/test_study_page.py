import json
import re

import pytest

from musicreclass.sentences.catalogue import Sentences
from musicreclass.training.reports.study_page import study_page
from musicreclass.training.reports.study_text import study_text
from tests.sentences.every_reason import TRANSLATED
from tests.training.made_up_study import EVIL, made_up_study
from tests.training.reports.test_pages import Reader

# Names of genres and collections, of networks and of units, in any language.
KEPT = {"low", "high", "script", "alert", "two", "db", "hz", "ms", "mb"}
KEPT |= {"mlp", "cnn", "crnn", "vae", "transformer", "rbf", "mfcc", "holm", "quick"}


@pytest.fixture(scope="module")
def page():
    return study_page(made_up_study())


def test_the_plain_answer_stands_on_top(page):
    text = Reader(page).text

    assert "For folders like" in text
    assert text.index("For folders like") < text.index("ways compared")
    assert "It is right on" in text


def test_all_that_was_found_is_there(page):
    text = Reader(page).text

    for words in (
        "encoder's embeddings, RBF kernel",
        "network on mels (CNN)",
        "nothing above 4,000 Hz",
        "noise 10 dB below",
        "tracks of each genre",
        "timbre (MFCC 1 of 20): mean",
        "Says High at 93 %; it lies in Low.",
        "its probability falls by 40.0 points",
        "No single part of the mel carries it",
        "level, dB (0 is full scale)",
        "One sampled track could not be altered",
    ):
        assert words in text


def test_a_name_cannot_become_part_of_the_page(page):
    read = Reader(page)

    assert "script" not in read.names
    assert EVIL in read.text


def test_the_page_fetches_nothing(page):
    read = Reader(page)

    assert not {"link", "img", "iframe", "object"} & set(read.names)
    assert not [value for name, value in read.attributes if name in ("src", "href")]


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translated_page_has_no_english_in_it(language):
    page = study_page(made_up_study(), Sentences(language))

    shown = Reader(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)).text
    assert {word.lower() for word in re.findall(r"[A-Za-z]{2,}", shown)} - KEPT == set()


def test_what_could_not_be_drawn_is_said(page):
    text = Reader(study_page(made_up_study(few=False, is_quick=False))).text

    assert "There are too few tracks of two genres at least" in text
    assert "quick study" not in text


def test_the_text_says_the_same_for_a_terminal():
    text = study_text(made_up_study())

    assert text.startswith("For folders like")
    assert "518 features, logistic regression" in text
    assert "nothing above 4,000 Hz" in text
    assert "The study took 5.0 minutes." in text


def test_all_of_it_can_be_kept_as_json():
    found = json.loads(json.dumps(made_up_study().to_plain()))

    assert found["collections"][0]["edge_cases"]["altered"][0]["alteration"]["kind"] == "seconds"
    assert found["collections"][0]["decisions"][0]["drops"][2][3] == pytest.approx(0.4)
