"""Only files whose sums are known are installed."""

import re
from pathlib import Path

import pytest
from file_hashes import locked, own_builds, read_hashes
from setup_problem import SetUpProblem

PACKAGING = Path(__file__).parents[2] / "packaging"
KNOWN = {("sqlite-utils", "4.2.1"): frozenset({"a" * 64, "b" * 64})}


def report(name, version, digest):
    source = {"url": f"https://index/{name}.whl", "archive_info": {"hashes": {"sha256": digest}}}
    return {"install": [{"metadata": {"name": name, "version": version}, "download_info": source}]}


def test_every_pinned_version_has_sums_and_no_other_has():
    pins = re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", (PACKAGING / "constraints.txt").read_text())

    known = read_hashes(PACKAGING / "hashes.txt")

    assert {(re.sub("[-_.]+", "-", n).lower(), v) for n, v in pins} == known.keys()
    assert all(known.values())


def test_a_known_file_is_fixed_to_its_sum():
    lines = list(locked(report("sqlite_utils", "4.2.1", "b" * 64), KNOWN))

    assert lines == [f"sqlite_utils==4.2.1 --hash=sha256:{'b' * 64}"]


@pytest.mark.parametrize(("version", "digest"), [("4.2.1", "c" * 64), ("4.2.2", "a" * 64)])
def test_another_file_is_refused(version, digest):
    with pytest.raises(SetUpProblem, match="is another file than the one that is known"):
        list(locked(report("sqlite-utils", version, digest), KNOWN))


def test_a_build_of_ones_own_choice_is_taken_as_it_was_found():
    lines = list(locked(report("torch", "2.13.0+cpu", "c" * 64), KNOWN))

    assert lines == [f"torch==2.13.0+cpu --hash=sha256:{'c' * 64}"]
    assert own_builds([*lines, "numpy==2.4.6 --hash=sha256:d"]) == ["torch==2.13.0+cpu"]
