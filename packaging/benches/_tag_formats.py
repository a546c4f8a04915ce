"""Formats that keep tags elsewhere than at the ends: files for `tag_bytes`, and what FFmpeg says.

FFmpeg reads tags and sound with parsers that nobody here has written.
"""

import io
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import av
from _figures import keep
from _tag_cases import Case
from av.error import FFmpegError

from musicreclass.core.tag_change import GenreEdit, reversed_patches
from musicreclass.errors import MusicReclassError
from musicreclass.tags.formats import AUDIO_SUFFIXES
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_edit
from tests.tags.rich_files import PLAIN, RICH, patched

_GENRES = (("Zouk Fusion",), ("国语流行", "Música"), ("Neo-Romantic " * 60,), ())
_FLIPS_PER_FILE = 60
_HEAD_BYTES = 4_000  # where most headers and tags are
_SHOWN = 20


def measure_formats(corpora: Path | None) -> None:
    """Write genres into files of every format, and print what became of them."""
    av.logging.set_level(av.logging.PANIC)
    found = []
    if corpora is not None:
        odd = _measure(f"all formats of {corpora.name}", lambda: _files_of(corpora))
        found.append(f"corpora: {odd}")
    found.append(f"made anew: {_measure('all formats, made anew', _made)}")
    found.append(f"damaged at random: {_measure('all formats, damaged at random', _damaged)}")
    found.append(f"cut off: {_measure('all formats, cut off', _cut_off)}")
    what = "the same in all formats, with FFmpeg as another reader"
    keep("tag_bytes.formats", what, "; ".join(found))


def _files_of(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in AUDIO_SUFFIXES:
            yield path.name, path.read_bytes()


def _made() -> Iterator[Case]:
    with tempfile.TemporaryDirectory() as scratch:
        for name, make in RICH.items():
            yield name, make(Path(scratch) / name).read_bytes()


def _damaged() -> Iterator[Case]:
    for name, content in _made():
        for seed in range(_FLIPS_PER_FILE):
            chance, flipped = random.Random(seed), bytearray(content)
            for _ in range(1 + seed % 3):
                at = chance.randrange(min(_HEAD_BYTES, len(content)))
                flipped[at] = chance.choice((0, 0xFF, flipped[at] ^ 1 << chance.randrange(8)))
            yield name, bytes(flipped)


def _cut_off() -> Iterator[Case]:
    for name, content in _made():
        chance = random.Random(0)
        for _ in range(_FLIPS_PER_FILE):
            yield name, content[: chance.randrange(1, len(content))]


def _measure(title: str, cases: Callable[[], Iterator[Case]]) -> str:
    """Write the genres into each case; print what became of it, and return the sum of it."""
    outcomes, damages, files = Counter[str](), list[str](), 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in cases():
            files += 1
            path = Path(scratch) / f"old{Path(name).suffix.lower()}"
            path.write_bytes(content)
            for genres in _GENRES:
                outcome = _write(path, content, genres)
                outcomes[outcome] += 1
                damages += [f"{name}: {outcome}"] * outcome.startswith("damaged")
    writes, written = outcomes.total(), outcomes.pop("written", 0)
    print(f"{title}: {files} files, {writes} writes: {written} written, {len(damages)} damaged")
    for text, count in outcomes.most_common():
        print(f"  {count} {text}")
    for text in damages[:_SHOWN]:
        print(f"  {text}")
    return f"{written:,} of {writes:,} written, {len(damages)} damaged"


def _write(path: Path, old: bytes, genres: tuple[str, ...]) -> str:
    """Return what came of writing: by the program's own last look, and by ours."""
    try:
        edit = genre_edit(path, genres, PLAIN)
        new = patched(old, edit.patches)
        check_written(io.BytesIO(old), io.BytesIO(new), edit)
    except MusicReclassError as error:
        return f"refused: {getattr(error, 'reason', error)}"
    return _damage(path, old, new, edit) or "written"


def _damage(path: Path, old: bytes, new: bytes, edit: GenreEdit) -> str:
    if patched(new, reversed_patches(edit.patches)) != old:
        return "damaged: taking it back gives other bytes"
    before, after = _by_ffmpeg(path, old), _by_ffmpeg(path, new)
    if before is None:
        return ""  # FFmpeg could not read it either way
    if after is None or before[0] != after[0]:
        return "damaged: FFmpeg reads other tags"
    return "" if before[1] == after[1] else "damaged: FFmpeg finds another sound"


def _by_ffmpeg(path: Path, content: bytes) -> tuple[dict[str, str], list[bytes]] | None:
    """Return FFmpeg's tags but the genre, and its packets of sound; None where it gives up."""
    copy = path.with_name(f"new{path.suffix}")
    copy.write_bytes(content)
    try:
        with av.open(str(copy), metadata_errors="replace") as file:
            stream = file.streams.audio[0]
            tags = {**file.metadata, **stream.metadata}
            packets = [bytes(packet) for packet in file.demux(stream) if packet.size]
    except (FFmpegError, IndexError):
        return None
    if path.suffix == ".ape":
        packets = []  # FFmpeg takes all to the end of the file for sound, tags and all
    return {name: text for name, text in tags.items() if "genre" not in name.lower()}, packets
