"""What is made of coverage.py's report."""

import json

import bootstrap_verbs
import file_coverage

WHOLE_FILES = file_coverage.whole_files(bootstrap_verbs.WHOLE_FILES.read_text(encoding="utf-8"))


def test_each_file_that_must_stay_whole_is_there():
    gone = [name for name in WHOLE_FILES if not (bootstrap_verbs.ROOT / name).is_file()]

    assert gone == []


def test_shares_are_read_by_file(tmp_path):
    report = tmp_path / "coverage.json"
    report.write_text(json.dumps({"files": {"a.py": {"summary": {"percent_covered": 97.5}}}}))

    assert file_coverage.percents(report) == {"a.py": 97.5}


def test_files_below_the_floor_are_listed_worst_first():
    lines = file_coverage.below_floor({"a.py": 89.9, "b.py": 90.0, "c.py": 5.0})

    assert lines == ["  5.0 %  c.py", " 89.9 %  a.py"]


def test_a_file_that_is_whole_no_more_breaks_a_promise():
    broken = file_coverage.broken_promises({"a.py": 99.0, "b.py": 100.0}, ["a.py", "b.py", "c.py"])

    assert broken == [
        "a.py must stay at 100 %, and 99.0 % of it ran",
        "c.py must stay at 100 %, and 0.0 % of it ran",
    ]


def test_files_that_could_be_kept_whole_are_named():
    found = {"a.py": 100.0, "b.py": 100.0, "c.py": 99.0}

    assert file_coverage.could_be_whole(found, ["b.py"]) == ["100.0 %  a.py could be kept so"]
