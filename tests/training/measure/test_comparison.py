import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.reports.pages import comparison_page
from musicreclass.training.reports.text_tables import comparison_table, differences_table
from tests.training.answers import mostly_right

GENRES = ("Blues", "Jazz", "搖滾")
TRUTH = np.arange(300) % 3
GROUPS = np.arange(300) // 5
EVIL = "<script>alert(1)</script>"
CONTESTANTS = (
    Entry("majority", mostly_right(TRUTH, 0.3, 3, 1), Costs(0.0, 0.0)),
    Entry("svm", mostly_right(TRUTH, 0.7, 3, 2), Costs(0.25, 0.065)),
    Entry(EVIL, mostly_right(TRUTH, 0.72, 3, 3), Costs(61.0, 0.2, 1_500_000)),
)


def compared(entries=CONTESTANTS, groups=GROUPS):
    return Comparison(
        "On my music",
        rows_of(entries, TRUTH, GENRES, groups),
        differences_of(entries, TRUTH, groups),
        5,
        {"artist": 300},
        12.5,
        (as_said("xgboost is absent."),),
        (FileProblem(Path("/music/bad.mp3"), as_said("the file is empty")),),
    )


def test_what_is_far_ahead_is_so_really_and_what_is_close_may_be_luck():
    found = {(one.better, one.worse): one for one in compared().differences}

    assert found["svm", "majority"].is_real
    assert found["svm", "majority"].interval.low > 0.2
    (close,) = (one for pair, one in found.items() if set(pair) == {"svm", EVIL})
    assert not close.is_real
    assert close.accuracy >= 0.0


def test_each_pair_is_compared_once_and_the_largest_difference_comes_first():
    differences = compared().differences

    assert len(differences) == 3
    gaps = [one.accuracy for one in differences]
    assert gaps == sorted(gaps, reverse=True)


def test_many_comparisons_make_a_single_one_less_certain():
    two = compared(CONTESTANTS[:2]).differences[0]
    many = next(one for one in compared().differences if one.better == "svm")

    assert many.p == pytest.approx(2 * two.p, rel=0.6)
    assert many.p > two.p


def test_equals_are_never_told_apart():
    same = (CONTESTANTS[1], replace(CONTESTANTS[1], name="twin"))

    (found,) = compared(same).differences

    assert (found.accuracy, found.p, found.is_real) == (0.0, 1.0, False)


def test_music_by_one_artist_tells_nothing():
    (first, *_) = compared(groups=np.zeros(300, int)).differences

    assert (first.p, first.interval, first.is_real) == (None, None, False)


def test_all_of_it_can_be_held_by_json():
    plain = json.loads(json.dumps(compared().to_plain()))

    assert (plain["tracks"], plain["groups"], plain["folds"]) == (300, 60, 5)
    assert [one["name"] for one in plain["classifiers"]] == ["majority", "svm", EVIL]
    assert plain["classifiers"][2]["size_bytes"] == 1_500_000
    assert plain["differences"][0]["is_real"] is True
    assert plain["left_out"][0]["reason"] == "the file is empty"


def test_the_tables_name_all_and_what_they_cost():
    header, majority, svm, _ = comparison_table(compared()).splitlines()

    assert header.split()[-3:] == ["teaching", "listening", "size"]
    assert majority.split()[-1] == "-"
    assert "0.2 s" in svm
    assert "65 ms" in svm
    assert "svm before majority" in differences_table(compared())


def test_a_name_cannot_become_part_of_the_page():
    found = []
    parser: Any = HTMLParser()
    parser.handle_starttag = lambda name, attributes: found.append(name)
    page = comparison_page(compared())

    parser.feed(page)

    assert "script" not in found
    assert found.count("table") == 2
    assert "&lt;script&gt;" in page
    assert "xgboost is absent." in page
    assert "/music/bad.mp3" in page
