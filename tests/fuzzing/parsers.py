"""Our own parsers, as a fuzzer asks them, with words of their languages."""

import atexit
import io
import random
import shutil
import tempfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path

from musicreclass.audio.decoding.file_header import sniff
from musicreclass.core.genres.genre_file import load_vocabulary, shipped_taxonomy
from musicreclass.core.naming.name_patterns import FIELDS, NamePattern
from musicreclass.core.review.query import parse
from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.datasets.mapping_file import read_mapping
from musicreclass.settings import load, unknown_keys
from musicreclass.tags.cover import cover
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_size import tag_bytes
from musicreclass.tags.verify.plain_mp3 import plain_tags
from musicreclass.tags.verify.written_check import check_written
from musicreclass.tags.write import genre_edit
from tests.core.review_lines import line
from tests.fuzzing import seeds
from tests.fuzzing.mutations import in_archive, mutated, with_right_sums
from tests.tags.raw_id3 import patched, unpatched

WAYS = tuple(product(Id3Version, (("国语流行", "Rock"), ("x" * 2_000,), ())))
DEEP = 3_000  # levels of lists in lists
Words = tuple[bytes, ...]
Mutate = Callable[[bytes, bytes, Words, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Parser:
    """One parser: how it is asked, and what a fuzzer begins with."""

    name: str
    ending: str  # of the file that it is given
    read: Callable[[Path], object]  # raises nothing but errors of `musicreclass.errors`
    seeds: Callable[[], list[bytes]]
    words: Words = ()
    mutate: Mutate = mutated

    @property
    def seconds(self) -> float:
        """Return how long it is fuzzed before the next is: texts are read in no time."""
        return 2.0 if self.read in (read_music, read_bundle) else 0.5


def read_music(path: Path) -> None:
    """Ask a music file all that is ever asked of one; each may refuse."""
    content = path.read_bytes()
    for ask in (read_facts, cover, tag_bytes):
        with suppress(MusicReclassError):
            ask(path)
    with suppress(MusicReclassError, OSError):  # the caller of this one translates them
        sniff(path)
    version, genres = WAYS[zlib.crc32(content) % len(WAYS)]  # the same way, whenever it is read
    with suppress(MusicReclassError):
        edit = genre_edit(path, genres, WriteChoices(id3=version))
        new = patched(content, edit.patches)
        assert unpatched(new, edit.patches) == content
        check_written(io.BytesIO(content), io.BytesIO(new), edit)
    with suppress(MusicReclassError):
        tags, plain = read_facts(path).tags, plain_tags(io.BytesIO(content))
        if plain is not None and (plain.tag_kind, "") == (tags.tag_kind, tags.legacy_encoding):
            assert plain.genres == tags.genres


def read_bundle(path: Path) -> None:
    from musicreclass.classifiers import bundle, foreign  # torch takes its time
    from tests.small_bundles import MLP

    with suppress(MusicReclassError):
        bundle.load(path)
    with suppress(MusicReclassError):
        foreign.load(path, MLP.features)


@cache
def encoder_folder() -> Path:
    """Return a folder with an AST of which one file after the other is fuzzed."""
    from tests.tiny_encoders import ast_folder  # transformers takes its time

    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ast_folder(folder)
    return folder


def encoder_file(name: str) -> list[bytes]:
    return [(encoder_folder() / name).read_bytes()]


def read_encoder(name: str, path: Path) -> None:
    from musicreclass.classifiers.encoders.shelf import look_into

    file = encoder_folder() / name
    good = file.read_bytes()
    file.write_bytes(path.read_bytes())
    try:
        refusing(partial(look_into, name="fuzzed"), encoder_folder())
    finally:
        file.write_bytes(good)


def read_query(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    query = parse(text, shipped_taxonomy().canonical)
    query.matches(line(artist="王菲", year="1999", seconds=200.0))
    assert isinstance(query.remark, str)
    assert isinstance(query.asks_for_tags, bool)


def read_pattern(path: Path) -> None:
    values = dict.fromkeys(FIELDS, "AC/DC: “Live”..")
    with suppress(MusicReclassError):
        made = NamePattern.of(path.read_bytes().decode("utf-8", "replace")).path(values)
        assert not made.is_absolute()
        assert ".." not in made.parts


def read_settings(path: Path) -> None:
    unknown_keys(path)
    refusing(load, path)


def refusing(read: Callable[[Path], object], path: Path) -> None:
    with suppress(MusicReclassError):
        read(path)


def mutate_ogg(content: bytes, other: bytes, words: Words, chance: random.Random) -> bytes:
    made = mutated(content, other, words, chance)
    return with_right_sums(made) if chance.random() < 0.8 else made


def mutate_archive(content: bytes, other: bytes, words: Words, chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return mutated(content, other, words, chance)
    try:
        return in_archive(content, words, chance)
    except Exception:  # noqa: BLE001, a mutation before this one broke the archive
        return mutated(content, other, words, chance)


def words(text: str) -> Words:
    """Return the words of a text, each as bytes."""
    return tuple(word.encode("utf-8", "surrogateescape") for word in text.split())


FRAMES = words("TIT2 TCON TXXX APIC TCO PIC CHAP COMM SYLT TDRC TYER TIPL 3DI")
ID3_HEADS = (b"ID3\3\0", b"ID3\4\0", b"ID3\2\0", b"\xff\xfe", b"\xff\x00", b"\0\x80", b"\0\x09")
FULL = (b"\xff" * 3, b"\xff" * 4, b"\xff" * 8, bytes(4), bytes(8))
CHUNKS = words("RIFF LIST INFO IGNR ID3 data RF64 ds64 FORM SSND COMM")
ATOMS = words(
    "moov udta meta ilst trak mdia stco co64 free mdat gnre data ---- moof tfhd mfra tfra"
)
PAGES = (b"OggS\0", b"\x03vorbis", b"OpusTags", b"GENRE=", b"\x7fFLAC")
ENDS = (b"APETAGEX", b"Genre\0", b"TAG", b"LYRICSBEGIN", b"LYRICS200")
OBJECTS = (
    "WM/Genre".encode("utf-16-le"),
    bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"),
    bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850"),
    bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365"),
)
BLOCKS = (b"fLaC", b"\x84", b"\x04", b"\x81", b"\x86", b"GENRE=")
DSD = words("DSD FRM8 PROP ID3 FVER")
OPCODES = (*words("K X } ] ( t u s N ."), b"\x88", b"h\1", b"J\xff\xff\xff\x7f", b"X\4\0\0\0")
TOML = (*words("[ ] = [[ { } \"\"\" ''' false nan inf 1e999 -1 1979-05-27 \\u"), b"[" * DEEP, b"\n")
JSON = (*words('{ } [ ] : , " null 1e999 NaN \\ud800 "id" "parent" "merged"'), b"[" * DEEP)
ENCODER = (*JSON, *words("-1 0 1 99999999999 1e9 true [1] hidden_size num_mel_bins F32 shape"))
QUERY = (
    *words('genre: infile: - " | OR confidence:> 90% length: 5:00 year: 1999.. folder: is:'),
    *words("tag: mood: era:80s ( ) : >= < .. e999 ١ ∞ ²"),
    b"\0",
)
PATTERN = words("{ } / .. : !r {genre {0} {genre.__class__} {genre:>99} \\ C: {title!s:x}")

PARSERS = (
    Parser("ID3", ".mp3", read_music, seeds.id3, (*FRAMES, *ID3_HEADS)),
    Parser("RIFF", ".wav", read_music, seeds.riff, (*CHUNKS, *FULL, b"id3 ", b"fmt ")),
    Parser("MP4", ".m4a", read_music, seeds.mp4_files, (*ATOMS, *FULL, b"\xa9gen")),
    Parser(
        "Ogg",
        ".ogg",
        read_music,
        partial(seeds.rich, "a.ogg", "a.oga", "a.opus", "a.spx"),
        (*PAGES, *FULL),
        mutate_ogg,
    ),
    Parser("APE", ".ape", read_music, seeds.ape_files, (*ENDS, *FULL)),
    Parser("ASF", ".wma", read_music, seeds.asf_files, (*OBJECTS, *FULL)),
    Parser("FLAC", ".flac", read_music, seeds.flac_files, (*BLOCKS, *FULL)),
    Parser("DSD", ".dsf", read_music, partial(seeds.rich, "a.dsf", "a.dff"), (*DSD, *FULL)),
    Parser("bundle", ".pth", read_bundle, seeds.bundles, OPCODES, mutate_archive),
    *(
        Parser(name, ending, partial(read_encoder, file), partial(encoder_file, file), ENCODER)
        for name, ending, file in (
            ("AST config", ".json", "config.json"),
            ("AST front end", ".json", "preprocessor_config.json"),
            ("safetensors", ".safetensors", "model.safetensors"),
        )
    ),
    Parser("query", ".txt", read_query, seeds.queries, QUERY),
    Parser("mapping", ".toml", partial(refusing, read_mapping), seeds.mappings, TOML),
    Parser("settings", ".toml", read_settings, seeds.settings, TOML),
    Parser("vocabulary", ".json", partial(refusing, load_vocabulary), seeds.vocabularies, JSON),
    Parser("pattern", ".txt", read_pattern, seeds.patterns, PATTERN),
)
