import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import FACTS
from musicreclass.sentences.reason import as_said, because
from musicreclass.training.measure.learning_curve import LearningCurve
from musicreclass.training.reports.pages import report_page
from tests.sentences.every_reason import TRANSLATED
from tests.training.report_material import ABOUT, EVIL, FINDINGS, made_up_report


class Reader(HTMLParser):
    """Notes what a browser would see: elements, attributes and text."""

    def __init__(self, page):
        super().__init__()
        self.names, self.attributes, self.texts = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.texts).split())


@pytest.fixture(scope="module")
def read():
    return Reader(report_page(made_up_report()))


def test_all_that_was_found_out_is_there(read):
    for words in (
        "accuracy",
        "balanced accuracy",
        "macro-F1",
        "calibration error",
        "it would seem to be right on 80.0 %",
        "in 5 folds",
        "mlp alone",
        "box, in use until now",
        "right more often than box: +20.0 points (95 times of 100 +10.0 to +30.0). It has heard",
        "Jazz has only 9 tracks.",
        "The estimate is of a classifier taught from scratch.",
        "What was taken for what",
        "Tracks that look mislabelled",
        "Recordings that are there twice",
        "With 20 more tracks per genre expect about 3.0 points more",
        "shorter than 15 s",
        "/music/按曲風",
        "60 by artist; 30 groups in all",
        "the file is empty",
        "青花瓷 3 · 周杰倫",
    ):
        assert words in read.text


def test_a_title_cannot_become_part_of_the_page(read):
    assert "script" not in read.names
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert EVIL in read.text
    assert any(EVIL in value for name, value in read.attributes if name == "title")


@pytest.mark.parametrize(
    "evil", [{"sources": (EVIL,)}, {"notes": (as_said(EVIL),)}, {"name": EVIL}]
)
def test_nothing_else_can_either(evil):
    findings = replace(FINDINGS, warnings=(as_said(EVIL),))

    read = Reader(report_page(made_up_report(about=replace(ABOUT, **evil), findings=findings)))

    assert "script" not in read.names
    assert not [name for name, _ in read.attributes if name.startswith("on")]


def test_cells_of_the_confusion_matrix_name_their_tracks(read):
    titles = [value for name, value in read.attributes if name == "title"]

    assert any("青花瓷 1 · 周杰倫\n青花瓷" in title and "more" in title for title in titles)


def test_the_page_fetches_nothing(read):
    assert not {"link", "img", "iframe", "object"} & set(read.names)
    assert not [value for name, value in read.attributes if name in ("src", "href")]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'; img-src data:") in (
        read.attributes
    )


def test_it_follows_the_system_and_the_printer():
    page = report_page(made_up_report())

    assert "@media (prefers-color-scheme: dark)" in page
    assert "@media print" in page


def test_what_cannot_be_estimated_is_said_instead_of_figures():
    read = Reader(report_page(made_up_report(tested=0)))

    assert "Nobody can say: no track could be kept apart to test it on." in read.text
    assert "accuracy" not in read.text


def test_an_unknown_learning_curve_is_a_sentence():
    curve = LearningCurve.unknown(because("training.no_features"))

    read = Reader(report_page(made_up_report(findings=replace(FINDINGS, curve=curve))))

    assert "How much more tracks would help cannot be told: no features" in read.text


def test_genres_that_are_told_apart_are_said_to_be():
    read = Reader(report_page(made_up_report(share=1.0)))

    assert "None: each pair is told apart well." in read.text
    assert "look mislabelled" not in read.text


def test_names_that_are_no_text_do_not_break_the_page():
    page = report_page(made_up_report(title="\x00\udcff"))

    assert "\N{REPLACEMENT CHARACTER}" * 2 in page.encode("utf-8").decode()


# Values of the made-up report, which are no words of the page.
KEPT = {"own", "mlp", "cnn", "alert", "onmouseover", "script", "standard", "musicreclass"}
KEPT |= {"blues", "jazz", "mp", "music"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translated_page_has_no_english_in_it(language):
    findings = replace(FINDINGS, warnings=(), current=None, left_out=())
    report = made_up_report(about=replace(ABOUT, notes=()), findings=findings)

    page = report_page(report, Sentences(language))

    shown = Reader(re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)).text
    assert {word.lower() for word in re.findall(r"[A-Za-z]{2,}", shown)} - KEPT == set()
    assert f'<html lang="{FACTS[language].page_tag}">' in page
