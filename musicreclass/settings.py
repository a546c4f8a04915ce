"""What a person has chosen: frozen values with their defaults here, kept in one TOML file.

A new setting is one line in a dataclass. Not kept here: the library's folders (in the library) and
the window's geometry (a habit, not a choice).
"""

import dataclasses
import functools
import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args, get_origin, get_type_hints

import tomli_w

from musicreclass.core.analysis_amount import AnalysisAmount, PartChoice
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.plain import plain, stored_as, stored_names
from musicreclass.errors import PathProblem
from musicreclass.sentences.languages import Language
from musicreclass.sentences.reason import Reason, as_said, because

Document = dict[str, object]  # a TOML file as `tomllib` reads it
Migration = Callable[[Document], Document]
Shares = Mapping[str, Mapping[str, float]]  # digest of a file of classifiers -> member -> its say

# One small function for each change of meaning, oldest first, named after the day it was made:
# `_on_2027_03_01_theme_became_appearance`. A file is of version 1 plus those behind it, or of
# version 1 where it names none, so that each must bear with keys that are not there.
MIGRATIONS: tuple[Migration, ...] = ()
DEEPEST = 20  # levels of tables and arrays in a file


class SettingsProblem(PathProblem):
    """The file of the settings cannot be used as it is."""

    @property
    def sentence(self) -> Reason:
        return because("start.in_settings", path=self.path, reason=self.reason)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The smallest value that a number may have."""

    minimum: int


@dataclass(frozen=True, slots=True)
class ScanSettings:
    follow_symlinks: bool = True
    workers: Annotated[int, AtLeast(0)] = 0  # 0: as many as suit the machine


@dataclass(frozen=True, slots=True)
class ClassifySettings:
    classifier: str = ""  # a name among those installed, or a file; "": the one in the box
    speed: Literal["thorough", "balanced", "fast"] = "thorough"  # who listens on only in doubt
    tagger: str = ""  # a file of one; it gives sound tags beside the encoder
    space: str = ""  # an encoder of a person's own, whose embeddings map and decisions go by
    weights: Shares = field(default_factory=dict)  # a person's own, where they are not as trained
    part: PartChoice = (
        "trained"  # "trained": what each classifier was trained on, and "seconds" too
    )
    seconds: Annotated[int, AtLeast(0)] = 0  # of the start or the middle; 0: as it was trained
    patches: Annotated[int, AtLeast(0)] = 0  # for the encoder; 0: as many as it was trained with


@dataclass(frozen=True, slots=True)
class ReviewSettings:
    colours: Literal["magma", "inferno", "viridis", "cividis", "grey"] = "magma"  # of spectrograms
    learns: bool = True  # suggestions follow what was decided
    pools_by: By = "album"  # what the tracks of an album, else of an artist, sound like counts
    filters: str = ""  # saved ones, as `core.review.choice` has them
    accept_from: Annotated[int, AtLeast(0)] = 90  # percent; what "Accept all from" begins with


@dataclass(frozen=True, slots=True)
class PlayerSettings:
    volume: Annotated[int, AtLeast(0)] = 80  # percent; more than 100 is 100
    plays_on_move: bool = False  # each track as one comes to it


@dataclass(frozen=True, slots=True)
class WritingSettings:
    id3: Literal["keep", "2.3", "2.4"] = "keep"  # version of the tags
    separator: str = ""  # between several genres; "": a list, where possible
    keep_times: bool = True
    styles: Annotated[int, AtLeast(0)] = 0  # at most so many are written behind the genre
    style_score: Annotated[int, AtLeast(0)] = 30  # that a style has at least, of 100
    existing: Literal["only_empty", "keep_finer", "replace", "add"] = "keep_finer"
    names_as: Literal["suggested", "files", Language] = "suggested"  # of genres
    most_genres: Annotated[int, AtLeast(0)] = 0  # in a file; 0: any number
    order: Literal["new_first", "old_first"] = "new_first"  # where genres are added
    safe: Literal["auto", "copy"] = "auto"  # in place where nothing moves, or always as a copy


@dataclass(frozen=True, slots=True)
class OrganizeSettings:
    folder: str = ""  # that files were sorted into the last time
    pattern: str = "{genre}/{filename}"  # of folders and names below it
    kind: Literal["move", "copy", "hard link", "symbolic link"] = "move"
    prunes_empty: bool = False  # folders that are left empty go


@dataclass(frozen=True, slots=True)
class HistorySettings:
    # What was written can be taken back for so long at least, and longer while its old bytes fit.
    keep_days: Annotated[int, AtLeast(0)] = 365  # 0: for ever, as is more than 36,500
    keep_megabytes: Annotated[int, AtLeast(0)] = 500  # 0: any number


@dataclass(frozen=True, slots=True)
class CacheSettings:
    gigabytes: Annotated[int, AtLeast(1)] = 10  # at most so much of what was analyzed is kept
    folder: str = ""  # that holds it; "": the system's folder for what can be computed again


@dataclass(frozen=True, slots=True)
class KeySettings:
    """The keys of a review, as Qt writes them down: "A", "Shift+Z", "Space"."""

    accept: str = "A"
    edit: str = "E"
    skip: str = "S"
    clear: str = "U"
    undo: str = "Z"
    redo: str = "Shift+Z"
    play: str = "Space"
    next: str = "J"
    previous: str = "K"


@dataclass(frozen=True, slots=True)
class LibrarySettings:
    file: str = ""  # "": the usual one
    watches: bool = True  # new, changed and vanished files appear by themselves
    backs_up: bool = True  # once a day; before a migration in any case
    backup_megabytes: Annotated[int, AtLeast(1)] = 2000  # of all backups together


@dataclass(frozen=True, slots=True)
class Settings:
    appearance: Literal["system", "dark", "light"] = "system"
    text_percent: Annotated[int, AtLeast(50)] = 100  # of the usual size; more than 300 is 300
    language: Literal["system", Language] = "system"
    less_motion: bool = False  # than the system has: bars that wait stand still
    scan: ScanSettings = field(default_factory=ScanSettings)
    classifying: ClassifySettings = field(
        default_factory=ClassifySettings, metadata=stored_as("listening")
    )
    review: ReviewSettings = field(default_factory=ReviewSettings)
    player: PlayerSettings = field(default_factory=PlayerSettings)
    writing: WritingSettings = field(default_factory=WritingSettings)
    history: HistorySettings = field(default_factory=HistorySettings)
    cache: CacheSettings = field(default_factory=CacheSettings)
    keys: KeySettings = field(default_factory=KeySettings)
    library: LibrarySettings = field(default_factory=LibrarySettings)
    organizing: OrganizeSettings = field(default_factory=OrganizeSettings)


def amount_of(classifying: ClassifySettings) -> AnalysisAmount:
    """Return how much of a track is analyzed, as a person chose it."""
    return AnalysisAmount(classifying.part, classifying.seconds, classifying.patches)


def load(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> Settings:
    """Return the settings kept in `path`; the defaults where there is no such file.

    Raises:
        SettingsProblem: the file is unreadable, is no TOML, or holds a value that cannot be.
    """
    document = _migrated(_read(path), path, migrations)
    return _section(Settings, document, path)


def load_or_default(path: Path) -> tuple[Settings, Reason | None]:
    """Return the settings and nothing to say, or the defaults and the reason why.

    A file that cannot be used is moved aside, so that saving does not destroy what it holds.
    """
    try:
        return load(path), None
    except SettingsProblem as problem:
        why, left = problem.sentence, _moved_aside(path)
        return Settings(), because("start.defaults_are_used", problem=why, left=left)


def unknown_keys(path: Path) -> list[str]:
    """Return the keys in `path` that this program does not know: misspelt, or of a newer one."""
    try:
        document = _read(path)
    except SettingsProblem:
        return []
    document.pop("version", None)
    return list(_unknown(Settings, document))


def _unknown(kind: type, table: Document, prefix: str = "") -> Iterator[str]:
    hints, names = get_type_hints(kind), stored_names(kind)
    for key, value in table.items():
        if key not in names:
            yield prefix + key
        elif dataclasses.is_dataclass(hint := hints[names[key]]) and isinstance(value, dict):
            assert isinstance(hint, type)
            yield from _unknown(hint, value, f"{prefix}{key}.")


def save(settings: Settings, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Write `settings` to `path` in one step; keys that this program does not know are kept.

    Raises:
        SettingsProblem: the file there cannot be read, or the new one cannot be written.
    """
    document = _migrated(_read(path), path, migrations)
    version = max(_version(document, path), 1 + len(migrations))
    kept = _merged(document, plain(settings)) | {"version": version}
    try:
        # A link, as people have who keep their settings elsewhere, must stay one.
        _replace(path.resolve(), tomli_w.dumps(kept).encode())
    except OSError as error:
        raise SettingsProblem(
            path, because("start.not_saved", said=error.strerror or str(error))
        ) from error


