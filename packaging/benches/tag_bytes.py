"""Writes genres into files of every format, and looks at every byte that came of it.

Other frames, the sound and all behind it must be as before, the genre must be read back right by
mutagen, and taking the patches back must give the file as it was. What is looked at is taken to
pieces by parsers that the writer knows nothing of; other formats than MP3 by FFmpeg's.
"""

import argparse
import io
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import _tag_cases
from _figures import keep
from _tag_cases import Case
from _tag_formats import measure_formats
from mutagen import MutagenError
from mutagen.id3 import ID3

from musicreclass.core.tag_change import GenreEdit, WriteChoices
from musicreclass.tags.tag_errors import TagError
from tests.tags.mpeg_edits import mpeg_edit
from tests.tags.raw_id3 import Split, patched, split, unpatched

GENRES = (("Zouk Fusion",), ("国语流行", "Música"), ())
OUTCOMES = ("written", "refused", "damaged")
ID3V1_BYTES = 128


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, help="a folder of odd files of other programs")
    folder = parser.parse_args().corpora
    whole: Counter[str] = Counter()
    if folder is not None:
        whole += measure(f"files of {folder.name}", _tag_cases.files_of(folder))
    whole += measure("mislabelled texts", _tag_cases.mislabelled())
    whole += measure("Serato and Traktor", _tag_cases.of_disc_jockeys())
    whole += measure("random tags", _tag_cases.at_random())
    whole += measure("no tag in front", _tag_cases.without_tag())
    damaged = measure("random tags, damaged at random", _tag_cases.damaged())
    keep(
        "tag_bytes.id3",
        "genres into odd, mislabelled, disc jockeys' and random ID3 tags, "
        f"{len(GENRES)} each; every other byte looked at",
        text_of(whole),
    )
    keep("tag_bytes.damaged_id3", "the same into damaged tags", text_of(damaged))
    measure_formats(folder)


def text_of(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[name]:,} {name}" for name in ("files", *OUTCOMES))


def measure(title: str, cases: Iterable[Case]) -> Counter[str]:
    """Write each of the genres into each of the files; print and return what became of them."""
    refused, damages, writes, started = Counter[str](), list[str](), 0, time.perf_counter()
    files = 0
    for name, content in cases:
        files += 1
        for genres in GENRES:
            writes += 1
            try:
                edit = edited(name, content, genres)
            except TagError as error:
                refused[str(error.reason)] += 1
                continue
            damages += [f"{name}: {what}" for what in damage(content, edit, genres)]
    written = writes - refused.total()
    seconds = time.perf_counter() - started
    print(
        f"{title}: {files} files, {writes} writes in {seconds:.1f} s: {written} written,", end=" "
    )
    print(f"{refused.total()} refused, {len(damages)} damaged")
    for reason, count in refused.most_common():
        print(f"  {count} refused: {reason}")
    for text in damages:
        print(f"  damaged: {text}")
    outcomes = dict(zip(OUTCOMES, (written, refused.total(), len(damages)), strict=True))
    return Counter({"files": files, **outcomes})


def edited(name: str, content: bytes, genres: tuple[str, ...]) -> GenreEdit:
    return mpeg_edit(Path(name), io.BytesIO(content), len(content), genres, WriteChoices())


def damage(old: bytes, edit: GenreEdit, genres: tuple[str, ...]) -> list[str]:
    """Return what is otherwise than it must be."""
    new = patched(old, edit.patches)
    before, after = heads_of(old), heads_of(new)
    old_rest, new_rest = behind(old, before), behind(new, after)
    found = {
        "taking it back gives other bytes": unpatched(new, edit.patches) != old,
        "frames": before != [] and not all(map(same_but_genre, before, after)),
        "tags in front": len(before) != len(after) and before != [],
        "sound or tail": without_genre(old_rest) != without_genre(new_rest),
        "mutagen reads another genre": after != [] and misread(old, new, genres),
    }
    return [what for what, is_so in found.items() if is_so]


def heads_of(content: bytes) -> list[Split]:
    """Return all ID3v2 tags in front."""
    found: list[Split] = []
    while content.startswith(b"ID3"):
        found.append(split(content))
        content = content[found[-1].size :]
    return found


def behind(content: bytes, heads: list[Split]) -> bytes:
    return content[sum(head.size for head in heads) :]


def same_but_genre(before: Split, after: Split) -> bool:
    """Say whether two tags differ in genre and padding alone."""
    is_padding = not before.rest.strip(b"\0")
    same_rest = not after.rest.strip(b"\0") if is_padding else before.rest == after.rest
    same_kind = before[1:3] == after[1:3] and len(before.extended) == len(after.extended)
    return before.others == after.others and same_rest and same_kind


def without_genre(rest: bytes) -> list[bytes]:
    """Take what lies behind the tags in front to pieces, and leave its genres out."""
    end, pieces = len(rest), []
    if rest[-ID3V1_BYTES:].startswith(b"TAG"):
        pieces.append(rest[-ID3V1_BYTES:-1])
        end -= ID3V1_BYTES
    if rest[:end].endswith(b"LYRICS200"):
        start = end - 15 - int(rest[end - 15 : end - 9])
        pieces.append(rest[start:end])
        end = start
    footer = rest[max(end - 32, 0) : end]
    if not footer.startswith(b"APETAGEX"):
        return [*pieces, rest[:end]]
    start = end - int.from_bytes(footer[12:16], "little")
    items = ape_items(rest[start : end - 32])
    assert int.from_bytes(footer[16:20], "little") == len(items), "the APE tag counts wrong"
    start -= 32 if footer[23] & 0x80 else 0
    return [*pieces, *(item for item in items if item[8:14].lower() != b"genre\0"), rest[:start]]


def ape_items(body: bytes) -> list[bytes]:
    found = []
    while body:
        length = body.index(b"\0", 8) + 1 + int.from_bytes(body[:4], "little")
        found.append(body[:length])
        body = body[length:]
    return found


def misread(old: bytes, new: bytes, genres: tuple[str, ...]) -> bool:
    """Say whether mutagen finds other genres in front, where it could read the file before."""
    try:
        ID3(io.BytesIO(old), load_v1=False)
    except MutagenError:
        if old.startswith(b"ID3"):
            return False
    frames = ID3(io.BytesIO(new), load_v1=False).getall("TCON")
    return [genre for frame in frames for genre in frame.genres] != list(genres)


if __name__ == "__main__":
    main()
