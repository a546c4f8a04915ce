import subprocess
import sys

SCRIPT = """
import sys
from musicreclass.pipeline.torch_ahead import load_native_part
load_native_part()
assert "torch" not in sys.modules
{more}
import torch
load_native_part()
print(float(torch.ones(3).sum()))
"""
IS_LOADED = 'assert "libtorch_cpu" in open("/proc/self/maps").read()'


def test_torch_works_after_its_libraries_came_first():
    more = IS_LOADED if sys.platform == "linux" else ""

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(more=more)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.strip(), done.returncode) == ("3.0", 0), done.stderr
