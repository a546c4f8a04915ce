"""The files of `share`: desktop entry, metainfo, icons, man page, completions, and the licence.

Run by the environment's Python with the folder to make; a Debian package and a Flatpak take it
over as it is. Beside `share` come the icons of Windows and macOS.
"""

import gzip
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from installers import icons, man_page
from musicreclass.cli.completions import SHELLS
from musicreclass.cli.outline import PROGRAM, outline

ROOT = Path(__file__).resolve().parents[2]
LINUX = Path(__file__).resolve().parent / "linux"
APP_ID = "io.github.musicreclass"
DESKTOP, METAINFO = LINUX / f"{APP_ID}.desktop", LINUX / f"{APP_ID}.metainfo.xml"
SVG = ROOT / "resources" / "icons" / "musicreclass.svg"
COMPLETIONS = {  # where Debian's shells look
    "bash": f"share/bash-completion/completions/{PROGRAM}",
    "zsh": f"share/zsh/vendor-completions/_{PROGRAM}",
    "fish": f"share/fish/vendor_completions.d/{PROGRAM}.fish",
}
COPYRIGHT = """\
musicreclass: copyright the musicreclass maintainers, GPL-3.0-or-later. On Debian systems the text
of the licence is in /usr/share/common-licenses/GPL-3.

The packages that come along belong to those who are named in the folders *.dist-info of
/usr/lib/musicreclass/_internal, where their licences lie, too.
"""


def release_date() -> str:
    """Return the day of the newest release."""
    release = ET.parse(METAINFO).find("releases/release")
    assert release is not None
    return release.attrib["date"]


def make(folder: Path) -> None:
    """Make all of it, whatever was in the folder before."""
    shutil.rmtree(folder, ignore_errors=True)
    program, drawn = outline(), icons.pngs(SVG.read_bytes())
    files = {
        f"share/applications/{DESKTOP.name}": DESKTOP.read_bytes(),
        f"share/metainfo/{METAINFO.name}": METAINFO.read_bytes(),
        f"share/icons/hicolor/scalable/apps/{APP_ID}.svg": SVG.read_bytes(),
        f"share/man/man1/{PROGRAM}.1.gz": _zipped(man_page.man_page(program, release_date())),
        f"share/doc/{PROGRAM}/copyright": COPYRIGHT.encode(),
        f"{PROGRAM}.ico": icons.ico(drawn),
        f"{PROGRAM}.icns": icons.icns(drawn),
    }
    for size in icons.THEME_SIZES:
        files[f"share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png"] = drawn[size]
    for shell, where in COMPLETIONS.items():
        files[where] = SHELLS[shell](program).encode()
    for where, content in files.items():
        path = folder / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _zipped(text: str) -> bytes:
    return gzip.compress(text.encode(), mtime=0)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
