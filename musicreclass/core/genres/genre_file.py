"""Where a person's vocabulary is kept, and the taxonomy that all rooms use: the one loader."""

from __future__ import annotations

import json
import os
import tempfile
from functools import lru_cache
from pathlib import Path

from musicreclass import paths
from musicreclass.core.genre import Taxonomy, TaxonomyProblem
from musicreclass.core.genres.vocabulary import Vocabulary
from musicreclass.errors import PathProblem, system_words
from musicreclass.sentences.reason import Reason, because

VERSION = 1
FILE_NAME = "genres.json"
Stamp = tuple[int, int, int]


class VocabularyProblem(PathProblem):
    """The file of a person's genres cannot be read or written."""

    @property
    def sentence(self) -> Reason:
        return because("core.in_vocabulary", path=self.path, reason=self.reason)


def vocabulary_file() -> Path:
    """Return the file that keeps what a person made of the genres."""
    return paths.config_dir() / FILE_NAME


def taxonomy_in_use() -> Taxonomy:
    """Return all genres as this person has them; all rooms ask here.

    A file that cannot be used changes nothing; `set_aside_if_damaged` says so.
    """
    path = vocabulary_file()
    return _taxonomy(path, stamp_of(path))


def stamp_of(path: Path) -> Stamp:
    """Return what is another whenever the file is; of none, zeros."""
    try:
        stat = path.stat()
    except OSError:
        return (0, 0, 0)
    return (stat.st_ino, stat.st_size, stat.st_mtime_ns)


def load_vocabulary(path: Path) -> Vocabulary:
    """Return what is kept in `path`; nothing where there is no such file.

    Raises:
        VocabularyProblem: it cannot be read, or makes no sense.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Vocabulary()
    except OSError as error:
        raise VocabularyProblem(
            path, because("start.not_read", said=system_words(error))
        ) from error
    except ValueError as error:
        said = because("core.vocabulary_unusable", said=str(error))
        raise VocabularyProblem(path, said) from error
    try:
        vocabulary = Vocabulary.from_plain(json.loads(text))
        vocabulary.applied(shipped_taxonomy())
    except TaxonomyProblem as error:
        raise VocabularyProblem(path, error.reason) from error
    except (ValueError, RecursionError) as error:  # lists in lists without end
        said = because("core.vocabulary_unusable", said=str(error))
        raise VocabularyProblem(path, said) from error
    return vocabulary


def save_vocabulary(vocabulary: Vocabulary, path: Path) -> None:
    """Keep a vocabulary in one step; the file holds the old or the new at any moment.

    Raises:
        VocabularyProblem: it cannot be written.
    """
    content = {"version": VERSION} | vocabulary.to_plain()
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=target.name, dir=target.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise VocabularyProblem(
            path, because("start.not_saved", said=system_words(error))
        ) from error


def set_aside_if_damaged(path: Path) -> Reason | None:
    """Move a file that cannot be used aside, so that no edit destroys what it holds; say so."""
    try:
        load_vocabulary(path)
    except VocabularyProblem as problem:
        aside = path.with_name(f"{path.stem}.broken{path.suffix}")
        try:
            path.replace(aside)
        except OSError as error:
            left = because("start.not_moved_aside", said=error.strerror or str(error))
        else:
            left = because("start.moved_aside", name=aside.name)
        return because("core.shipped_genres_are_used", problem=problem.sentence, left=left)
    return None


@lru_cache(maxsize=1)
def shipped_taxonomy() -> Taxonomy:
    """Return the genres as they come with the program, read once."""
    return Taxonomy.shipped()


@lru_cache(maxsize=2)
def _taxonomy(path: Path, stamp: Stamp) -> Taxonomy:
    try:
        return load_vocabulary(path).applied(shipped_taxonomy())
    except VocabularyProblem:
        return shipped_taxonomy()
