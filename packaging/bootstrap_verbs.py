"""The verbs of bootstrap.py, for people and for CI. Each makes the environment ready first."""

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import environment_setup
import file_coverage
import readme_figures
import system_browser
import system_libraries
import tools_of_tests
import translations
from installers import freezing
from installers.frozen_parts import KEPT_EXTRAS
from setup_problem import SetUpProblem
from virtual_environment import VirtualEnvironment

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
BENCHES = PACKAGING / "benches"
FIGURES = BENCHES / "figures.json"
KEEP_FIGURES = "MUSICRECLASS_KEEP_FIGURES"  # read by benches/_figures.py
WHOLE_FILES = ROOT / "packaging" / "whole_files.txt"
# The tests skip nothing, so they need every extra.
# A file's tests stay together; those of few tests, which take longest, do not come last. Where one
# crashes, xdist would wait for ever for the process that comes instead.
ALL_TESTS = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "--max-worker-restart", "0"]
TEST_GROUPS = {
    *("test", "baselines", "cluster", "encoders", "msd", "onnx", "parquet", "serve", "tensorboard"),
}

USAGE = """\
python3 packaging/bootstrap.py run [ARGS]          start musicreclass; its window without ARGS
python3 packaging/bootstrap.py test [PYTEST ARGS]  run the tests, without a screen
python3 packaging/bootstrap.py lint [--fix]        check style, format and types, or mend them
python3 packaging/bootstrap.py coverage [PYTEST ARGS]  run tests, and list files they miss
python3 packaging/bootstrap.py translate           renew the window's translations
python3 packaging/bootstrap.py bench [NAME ARGS]   measure something, or list what there is
python3 packaging/bootstrap.py bench --keep NAME   the same, and keep it for README's table
python3 packaging/bootstrap.py figures             write the tables anew from figures.json
python3 packaging/bootstrap.py freeze              make a folder that needs no Python, and try it
python3 packaging/bootstrap.py package             pack that folder for Debian
The first of them makes .venv and installs what is needed; that takes the network and a minute."""

_CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),  # the package, its tests, the set-up and the benches at once
)
_FIXES = (("ruff", "check", "--fix", "."), ("ruff", "format", "."), ("mypy",))


def main(arguments: Sequence[str]) -> int:
    """Do one verb; every expected failure is one sentence."""
    # pip must be ended, not left alone, when we are asked to end; an exec undoes this.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        return _verb(arguments)
    except SetUpProblem as problem:
        print(problem, file=sys.stderr)
        return problem.status
    except OSError as error:
        print(f"The set-up cannot go on: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the next start goes on from here.", file=sys.stderr)
        return 130


def _verb(arguments: Sequence[str]) -> int:
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if verb in ("-h", "--help"):
        print(USAGE)
        return 0
    if verb not in VERBS:
        raise SetUpProblem(USAGE, status=2)
    return VERBS[verb](rest)


def run(arguments: Sequence[str]) -> int:
    """Start the program where the caller stands."""
    venv = environment_setup.prepare(ROOT, groups_of(arguments))
    if wants_window(arguments):
        system_libraries.ensure_libraries(os.environ)
        system_libraries.ensure_chinese_font(tried=venv.folder / "font-tried")
    return launch([venv.python, "-P", "-m", "musicreclass", *arguments], os.environ)


