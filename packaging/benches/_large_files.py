"""Makes MP3 files of the size that music has, in no time: valid frames around noise."""

import os
import struct
from pathlib import Path

from _small_files import title_of

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.job import CancelToken
from musicreclass.core.track import FileStamp, ScannedFile
from musicreclass.library.store import Library
from musicreclass.pipeline.review.decide import set_genres
from musicreclass.tags.read import read_facts

FRAME_BYTES = 417  # 26 ms at 128 kbit/s and 44.1 kHz
_HEADER = bytes.fromhex("fffb9000")


class LargeFiles:
    """A folder of MP3 files with tags, every other one of which has room for a longer genre."""

    def __init__(self, folder: Path, file_bytes: int) -> None:
        self.folder = folder
        noise = os.urandom(FRAME_BYTES - len(_HEADER))
        self._sound = (_HEADER + noise.replace(b"\xff", b"\xfe")) * (file_bytes // FRAME_BYTES)

    def make(self, count: int) -> list[Path]:
        """Write the files anew and return their paths."""
        paths = [
            self.folder / f"{number // 100:03}" / f"{number:05}.mp3" for number in range(count)
        ]
        for number, path in enumerate(paths):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._head(number) + self._sound[:-8] + struct.pack(">Q", number))
        return paths

    def _head(self, number: int) -> bytes:
        texts = {"TIT2": title_of(number), "TPE1": "周杰倫", "TALB": "我很忙", "TCON": "Other"}
        frames = b"".join(_text_frame(name, text) for name, text in texts.items())
        size = len(frames) + 1_024 * (number % 2)
        digits = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
        return b"ID3\x03\0\0" + digits + frames + bytes(size - len(frames))


def wish(library_file: Path, folder: Path, paths: list[Path], genre: str) -> None:
    """Note in a library that all files are to be of one genre; a new library is filled first."""
    is_new = not library_file.exists()
    with Library(library_file) as library:
        if is_new:
            folder_id = library.add_folder(folder).id
            library.record(
                [ScannedFile(str(p), folder_id, FileStamp.of(p), read_facts(p)) for p in paths]
            )
        lines = [line for batch in library.lines() for line in batch]
    set_genres(library_file, lines, genre.split(GENRE_SEPARATOR), Quiet())


class Quiet(CancelToken):
    """A job context that says nothing."""

    def report(self, progress: object) -> None:
        pass

    def publish(self, batch: object) -> None:
        pass


def _text_frame(name: str, text: str) -> bytes:
    body = b"\x01" + text.encode("utf-16")
    return name.encode() + struct.pack(">IH", len(body), 0) + body
