"""What goes into the frozen program: all that it needs, and nothing that only others do."""

import subprocess
import sys
import tomllib

import pytest
from installers import frozen_parts as parts

DATA = {
    f"{folder}/{file.replace(chr(92), '/').rpartition('/')[2]}" for file, folder in parts.data()
}

BLOCKED = """\
import importlib, pkgutil, sys

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in {excluded!r}):
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

if __name__ == "__main__":
    sys.meta_path.insert(0, LeftOut())
    import musicreclass
    for found in pkgutil.walk_packages(musicreclass.__path__, "musicreclass."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    print("all there")
"""


def test_all_of_the_program_can_be_loaded_without_what_is_left_out(tmp_path):
    script = tmp_path / "blocked.py"
    script.write_text(BLOCKED.format(excluded=parts.EXCLUDED), "utf-8")

    done = subprocess.run(
        [sys.executable, "-P", script], capture_output=True, text=True, cwd=tmp_path
    )

    assert done.stdout.splitlines()[-1:] == ["all there"], done.stderr


@pytest.mark.parametrize(
    "name",
    [
        "resources/genres.json",
        "resources/classifiers/box.pth",
        "resources/classifiers/encoder.pth",
        "resources/translations/musicreclass_zh_TW.qm",
        "resources/icons/musicreclass.svg",
        "resources/icons/controls/tick_dark.svg",
        "musicreclass/sentences/core.toml",
        "./LICENSE",
    ],
)
def test_what_the_program_reads_goes_in(name):
    assert name in DATA


def test_what_only_people_who_translate_or_read_need_stays_out():
    assert not any(name.endswith((".ts", "review_dark.png")) for name in DATA)


def test_the_packages_it_asks_for_go_in_but_for_those_of_tests():
    found = parts.requirements()

    assert {"PySide6", "torch", "torchaudio", "mutagen", "scikit-learn", "onnx", "uvicorn"} <= set(
        found
    )
    assert found.count("PySide6") == 1
    assert "librosa" not in found


def test_each_extra_goes_in_or_stays_out_on_purpose():
    text = (parts.ROOT / "pyproject.toml").read_text("utf-8")
    extras = set(tomllib.loads(text)["project"]["optional-dependencies"])

    assert extras - {"test", "lint", "coverage", "freeze"} == {
        *parts.KEPT_EXTRAS,
        *parts.LEFT_EXTRAS,
    }


@pytest.mark.parametrize(
    ("name", "is_wanted"),
    [
        ("torch/bin/torch_shm_manager", True),  # without it torch cannot be loaded
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/include/torch/csrc/api.h", False),
        ("torch\\include\\torch\\csrc\\api.h", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", True),  # Qt's player is linked to it
        ("PySide6/Qt/lib/libQt6QuickControls2.so.6", False),
        ("PySide6/Qt/lib/libQt6VirtualKeyboard.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so", True),
        ("libgtk-3.so.0", False),
        ("libharfbuzz.so.0", False),
        ("libharfbuzz-fb49c9fc.so.0.61450.0", True),  # Pillow's own
    ],
)
def test_files_that_nobody_opens_stay_out(name, is_wanted):
    assert parts.is_wanted(name) == is_wanted
