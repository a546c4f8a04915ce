"""The check of a changed copy before it replaces its file: same sound, same tags but the genre.

It reads both files anew, by other ways than the bytes were made.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.tag_change import GenreChange, GenreEdit
from musicreclass.core.track import Tags
from musicreclass.sentences.reason import because
from musicreclass.tags.read import as_genres, recognised, shown
from musicreclass.tags.tag_errors import TagError, tag_errors
from musicreclass.tags.verify.other_tags import Snapshot, opened, opened_alike, other_tags
from musicreclass.tags.verify.same_sound import is_same_sound

_UNREADABLE = because("tags.unreadable_after")


class DamagedWrite(TagError):
    """The changed copy is not what it should be. The file itself has not been touched."""


def check_written(old: BinaryIO, new: BinaryIO, edit: GenreEdit) -> None:
    """Compare a file with its changed copy: same sound, same tags but the genre, and that right.

    Raises:
        DamagedWrite: they differ in something else, or the genre does not read as wanted.
        TagError: one of them cannot be read.
    """
    change = edit.change
    with tag_errors(change.path, _UNREADABLE):
        if not is_same_sound(old, new):
            raise DamagedWrite(change.path, because("tags.sound_would_change"))
        before, after = _tags(old, change), _tags(new, change)
        _check_genres(after.genres, change)
        if _but_genre(before) != _but_genre(after) or not _has_same_others(old, new, change):
            raise DamagedWrite(change.path, because("tags.other_tags_would_change"))


def _tags(file: BinaryIO, change: GenreChange) -> Tags:
    file.seek(0)
    return shown(recognised(change.path, file)[1][1])


def _but_genre(tags: Tags) -> Tags:
    return replace(tags, genres=(), tag_kind="", legacy_encoding="")


def _check_genres(found: Sequence[str], change: GenreChange) -> None:
    wanted = as_genres(change.after)
    if tuple(found) == wanted or _is_joined(found, wanted):
        return
    if not found:
        raise DamagedWrite(change.path, because("tags.no_genre_would_read"))
    text = GENRE_SEPARATOR.join(found)
    raise DamagedWrite(change.path, because("tags.genre_would_read", genres=text))


def _is_joined(found: Sequence[str], wanted: Sequence[str]) -> bool:
    """Are these the genres in one text, with the same between all of them?"""
    if not (found and wanted):
        return False
    first, *others = map(re.escape, wanted)
    betweens = ["(.*?)", *[r"\1"] * len(others)]
    pattern = first + "".join(b + o for b, o in zip(betweens, others, strict=False))
    return re.fullmatch(pattern, GENRE_SEPARATOR.join(found)) is not None


def _has_same_others(old: BinaryIO, new: BinaryIO, change: GenreChange) -> bool:
    audio = opened(old)
    if audio is None:
        return True
    by_version = not change.changes_kind
    before = other_tags(audio, old, by_version=by_version)
    after = other_tags(opened_alike(audio, new), new, by_version=by_version)
    return before == after or (bool(change.lost) and _is_part(after, before, len(change.lost)))


def _is_part(after: Snapshot, before: Snapshot, lost: int) -> bool:
    """Is all of `after` in `before`, and no more missing than was announced?"""
    missing = before.keys() - after.keys()
    return len(missing) <= lost and all(before.get(name) == value for name, value in after.items())
