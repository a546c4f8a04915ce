"""What goes into the frozen program and what stays out. Read by the spec; imports nothing heavy."""

import tomllib
from fnmatch import fnmatch
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "musicreclass"

# Files of the program itself, and the folder of the bundle that they go to.
DATA = (
    ("resources", "resources"),
    ("musicreclass/sentences/*.toml", "musicreclass/sentences"),
    ("LICENSE", "."),
)
NO_DATA = ("resources/screenshots/*", "*.ts")  # for people who read or translate

# What these add comes with pip alone: few people need it, and pyarrow would add 170 MB, say.
KEPT_EXTRAS = ("onnx", "serve")  # a classifier for other programs; a page for browsers: 20 MB
LEFT_EXTRAS = ("baselines", "cluster", "encoders", "msd", "parquet", "tensorboard")
HIDDEN = ("onnx",)  # which torch imports where it exports
EXCLUDED = (
    # Of the extras above, and what only they need.
    *("xgboost", "distributed", "dask", "transformers", "tokenizers", "safetensors"),
    *("huggingface_hub", "onnxruntime", "h5py", "pyarrow", "tensorboard", "grpc"),
    *("pandas", "matplotlib", "tensorflow", "jax", "cupy"),
    # Librosa checks our features in tests, and is asked for by the program's own requirements.
    *("librosa", "numba", "llvmlite", "pooch", "lazy_loader", "audioread"),
    # Of tests and the set-up.
    *("pytest", "_pytest", "hypothesis", "mypy", "ruff", "xdist", "psutil", "build", "hatchling"),
    *("pip", "setuptools", "pkg_resources", "wheel", "PyInstaller", "tests"),
    # Of other programs' windows and notebooks.
    *("tkinter", "IPython", "PyQt5", "PyQt6", "PySide2", "OpenGL"),
)
GTK = (
    *("gtk-3.", "gdk-3.", "gdk_pixbuf-", "atk-", "atspi.", "epoxy.", "cairo", "pango", "thai."),
    *("harfbuzz.", "datrie.", "fribidi.", "graphite2.", "pixman-", "Xcomposite.", "Xcursor."),
    *("Xdamage.", "Xinerama.", "wayland-cursor."),
)
# Shared libraries and data that come along with packages and that nothing of ours opens.
UNWANTED = (
    "torch/include/*",
    "torch/share/*",
    "torch/bin/test*",
    "torch/test/*",
    "torch/lib/*_test.so",
    "torch/lib/libaoti_custom_ops.so",
    "torch/lib/libbackend_with_compiler.so",
    "torch/lib/*.a",
    "torch/lib/*.lib",
    "torch/_C_flatbuffer/*",
    "torchgen/*",
    "sklearn/datasets/*",
    "scipy/*/tests/*",
    "onnx/backend/test/*",
    "pyqtgraph/examples/*",
    # Qt's parts behind plugins that are never asked for: a keyboard on screen, PDF as a picture.
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/imageformats/*qpdf*",
    "PySide6/Qt/qml/*",
    "*Qt6VirtualKeyboard*",
    "*Qt6QuickControls*",  # Qml and Quick stay: Qt's player is linked to them
    "*Qt6Pdf*",
    "*Qt6WebEngine*",
    "*Qt6Designer*",
    "*Qt6ShaderTools*",
    # Dialogs of a GTK that would have to be the system's own, and all that it draws with.
    "*platformthemes/libqgtk3*",
    *(f"lib{name}*" for name in GTK),
)


def is_wanted(name: str) -> bool:
    """Say whether a collected file goes into the bundle; `name` is its place there."""
    spelt = name.replace("\\", "/")
    return not any(fnmatch(spelt, pattern) for pattern in UNWANTED)


def requirements(root: Path = ROOT) -> list[str]:
    """Return the names of the packages that the program and its extras here ask for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = (project["optional-dependencies"][extra] for extra in KEPT_EXTRAS)
    names = [_name(line) for line in chain(project["dependencies"], *extras)]
    return [name for name in dict.fromkeys(names) if name not in EXCLUDED]


def data(root: Path = ROOT) -> list[tuple[str, str]]:
    """Return each file of the program that is no module, with the folder that it goes to."""
    found = []
    for pattern, folder in DATA:
        for path in sorted(root.glob(pattern)):
            files = sorted(path.rglob("*")) if path.is_dir() else [path]
            for file in files:
                inside = file.relative_to(root).as_posix()
                if file.is_file() and not any(fnmatch(inside, one) for one in NO_DATA):
                    below = file.parent.relative_to(path).as_posix() if path.is_dir() else "."
                    found.append((str(file), folder if below == "." else f"{folder}/{below}"))
    return found


def _name(requirement: str) -> str:
    """Return the name of the package that a line of requirements is about."""
    end = next((i for i, c in enumerate(requirement) if not (c.isalnum() or c in "-_.")), None)
    return requirement[:end]
