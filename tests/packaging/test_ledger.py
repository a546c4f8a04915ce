from typing import Any

import pytest
from box_classifier.ledger import AlreadyOpened, Candidate, Ledger, LedgerProblem

from musicreclass.training.config import TrainingConfig

CANDIDATE = Candidate.of(TrainingConfig(epochs=3), seed=1, commit="abc1234")


@pytest.fixture
def ledger(tmp_path):
    return Ledger(tmp_path / "ledger.jsonl")


def again(**changed):
    known: dict[str, Any] = {
        "configuration": TrainingConfig(epochs=3),
        "seed": 1,
        "commit": "def5678",
    }
    return Candidate.of(**(known | changed))


def test_what_was_opened_and_what_came_of_it_is_read_back(ledger):
    ledger.open_test(CANDIDATE, "gtzan test")
    ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.712})

    opened, measured = ledger.entries()
    assert (opened.test_part, opened.figures) == ("gtzan test", {})
    assert (measured.commit, measured.seed, measured.digest) == ("abc1234", 1, CANDIDATE.digest)
    assert measured.figures == {"accuracy": 0.712}
    assert '"epochs": 3' in measured.configuration
    assert measured.date.endswith("+00:00")


def test_lines_are_only_ever_added(ledger, tmp_path):
    ledger.open_test(CANDIDATE, "gtzan test")
    before = (tmp_path / "ledger.jsonl").read_bytes()

    ledger.open_test(again(seed=2), "gtzan test")

    assert (tmp_path / "ledger.jsonl").read_bytes().startswith(before)
    assert len(ledger.entries()) == 2


def test_a_candidate_sees_a_test_part_once(ledger):
    ledger.open_test(CANDIDATE, "gtzan test")

    with pytest.raises(AlreadyOpened, match=r"seed 1 was tested on gtzan test already .* abc1234"):
        ledger.open_test(again(), "gtzan test")
    assert len(ledger.entries()) == 1


@pytest.mark.parametrize(
    ("other", "part"),
    [
        (again(seed=2), "gtzan test"),
        (again(configuration=TrainingConfig(epochs=4)), "gtzan test"),
        (again(), "emotify"),
    ],
    ids=["seed", "configuration", "test part"],
)
def test_another_candidate_or_test_part_is_not_meant(ledger, other, part):
    ledger.open_test(CANDIDATE, "gtzan test")

    ledger.open_test(other, part)

    assert len(ledger.entries()) == 2


def test_the_same_commit_may_print_its_figures_again(ledger):
    ledger.open_test(CANDIDATE, "gtzan test")
    ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.7})

    ledger.open_test(CANDIDATE, "gtzan test")
    ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.7})

    assert len(ledger.entries()) == 2


def test_other_figures_of_the_same_commit_are_noted_too(ledger):
    ledger.open_test(CANDIDATE, "gtzan test")
    ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.7})

    ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.8})

    assert [entry.figures.get("accuracy") for entry in ledger.entries()] == [None, 0.7, 0.8]


def test_changes_that_are_not_committed_are_never_the_same_commit(ledger):
    changed = again(commit="abc1234-dirty")
    ledger.open_test(changed, "gtzan test")

    with pytest.raises(AlreadyOpened):
        ledger.open_test(changed, "gtzan test")


def test_figures_without_an_opened_test_part_are_refused(ledger):
    with pytest.raises(LedgerProblem, match=r"gtzan test was not opened .*; open it first"):
        ledger.record(CANDIDATE, "gtzan test", {"accuracy": 0.7})


def test_the_order_of_a_configuration_does_not_matter():
    first, second = ({"a": 1, "b": (2, 3)}, {"b": [2, 3], "a": 1})

    assert again(configuration=first).digest == again(configuration=second).digest


@pytest.mark.parametrize("line", ["no json", '{"figures": {}}', "[]", "{}"])
def test_a_damaged_line_is_named(ledger, tmp_path, line):
    ledger.open_test(CANDIDATE, "gtzan test")
    with (tmp_path / "ledger.jsonl").open("a") as file:
        file.write(line + "\n")

    with pytest.raises(LedgerProblem, match=r"Line 2 of .*ledger\.jsonl is damaged"):
        ledger.entries()


def test_an_edited_configuration_is_noticed(ledger, tmp_path):
    ledger.open_test(CANDIDATE, "gtzan test")
    path = tmp_path / "ledger.jsonl"
    path.write_text(path.read_text().replace('epochs\\": 3', 'epochs\\": 9'))

    with pytest.raises(LedgerProblem, match=r"Line 1 .* not the one it was"):
        ledger.entries()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    with pytest.raises(LedgerProblem, match=r"cannot be added to"):
        Ledger(tmp_path / "nowhere" / "ledger.jsonl").open_test(CANDIDATE, "gtzan test")
