"""What to send along with a report of a fault: it is copied, and nothing is sent by the program."""

from __future__ import annotations

import platform
import re
import sys
from importlib import metadata
from pathlib import Path

import tomli_w

from musicreclass import __version__, paths
from musicreclass.core.job import JobContext
from musicreclass.core.plain import plain
from musicreclass.pipeline.support.log_reading import read_log
from musicreclass.settings import Settings

LAST_ENTRIES = 100
PACKAGES = ("PySide6", "torch", "numpy", "scikit-learn", "sqlite-utils", "mutagen", "av")
MARK = "<path>"
# A path in quotes ends with them; a bare one goes up to a colon and a blank, for its names may have
# blanks, commas and brackets in them. Rather too much is left out than too little.
_BEGIN = r"(?:[A-Za-z]:[\\/]|\\\\|~?/)"
_QUOTED = re.compile(rf"""(["'])({_BEGIN}.*?)\1""")
_BARE = re.compile(rf"""(?<![\w/:.<>…"'\\])({_BEGIN}[^"'\n]*?)(?=:\s|:?$|["'])""", re.MULTILINE)


def problem_report(
    library_file: Path, settings: Settings, with_paths: bool, ctx: JobContext
) -> str:
    """Return a report as text.

    Args:
        with_paths: whether it may tell what folders and files are called.
    """
    ctx.raise_if_cancelled()
    said = [
        f"musicreclass {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        f"library: {library_file} ({_size(library_file)})",
        "",
        "# Settings",
        tomli_w.dumps(plain(settings)).strip(),
        "",
        "# Log",
        *_log(ctx),
    ]
    text = "\n".join(said) + "\n"
    return text if with_paths else without_paths(text)


def without_paths(text: str) -> str:
    """Return a text without paths, but those of the program's own files."""
    text = _QUOTED.sub(lambda found: found[1] + _shown(found[2]) + found[1], text)
    return _BARE.sub(lambda found: _shown(found[1]), text)


def _shown(path: str) -> str:
    own = (str(paths.PACKAGE), sys.prefix, sys.base_prefix)
    inside = next((folder for folder in own if path.startswith(folder)), None)
    return MARK if inside is None else f"…{path.removeprefix(inside)}"


def _log(ctx: JobContext) -> list[str]:
    end = read_log(None, ctx)
    return [] if end is None else [entry.text for entry in end.entries[-LAST_ENTRIES:]]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "–"


def _size(path: Path) -> str:
    try:
        return f"{path.stat().st_size:,} bytes"
    except OSError:
        return "not there"