def _read(path: Path) -> Document:
    try:
        # Windows' editors begin a file with a byte order mark, which TOML does not know.
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsProblem(
            path, because("start.not_read", said=error.strerror or str(error))
        ) from error
    except (ValueError, RecursionError) as error:  # broken TOML, or bytes that are no UTF-8
        raise SettingsProblem(path, because("start.no_toml", said=str(error))) from error
    if _is_deeper_than(DEEPEST, document):  # nothing could go through it, or show it
        raise SettingsProblem(path, because("start.nested", most=DEEPEST))
    return document


def _is_deeper_than(most: int, document: Document) -> bool:
    level: list[object] = [document]
    for _ in range(most):
        tables = [item for item in level if isinstance(item, dict)]
        arrays = [item for item in level if isinstance(item, list)]
        level = [item for table in tables for item in table.values()]
        level += [item for array in arrays for item in array]
    return bool(level)


def _version(document: Document, path: Path) -> int:
    version = document.get("version", 1)
    if type(version) is not int or version < 1:
        raise SettingsProblem(path, because("start.no_version", version=repr(version)))
    return version


def _migrated(document: Document, path: Path, migrations: Sequence[Migration]) -> Document:
    """Return `document` as today's program would have written it; a newer one is left as it is."""
    for migrate in migrations[_version(document, path) - 1 :]:
        document = migrate(document)
    return document


