"""Files with tags for `tag_bytes`: those of a folder, and others made anew."""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from tests.material import ape_tag, id3v1, id3v2, latin1
from tests.tags.random_tags import random_tag

SUFFIXES = (".mp3", ".mp2", ".aac", ".tta", ".id3")
SOUND = (bytes.fromhex("fffb9000") + bytes(413)) * 3
LYRICS = b"LYRICSBEGINLYR00005Hello000024LYRICS200"
TEXTS = {
    "gbk": "青花瓷",
    "big5": "國語流行",
    "cp932": "ハナミズキ",
    "cp949": "가요",
    "cp1251": "Вечер",
    "latin-1": "Ágætis byrjun",
    "utf-8": "青花瓷",
}
TAILS = {
    "nothing": b"",
    "ID3v1": id3v1(b"One", genre=17),
    "APE": ape_tag({"Title": b"One", "Genre": b"Rock", "Cover Art (Front)": b"a\0\xff\xd8"}),
    "all": ape_tag({"GENRE": b"Rock", "Title": b"One"}) + LYRICS + id3v1(b"One", genre=17),
}
RANDOM_TAGS = 1_000

Case = tuple[str, bytes]  # name and content


def files_of(folder: Path) -> Iterator[Case]:
    """Yield the MP3 files of a folder, and others with tags at both ends."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.stat().st_size:
            yield path.name, path.read_bytes()


def mislabelled() -> Iterator[Case]:
    """Yield tags of old Chinese, Japanese, Korean, Russian and other programs, in all versions."""
    for (codec, text), version, padding, tail in itertools.product(
        TEXTS.items(), (2, 3, 4), (0, 5, 500), TAILS
    ):
        names = (b"TT2", b"TCO", b"TP1") if version == 2 else (b"TIT2", b"TCON", b"TPE1")
        body = latin1(text.encode(codec))
        tag = id3v2(version, [(name, body) for name in names], padding=padding)
        yield f"{codec}, ID3v2.{version}, {tail} behind", tag + SOUND + TAILS[tail]


def of_disc_jockeys() -> Iterator[Case]:
    """Yield tags with what Serato and Traktor keep in them: cue points, beats, drawings."""
    for version, padding, index, seed in itertools.product((3, 4), (0, 500), range(4), range(10)):
        chance = random.Random(seed)
        frames = [
            (b"GEOB", latin1(b"application/octet-stream\0\0Serato Markers2\0" + _waves(chance))),
            (b"GEOB", latin1(b"application/octet-stream\0\0Serato Overview\0" + _waves(chance))),
            (b"PRIV", b"TRAKTOR4\0" + _waves(chance)),
        ]
        frames.insert(index, (b"TCON", latin1(b"(17)")))
        yield f"disc jockey {seed}", id3v2(version, frames, padding=padding) + SOUND


def _waves(chance: random.Random) -> bytes:
    return bytes(chance.choice((0, 255, 224, 84, 67)) for _ in range(chance.randrange(4_000)))


def at_random() -> Iterator[Case]:
    """Yield tags with all flags that there are."""
    for seed in range(RANDOM_TAGS):
        tail = list(TAILS.values())[seed % len(TAILS)]
        yield f"random {seed}", random_tag(random.Random(seed)) + SOUND + tail


def damaged() -> Iterator[Case]:
    """Yield the same, with three bytes of each tag changed behind its header."""
    for seed in range(RANDOM_TAGS):
        chance = random.Random(-1 - seed)
        tag = bytearray(random_tag(chance))
        for _ in range(3):
            tag[chance.randrange(min(10, len(tag) - 1), len(tag))] = chance.randrange(256)
        yield f"damaged {seed}", bytes(tag) + SOUND


def without_tag() -> Iterator[Case]:
    """Yield files with nothing in front of the sound."""
    for name, tail in TAILS.items():
        yield f"{name} behind the sound alone", SOUND + tail
