"""What is said for people is true: links lead somewhere, files and verbs are there."""

import re

import bootstrap_verbs
import pytest

from musicreclass.cli.main import VERBS

ROOT = bootstrap_verbs.ROOT
README = ROOT / "README.md"
HOW = ROOT / ".github" / "CONTRIBUTING.md"
PAGES = [README, *sorted((ROOT / ".github").glob("*.md"))]
FOLDERS = (ROOT, ROOT / "musicreclass", ROOT / "packaging")


def folders_of(folder):
    """Return the folders of modules in it."""
    return sorted({module.parent for module in folder.glob("*/*.py")})


ROOMS = [*folders_of(ROOT / "musicreclass"), ROOT / "packaging"]


def text_of(page):
    return page.read_text(encoding="utf-8")


def test_readme_is_read_to_its_end():
    assert len(text_of(README).splitlines()) <= 200


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_are_there(page):
    links = re.findall(r"\]\((?!https?:)([^)]+)\)", text_of(page))
    headings = {
        "#" + re.sub(r"[^\w\- ]", "", line.lstrip("# ").lower()).replace(" ", "-")
        for line in text_of(page).splitlines()
        if line.startswith("#")
    }

    gone = [link for link in links if link not in headings and not (page.parent / link).exists()]

    assert gone == []


@pytest.mark.parametrize("page", [README, HOW], ids=lambda page: page.name)
def test_files_that_are_named_are_there(page):
    named = re.findall(r"`([\w.-]+(?:/[\w.-]*)+)`", text_of(page))

    gone = [name for name in named if not any((folder / name).exists() for folder in FOLDERS)]

    assert gone == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_each_room_is_in_readmes_table_with_its_wings(room):
    (row,) = re.findall(rf"^\| `{room.name}/` \|.*$", text_of(README), re.MULTILINE)

    assert set(re.findall(r"\*(\w+)\*", row)) == {wing.name for wing in folders_of(room)}


def test_what_is_called_otherwise_now_is_there():
    """A name of the table's right column is a module, or stands in one."""
    named = re.findall(r"\| `([\w.]+)` \|$", text_of(ROOT / ".github/CHANGELOG.md"), re.MULTILINE)

    gone = [name for name in named if not is_in_the_package(name)]

    assert len(named) > 40
    assert gone == []


def is_in_the_package(name):
    path = ROOT.joinpath("musicreclass", *name.split("."))
    if path.with_suffix(".py").exists():
        return True
    module = path.parent.with_suffix(".py")
    return module.exists() and re.search(rf"\b{path.name}\b", text_of(module)) is not None


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_in_readmes_table(verb):
    assert re.search(rf"^\| `{verb}\b", text_of(README), re.MULTILINE)


@pytest.mark.parametrize("verb", bootstrap_verbs.VERBS)
def test_each_command_of_the_set_up_is_told_to_contributors(verb):
    assert f"bootstrap.py {verb}" in text_of(HOW) or f"`{verb}" in text_of(HOW)
