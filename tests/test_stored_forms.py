import json
import sys
from pathlib import Path

import pytest
import torch

from musicreclass.core.track import TrackLine
from musicreclass.library.rows import LINE_COLUMNS
from musicreclass.training.fit import checkpoints
from tests.stored_forms import forms

FIRST = json.loads(Path(__file__).with_name("stored_forms.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def one_machine(monkeypatch):
    """Make digests of fit tasks those of one version, on one thread."""
    monkeypatch.setattr(checkpoints, "__version__", "0")
    monkeypatch.setattr(torch, "__version__", "0")
    monkeypatch.setattr(torch, "get_num_threads", lambda: 1)


@pytest.mark.parametrize("name", forms(Path()))
def test_what_is_kept_looks_as_it_did_when_it_was_first_kept(name, tmp_path):
    if name.startswith("training ") and sys.platform == "win32":
        pytest.skip("paths are spelt otherwise")

    made = forms(tmp_path)[name]()

    assert json.loads(json.dumps(made)) == FIRST[name]


def test_nothing_that_was_ever_kept_goes_unwatched():
    assert forms(Path()).keys() == FIRST.keys()


def test_a_line_has_a_field_for_each_column_of_the_table():
    assert len(LINE_COLUMNS.split(", ")) == len(TrackLine._fields)
