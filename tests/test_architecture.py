"""The import rules of README, kept by a machine."""

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

import musicreclass

ROOT = Path(musicreclass.__file__).parent
REPOSITORY = ROOT.parent
FILES = sorted(ROOT.rglob("*.py"))

# One door per heavy library: only these places may import it.
DOORS = {
    "PySide6": ("gui",),
    "pyqtgraph": ("gui",),
    "torch": ("classifiers", "training"),
    "torchaudio": ("classifiers/runtime.py",),
    "librosa": ("audio",),
    "soundfile": ("audio",),
    "av": ("audio",),
    "soxr": ("audio",),
    "onnx": ("classifiers/onnx",),
    "onnxruntime": ("classifiers/encoders",),
    "transformers": ("classifiers/encoders",),
    "tokenizers": ("classifiers/encoders",),
    "safetensors": ("classifiers/encoders",),
    "huggingface_hub": ("pipeline/inventory/encoder_download.py",),
    "sklearn": ("training",),
    "tensorboard": ("training/reports/tensorboard.py",),
    "xgboost": ("training/measure/baselines.py",),
    "jinja2": ("training/reports/pages.py",),
    "markupsafe": ("training/reports",),
    "h5py": ("training/sources/msd.py",),
    "sqlite_utils": ("library",),
    "sqlite3": ("library",),
    "mutagen": ("tags",),
    "PIL": ("pipeline/insights/stats_pictures.py", "pipeline/serving/spectrogram_png.py"),
    "dask": ("pipeline/processes/cluster.py",),
    "distributed": ("pipeline/processes/cluster.py",),
    "pyarrow": ("pipeline/analysis/feature_table.py",),
    "starlette": ("serve",),
    "uvicorn": ("serve",),
    "h11": ("serve",),
    "python_multipart": ("serve",),
    "multiprocessing": ("pipeline", "__main__.py"),
    "platformdirs": ("paths.py",),
}

# A room may import rooms further down, never its neighbours or those above.
LAYERS = [
    {"gui", "cli", "serve"},
    {"pipeline"},
    {"audio", "classifiers", "training", "library", "tags"},
    {"core"},
]
# Training makes what classifiers load; a verb starts the server.
NEIGHBOURLY = {("training", "classifiers"), ("cli", "serve")}
# A wing (a folder of a room) may import wings further right, none beside it or left of it.
WINGS = {
    "tags": [{"verify", "safe_write"}, {"containers"}, {"id3"}, {"encodings"}],
    "classifiers": [{"onnx"}, {"kinds"}, {"encoders"}],
    "training": [{"reports"}, {"study"}, {"measure", "sources", "fit"}, {"data"}, {"augmentation"}],
}
EVERYBODYS = {"errors", "sentences", "logs", "paths", "settings", "__version__"}
CORE_MAY_IMPORT = {"musicreclass", "numpy"} | set(sys.stdlib_module_names)

MAX_MODULES = 15  # in one folder
ONE_FILE_A_VERB = {"cli"}
# Names that stand in two rooms on purpose: a verb of the command line and the job that it starts,
# folders as the library has them and as a training has them, exports of lists and of networks.
TWIN_FILES = {"classify", "scan", "stats", "write", "folders", "export"}

TWIN_CLASSES = {"Classifier"}  # the one of scripts, and a network in a bundle

MAX_LINES = 400
MAX_LINES_OF = {"gui/main_window.py": 300}  # the file that every program of this kind lost


def name_of(path):
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path):
    """Return every name imported anywhere in the file, with the statement's node."""
    return tuple(_imports(path))


def _imports(path):
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in {path}"
            assert all(alias.name != "*" for alias in node.names), f"import * in {path}"
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


def layer_of(room):
    return next((i for i, rooms in enumerate(LAYERS) if room in rooms), None)


def may_import(home, room):
    if home == room or room in EVERYBODYS or (home, room) in NEIGHBOURLY:
        return True
    above, below = layer_of(home), layer_of(room)
    return above is None or (below is not None and above < below)


def test_heavy_libraries_come_in_by_their_doors():
    strangers = [
        (name_of(path), name)
        for path in FILES
        for name, _ in imports(path)
        if not name_of(path).startswith(DOORS.get(name.partition(".")[0], ("",)))
    ]

    assert strangers == []


def test_imports_go_down_the_picture_only():
    wrong = [
        (name_of(path), name)
        for path in FILES
        if path.parent != ROOT
        for name, _ in imports(path)
        if name.startswith("musicreclass.")
        and not may_import(path.relative_to(ROOT).parts[0], name.split(".")[1])
    ]

    assert wrong == []


def test_core_needs_nothing_but_numpy():
    wrong = [
        (name_of(path), name)
        for path in (ROOT / "core").rglob("*.py")
        for name, _ in imports(path)
        if name.partition(".")[0] not in CORE_MAY_IMPORT
    ]

    assert wrong == []


def test_files_stay_small():
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    long = {name: n for name, n in lines.items() if n > MAX_LINES_OF.get(name, MAX_LINES)}

    assert long == {}


def test_no_folder_holds_too_many_modules():
    counts = Counter(path.parent.relative_to(ROOT).as_posix() for path in FILES)
    crowded = {folder for folder, count in counts.items() if count > 1 + MAX_MODULES}

    assert crowded - ONE_FILE_A_VERB == set()


def twice(names):
    return {name for name, count in Counter(names).items() if count > 1}


