import subprocess
import sys
from pathlib import Path

import pytest
import torch

from musicreclass.training.fit.progress import Epoch
from tests.recording_context import RecordingContext
from tests.training.fit_material import weights_of
from tests.training.fitting_child import fit

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def threads():
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def killed_after(batches, folder):
    command = [sys.executable, "-m", "tests.training.fitting_child", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        dots = child.stdout.read(batches)
        child.kill()
    return dots


@pytest.mark.slow
def test_a_run_that_was_killed_twice_ends_with_the_bits_of_an_unbroken_one(tmp_path):
    assert killed_after(8, tmp_path) == b"." * 8
    assert killed_after(9, tmp_path) == b"." * 9

    ctx = RecordingContext()
    resumed = fit(tmp_path, ctx)

    assert [epoch.number for epoch in ctx.of(Epoch)] == [1, 2, 3, 4, 5, 6]
    assert torch.equal(weights_of(resumed), weights_of(fit(None, RecordingContext())))
