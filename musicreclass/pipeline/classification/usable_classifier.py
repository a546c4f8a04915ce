"""The file to classify with: the one that was chosen, or the box where that cannot be used.

A chosen file that is gone or damaged is an answer to every track, and always the same one. Rather
than that, the box suggests meanwhile, and what is wrong is said once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.pipeline.classification.installed import NoClassifier, box_file, chosen_file
from musicreclass.pipeline.classification.loaded_classifier import load_as_trained
from musicreclass.sentences.reason import Reason, because
from musicreclass.settings import Settings


@dataclass(frozen=True, slots=True)
class UsableClassifier:
    """The file to classify with, and why it is not the chosen one, where it is not."""

    path: Path | None  # None: nothing is installed
    chosen: str = ""  # what cannot be used
    problem: Reason | None = None

    @property
    def sentence(self) -> Reason | None:
        """Return all that is to be said of it, None where the chosen one can be used."""
        if self.problem is None:
            return None
        return because("pipeline.box_instead", name=self.chosen, problem=self.problem)


def usable(settings: Settings) -> UsableClassifier:
    """Return the chosen classifier, or the one in the box where that is gone or damaged.

    Where there is no other, whoever opens the chosen one says what is wrong with it.
    """
    chosen, box = chosen_file(settings), box_file()
    if chosen is None or box is None or chosen == box:
        return UsableClassifier(chosen)
    problem = problem_with(chosen)
    if problem is None:
        return UsableClassifier(chosen)
    return UsableClassifier(box, chosen.stem, problem.reason)


def file_in_use(settings: Settings) -> Path:
    """Return the file to classify with.

    Raises:
        NoClassifier: nothing is installed and nothing was chosen.
    """
    if (path := usable(settings).path) is None:
        raise NoClassifier
    return path


def problem_with(path: Path) -> ClassifierFileProblem | None:
    """Return why a file of classifiers cannot be used, None where it can."""
    try:
        stat = path.stat()
    except OSError:
        return _problem(path)  # it may be back any moment
    stamps = stat.st_ino, stat.st_size, stat.st_mtime_ns, shelf.stamp()
    return _remembered_problem(path, *stamps)


@lru_cache(maxsize=8)  # a damaged file is not read again for every track
def _remembered_problem(path: Path, *_as_it_is: int) -> ClassifierFileProblem | None:
    return _problem(path)


def _problem(path: Path) -> ClassifierFileProblem | None:
    try:
        load_as_trained(path)
    except ClassifierFileProblem as problem:
        return problem
    return None