def test_names_of_files_stand_once():
    names = twice(path.stem for path in FILES if path.name != "__init__.py")

    assert names == TWIN_FILES


def test_names_of_classes_stand_once():
    nodes = chain.from_iterable(tree_of(path).body for path in FILES)
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]

    assert twice(node.name for node in classes) == TWIN_CLASSES


def test_every_file_says_what_it_is():
    assert [name_of(path) for path in FILES if not ast.get_docstring(tree_of(path))] == []


def in_circles(needed):
    """Return what imports itself by way of others, and what needs such."""
    while leaves := {name for name, others in needed.items() if not others & needed.keys()}:
        needed = {name: others for name, others in needed.items() if name not in leaves}
    return sorted(needed)


def test_there_are_no_import_cycles():
    graph = {
        ".".join(("musicreclass", *path.relative_to(ROOT).with_suffix("").parts)): {
            name for name, _ in imports(path) if name.startswith("musicreclass.")
        }
        for path in FILES
    }
    needed = {
        module: {
            other for other in graph if any(n == other or n.startswith(f"{other}.") for n in names)
        }
        for module, names in graph.items()
    }

    assert in_circles(needed) == []


def wings_of(room):
    """Return what each wing and each module beside the wings imports of the same room."""
    needed = {}
    for path in (ROOT / room).rglob("*.py"):
        home = path.relative_to(ROOT / room).with_suffix("").parts[0]
        found = (name.split(".") for name, _ in imports(path))
        others = {parts[2] for parts in found if parts[1:2] == [room] and len(parts) > 2}
        needed.setdefault(home, set()).update(others - {home})
    return needed


@pytest.mark.parametrize("room", WINGS)
def test_wings_import_to_the_right_only(room):
    layer = {wing: number for number, wings in enumerate(WINGS[room]) for wing in wings}
    needed = wings_of(room)

    assert layer.keys() == {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    upwards = {
        (wing, other)
        for wing in layer
        for other in needed[wing] & layer.keys()
        if layer[other] <= layer[wing]
    }
    assert upwards == set()


@pytest.mark.parametrize(
    "room", sorted({path.parent.parent.name for path in ROOT.glob("*/*/*.py")})
)
def test_wings_of_a_room_form_no_cycle(room):
    assert in_circles(wings_of(room)) == []


def loaded_by(code):
    """Return which of the heavy libraries a fresh interpreter has loaded after `code`."""
    heavy = ("PySide6", "torch", "sklearn", "scipy", "numpy", "librosa", "mutagen", "sqlite_utils")
    script = f"{code}\nimport sys\nprint(*(name for name in {heavy!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    return set(done.stdout.splitlines()[-1].split())


def test_help_loads_nothing_heavy():
    code = (
        "from musicreclass.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    )

    assert loaded_by(code) == set()


@pytest.mark.parametrize(
    ("module", "expected"),
    [
        ("musicreclass.pipeline.scanning.scan", {"mutagen", "sqlite_utils", "numpy"}),
        ("musicreclass.tags.read", {"mutagen"}),
        ("musicreclass.pipeline.processes.worker", set()),
    ],
)
def test_a_scan_and_its_workers_load_what_they_need_and_no_more(module, expected):
    assert loaded_by(f"import {module}") <= expected


def test_the_window_begins_without_what_trains_and_classifies():
    loaded = loaded_by("import musicreclass.gui.app")

    assert loaded <= {"PySide6", "numpy", "mutagen", "sqlite_utils"}


def at_once(nodes):
    """Yield all nodes that are run as a module is imported."""
    for node in nodes:
        is_later = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if is_later or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            continue
        yield node
        yield from at_once(ast.iter_child_nodes(node))


def named_in(nodes):
    """Yield the modules, and what may be one, that imports among some nodes name."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def way_to(heavy, start, loads):
    """Return the modules by which one comes from some to a heavy library; none where none does."""
    ways: list[tuple[str, ...]] = [(module,) for module in sorted(start)]
    seen = set(start)
    for way in ways:  # which grows meanwhile
        if way[-1].partition(".")[0] in heavy:
            return way
        for module in sorted(loads.get(way[-1], set()) - seen):
            seen.add(module)
            ways.append((*way, module))
    return ()


def test_the_window_names_nothing_that_computes_not_even_in_a_function():
    trees = {
        ".".join(("musicreclass", *path.relative_to(ROOT).with_suffix("").parts)): tree_of(path)
        for path in FILES
    }
    loads = {module: set(named_in(at_once(tree.body))) for module, tree in trees.items()}
    of_the_window = {
        name
        for module, tree in trees.items()
        if module.startswith("musicreclass.gui.")
        for name in named_in(ast.walk(tree))
    }

    assert "musicreclass.pipeline.computing.suggesting" in of_the_window
    assert way_to({"torch"}, {"musicreclass.pipeline.classification.classify"}, loads)
    assert way_to({"torch", "torchaudio", "scipy", "sklearn"}, of_the_window, loads) == ()


def test_the_top_level_is_as_agreed():
    tracked = subprocess.run(
        ["git", "ls-files"], capture_output=True, text=True, check=True, cwd=REPOSITORY
    )
    tops = {line.partition("/")[0] for line in tracked.stdout.splitlines()}
    agreed = {"musicreclass", "resources", "tests", "packaging"}
    agreed |= {"pyproject.toml", "README.md", "LICENSE"}

    assert {top for top in tops if not top.startswith(".")} <= agreed
