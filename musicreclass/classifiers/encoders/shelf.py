"""Which encoders a person has: a small file for each, and the folder that its weights lie in.

A folder that was added stays where it is; one that was downloaded lies on the shelf itself.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from musicreclass import paths
from musicreclass.classifiers.encoders.encoder_card import EncoderCard
from musicreclass.classifiers.encoders.folder_encoder import (
    FolderEncoder,
    all_layouts,
    layout_of,
    open_folder,
)
from musicreclass.classifiers.weights_file import (
    ClassifierFileProblem,
    clean_name,
    read_bytes,
    write_bytes,
)
from musicreclass.core.analysis import EncoderSpec
from musicreclass.core.plain import Misfit, plain, shaped
from musicreclass.errors import UsageProblem, system_words
from musicreclass.sentences.reason import because

FOLDER, CARD_FILE = "encoders", "encoder.json"
FORMAT, VERSION = "musicreclass encoder folder", 1
DIGEST_LETTERS = 16
LARGEST_CARD = 4 << 20  # bytes
UNFINISHED = ".part"
NAME = re.compile(r"[\w][\w.-]{0,63}")
NOT_FOR_ENCODERS = frozenset({"box"})  # the word for the one that comes along
UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file as it was when it was looked at."""

    name: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class ShelvedEncoder:
    """An encoder that can be used by its name."""

    name: str
    folder: Path  # of its weights
    card: EncoderCard
    digest: str
    marks: tuple[FileMark, ...]
    origin: str = ""  # where it was downloaded from; "" where the folder is a person's own

    @property
    def spec(self) -> EncoderSpec:
        """Return what an analysis by it is told by."""
        return self.card.spec(self.digest)

    @property
    def size_bytes(self) -> int:
        return sum(mark.size for mark in self.marks)


def shelf() -> Path:
    """Return the folder of the encoders' cards."""
    return paths.data_dir() / FOLDER


def stamp() -> int:
    """Return a number that is another one once an encoder was put there or taken away."""
    try:
        return shelf().stat().st_mtime_ns
    except OSError:
        return 0


def shelved() -> list[ShelvedEncoder]:
    """Return all encoders that can be read, by name."""
    return [found for found, _ in every_one() if found is not None]


def every_one() -> Iterator[tuple[ShelvedEncoder | None, ClassifierFileProblem | None]]:
    """Yield each encoder by name, or what is wrong with the card in its folder."""
    for path in sorted(shelf().glob(f"[!.]*/{CARD_FILE}")):
        try:
            yield _read(path), None
        except ClassifierFileProblem as problem:
            yield None, ClassifierFileProblem(path.parent, problem.reason)


def find(name: str) -> ShelvedEncoder:
    """Return the encoder of this name.

    Raises:
        UsageProblem: there is none.
    """
    every = shelved()
    for one in every:
        if one.name == name:
            return one
    raise _no_such(name, every)


def _no_such(name: str, every: Sequence[ShelvedEncoder]) -> UsageProblem:
    known = tuple(one.name for one in every) or because("pipeline.none")
    return UsageProblem(because("classifiers.no_such_encoder", name=name, known=known))


def of_spec(spec: EncoderSpec) -> ShelvedEncoder | None:
    """Return the encoder that `spec` is about, None where it is not here."""
    return next((one for one in shelved() if one.digest == spec.digest), None)


def encoder_of(spec: EncoderSpec) -> FolderEncoder:
    """Return the encoder that `spec` is about, ready to answer; a process keeps the last one.

    Raises:
        ClassifierFileProblem: it is not here, or its files are others by now.
    """
    found = of_spec(spec)
    if found is None:
        raise ClassifierFileProblem(shelf(), because("classifiers.encoder_not_here"))
    check_marks(found)
    return _opened(found.folder, found.digest)


def check_marks(one: ShelvedEncoder) -> None:
    """Make sure that the files of an encoder are those that were looked at.

    Raises:
        ClassifierFileProblem: one is gone, or others took their place.
    """
    if _marks([one.folder / mark.name for mark in one.marks]) == one.marks:
        return
    if _digest([one.folder / mark.name for mark in one.marks]) != one.digest:
        raise ClassifierFileProblem(one.folder, because("classifiers.encoder_changed"))


def problem_with(one: ShelvedEncoder) -> ClassifierFileProblem | None:
    """Return why an encoder cannot be used any more, None where it can."""
    try:
        check_marks(one)
    except ClassifierFileProblem as problem:
        return problem
    return None


def add(folder: Path, name: str = "", origin: str = "", licence: str = "") -> ShelvedEncoder:
    """Look into a folder, and put the card of its encoder on the shelf; nothing is copied.

    Raises:
        ClassifierFileProblem: it holds no encoder that can be used, or the disk refuses.
        UsageProblem: the name is none, or another encoder has it.
    """
    folder = folder.absolute()
    made = look_into(folder, name or usual_name(folder.name), origin, licence)
    if not NAME.fullmatch(made.name) or made.name.casefold() in NOT_FOR_ENCODERS:
        raise UsageProblem(because("classifiers.no_encoder_name", name=made.name))
    for other in shelved():
        if other.name.casefold() == made.name.casefold() and other.digest != made.digest:
            raise UsageProblem(because("classifiers.encoder_name_taken", name=made.name))
    target = shelf() / made.name
    with disk_problems(target):
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_card(made, target)
    return made


