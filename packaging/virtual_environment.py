"""The environment in .venv: where its parts are, and whether it can be used as it is."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class State:
    """What the last set-up left behind. A set-up that was interrupted has not `finished`."""

    digest: str
    groups: tuple[str, ...]
    python: str  # "3.11"
    interpreter: str  # the program that .venv's Python is a link to
    location: str
    finished: bool
    torchaudio: str  # "whole" or "without its native part"


@dataclass(frozen=True, slots=True)
class VirtualEnvironment:
    """Where things are in one environment; nothing here starts a process."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def log(self) -> Path:
        return self.folder / "setup.log"

    @property
    def _state_file(self) -> Path:
        return self.folder / "setup-state.json"

    def site_packages(self, python: str) -> Path:
        """Return the folder packages are installed to."""
        if os.name == "nt":
            return self.folder / "Lib" / "site-packages"
        return self.folder / "lib" / f"python{python}" / "site-packages"

    def interpreter(self) -> str:
        """Return the Python this environment was made from, "" if that is gone."""
        # Windows copies the interpreter instead of linking it, and notes its home.
        real = _home(self.folder) / "python.exe" if os.name == "nt" else self.python.resolve()
        return str(real) if real.exists() else ""

    def state(self) -> State | None:
        """Return what the last set-up noted, None if there is no (readable) note."""
        try:
            noted = json.loads(self._state_file.read_text(encoding="utf-8"))
            return State(**(noted | {"groups": tuple(noted["groups"])}))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def note(self, state: State) -> None:
        """Replace the note in one step, so that it is never half written."""
        fresh = self._state_file.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(state), indent=1) + "\n", encoding="utf-8")
        fresh.replace(self._state_file)


class Action(Enum):
    NOTHING = "nothing"
    INSTALL = "install"
    REBUILD = "rebuild"


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What to do with the environment, and why; `python` is its version once it was asked."""

    action: Action
    reason: str = ""
    python: str = ""


def plan(
    venv: VirtualEnvironment,
    digest: str,
    groups: Iterable[str],
    ask: Callable[[Path], str | None] | None = None,
) -> TrainingPlan:
    """Decide what must be done before the environment can be used. Quick when nothing must."""
    state, interpreter = venv.state(), venv.interpreter()
    if not interpreter:
        return TrainingPlan(Action.REBUILD, "there is no working Python in it")
    if state and state.location != str(venv.folder):
        return TrainingPlan(Action.REBUILD, "it was made in another place")
    if state and state.finished and state.interpreter == interpreter:
        return _plan_for_pins(state, digest, groups)
    return _plan_for_unsure(state, (ask or ask_version)(venv.python))


def _plan_for_pins(state: State, digest: str, groups: Iterable[str]) -> TrainingPlan:
    if state.digest != digest:
        return TrainingPlan(Action.INSTALL, "the requirements have changed", state.python)
    if not set(groups) <= set(state.groups):
        return TrainingPlan(Action.INSTALL, "something more is needed", state.python)
    return TrainingPlan(Action.NOTHING, python=state.python)


def _plan_for_unsure(state: State | None, python: str | None) -> TrainingPlan:
    if python is None:
        return TrainingPlan(Action.REBUILD, "its Python does not start or has no pip")
    if _numbers(python) < (3, 11):
        return TrainingPlan(Action.REBUILD, f"its Python is {python}")
    if state is None:
        return TrainingPlan(Action.INSTALL, "it was not made here", python)
    if state.python != python:
        return TrainingPlan(Action.REBUILD, f"its Python was {state.python} and is {python} now")
    reason = "its Python was replaced" if state.finished else "the last set-up did not finish"
    return TrainingPlan(Action.INSTALL, reason, python)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _home(folder: Path) -> Path:
    lines = (folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    values = dict(line.partition(" = ")[::2] for line in lines)
    return Path(values["home"])


def ask_version(python: Path) -> str | None:
    """Start the environment's Python and return "3.11" or so; None if it, or its pip, is broken."""
    code = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [python, "-I", "-c", code], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None
