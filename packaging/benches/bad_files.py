"""Scans and analyzes cut, empty, random or lying files: each ends as sound or as a reason.

They are made anew in every format that the tests can write: cut at each tenth of their length,
with random bytes, without sound, with a fifth of a second, and one that declares ten hours.
"""

import random
import struct
import tempfile
from pathlib import Path

from _figures import keep
from corpora import measure

from tests.material import ENCODED, write_audio

TEN_HOURS = 10 * 3600 * 44_100 * 4  # bytes of stereo sound in 16 bits


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve() / "bad files"
        folder.mkdir()
        make_bad_files(folder)
        found = measure(folder)
    formats = f"cut off, random, empty, lying files of {len(ENCODED)} formats"
    keep("bad_files.files", formats, found)


def make_bad_files(folder: Path) -> None:
    """Fill `folder` with bad files of every format."""
    for suffix in ENCODED:
        whole = write_audio(folder / f"whole{suffix}", seconds=3.0).read_bytes()
        for tenth in range(10):
            (folder / f"cut at {tenth}{suffix}").write_bytes(whole[: len(whole) * tenth // 10])
        (folder / f"random{suffix}").write_bytes(random.Random(suffix).randbytes(20_000))
        write_audio(folder / f"short{suffix}", seconds=0.2)
    header = bytearray((folder / "whole.wav").read_bytes())
    header[40:44] = struct.pack("<I", min(TEN_HOURS, 0xFFFFFFF0))
    (folder / "ten hours.wav").write_bytes(header)


if __name__ == "__main__":
    main()
