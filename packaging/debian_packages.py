"""Installs Debian packages, or says which line would. Knows nothing of what they are for."""

import os
import re
import shutil
from collections.abc import Sequence

from setup_problem import SetUpProblem
from watched_command import watch

_NEWS = re.compile(r"^(?P<what>Get|Unpacking|Setting up)(?::\d+ \S+ \S+ \S+)? (?P<package>[^\s:]+)")
_VERBS = {"Get": "fetching", "Unpacking": "unpacking", "Setting up": "setting up"}
# A machine without network should say so soon; another apt that is at work should be waited for.
_OPTIONS = ("-y", "-o", "Acquire::Retries=1", "-o", "DPkg::Lock::Timeout=120")


def is_debian() -> bool:
    """Tell whether packages come from apt here (Debian, Ubuntu and their relatives)."""
    return shutil.which("apt-get") is not None


def may_install() -> bool:
    """Tell whether packages can be installed without asking for a password."""
    return is_debian() and os.geteuid() == 0


def apt_line(packages: Sequence[str]) -> str:
    """Return the line a person can run to install `packages`."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def install(packages: Sequence[str], doing: str) -> None:
    """Install `packages` without questions; a failure names the line to run by hand."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # An old list of packages may still do, so a failed update is not yet the end.
    watch(["apt-get", *_OPTIONS, "update"], "Package lists", environment=environment)
    command = ["apt-get", *_OPTIONS, "install", "--no-install-recommends", *packages]
    outcome = watch(command, doing, news=apt_news, environment=environment)
    if outcome.status:
        raise SetUpProblem(
            f"apt-get could not install {' '.join(packages)} ({_reason(outcome.last_lines)}): "
            f"check the network, then run: {apt_line(packages)}"
        )


def apt_news(line: str) -> str | None:
    """Make a few words of a line of apt's, or nothing."""
    found = _NEWS.match(line)
    return f"{_VERBS[found['what']]} {found['package']}" if found else None


def _reason(lines: Sequence[str]) -> str:
    errors = [line for line in lines if line.startswith("E: ")]
    return errors[0].removeprefix("E: ").rstrip(".") if errors else "no reason given"
