"""Converting ID3v2 tags from one version into another, frame by frame.

What means the same in both goes along. What cannot be said in the other version is named, so that
people can see it before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from mutagen.id3 import Frames_2_2

from musicreclass.sentences.reason import Reason, as_said, because
from musicreclass.tags.id3.dates import dates_for_3, dates_for_4
from musicreclass.tags.id3.frame_body import is_encrypted, plain_body
from musicreclass.tags.id3.reencode import body_for_3, lists_in_one, picture_for_3, several_in_one
from musicreclass.tags.id3.tag import Id3Tag, joined, new_tag, plain_frame
from musicreclass.tags.inflation import LARGEST_INFLATED_BYTES, GrowsTooLarge, InflationBudget
from musicreclass.tags.tag_errors import Unwritable

# What has no counterpart in other versions, and what it means.
_ONLY_IN_2 = {b"CRM": because("tags.encrypted_frame"), b"LNK": because("tags.link")}
_ONLY_IN_3 = {
    b"EQUA": because("tags.equaliser"),
    b"RVAD": because("tags.volume"),
    b"TRDA": because("tags.recording_dates"),
    b"TSIZ": because("tags.sound_size"),
}
# Without the keys to sort by (TSOA, TSOP, TSOT): iTunes and others write them into ID3v2.3.
_ONLY_IN_4 = {
    b"ASPI": because("tags.seek_index"),
    b"EQU2": because("tags.equaliser"),
    b"RVA2": because("tags.volume"),
    b"SEEK": because("tags.other_tag"),
    b"SIGN": because("tags.signature"),
    b"TDEN": because("tags.encoding_time"),
    b"TDRL": because("tags.release_time"),
    b"TDTG": because("tags.tagging_time"),
    b"TMOO": because("tags.mood"),
    b"TPRO": because("tags.production_notice"),
    b"TSST": because("tags.set_subtitle"),
}
# They hold frames of the tag's own version.
_CHAPTERS = {b"CHAP": because("tags.chapter"), b"CTOC": because("tags.chapter_table")}
_MEANINGS = _ONLY_IN_2 | _ONLY_IN_3 | _ONLY_IN_4 | _CHAPTERS
_ENCRYPTED, _DAMAGED_COMPRESSION = because("tags.encrypted"), because("tags.damaged_compression")


@dataclass(slots=True)
class _Losses:
    """What does not go along, as people read it."""

    lost: list[Reason] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)

    def lose(self, name: bytes, why: Reason | None = None) -> None:
        what, frame = why or _MEANINGS.get(name), name.decode("latin-1")
        self.lost.append(
            because("tags.frame_lost", frame=frame, what=what) if what else as_said(frame)
        )


Content = tuple[bytes, bytes]  # name and plain body of a frame


def converted(tag: Id3Tag, version: int) -> tuple[Id3Tag, tuple[Reason, ...], tuple[Reason, ...]]:
    """Return the tag in another version, what is lost, and remarks.

    Raises:
        Unwritable: there is more in the tag than frames.
    """
    if tag.rest.strip(b"\0"):
        raise Unwritable(because("tags.id3_no_frames"))
    losses = _Losses()
    if tag.extended:
        losses.lost.append(because("tags.extended_header"))
    contents = _contents(tag, losses)
    for step in _steps(tag.version, version):
        contents = step(contents, losses)
    frames = tuple(plain_frame(version, name, body) for name, body in contents)
    room = len(tag.extended) + len(joined(tag.frames)) + len(tag.rest) + len(tag.footer)
    padding = max(room - len(joined(frames)), 0)
    return new_tag(version, frames, padding), tuple(losses.lost), tuple(losses.remarks)


_Step = Callable[[list[Content], _Losses], list[Content]]


def _steps(old: int, new: int) -> Sequence[_Step]:
    if old == 4:
        return (_from_4_to_3,)
    return (_from_2_to_3, *((_from_3_to_4,) if new == 4 else ()))


def _contents(tag: Id3Tag, losses: _Losses) -> list[Content]:
    """Return the frames without their flags.

    Raises:
        Unwritable: compressed ones are more than any tag has.
    """
    budget = InflationBudget()
    found = []
    for frame in tag.frames:
        try:
            body = plain_body(tag.version, frame, budget)
        except GrowsTooLarge as error:
            most = LARGEST_INFLATED_BYTES >> 20
            raise Unwritable(
                because("tags.frame_grows", frame=frame.name.decode("latin-1"), megabytes=most)
            ) from error
        if frame.is_genre:  # the new one goes here
            found.append((b"TCON", b""))
        elif body is None:
            is_secret = is_encrypted(tag.version, frame)
            losses.lose(frame.name, _ENCRYPTED if is_secret else _DAMAGED_COMPRESSION)
        else:
            found.append((frame.name, body))
    return found


def _from_2_to_3(contents: list[Content], losses: _Losses) -> list[Content]:
    """Give frames their longer names; some programs leave them short in ID3v2.3 too."""
    found = []
    for name, body in contents:
        if len(name) == 4:
            found.append((name, body))
        elif name == b"PIC":
            found.append((b"APIC", picture_for_3(body)))
        elif name in _ONLY_IN_2 or name.decode() not in Frames_2_2:
            losses.lose(name)
        else:
            found.append((Frames_2_2[name.decode()].__base__.__name__.encode(), body))
    return found


def _from_3_to_4(contents: list[Content], losses: _Losses) -> list[Content]:
    found = []
    for name, body in dates_for_4(contents, losses.lose):
        if name in _ONLY_IN_3 | _CHAPTERS:
            losses.lose(name)
        else:
            found.append((b"TIPL" if name == b"IPLS" else name, body))
    return found


def _from_4_to_3(contents: list[Content], losses: _Losses) -> list[Content]:
    found = []
    for name, body in dates_for_3(_people_in_one(contents), losses.lose):
        if name in _ONLY_IN_4 | _CHAPTERS:
            losses.lose(name)
            continue
        reencoded = body_for_3(name, body)
        if reencoded is None:
            losses.lose(name, because("tags.damaged_text"))
            continue
        one = several_in_one(name, reencoded)
        if one != reencoded:
            losses.remarks.append(because("tags.texts_joined", frame=name.decode()))
        found.append((name, one))
    return found


def _people_in_one(contents: list[Content]) -> list[Content]:
    """Make one list of helpers and musicians, which ID3v2.3 does not part."""
    people = [body for name, body in contents if name in (b"TIPL", b"TMCL")]
    found, is_done = [], False
    for name, body in contents:
        if name not in (b"TIPL", b"TMCL"):
            found.append((name, body))
        elif not is_done:
            found.append((b"IPLS", lists_in_one(people)))
            is_done = True
    return found
