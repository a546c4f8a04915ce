"""Makes .venv ready: creates it, installs the pinned packages, repairs what was interrupted."""

import importlib.util
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import debian_packages
import torchaudio_cure
from file_hashes import locked, own_builds, read_hashes
from pinned_requirements import PinnedRequirements
from setup_problem import SetUpProblem
from virtual_environment import Action, State, TrainingPlan, VirtualEnvironment, ask_version, plan
from watched_command import watch

_PIP_NEWS = re.compile(
    r"\s*(Collecting|Downloading|Processing|Installing collected packages:) (.+)"
)
_PIP_VERBS = {"Collecting": "looking at", "Processing": "looking at", "Downloading": "downloading"}


def prepare(root: Path, groups: Iterable[str] = ()) -> VirtualEnvironment:
    """Return the environment of the repository with the extra `groups`, made ready if need be."""
    venv = VirtualEnvironment(root / ".venv")
    requirements = PinnedRequirements.read(root)
    digest, groups = requirements.digest(), frozenset(groups)
    planned = plan(venv, digest, groups)
    if planned.action is not Action.NOTHING:
        with _only_one_at_a_time(requirements.constraints):
            # Whoever had the lock before may have done it all.
            _carry_out(plan(venv, digest, groups), venv, requirements, groups)
    else:
        # pip used by hand may have brought it back; looking costs less than a millisecond.
        torchaudio_cure.cure(venv.site_packages(planned.python))
    return venv


def _carry_out(
    planned: TrainingPlan,
    venv: VirtualEnvironment,
    requirements: PinnedRequirements,
    groups: frozenset[str],
) -> None:
    if planned.action is Action.NOTHING:
        return
    python = planned.python
    if venv.folder.exists():
        print(f"Setting up {venv.folder} again: {planned.reason}.", file=sys.stderr)
    if planned.action is Action.REBUILD:
        python = _create(venv)
    _install(venv, python, requirements, groups)


def _create(venv: VirtualEnvironment) -> str:
    """Make an empty environment, whatever was there before; return its Python's version."""
    _ensure_venv_module()
    command = [_base_python(), "-m", "venv", "--clear", "--prompt", "musicreclass"]
    outcome = watch([*command, str(venv.folder)], f"Creating {venv.folder}")
    python = ask_version(venv.python)
    if outcome.status or python is None:
        reason = outcome.last_lines[-1] if outcome.last_lines else "no reason given"
        raise SetUpProblem(f"{venv.folder} could not be created: {reason}")
    return python


def _base_python() -> str:
    # Started by .venv's own Python, we would saw off the branch we sit on.
    return getattr(sys, "_base_executable", None) or sys.executable


def _ensure_venv_module() -> None:
    """Debian keeps part of Python's venv in a package of its own."""
    if _has_venv_module():
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if debian_packages.may_install():
        debian_packages.install([package], "Python's venv module")
        importlib.invalidate_caches()
    if not _has_venv_module():
        raise SetUpProblem(venv_sentence(package, debian_packages.is_debian()))


def _has_venv_module() -> bool:
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def venv_sentence(package: str, on_debian: bool) -> str:
    """Say what is missing to create an environment and what to do about it."""
    if on_debian:
        line = debian_packages.apt_line([package])
        return f"This Python cannot create environments yet; run: {line}"
    return "This Python lacks its modules venv and ensurepip; install a complete Python."


def _install(
    venv: VirtualEnvironment, python: str, requirements: PinnedRequirements, groups: frozenset[str]
) -> None:
    """Install, cure and check; the note says "not finished" until all of it is done."""
    before, site_packages = venv.state(), venv.site_packages(python)
    unfinished = State(
        digest=requirements.digest(),
        groups=tuple(sorted(groups.union(before.groups if before else ()))),
        python=python,
        interpreter=venv.interpreter(),
        location=str(venv.folder),
        finished=False,
        torchaudio="",
    )
    if before is None:
        venv.note(unfinished)
    remove_half_installed(site_packages)
    _pip_install(venv, requirements, unfinished)
    write_path_file(site_packages, venv.folder.parent)
    torchaudio_cure.cure(site_packages)
    _check_torchaudio(venv)
    whole = torchaudio_cure.has_native_part(site_packages)
    part = "whole" if whole else "without its native part"
    venv.note(replace(unfinished, finished=True, torchaudio=part))


