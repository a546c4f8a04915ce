"""A person's own files of classifiers: renamed, removed and taken back. The box is never touched.

What is removed is kept aside until the next one is, so that it can be taken back.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from musicreclass import paths
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.errors import UsageProblem, system_words
from musicreclass.pipeline.classification.installed import FOLDER, SUFFIX, Installed, installed
from musicreclass.pipeline.inventory.classifier_facts import RemovedClassifier
from musicreclass.sentences.reason import because

REMOVED = ".removed"
FORBIDDEN = frozenset('<>:"/\\|?*')  # in names of files, on one system or another
LONGEST_NAME = 80  # letters; file systems end at 255 bytes


def rename(path: Path, name: str) -> Installed:
    """Give a person's own classifier another name.

    Raises:
        UsageProblem: it is none of theirs, the name is none, or another has it.
        ClassifierFileProblem: the disk refuses.
    """
    _check_own(path)
    name = name.strip()
    if not is_name(name):
        raise UsageProblem(because("pipeline.no_classifier_name", name=name))
    target = path.with_name(name + SUFFIX)
    # On some systems names differ by more than upper and lower case, or not at all.
    taken = {one.name.casefold() for one in installed() if one.path != path}
    if name.casefold() in taken or (target.exists() and not target.samefile(path)):
        raise UsageProblem(because("pipeline.classifier_name_taken", name=name))
    with _disk_problems(path):
        path.rename(target)
    return Installed(name, target)


def is_name(name: str) -> bool:
    """Say whether a file can be called so on any system."""
    is_shown = all(letter.isprintable() and letter not in FORBIDDEN for letter in name)
    return is_shown and 0 < len(name) <= LONGEST_NAME and not name.startswith(".")


def remove(path: Path) -> RemovedClassifier:
    """Remove a person's own classifier; what was removed before is gone then.

    Raises:
        UsageProblem: it is none of theirs.
        ClassifierFileProblem: the disk refuses.
    """
    _check_own(path)
    aside = path.parent / REMOVED
    with _disk_problems(path):
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700)
        kept = path.rename(aside / path.name)
    return RemovedClassifier(path.stem, path, kept)


def take_back(removed: RemovedClassifier) -> Installed:
    """Put back what was removed.

    Raises:
        UsageProblem: another has its name by now.
        ClassifierFileProblem: it is gone for good, or the disk refuses.
    """
    if removed.path.exists():
        raise UsageProblem(because("pipeline.classifier_name_taken", name=removed.name))
    with _disk_problems(removed.path):
        removed.kept.rename(removed.path)
    return Installed(removed.name, removed.path)


def _check_own(path: Path) -> None:
    if path.parent != paths.data_dir() / FOLDER:
        raise UsageProblem(because("pipeline.not_own_classifier", name=path.stem))


@contextmanager
def _disk_problems(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = because("pipeline.folder_refused", reason=system_words(error))
        raise ClassifierFileProblem(path, reason) from error