def look_into(folder: Path, name: str, origin: str = "", licence: str = "") -> ShelvedEncoder:
    """Return what is known of the encoder in a folder, which is opened for it.

    Raises:
        ClassifierFileProblem: it holds none that can be used.
    """
    layout = layout_of(folder)
    files = layout.files(folder)
    encoder = layout.open(folder)
    card = encoder.card
    _try(encoder, folder)
    if licence and not card.licence:
        card = shaped(EncoderCard, plain(card) | {"licence": licence}, folder.name)
    return ShelvedEncoder(name, folder, card, _digest(files), _marks(files), origin)


def _try(encoder: FolderEncoder, folder: Path) -> None:
    """Have an encoder answer once, so that one that cannot is refused before hours depend on it.

    Raises:
        ClassifierFileProblem: it cannot, or gives other numbers than it says.
    """
    card = encoder.card
    noise = np.random.default_rng(0).normal(0.0, 0.1, round(card.seconds * card.sample_rate))
    try:
        row = encoder.encode([noise.astype(np.float32)])
    except (RuntimeError, ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise ClassifierFileProblem(folder, because("classifiers.encoder_fails")) from error
    if row.shape != (1, len(card.columns)) or not np.isfinite(row).all():
        raise ClassifierFileProblem(folder, because("classifiers.encoder_fails"))


def write_card(one: ShelvedEncoder, target: Path) -> None:
    """Write the card of an encoder into its folder on the shelf.

    Raises:
        ClassifierFileProblem: the disk refuses.
    """
    is_inside = one.folder.parent == shelf() or one.folder == target
    content = {
        "format": FORMAT,
        "version": VERSION,
        "folder": "" if is_inside else str(one.folder),
        "origin": one.origin,
        "digest": one.digest,
        "card": plain(one.card),
        "files": [plain(mark) for mark in one.marks],
    }
    text = json.dumps(content, ensure_ascii=True, indent=1)
    write_bytes(text.encode(), target / CARD_FILE)


def remove(name: str) -> ShelvedEncoder | None:
    """Take an encoder from the shelf; a folder of a person's own stays as it is.

    Returns:
        what it was, None where its card cannot be read.

    Raises:
        UsageProblem: there is none.
        ClassifierFileProblem: the disk refuses.
    """
    target = shelf() / name
    if not NAME.fullmatch(name) or not (target / CARD_FILE).is_file():
        raise _no_such(name, shelved())
    found = next((one for one in shelved() if one.name == name), None)
    with disk_problems(target):
        sweep(name)
        aside = target.with_name(f".{name}.removed")
        shutil.rmtree(aside, ignore_errors=True)
        target.rename(aside)
        shutil.rmtree(aside)
    return found


def unfinished_folder(name: str, revision: str) -> Path:
    """Return where the files of an encoder gather until all of them are there."""
    return shelf() / f".{name}.{revision[:12]}{UNFINISHED}"


def sweep(name: str) -> None:
    """Take away what gathered for an encoder and is of no use any more."""
    for left in shelf().glob(f".{name}.*{UNFINISHED}"):
        shutil.rmtree(left, ignore_errors=True)


def usual_name(text: str) -> str:
    """Return a text as a name that any disk takes."""
    return UNSAFE.sub("-", text).strip(".-_")[:64] or "encoder"


@contextmanager
def disk_problems(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        reason = because("pipeline.folder_refused", reason=system_words(error))
        raise ClassifierFileProblem(path, reason) from error


@lru_cache(maxsize=1)
def _opened(folder: Path, _digest: str) -> FolderEncoder:
    return open_folder(folder)


def _read(path: Path) -> ShelvedEncoder:
    try:
        kept = json.loads(read_bytes(path, LARGEST_CARD))
        if kept["format"] != FORMAT or kept["version"] != VERSION:
            raise ClassifierFileProblem(path, because("classifiers.newer_encoder"))
        where = because("classifiers.the_encoder")
        card = shaped(EncoderCard, kept["card"], where)
        if card.layout not in all_layouts():
            raise ClassifierFileProblem(path, because("classifiers.newer_encoder"))
        marks = tuple(shaped(FileMark, mark, where) for mark in kept["files"])
        folder = Path(kept["folder"]) if kept["folder"] else path.parent
        digest, origin = clean_name(kept["digest"], where), clean_name(kept["origin"], where)
        return ShelvedEncoder(path.parent.name, folder, card, digest, marks, origin)
    except (ValueError, KeyError, TypeError) as error:
        reason = error.reason if isinstance(error, Misfit) else because("classifiers.no_json")
        raise ClassifierFileProblem(path, reason) from error


def _marks(files: Sequence[Path]) -> tuple[FileMark, ...]:
    """Return the files as they are now; nothing where one of them is gone."""
    try:
        stats: Mapping[str, Any] = {file.name: file.stat() for file in files}
    except OSError:
        return ()
    return tuple(FileMark(name, stat.st_size, stat.st_mtime_ns) for name, stat in stats.items())


def _digest(files: Sequence[Path]) -> str:
    """Return what tells these files from others, wherever they lie.

    Raises:
        ClassifierFileProblem: one of them cannot be read.
    """
    digest = hashlib.sha256()
    for path in files:
        try:
            with path.open("rb") as file:
                part = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            reason = because("classifiers.cannot_be_read", problem=system_words(error))
            raise ClassifierFileProblem(path, reason) from error
        digest.update(f"{path.name} {part}\n".encode())
    return digest.hexdigest()[:DIGEST_LETTERS]
