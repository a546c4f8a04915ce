import numpy as np
import pytest

from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.reports.report_table import (
    Contender,
    Spread,
    compare,
    comparison_table,
    confusion_table,
    genre_table,
    summary_table,
    table,
)
from tests.training.answers import answers_of, mostly_right

GENRES = ("Blues", "Jazz", "搖滾")
TRUTH = np.arange(300) % 3
GROUPS = np.arange(300) // 5


def runs(name, share, seeds=(0, 1, 2)):
    return Contender(name, np.stack([mostly_right(TRUTH, share, 3, seed) for seed in seeds]))


def test_contenders_are_held_against_the_first_of_them():
    weak, strong = compare([runs("svm", 0.6), runs("cnn", 0.9)], TRUTH, GENRES, GROUPS)

    each = [evaluate(run, TRUTH, GENRES).accuracy for run in runs("cnn", 0.9).runs]
    assert weak.ahead is None
    assert strong.accuracy == Spread(float(np.mean(each)), float(np.std(each, ddof=1)))
    assert strong.interval.low < strong.accuracy.mean < strong.interval.high
    assert strong.ahead.accuracy == pytest.approx(strong.accuracy.mean - weak.accuracy.mean)
    assert strong.ahead.p_not_better < 0.001


def test_the_table_of_contenders_names_all_and_says_what_is_not_known():
    standings = compare([runs("svm", 0.6), runs("cnn", 0.9, seeds=[0])], TRUTH, GENRES, GROUPS)

    header, svm, cnn = comparison_table(standings).splitlines()

    assert "better than svm" in header
    assert svm.startswith(f"svm         {100 * standings[0].accuracy.mean:.1f} ± ")
    assert "±" not in cnn
    assert cnn.endswith("0.0005")
    assert f"{100 * standings[1].ahead.accuracy:+.1f}" in cnn


def test_of_one_artist_neither_interval_nor_p_is_known():
    one = np.zeros(300, dtype=int)

    lines = comparison_table(compare([runs("a", 0.6), runs("b", 0.9)], TRUTH, GENRES, one))

    assert lines.splitlines()[2].split()[-2:] == ["-", "-"]


def test_columns_stand_below_each_other_also_beside_chinese():
    printed = table(("genre", "tracks"), [("Blues", "7"), ("搖滾", "12")])

    assert printed.splitlines() == ["genre  tracks", "Blues       7", "搖滾       12"]


def test_markdown_is_a_table_with_numbers_to_the_right():
    printed = table(("genre", "tracks"), [("Blues", "7")], markdown=True)

    assert printed.splitlines() == [
        "| genre | tracks |",
        "| ----- | -----: |",
        "| Blues |      7 |",
    ]


def test_one_classifier_is_shown_genre_by_genre():
    found = evaluate(answers_of(np.array([0, 0, 1])), np.array([0, 1, 1]), GENRES)

    assert genre_table(found).splitlines()[1:] == [
        "Blues       1         50.0     100.0  66.7",
        "Jazz        2        100.0      50.0  66.7",
        "搖滾        0            -         -     -",
    ]
    assert confusion_table(found).splitlines()[1:] == [
        "Blues               1",
        "Jazz                1     1",
        "搖滾",
    ]
    assert summary_table(found).splitlines()[1].split()[:3] == ["accuracy", "%", "66.7"]