SectionType = TypeVar("SectionType")
# Tables whose keys are a person's own: what is in them no more was taken out, and is not unknown.
WHOLE = frozenset({"weights"})
WORDS: dict[object, Reason] = {
    float: because("start.number"),
    bool: because("start.truth"),
    int: because("start.whole_number"),
    str: because("start.text"),
}


def _section(kind: type[SectionType], table: Document, path: Path, prefix: str = "") -> SectionType:
    """Return the dataclass `kind` with the values that `table` has for its fields."""
    hints = get_type_hints(kind, include_extras=True)
    values = {
        field: _value(hints[field], table[name], path, prefix + name)
        for name, field in stored_names(kind).items()
        if name in table
    }
    return kind(**values)


def _value(hint: object, value: object, path: Path, key: str) -> object:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        if not isinstance(value, dict):
            raise SettingsProblem(path, because("start.no_section", value=repr(value), key=key))
        return _section(hint, value, path, f"{key}.")
    if not _fits(hint, value):
        raise SettingsProblem(
            path,
            because("start.no_such_value", value=repr(value), key=key, expected=_described(hint)),
        )
    return value


def _fits(hint: object, value: object) -> bool:
    if get_origin(hint) is Literal:
        return value in get_args(hint) and isinstance(value, str)
    if get_origin(hint) is Annotated:
        kind, limit = get_args(hint)
        return type(value) is kind and value >= limit.minimum
    if get_origin(hint) is Mapping:
        return isinstance(value, dict) and all(_fits(get_args(hint)[1], v) for v in value.values())
    if hint is float:
        return type(value) in (float, int)
    return type(value) is hint  # and not isinstance: True is no number of workers


def _described(hint: object) -> Reason:
    if get_origin(hint) is Literal:
        first, *others = (as_said(f'"{choice}"') for choice in get_args(hint))
        return functools.reduce(_either, others, first)
    if get_origin(hint) is Annotated:
        kind, limit = get_args(hint)
        return because("start.at_least", what=_described(kind), minimum=limit.minimum)
    if get_origin(hint) is Mapping:
        return because("start.table_of", what=_described(get_args(hint)[1]))
    return WORDS[hint]


def _either(so_far: Reason, other: Reason) -> Reason:
    return because("start.either", one=so_far, other=other)


def _merged(document: Document, known: Document) -> Document:
    """Return `document` with the values of `known` in their places, table by table."""
    merged = dict(document)
    for key, value in known.items():
        there = document.get(key)
        if isinstance(value, dict) and key not in WHOLE:
            value = _merged(there if isinstance(there, dict) else {}, value)
        merged[key] = value
    return merged


def _replace(path: Path, content: bytes) -> None:
    """Put `content` into `path`, which holds the old or the new at any moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _moved_aside(path: Path) -> Reason:
    broken = path.with_name(f"{path.stem}.broken{path.suffix}")
    try:
        path.replace(broken)
    except OSError as error:
        return because("start.not_moved_aside", said=error.strerror or str(error))
    return because("start.moved_aside", name=broken.name)
