"""Which classifiers are there: the one in the box, and those that a person trained or imported."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers import foreign
from musicreclass.classifiers.bundle import Bundle, NotABundle
from musicreclass.classifiers.weights_file import ClassifierFileProblem, read_bytes, write_bytes
from musicreclass.errors import MusicReclassError, UsageProblem, system_words
from musicreclass.pipeline.classification.loaded_classifier import digest_of, measured_features
from musicreclass.sentences.reason import because
from musicreclass.settings import Settings

FOLDER = "classifiers"
SUFFIX = ".pth"
UNSAFE = re.compile(r"[^\w.-]+")  # in names of files, on one system or another


class NoClassifier(MusicReclassError):
    """No classifier is installed, and none was chosen."""

    def __init__(self) -> None:
        super().__init__(because("pipeline.no_classifier"))
        self.args = ()


@dataclass(frozen=True, slots=True)
class Installed:
    """A file of classifiers that can be chosen by its name."""

    name: str
    path: Path
    is_in_box: bool = False  # it came with the program


def installed() -> list[Installed]:
    """Return all classifiers: the one in the box first, then a person's own by name.

    A person's own goes before one in the box that has the same name.
    """
    own = {one.name: one for one in _own()}
    in_box = [one for one in _in_box() if one.name not in own]
    return [*in_box, *own.values()]


def chosen_file(settings: Settings) -> Path | None:
    """Return the file that was chosen, None where nothing is installed and nothing was chosen.

    It need not be there any more: `usable_classifier` says so, and what is used instead.
    """
    wanted = settings.classifying.classifier
    if wanted:
        return _named(wanted) or _file_called(wanted)
    return next((one.path for one in installed()), None)


def box_file() -> Path | None:
    """Return the file of the classifier that came with the program, None where none did."""
    return next((one.path for one in _in_box()), None)


def elsewhere(settings: Settings) -> Installed | None:
    """Return the chosen file where it lies outside the folder of those that are installed."""
    chosen = chosen_file(settings)
    if chosen is None or chosen in {one.path for one in installed()}:
        return None
    return Installed(chosen.stem, chosen)


def known(settings: Settings) -> list[Installed]:
    """Return all classifiers that are installed, and the chosen file where it lies elsewhere."""
    chosen = elsewhere(settings)
    return installed() if chosen is None else [*installed(), chosen]


def tagger_file(settings: Settings) -> Path | None:
    """Return the file of the tagger that was chosen, None where there is none."""
    return Path(settings.classifying.tagger) if settings.classifying.tagger else None


def find(name: str, settings: Settings | None = None) -> Path:
    """Return the file of the classifier called `name`, or the file of that path.

    Args:
        settings: with them, the chosen file is known by its name also where it lies elsewhere.

    Raises:
        UsageProblem: there is neither.
    """
    if found := _named(name):
        return found
    if Path(name).is_file():
        return Path(name)
    chosen = None if settings is None else elsewhere(settings)
    if chosen is not None and chosen.name == name:
        return chosen.path
    known = tuple(one.name for one in installed()) or because("pipeline.none")
    raise UsageProblem(because("pipeline.no_such_classifier", name=name, known=known))


def install(path: Path) -> Installed:
    """Take a file over: a bundle as it is, another program's checkpoint as a bundle.

    A file that is there already stays the only one; another of the same name gets a number.

    Raises:
        ClassifierFileProblem: it is nothing that can be used, or the disk refuses.
    """
    bundle, is_ours = _opened(path)
    folder = paths.data_dir() / FOLDER
    with _disk_problems(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".", dir=folder) as workshop:
            made = Path(workshop) / path.name
            if is_ours:  # byte for byte: what it said of tracks elsewhere holds here, too
                write_bytes(read_bytes(path), made)
            else:
                bundles.save(bundle, made)
            target = _target(folder, path.stem, digest_of(made))
            made.replace(target)
    return Installed(target.stem, target)


def export(name: str, target: Path) -> None:
    """Copy a classifier to `target`, to be given away or kept elsewhere.

    Raises:
        UsageProblem: there is no such classifier, or something is at `target`.
        ClassifierFileProblem: the disk refuses.
    """
    source = find(name)
    if target.exists():
        raise UsageProblem(because("pipeline.target_taken", target=target))
    write_bytes(read_bytes(source), target)


def _opened(path: Path) -> tuple[Bundle, bool]:
    """Return what is in the file, and whether it is a bundle of this program."""
    try:
        return bundles.load(path), True
    except ClassifierFileProblem as ours:
        try:
            return foreign.load(path, measured_features()), False
        except ClassifierFileProblem as theirs:
            # What is wrong with a bundle says more than that nobody else made it either.
            raise theirs if isinstance(ours, NotABundle) else ours from None


def _target(folder: Path, stem: str, digest: str) -> Path:
    """Return a path for a file of this digest: a free one, or that of its like."""
    safe = UNSAFE.sub("_", stem).strip("._") or "classifier"
    for path in _numbered(folder, safe):
        if not path.exists() or digest_of(path) == digest:
            return path
    raise AssertionError("numbers do not end")


def _numbered(folder: Path, stem: str) -> Iterator[Path]:
    yield folder / (stem + SUFFIX)
    for number in count(2):
        yield folder / f"{stem}-{number}{SUFFIX}"


def _named(name: str) -> Path | None:
    return next((one.path for one in installed() if one.name == name), None)


def _file_called(name: str) -> Path:
    is_path = Path(name).suffix == SUFFIX or Path(name).name != name
    return Path(name) if is_path else paths.data_dir() / FOLDER / (name + SUFFIX)


def _own() -> Iterator[Installed]:
    for path in sorted((paths.data_dir() / FOLDER).glob(f"*{SUFFIX}"), key=_stem):
        yield Installed(path.stem, path)


def _in_box() -> Iterator[Installed]:
    try:
        folder = paths.resource(FOLDER)
    except paths.ResourceMissing:
        return
    files = (path for path in folder.glob(f"*{SUFFIX}") if path.name != encoders.FILE_NAME)
    for path in sorted(files, key=_stem):
        yield Installed(path.stem, path, is_in_box=True)


def _stem(path: Path) -> str:
    return path.stem


@contextmanager
def _disk_problems(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = system_words(error)
        raise ClassifierFileProblem(
            folder, because("pipeline.folder_refused", reason=reason)
        ) from error