def groups_of(arguments: Sequence[str]) -> set[str]:
    """Return the extras without which a verb can do nothing."""
    return {"serve"} if "serve" in arguments else set()


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program will open its window: no word at all, or a folder."""
    if {"-h", "--help", "--version"} & set(arguments):
        return False
    words = iter(arguments)
    for word in words:
        if word == "--library":
            next(words, None)  # its file is no folder to open
        elif not word.startswith("-"):
            return Path(word).is_dir()
    return True


def test(arguments: Sequence[str]) -> int:
    """Run pytest from the root of the repository, off-screen; all of it on two cores at once."""
    venv, environment = _test_environment(TEST_GROUPS)
    tools_of_tests.ensure_tools()
    os.chdir(ROOT)
    chosen = list(arguments) or ALL_TESTS
    return launch([venv.python, "-P", "-m", "pytest", *chosen], environment)


def _test_environment(groups: set[str]) -> tuple[VirtualEnvironment, dict[str, str]]:
    venv = environment_setup.prepare(ROOT, groups)
    # Tests run in a process for each core: threads for all cores in each would wait by spinning.
    environment = {**_compiling_once(), "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}
    system_libraries.ensure_libraries(environment)
    system_browser.ensure_browser(tried=venv.folder / "browser-tried")
    system_libraries.ensure_screen_reader(tried=venv.folder / "screen-reader-tried")
    return venv, environment


def coverage(arguments: Sequence[str]) -> int:
    """Run tests under coverage.py; list what is missed, and fail where a whole file is no more."""
    venv, environment = _test_environment(TEST_GROUPS | {"coverage"})
    report = ROOT / "build" / "coverage.json"
    status = file_coverage.measure(venv.python, arguments, report, environment)
    if not report.exists():
        return status or 1
    whole = file_coverage.whole_files(WHOLE_FILES.read_text(encoding="utf-8"))
    found = file_coverage.percents(report)
    print("\n".join(file_coverage.below_floor(found)))
    if arguments:  # some of the tests say nothing about the whole
        return status
    print("\n".join(file_coverage.could_be_whole(found, whole)))
    broken = file_coverage.broken_promises(found, whole)
    print("\n".join(broken))
    return status or bool(broken)


def translate(arguments: Sequence[str]) -> int:
    """Bring the catalogues up to date with the sources, and make of them what is loaded."""
    if arguments:
        raise SetUpProblem("translate takes no arguments: it renews all languages.", status=2)
    python = environment_setup.prepare(ROOT).python
    status = 0
    for catalogue in translations.catalogues(ROOT):
        left = translations.update(python, translations.sources(ROOT), catalogue)
        translations.release(python, catalogue, catalogue.with_suffix(".qm"))
        if left:
            status = 1
            print(f"{catalogue.name}: {left} texts are unfinished; translate them, run this again.")
    return status


def figures(arguments: Sequence[str]) -> int:
    """Write the tables of README and FIGURES from the rows that benches kept."""
    if arguments:
        raise SetUpProblem(
            "figures takes no arguments: it writes the tables of README and FIGURES.", status=2
        )
    readme_figures.write_tables(ROOT, FIGURES)
    return 0


def lint(arguments: Sequence[str]) -> int:
    """Run every check, also after one failed, and fail if one did."""
    if arguments not in ([], ["--fix"]):
        raise SetUpProblem("lint takes nothing but --fix: it is about all files.", status=2)
    # mypy looks at the tests, too, and so at what they import.
    python = environment_setup.prepare(ROOT, {"lint"} | TEST_GROUPS).python
    commands = [[python, "-P", "-m", *check] for check in (_FIXES if arguments else _CHECKS)]
    return max(subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands)


def bench(arguments: Sequence[str]) -> int:
    """Run one file of packaging/benches, or list them."""
    is_kept = arguments[:1] == ["--keep"]
    words = list(arguments[is_kept:])
    if not words:
        print("\n".join(listed(BENCHES)))
        return 0
    name, *rest = words
    file = BENCHES / f"{name}.py"
    if file not in bench_files(BENCHES):
        raise SetUpProblem(no_bench_sentence(name, BENCHES), status=2)
    python = environment_setup.prepare(ROOT, TEST_GROUPS).python
    kept = {KEEP_FIGURES: "1"} if is_kept else {}
    # Beside its own folder a bench finds the recipe of the classifier in the box.
    folders = [str(PACKAGING), *filter(None, [os.environ.get("PYTHONPATH")])]
    path = {"PYTHONPATH": os.pathsep.join(folders)}
    return launch([python, file, *rest], {**_compiling_once(), **kept, **path})


def _compiling_once() -> dict[str, str]:
    """Return our variables without the one that has each process compile all modules anew.

    Interpreters of people keep what they compile. Tests start hundreds of processes.
    """
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def bench_files(benches: Path) -> list[Path]:
    """Return the benches; a file with an underscore in front is what they share."""
    return sorted(file for file in benches.glob("*.py") if not file.name.startswith("_"))


def listed(benches: Path) -> list[str]:
    """Return a line per bench: its name and the first line of its docstring."""
    files = bench_files(benches)
    width = max((len(file.stem) for file in files), default=0)
    return [f"{file.stem:{width}}  {_first_line(file)}" for file in files] or ["There are none."]


def _first_line(file: Path) -> str:
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    return (docstring or "").partition("\n")[0]


def no_bench_sentence(name: str, benches: Path) -> str:
    """Say that there is no such bench, and which there are."""
    names = ", ".join(file.stem for file in bench_files(benches)) or "none yet"
    return f"There is no bench named {name}; there are: {names}."


def freeze(arguments: Sequence[str]) -> int:
    """Make the frozen folder, and print its size, how fast it starts, and that it says the same."""
    if arguments:
        raise SetUpProblem("freeze takes no arguments: there is one program.", status=2)
    python = environment_setup.prepare(ROOT, {"freeze", *KEPT_EXTRAS}).python
    freezing.ensure_tools()
    # What Qt needs to draw on a screen comes along, so it must be here.
    system_libraries.ensure_libraries({})
    build = freezing.Build(ROOT, python)
    freezing.freeze(build)
    print("\n".join(freezing.report(build)))
    return 0


def package(arguments: Sequence[str]) -> int:
    """Pack the frozen folder as a Debian package."""
    if arguments:
        raise SetUpProblem("package takes no arguments: it packs what was frozen.", status=2)
    build = freezing.Build(ROOT, environment_setup.prepare(ROOT).python)
    found = freezing.package(build, program_version())
    print(f"{found}: {found.stat().st_size / freezing.MEGABYTE:,.0f} MB")
    return 0


def program_version() -> str:
    """Return the program's version, as its sources say it; they are not imported here."""
    text = (ROOT / "musicreclass" / "__init__.py").read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            return str(ast.literal_eval(node.value))
    raise SetUpProblem("musicreclass/__init__.py says no version.")


def launch(command: Sequence[str | Path], environment: Mapping[str, str]) -> int:
    """Become the program, so that signals and the exit status are its own."""
    words = [str(word) for word in command]
    if os.name != "nt":
        os.execve(words[0], words, environment)
    return subprocess.run(words, env=environment, check=False).returncode


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "coverage": coverage,
    "translate": translate,
    "figures": figures,
    "bench": bench,
    "freeze": freeze,
    "package": package,
}
