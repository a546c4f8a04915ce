"""Makes many small valid MP3 files with tags, as folders of artists and albums."""

import struct
from pathlib import Path

FRAME = bytes.fromhex("fffb9000") + bytes(413)  # 26 ms of silence, 128 kbit/s, 44.1 kHz
FRAMES = 8
PER_ALBUM = 20
ARTISTS = ("周杰倫", "Björk", "Miles Davis", "陳奕迅", "Kraftwerk", "王菲", "Nina Simone", "五月天")
GENRES = ("Pop", "Electronic", "Jazz", "Rock", "Mandopop", "Soul", "Classical", "")
WORDS = ("青花瓷", "Blue", "夜曲", "Train", "晴天", "River", "十年", "Morning", "稻香", "Walk")


def make_small_files(folder: Path, count: int) -> None:
    """Fill `folder` with `count` files; what is there already is kept."""
    for number in range(count):
        album = folder / f"artist {number // 400:04}" / f"album {number // PER_ALBUM:05}"
        path = album / f"{number % PER_ALBUM + 1:02} {title_of(number)}.mp3"
        if number % PER_ALBUM == 0:
            if path.exists() and number + PER_ALBUM <= count:
                continue
            album.mkdir(parents=True, exist_ok=True)
        path.write_bytes(small_mp3(number))


def title_of(number: int) -> str:
    """Return a title of two words and a number, the same one each time."""
    return f"{WORDS[number % 10]} {WORDS[number // 10 % 10]} {number}"


def small_mp3(number: int) -> bytes:
    """Return the bytes of one file, with a tag as players write it and sound of its own."""
    texts = {
        "TIT2": title_of(number),
        "TPE1": ARTISTS[number // 400 % 8],
        "TALB": f"{WORDS[number // 200 % 10]} {number // PER_ALBUM}",
        "TRCK": f"{number % PER_ALBUM + 1}/{PER_ALBUM}",
        "TYER": str(1960 + number % 60),
        "TCON": GENRES[number // PER_ALBUM % 8],
    }
    frames = b"".join(_text_frame(name, text) for name, text in texts.items() if text)
    padding = bytes(512)
    # The number is hidden in the last frame's unused bytes, so that no two files sound alike.
    sound = FRAME * (FRAMES - 1) + FRAME[:-8] + struct.pack(">Q", number)
    return b"ID3\x03\0\0" + _synchsafe(len(frames) + len(padding)) + frames + padding + sound


def _text_frame(name: str, text: str) -> bytes:
    body = b"\x01" + text.encode("utf-16")
    return name.encode() + struct.pack(">IH", len(body), 0) + body


def _synchsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
