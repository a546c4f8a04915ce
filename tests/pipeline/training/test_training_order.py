from dataclasses import replace
from pathlib import Path

import pytest

from musicreclass.pipeline.training import training_order
from musicreclass.pipeline.training.training_order import Sources, TrainingOrder, run_folder
from musicreclass.pipeline.whole_files import OutputProblem

MUSIC = Path("/music")


@pytest.fixture
def order():
    return TrainingOrder(
        Sources(Path("/music/按曲風"), by_tags=True),
        Path("/made/own.pth"),
        mapping={"老歌": "Oldies", "rest": None},
        preset="quick",
        overrides={"epochs": 2, "habits": False, "mixup": 0.5, "schedule": "cosine"},
        seed=3,
    )


def test_what_was_ordered_is_read_back_as_it_was(order, tmp_path):
    training_order.keep(order, tmp_path / "runs")

    assert training_order.unfinished(tmp_path / "runs") == (order,)


def test_a_path_that_is_no_text_is_kept_like_any_other(order, tmp_path):
    odd = replace(order, sources=Sources(Path("/music/\udcff\udcfe")))

    training_order.keep(odd, tmp_path)

    assert training_order.unfinished(tmp_path) == (odd,)


def test_what_is_done_is_offered_no_more(order, tmp_path):
    training_order.keep(order, tmp_path)

    training_order.forget(order, tmp_path)

    assert training_order.unfinished(tmp_path) == ()


def test_where_the_classifier_goes_makes_no_other_training(order):
    elsewhere = replace(order, out=Path("/elsewhere/own.pth"))
    with_overrides = replace(order, overrides={"epochs": 3})

    assert elsewhere.name == order.name
    assert with_overrides.name != order.name


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"folder": 3}', "\x00"])
def test_what_is_no_order_is_passed_over(content, tmp_path):
    (tmp_path / f"odd{training_order.SUFFIX}").write_text(content)

    assert training_order.unfinished(tmp_path) == ()


def test_a_disk_that_refuses_is_named(order, tmp_path):
    (tmp_path / "runs").write_bytes(b"")

    with pytest.raises(OutputProblem, match="runs"):
        training_order.keep(order, tmp_path / "runs")


@pytest.mark.parametrize(
    ("sources", "is_empty"),
    [
        (Sources(), True),
        (Sources(by_decisions=True), False),
        (Sources(Path("/m")), False),
        (Sources(Path("/m"), by_folders=False), True),
        (Sources(Path("/m"), by_folders=False, by_tags=True), False),
    ],
)
def test_somebody_has_to_say_of_which_genre_tracks_are(sources, is_empty):
    assert sources.is_empty is is_empty


def test_each_training_without_an_order_has_a_folder_of_its_own(tmp_path):
    runs = {
        run_folder(tmp_path, MUSIC, "quick", 0),
        run_folder(tmp_path, MUSIC, "quick", 1),
        run_folder(tmp_path, MUSIC, "standard", 0),
        run_folder(tmp_path, Path("/other"), "quick", 0),
        run_folder(tmp_path, MUSIC, "quick", 0, from_scratch=True),
    }

    assert len(runs) == 5
    assert run_folder(tmp_path, MUSIC, "quick", 0) in runs
