"""Pictures drawn without a window: rectangles, captions and spectrograms, written as PNG."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt

from musicreclass.core.small_letters import HEIGHT, WIDTH, dots_of

Pixels = npt.NDArray[np.uint8]  # shape (height, width, 3)
Colour = tuple[int, int, int]

GROUND: Colour = (245, 246, 248)
PANEL: Colour = (255, 255, 255)
LINE: Colour = (223, 227, 232)
TEXT: Colour = (27, 31, 36)
DIM: Colour = (104, 113, 125)
ACCENT: Colour = (23, 105, 210)
SECOND: Colour = (168, 109, 0)

# From nothing to loudest, and from less than usual over as usual to more; steps that look equal.
HEAT = ((0, 0, 4), (81, 18, 124), (183, 55, 121), (252, 137, 97), (252, 253, 191))
LESS_OR_MORE = ((33, 102, 172), (146, 197, 222), (247, 247, 247), (244, 165, 130), (178, 24, 43))

LETTER_SCALE = 2  # pixels a dot


class Canvas:
    """A picture to draw on; what would lie outside is cut off."""

    def __init__(self, width: int, height: int) -> None:
        self.pixels: Pixels = np.full((height, width, 3), GROUND, dtype=np.uint8)

    def box(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        self.pixels[max(0, y) : max(0, y + height), max(0, x) : max(0, x + width)] = colour

    def text(self, x: int, y: int, words: str, colour: Colour = TEXT) -> None:
        """Write `words` with their upper left corner at (x, y)."""
        dots = dots_of(words).repeat(LETTER_SCALE, axis=0).repeat(LETTER_SCALE, axis=1)
        area = self.pixels[max(0, y) : y + dots.shape[0], max(0, x) : x + dots.shape[1]]
        area[dots[: area.shape[0], : area.shape[1]]] = colour

    def paste(self, x: int, y: int, picture: Pixels) -> None:
        area = self.pixels[y : y + picture.shape[0], x : x + picture.shape[1]]
        area[:] = picture[: area.shape[0], : area.shape[1]]

    def png(self) -> bytes:
        """Return the picture as a PNG file."""
        height, width, _ = self.pixels.shape
        rows = np.zeros((height, 1 + 3 * width), dtype=np.uint8)  # 0 begins a row as it stands
        rows[:, 1:] = self.pixels.reshape(height, -1)
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            _chunk(name, body)
            for name, body in (
                (b"IHDR", header),
                (b"IDAT", zlib.compress(rows.tobytes(), 9)),
                (b"IEND", b""),
            )
        )


def text_width(words: str) -> int:
    """Return how many pixels wide `words` are."""
    return WIDTH * LETTER_SCALE * len(words)


TEXT_HEIGHT = HEIGHT * LETTER_SCALE


def coloured(
    values: npt.NDArray[np.floating], low: float, high: float, ramp: tuple[Colour, ...]
) -> Pixels:
    """Return values from `low` to `high` as colours, shape (..., 3)."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0) * (len(ramp) - 1)
    stops = np.arange(len(ramp))
    channels = [np.interp(share, stops, [colour[i] for colour in ramp]) for i in range(3)]
    return np.asarray(np.rint(np.stack(channels, axis=-1)), dtype=np.uint8)


def _chunk(name: bytes, body: bytes) -> bytes:
    checked = name + body
    return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))
