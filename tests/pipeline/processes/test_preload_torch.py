import importlib
import subprocess
import sys
import threading

from musicreclass.pipeline.processes.preload_torch import imports_held_back

SCRIPT = """
import sys
from musicreclass.pipeline.processes.preload_torch import preload_torch
preload_torch()
assert "torch" not in sys.modules
{more}
import torch
preload_torch()
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


def test_imports_of_other_threads_wait_without_holding_up_anybody(tmp_path, monkeypatch):
    (tmp_path / "brought_in_late.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    importing = threading.Thread(target=importlib.import_module, args=["brought_in_late"])

    with imports_held_back():
        importing.start()
        importing.join(0.1)  # this thread goes on meanwhile
        is_waiting = importing.is_alive()
    importing.join(5)

    assert is_waiting
    assert "brought_in_late" in sys.modules
