"""A report that is kept is the report that was."""

import json

import pytest

from musicreclass.training.reports.stored_report import NoReport, from_kept, to_kept
from tests.gui.training.train_material import made_up_report


@pytest.mark.parametrize("current", [True, False])
def test_a_report_comes_back_as_it_was_kept(current):
    report = made_up_report(current=current)

    back = from_kept(json.loads(json.dumps(to_kept(report))))

    assert back.to_plain() == report.to_plain()
    assert back.evaluation.confusion.tolist() == report.evaluation.confusion.tolist()
    assert back.warnings == report.warnings  # codes, not sentences


def test_one_of_a_version_that_measured_more_can_be_read():
    kept = to_kept(made_up_report()) | {"something new": 1}

    assert from_kept(kept).about.name == "own"


@pytest.mark.parametrize("damaged", [None, [], {}, {"about": 7}, "text"])
def test_what_is_no_report_is_a_sentence(damaged):
    with pytest.raises(NoReport, match="is not kept"):
        from_kept(damaged)
