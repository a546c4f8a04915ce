"""Scripts of systems that are not here: as far as they can be read, they name what is there."""

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import bootstrap_verbs
import pytest
import yaml
from installers import freezing, shared_files

FOLDER = bootstrap_verbs.PACKAGING / "installers"
MANIFEST = FOLDER / "flatpak" / f"{shared_files.APP_ID}.yml"
BUILD = freezing.Build(bootstrap_verbs.ROOT, Path(sys.executable))
SCRIPTS = [
    MANIFEST,
    FOLDER / "windows" / "build.ps1",
    FOLDER / "windows" / "musicreclass.iss",
    FOLDER / "macos" / "build.sh",
]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_that_never_ran_says_so(script):
    head = " ".join(script.read_text("utf-8").splitlines()[:6])

    assert re.search(r"has never (been built|been compiled|run)", head)


def test_the_flatpak_takes_what_freezing_makes():
    manifest = yaml.safe_load(MANIFEST.read_text("utf-8"))

    sources = manifest["modules"][0]["sources"]
    found = [(MANIFEST.parent / source["path"]).resolve() for source in sources]
    assert manifest["id"] == shared_files.APP_ID
    assert found == [BUILD.frozen, BUILD.shared / "share"]
    assert "--share=network" not in manifest["finish-args"]


def test_the_installer_of_windows_takes_what_freezing_makes():
    text = (FOLDER / "windows" / "musicreclass.iss").read_text("utf-8")
    root = (
        FOLDER / "windows" / re.search(r'#define Root "(.+)"', text)[1].replace("\\", "/")
    ).resolve()

    named = {name.replace("\\", "/") for name in re.findall(r"\{#Root\}\\([\w\\.]+)", text)}
    assert root == bootstrap_verbs.ROOT
    assert named == {
        "LICENSE",
        (BUILD.shared / "musicreclass.ico").relative_to(root).as_posix(),
        BUILD.frozen.relative_to(root).as_posix() + "/",
        BUILD.packages.relative_to(root).as_posix(),
    }


@pytest.mark.skipif(sys.platform == "win32", reason="there may be no sh")
def test_the_script_of_macos_can_be_read():
    script, entitlements = FOLDER / "macos" / "build.sh", FOLDER / "macos" / "entitlements.plist"

    done = subprocess.run(["sh", "-n", script], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")
    assert all(plistlib.loads(entitlements.read_bytes()).values())
    assert entitlements.relative_to(bootstrap_verbs.ROOT).as_posix() in script.read_text("utf-8")