def remove_half_installed(site_packages: Path) -> None:
    """Remove what a killed pip left: it believes a package without its RECORD to be installed."""
    half = [path for path in site_packages.glob("*.dist-info") if not (path / "RECORD").exists()]
    for path in [*half, *site_packages.glob("~*")]:
        shutil.rmtree(path, ignore_errors=True)


def write_path_file(site_packages: Path, root: Path) -> None:
    """Make the package importable from its place in the repository."""
    # Relative, because Python reads this file in the locale's encoding and folders have any name.
    (site_packages / "musicreclass.pth").write_text(
        os.path.relpath(root, site_packages) + "\n", encoding="ascii"
    )


def _pip_install(
    venv: VirtualEnvironment, requirements: PinnedRequirements, unfinished: State
) -> None:
    """Let pip say what it would install, compare the sums of these files, and install them."""
    with tempfile.TemporaryDirectory() as folder:
        report, wanted = Path(folder, "report.json"), Path(folder, "wanted.txt")
        resolving = ["--dry-run", "--report", str(report), "--only-binary", ":all:"]
        resolving += ["-c", str(requirements.constraints), *requirements.of(unfinished.groups)]
        _run_pip(venv, unfinished, resolving)
        found = json.loads(report.read_text(encoding="utf-8"))
        lines = list(locked(found, read_hashes(requirements.hashes)))
        for build in own_builds(lines):
            print(f"{build} is a build that nobody else knows; it is taken.", file=sys.stderr)
        if lines:
            wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
            _run_pip(venv, unfinished, ["--no-deps", "--require-hashes", "-r", str(wanted)])


def _run_pip(venv: VirtualEnvironment, unfinished: State, arguments: Sequence[str]) -> None:
    command = [str(venv.python), "-P", "-m", "pip", "install", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", *arguments]

    def news(line: str) -> str | None:
        # Until here pip has changed nothing: without network the old environment stays good.
        if line.startswith("Installing collected packages"):
            venv.note(unfinished)
        return pip_news(line)

    outcome = watch(command, "Python packages", news=news, log=venv.log)
    if outcome.status:
        raise SetUpProblem(
            f"The Python packages could not be installed ({pip_reason(outcome.last_lines)}); "
            f"check the network and start again. All that pip said is in {venv.log}"
        )


def pip_news(line: str) -> str | None:
    """Make a few words of a line of pip's, or nothing."""
    found = _PIP_NEWS.match(line)
    if not found:
        return None
    what, rest = found.groups()
    if what.startswith("Installing"):
        return f"installing {rest.count(',') + 1} in all"
    size = re.search(r" \(.+\)$", rest) if what == "Downloading" else None
    name = re.split(r"-\d|[<>=!~;\[ ]", Path(rest.split(" (")[0]).name)[0]
    return f"{_PIP_VERBS[what]} {name}{size[0] if size else ''}"


def pip_reason(lines: Sequence[str]) -> str:
    """Say what went wrong, from the last lines of pip's."""
    if any("after connection broken by" in line for line in lines):
        return "the package index cannot be reached"
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")]
    return errors[0].rstrip(".") if errors else "pip gave no reason"


def _check_torchaudio(venv: VirtualEnvironment) -> None:
    command = [str(venv.python), "-P", "-c", torchaudio_cure.CHECK]
    outcome = watch(command, "Checking torch and torchaudio", log=venv.log)
    if outcome.status:
        reason = outcome.last_lines[-1] if outcome.last_lines else "no reason given"
        raise SetUpProblem(f"torchaudio was installed but does not start ({reason}).")


@contextmanager
def _only_one_at_a_time(file: Path) -> Iterator[None]:
    """Hold a lock on `file`, waiting for the set-up that has it, if any."""
    if os.name == "nt":
        yield  # there a second set-up fails on the first one's open files
        return
    import fcntl  # exists on POSIX only

    with file.open("rb") as locked:
        # pip inherits it: it goes on for a while if this process is killed.
        os.set_inheritable(locked.fileno(), True)
        try:
            fcntl.flock(locked, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another set-up to finish...", file=sys.stderr)
            fcntl.flock(locked, fcntl.LOCK_EX)
        yield
