import numpy as np
import pytest
from box_classifier.standings import SeedRuns, Spread, compare, standings_table

from musicreclass.training.measure.evaluation import evaluate
from tests.training.answers import mostly_right

GENRES = ("Blues", "Jazz", "搖滾")
TRUTH = np.arange(300) % 3
GROUPS = np.arange(300) // 5


def runs(name, share, seeds=(0, 1, 2)):
    return SeedRuns(name, np.stack([mostly_right(TRUTH, share, 3, seed) for seed in seeds]))


def test_entries_are_held_against_the_first_of_them():
    weak, strong = compare([runs("svm", 0.6), runs("cnn", 0.9)], TRUTH, GENRES, GROUPS)

    each = [evaluate(run, TRUTH, GENRES).accuracy for run in runs("cnn", 0.9).runs]
    assert weak.ahead is None
    assert strong.accuracy == Spread(float(np.mean(each)), float(np.std(each, ddof=1)))
    assert strong.interval.low < strong.accuracy.mean < strong.interval.high
    assert strong.ahead.accuracy == pytest.approx(strong.accuracy.mean - weak.accuracy.mean)
    assert strong.ahead.p_not_better < 0.001


def test_the_table_of_entries_names_all_and_says_what_is_not_known():
    standings = compare([runs("svm", 0.6), runs("cnn", 0.9, seeds=[0])], TRUTH, GENRES, GROUPS)

    header, svm, cnn = standings_table(standings).splitlines()

    assert "better than svm" in header
    assert svm.startswith(f"svm         {100 * standings[0].accuracy.mean:.1f} ± ")
    assert "±" not in cnn
    assert cnn.endswith("0.0005")
    assert f"{100 * standings[1].ahead.accuracy:+.1f}" in cnn


def test_of_one_artist_neither_interval_nor_p_is_known():
    one = np.zeros(300, dtype=int)

    lines = standings_table(compare([runs("a", 0.6), runs("b", 0.9)], TRUTH, GENRES, one))

    assert lines.splitlines()[2].split()[-2:] == ["-", "-"]
