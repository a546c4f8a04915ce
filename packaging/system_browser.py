"""Finds the browser that the page's tests drive, or installs it. None is downloaded elsewhere."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import debian_packages
from setup_problem import SetUpProblem

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKAGE = "chromium"


def find_browser(which: Callable[[str], str | None] = shutil.which) -> str | None:
    """Return where a Chromium is, None where there is none."""
    return next(filter(None, map(which, NAMES)), None)


def ensure_browser(tried: Path) -> None:
    """Install a browser where packages can be installed; a vain attempt is noted in `tried`.

    Elsewhere nothing is said: the tests that want one are skipped, and say what to install.
    """
    if find_browser() or not debian_packages.may_install() or tried.exists():
        return
    tried.touch()
    try:
        debian_packages.install([PACKAGE], "A browser for the tests of the server's page")
    except SetUpProblem as problem:
        print(problem, file=sys.stderr)


def browser_sentence(on_debian: bool) -> str:
    """Say what is missing to try the page and what to do about it."""
    if on_debian:
        line = debian_packages.apt_line([PACKAGE])
        return f"There is no Chromium to try the page with; run: {line}"
    return f"There is no Chromium to try the page with; install one: {', '.join(NAMES)}"
