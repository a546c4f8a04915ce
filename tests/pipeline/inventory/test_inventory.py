"""What is known of classifiers: of the box by its card, of one's own by the facts of training."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.pipeline.classification.installed import install
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.classification.own_weights import with_own_shares
from musicreclass.pipeline.inventory.box_card import box_card
from musicreclass.pipeline.inventory.inventory import inventory
from musicreclass.pipeline.inventory.kept_reports import keep_report, kept_report
from musicreclass.settings import ClassifySettings, Settings, save
from tests.gui.training.train_material import made_up_report
from tests.recording_context import RecordingContext
from tests.small_bundles import save_small_bundle

FIGURES = {"support": 6, "answered": 5, "precision": 0.8, "recall": 0.7, "f1": 0.7}
TRAINING = {
    "tracks": 18,
    "genres": {"Blues": 6, "Jazz": 6, "Rock": 6},
    "folds": 5,
    "accuracy": 0.75,
    "interval": [0.6, 0.9],
    "per_genre": {name: FIGURES | {"genre": name} for name in ("Blues", "Jazz", "Rock")},
    "confusion": [[4, 1, 1], [0, 6, 0], [2, 0, 4]],
    "source": "按曲風",
}


def found(settings=None):
    return inventory(settings or Settings(), RecordingContext())


def own(found):
    return next(one for one in found.classifiers if one.origin != "box")


def using(name):
    return Settings(classifying=ClassifySettings(classifier=str(name)))


def test_the_box_comes_first_and_its_card_says_how_good_it_is_where():
    box = found().classifiers[0]

    assert (box.origin, box.is_in_use, box.genres) == ("box", True, box_card().genres)
    assert box.quality.measured == "collections"
    assert box.quality.interval.low < box.quality.accuracy < box.quality.interval.high
    assert {figures.genre for figures in box.by_genre} == set(box.genres)
    assert "musicnn" in box.encoder_origin
    assert "AS IS" in box.encoder_licence


def test_a_card_that_reads_otherwise_leaves_figures_unknown(tmp_path, monkeypatch):
    (tmp_path / "box.md").write_text("# Another card", encoding="utf-8")
    monkeypatch.setattr(paths, "resource", lambda name: tmp_path)

    card = box_card()

    assert (card.text, card.genres, card.accuracy) == ("# Another card", (), None)


def test_ones_own_is_known_by_the_facts_of_its_training(tmp_path):
    install(save_small_bundle(tmp_path / "own.pth", training=TRAINING))

    facts = own(found())

    assert (facts.quality.measured, facts.quality.tracks, facts.quality.parts) == ("folds", 18, 5)
    assert facts.evaluation.confusion.tolist() == TRAINING["confusion"]
    assert (facts.source, facts.tracks) == ("按曲風", 18)
    assert datetime.fromisoformat(facts.made_at) <= datetime.now(UTC)
    assert [(one.name, one.share) for one in facts.members] == [("cnn", 0.5), ("mlp", 0.5)]


@pytest.mark.parametrize(
    "training", [{}, {"accuracy": "high"}, {"accuracy": 0.5, "per_genre": {"a": {"no": 1}}}]
)
def test_facts_that_are_none_leave_figures_unknown(training, tmp_path):
    install(save_small_bundle(tmp_path / "own.pth", training=training))

    facts = own(found())

    assert (facts.problem, facts.evaluation, facts.by_genre) == (None, None, ())


def test_a_file_elsewhere_is_listed_while_it_is_chosen(tmp_path):
    file = save_small_bundle(tmp_path / "elsewhere.pth")

    facts = own(found(using(file)))

    assert (facts.name, facts.origin, facts.is_in_use) == ("elsewhere", "elsewhere", True)


@pytest.mark.parametrize("damage", ["gone", "cut off"])
def test_a_chosen_file_that_cannot_be_used_leaves_the_box_in_use(damage, tmp_path):
    file = install(save_small_bundle(tmp_path / "own.pth")).path
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:100])

    listed = found(using("own"))

    assert listed.in_use.origin == "box"
    assert "own was chosen, but cannot be used" in str(listed.problem)
    assert own(listed).problem is not None


def test_what_was_trained_and_not_installed_is_listed_with_its_report(tmp_path):
    file = save_small_bundle(tmp_path / "out.pth")
    keep_report(made_up_report(), file, digest_of(file))

    facts = own(found())

    assert (facts.origin, facts.path, facts.has_report) == ("trained", file, True)
    assert kept_report(facts.digest).report.about.name == "own"


def test_what_was_trained_and_is_another_file_by_now_is_not_listed(tmp_path):
    file = save_small_bundle(tmp_path / "out.pth")
    keep_report(made_up_report(), file, digest_of(file))
    bundles.save(replace(bundles.load(file), data_licence="CC0"), file)

    assert [one.origin for one in found().classifiers] == ["box"]


def test_own_weights_are_shown_as_shares(tmp_path):
    file = install(save_small_bundle(tmp_path / "own.pth")).path
    save(with_own_shares(Settings(), digest_of(file), {"cnn": 3, "mlp": 1}), paths.settings_file())

    facts = own(found())

    assert facts.has_own_weights
    assert {one.name: one.share for one in facts.members} == {"cnn": 0.75, "mlp": 0.25}
