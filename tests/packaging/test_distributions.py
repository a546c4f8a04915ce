"""What is given away, a wheel and the sources, is whole and finds its own resources."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import bootstrap_verbs
import pytest

import musicreclass
from tests.sentences.every_reason import TRANSLATED

ROOT = bootstrap_verbs.ROOT
RESOURCES = sorted(
    path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()
)
PACKAGE = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "musicreclass").rglob("*")
    if path.is_file() and path.suffix != ".pyc"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build the sources, and of these alone the wheel; nothing is fetched for it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built):
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return a folder with the package as pip would put it there."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_there_is_what_the_program_cannot_do_without():
    languages = [f"resources/translations/musicreclass_{name}.qm" for name in TRANSLATED]

    assert {"resources/genres.json", "resources/classifiers/box.pth", *languages} <= set(RESOURCES)


def test_the_wheel_holds_the_whole_package_and_says_that_it_is_typed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert names >= {*PACKAGE, *(f"musicreclass/{name}" for name in RESOURCES)}
    assert {"musicreclass/py.typed", "musicreclass/sentences/core.toml"} <= names
    assert f"musicreclass-{musicreclass.__version__}.dist-info/licenses/LICENSE" in names


def test_the_wheel_holds_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}

    assert tops == {"musicreclass", f"musicreclass-{musicreclass.__version__}.dist-info"}


def test_the_sources_hold_all_that_the_wheel_is_made_of_and_the_tests(built):
    (file,) = built.glob("*.tar.gz")
    with tarfile.open(file) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert names >= {*PACKAGE, *RESOURCES}
    assert names >= {"LICENSE", "README.md", "pyproject.toml", "packaging/bootstrap.py"}
    assert names >= {"packaging/constraints.txt", "tests/conftest.py"}


def run_in(installed, *words):
    """Run the interpreter with the installed package in front of all others."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-P", *words],
        capture_output=True, text=True, check=True, env=environment, cwd=installed.parent,
    )  # fmt: skip
    return done.stdout


def test_the_installed_package_finds_its_resources(installed):
    code = (
        "from musicreclass.paths import resource\n"
        "print(*map(resource, ('genres.json', 'classifiers/box.pth', 'translations')), sep='\\n')"
    )

    found = [Path(line) for line in run_in(installed, "-c", code).splitlines()]

    own = installed / "musicreclass" / "resources"
    assert found == [own / "genres.json", own / "classifiers" / "box.pth", own / "translations"]


def test_the_installed_program_lists_the_classifier_in_the_box(installed):
    assert "box" in run_in(installed, "-m", "musicreclass", "classifiers", "list")
