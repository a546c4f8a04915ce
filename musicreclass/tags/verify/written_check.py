"""The check of a changed copy before it replaces its file: same sound, same tags but the genre.

It reads both files anew, by other ways than the bytes were made.
"""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from mutagen.id3 import ID3

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.tag_change import GenreChange, GenreEdit, Patch
from musicreclass.core.track import FactsNow, FileFacts, OtherGenres, Tags
from musicreclass.sentences.reason import because
from musicreclass.tags.end_tags import first_tag
from musicreclass.tags.fingerprint import fingerprint
from musicreclass.tags.id3.tag_texts import id3_texts
from musicreclass.tags.read import as_genres, facts_in, recognised, shown
from musicreclass.tags.tag_errors import TagError, tag_errors
from musicreclass.tags.verify.other_tags import (
    Snapshot,
    opened,
    opened_alike,
    other_frames,
    other_tags,
)
from musicreclass.tags.verify.plain_frames import genres_of_same
from musicreclass.tags.verify.plain_mp3 import is_number, says_all
from musicreclass.tags.verify.same_sound import is_same_behind, is_same_sound, untouched_sound

_UNREADABLE = because("tags.unreadable_after")


class DamagedWrite(TagError):
    """The changed copy is not what it should be. The file itself has not been touched."""


def check_written(old: BinaryIO, new: BinaryIO, edit: GenreEdit) -> OtherGenres | None:
    """Compare a file with its changed copy: same sound, same tags but the genre, and that right.

    Returns:
        What the copy says of itself, where all is said in one plain tag.

    Raises:
        DamagedWrite: they differ in something else, or the genre does not read as wanted.
        TagError: one of them cannot be read.
    """
    change = edit.change
    with tag_errors(change.path, _UNREADABLE):
        genres = _genres_of_copy(old, new) if _is_plain(edit) else None
        if genres is not None:
            _check_genres(genres, change)
            return OtherGenres(genres) if edit.is_plain and genres else None
        if not is_same_sound(old, new):
            raise DamagedWrite(change.path, because("tags.sound_would_change"))
        _check_tags(_tags(old, change), _tags(new, change), change)
        if not _has_same_others(old, new, change):
            raise DamagedWrite(change.path, because("tags.other_tags_would_change"))
    return None


def facts_in_place(
    old: BinaryIO, new: BinaryIO, edit: GenreEdit, regions: Sequence[Patch]
) -> FactsNow | None:
    """Compare a file with what it would be, where nothing moves; return what it would say.

    As `check_written`, but that the sound is told to be the same by where it lies.

    Args:
        regions: all that would be written.

    Returns:
        None where more than tags would be written to, or nobody can tell.

    Raises: as `check_written`.
    """
    change = edit.change
    with tag_errors(change.path, _UNREADABLE):
        sound = untouched_sound(old, new, regions)
        if sound is None:
            return None
        if edit.is_plain and (found := other_genres(old, new, regions)):
            _check_genres(found.genres, change)
            return found
        first, last = first_tag(old), regions[-1]
        is_there = last.at + len(last.old) <= len(first)
        if is_there and edit.before and _is_all_in_one_tag(edit):
            stream, before = edit.before
            tags = _tags_of_id3(first, first_tag(new), before, change)
            _check_tags(before, tags, change)
            size = new.seek(0, os.SEEK_END)
            return FileFacts(stream, tags, fingerprint(new, size, sound))
        facts = facts_in(change.path, new, sound)
        before = _tags(old, change) if edit.before is None else edit.before[1]
        _check_tags(before, facts.tags, change)
        if not _has_same_others(old, new, change):
            raise DamagedWrite(change.path, because("tags.other_tags_would_change"))
        return facts


def other_genres(old: BinaryIO, new: BinaryIO, regions: Sequence[Patch]) -> OtherGenres | None:
    """Return the genres of a file that gets them into a plain tag in front, and else is the same.

    But for the number that ID3v1 has for them.

    Args:
        regions: all in which it is another.

    Returns:
        None where that is not so, or only a parser can tell.
    """
    first = first_tag(old)
    behind = (region for region in regions if region.at + len(region.old) > len(first))
    if not all(is_number(old, region.at) for region in behind):
        return None
    genres = genres_of_same(first, renewed := first_tag(new))
    if genres is None or not says_all(new, renewed, genres):
        return None
    return OtherGenres(as_genres(genres))


def _is_all_in_one_tag(edit: GenreEdit) -> bool:
    """Say whether nobody reads more than the tag that is changed, of an edit that knows that."""
    if edit.before is None or edit.change.changes_kind:
        return False
    return edit.before[1].tag_kind == edit.change.kind_after


def _is_plain(edit: GenreEdit) -> bool:
    """Say whether a tag in front that is plain would be all that anybody reads."""
    if edit.is_plain or edit.before is None:
        return edit.is_plain
    return _is_all_in_one_tag(edit) and not edit.before[1].legacy_encoding


def _genres_of_copy(old: BinaryIO, new: BinaryIO) -> tuple[str, ...] | None:
    """Return the genres of a copy whose plain tag in front has others, all else being the same.

    But for the number that ID3v1 has for them.

    Returns:
        None where it is not, or where only a parser can tell.
    """
    first, renewed = first_tag(old), first_tag(new)
    genres = genres_of_same(first, renewed)
    last = int(bool(genres) and is_number(old, old.seek(0, os.SEEK_END) - 1))
    if genres is None or not is_same_behind(old, len(first), new, len(renewed), last=last):
        return None
    return as_genres(genres)


def _check_tags(before: Tags, after: Tags, change: GenreChange) -> None:
    _check_genres(after.genres, change)
    if _but_genre(before) != _but_genre(after):
        raise DamagedWrite(change.path, because("tags.other_tags_would_change"))


def _tags_of_id3(old: bytes, new: bytes, before: Tags, change: GenreChange) -> Tags:
    """Return what an ID3 tag says that is to replace another of its length, whose others it has.

    All else in the file is the same for sure.
    """
    genres = genres_of_same(old, new) if len(old) == len(new) else None
    if genres is not None and not before.legacy_encoding:
        return replace(before, genres=as_genres(genres))
    as_was, as_is = (ID3(io.BytesIO(tag), translate=False) for tag in (old, new))
    if other_frames(as_was) != other_frames(as_is):
        raise DamagedWrite(change.path, because("tags.other_tags_would_change"))
    return shown(id3_texts(as_is))


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
