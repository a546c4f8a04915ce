import numpy as np

from musicreclass.sentences.catalogue import Sentences
from musicreclass.training.measure.evaluation import evaluate
from musicreclass.training.reports.text_tables import (
    confusion_table,
    genre_table,
    summary_table,
    table,
)
from tests.training.answers import answers_of

GENRES = ("Blues", "Jazz", "搖滾")


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


def test_a_table_speaks_the_language_of_whoever_prints_it():
    found = evaluate(answers_of(np.array([0, 0, 1])), np.array([0, 1, 1]), GENRES)

    header = genre_table(found, Sentences("zh_TW").of).splitlines()[0]

    assert header.split()[:2] == ["曲風", "曲目"]
