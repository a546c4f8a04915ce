"""Programs of other people with which tests look at what we make: shells, a linter of manuals.

Where one is not there and cannot be installed, its tests say what to install, and are skipped.
"""

import shutil
import sys
from collections.abc import Callable, Iterable

import debian_packages
from setup_problem import SetUpProblem

TOOLS = {  # a program -> the Debian package of it
    "zsh": "zsh",
    "fish": "fish",
    "mandoc": "mandoc",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}


def missing_tools(find: Callable[[str], str | None] = shutil.which) -> list[str]:
    """Return the programs that are not there."""
    return [tool for tool in TOOLS if not find(tool)]


def advice_for(tools: Iterable[str]) -> str:
    """Say what to install, and how on Debian."""
    packages = sorted({TOOLS[tool] for tool in tools})
    return f"install {', '.join(packages)}; on Debian: {debian_packages.apt_line(packages)}"


def ensure_tools() -> None:
    """Install what is missing where that may be done; else say what tests will be skipped."""
    if not sys.platform.startswith("linux") or not (missing := missing_tools()):
        return
    try:
        if debian_packages.may_install():
            packages = sorted({TOOLS[tool] for tool in missing})
            debian_packages.install(packages, "Programs that tests call")
            return
        said = advice_for(missing)
    except SetUpProblem as problem:
        said = str(problem)
    print(f"Some tests will be skipped: {said}", file=sys.stderr)
