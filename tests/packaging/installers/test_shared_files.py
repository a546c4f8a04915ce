"""What lies in `share` once the program is installed, as the tools of those systems see it."""

import gzip
import io
import re
import subprocess
from configparser import RawConfigParser
from xml.etree import ElementTree as ET

import pytest
from installers import debian, icons, man_page, shared_files
from PIL import Image

from musicreclass import __version__
from musicreclass.cli.completions import SHELLS
from musicreclass.cli.main import VERBS
from musicreclass.cli.outline import outline
from tests.packaging.needed_tools import needs

SHARE = "share"
MAN = "share/man/man1/musicreclass.1.gz"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("installers")
    shared_files.make(folder)
    return folder


@pytest.fixture(scope="module")
def manual(made):
    return gzip.decompress((made / MAN).read_bytes()).decode("utf-8")


def files_in(folder):
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def checked(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def entry(made):
    parser = RawConfigParser()
    parser.read(made / "share/applications/io.github.musicreclass.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid(made):
    done = checked("desktop-file-validate", made / "share/applications" / shared_files.DESKTOP.name)

    assert (done.returncode, done.stdout) == (0, "")


def test_the_desktop_entry_starts_a_program_of_the_package_under_an_icon_that_is_there(made, entry):
    program, argument = entry["exec"].split()

    assert program in debian.PROGRAMS
    assert argument == "%F"
    assert (made / f"share/icons/hicolor/scalable/apps/{entry['icon']}.svg").exists()


@needs("appstreamcli")
def test_the_metainfo_is_valid(made):
    metainfo = made / "share/metainfo" / shared_files.METAINFO.name

    done = checked("appstreamcli", "validate", "--no-net", metainfo)

    assert done.returncode == 0, done.stdout


def test_the_metainfo_knows_this_version_and_the_desktop_entry():
    root = ET.parse(shared_files.METAINFO).getroot()

    assert root.find("releases/release").attrib["version"] == __version__
    assert root.findtext("launchable") == shared_files.DESKTOP.name
    assert root.findtext("id") == shared_files.APP_ID


@needs("mandoc")
def test_nothing_is_wrong_with_the_man_page(manual):
    done = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "warning"], input=manual, capture_output=True, text=True
    )

    assert (done.returncode, done.stdout) == (0, "")


@needs("mandoc")
def test_people_read_all_verbs_and_options_in_the_man_page(manual):
    done = subprocess.run(
        ["mandoc", "-T", "utf8", "-O", "width=300"],
        input=manual, capture_output=True, text=True, check=True,
    )  # fmt: skip
    shown = re.sub(".\b", "", done.stdout)

    for verb, words in VERBS.items():
        assert re.search(rf"^ +{verb}\b", shown, re.MULTILINE)
        assert words[1:] in shown
    flags = {f for c in outline().every() for o in c.options for f in o.flags}
    assert {flag for flag in flags if flag not in shown} == set()
    assert "EXIT STATUS" in shown
    assert "~/Music" in shown


def test_texts_that_roff_would_obey_are_shown():
    command = outline().actions[0]
    evil = ".so /etc/passwd \\n"

    page = man_page.man_page(type(command)((), evil, (), (), ()), shared_files.release_date())

    assert "\\&.so" in page
    assert "\\en" in page


@pytest.mark.parametrize("size", icons.THEME_SIZES)
def test_an_icon_has_its_size_and_something_on_it(made, size):
    folder = made / f"share/icons/hicolor/{size}x{size}/apps"

    with Image.open(folder / f"{shared_files.APP_ID}.png") as image:
        assert image.size == (size, size)
        assert len(image.getcolors(1 << 20)) > 4
        assert image.getchannel("A").getpixel((0, 0)) == 0  # its corners are round


def test_other_systems_get_their_files_of_icons(made):
    with Image.open(made / "musicreclass.ico") as image:
        assert image.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
    with Image.open(made / "musicreclass.icns") as image:
        sizes = {width * scale for width, _, scale in image.info["sizes"]}
        assert sizes == set(icons.ICNS_TYPES)
    drawn = icons.pngs(shared_files.SVG.read_bytes())
    with Image.open(io.BytesIO(drawn[1024])) as image:
        assert image.size == (1024, 1024)


def test_completions_lie_where_shells_look(made):
    found = files_in(made)

    assert shared_files.COMPLETIONS.keys() == SHELLS.keys()
    assert all(b"musicreclass completions" in found[w] for w in shared_files.COMPLETIONS.values())


def test_made_again_all_is_the_same(made, tmp_path):
    shared_files.make(tmp_path)

    assert files_in(tmp_path) == files_in(made)
