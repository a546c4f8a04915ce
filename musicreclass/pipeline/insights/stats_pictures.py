"""A collection's figures as PNG pictures: genres, lengths, and mean spectrograms of genres."""

from __future__ import annotations

import functools
import io
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from musicreclass.core.colour import FAINTEST_DB, LOUDEST_DB, MOST_DIFFERENCE_DB, SHOWN_HZ
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.stats import Stats
from musicreclass.sentences.reason import Reason, because

Colour = tuple[int, int, int]
Say = Callable[[Reason], str]
Bar = tuple[str, int, Colour]  # its name, how long it is, in which colour

GROUND: Colour = (245, 246, 248)
LINE: Colour = (223, 227, 232)
TEXT: Colour = (27, 31, 36)
DIM: Colour = (104, 113, 125)
ACCENT: Colour = (23, 105, 210)
SECOND: Colour = (168, 109, 0)

# From nothing to loudest, and from less than usual over as usual to more; steps that look equal.
HEAT = ((0, 0, 4), (81, 18, 124), (183, 55, 121), (252, 137, 97), (252, 253, 191))
LESS_OR_MORE = ((33, 102, 172), (146, 197, 222), (247, 247, 247), (244, 165, 130), (178, 24, 43))

MARGIN = 24
ROW = 26
TEXT_HEIGHT = 15
BAR_WIDTH = 480
MOST_BARS = 60  # genres; more would make a picture that nobody scrolls through
ZOOM = 3  # pixels a column of a spectrogram
BANDS_HIGH = 256  # pixels

# Fonts as systems name their files; the first that is there is taken, with Chinese before others.
CHINESE_FONTS = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKtc-Regular.otf", "NotoSansTC-Regular.otf",
    "NotoSansSC-Regular.otf", "SourceHanSans-Regular.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc",
    "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "uming.ttc", "PingFang.ttc",
    "Hiragino Sans GB.ttc", "STHeiti Light.ttc", "Arial Unicode.ttf", "msjh.ttc", "msyh.ttc",
    "mingliu.ttc", "simsun.ttc",
)  # fmt: skip
LATIN_FONTS = ("DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf", "arial.ttf")


def pictures(found: Stats, say: Say = str) -> Mapping[str, bytes]:
    """Return the name of a file and a PNG for each picture that there is something for.

    Args:
        say: says reasons in a person's language; where no font has Chinese, English is drawn.
    """
    if not _font().has_chinese:
        say = str
    made = {"genres.png": _genres(found, say)} if found.genres else {}
    if found.lengths:
        lengths = [
            (say(because("pipeline.from_length", length=_minutes(edge))), count, ACCENT)
            for edge, count in found.lengths.bins
        ]
        made["lengths.png"] = _bars(say(because("pipeline.lengths")), lengths)
    if found.mels:
        made["mels.png"] = _mels(found.mels, say)
    return made


@dataclass(frozen=True, slots=True)
class _Font:
    face: ImageFont.FreeTypeFont | ImageFont.ImageFont
    has_accents: bool = True
    has_chinese: bool = False

    def width(self, words: str) -> int:
        return round(self.face.getlength(self.drawable(words)))

    def drawable(self, words: str) -> str:
        """Return `words` without accents where there are none to draw."""
        if self.has_accents:
            return words
        parts = unicodedata.normalize("NFD", words)
        return "".join(part for part in parts if not unicodedata.combining(part))


@functools.cache
def _font() -> _Font:
    """Return the first font that this system has, else the plain one that comes with Pillow."""
    for name in (*CHINESE_FONTS, *LATIN_FONTS):
        try:
            face = ImageFont.truetype(name, TEXT_HEIGHT)
        except OSError:  # it is not there
            continue
        return _Font(face, has_chinese=name in CHINESE_FONTS)
    return _Font(ImageFont.load_default(TEXT_HEIGHT), has_accents=False)


class _Canvas:
    """A picture to draw on, in pixels from the upper left corner."""

    def __init__(self, width: int, height: int) -> None:
        self._image = Image.new("RGB", (width, height), GROUND)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: int, y: int, width: int, height: int, colour: Colour) -> None:
        if width > 0:
            self._draw.rectangle((x, y, x + width - 1, y + height - 1), fill=colour)

    def text(self, x: int, y: int, words: str, colour: Colour = TEXT) -> None:
        font = _font()
        self._draw.text((x, y), font.drawable(words), fill=colour, font=font.face)

    def spectrogram(self, x: int, y: int, colours: npt.NDArray[np.uint8]) -> None:
        self._image.paste(Image.fromarray(colours), (x, y))

    def png(self) -> bytes:
        packed = io.BytesIO()
        self._image.save(packed, "PNG", optimize=True)
        return packed.getvalue()


def _genres(found: Stats, say: Say) -> bytes:
    """Draw what the files say beside what is suggested."""
    suggested = found.suggested.genres if found.suggested else {}
    genres = list(dict.fromkeys((*found.genres, *suggested)))[:MOST_BARS]
    if not suggested:
        bars = [(genre, found.genres.get(genre, 0), ACCENT) for genre in genres]
        return _bars(say(because("pipeline.genres_of_files")), bars)
    title = say(because("pipeline.genres_of_files_and_suggested"))
    return _bars(title, list(_pairs(genres, found.genres, suggested)))


def _pairs(
    genres: Sequence[str], in_files: Mapping[str, int], suggested: Mapping[str, int]
) -> Iterator[Bar]:
    for genre in genres:
        yield genre, in_files.get(genre, 0), ACCENT
        yield "", suggested.get(genre, 0), SECOND


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _bars(title: str, bars: Sequence[Bar]) -> bytes:
    font = _font()
    names = max(font.width(name) for name, _, _ in bars)
    width = max(3 * MARGIN + names + BAR_WIDTH + 120, 2 * MARGIN + font.width(title))
    canvas = _Canvas(width, 3 * MARGIN + TEXT_HEIGHT + ROW * len(bars))
    canvas.text(MARGIN, MARGIN, title)
    most = max(1, *(count for _, count, _ in bars))
    left = 2 * MARGIN + names
    for row, (name, count, colour) in enumerate(bars):
        top = 2 * MARGIN + TEXT_HEIGHT + ROW * row
        canvas.text(MARGIN, top, name)
        canvas.box(left, top, BAR_WIDTH, TEXT_HEIGHT, LINE)
        canvas.box(left, top, round(BAR_WIDTH * count / most), TEXT_HEIGHT, colour)
        canvas.text(left + BAR_WIDTH + 12, top, str(count), DIM)
    return canvas.png()


def _mels(mels: Sequence[GenreMel], say: Say) -> bytes:
    """Draw each genre's mean spectrogram, and how it differs from the mean of all genres."""
    font = _font()
    usual = np.mean([mel.decibels for mel in mels], axis=0)
    wide, left = ZOOM * COLUMNS, MARGIN + font.width("10 kHz ")
    height = BANDS_HIGH + TEXT_HEIGHT + 2 * MARGIN
    title = say(because("pipeline.mean_spectrograms", decibels=MOST_DIFFERENCE_DB))
    width = max(left + 2 * (wide + MARGIN), 2 * MARGIN + font.width(title))
    canvas = _Canvas(width, 2 * MARGIN + TEXT_HEIGHT + height * len(mels))
    canvas.text(MARGIN, MARGIN, title)
    for row, mel in enumerate(mels):
        top = 2 * MARGIN + TEXT_HEIGHT + height * row
        canvas.text(left, top, say(because("pipeline.genre_of", genre=mel.genre, count=mel.tracks)))
        below = top + TEXT_HEIGHT + 8
        loud = coloured(_enlarged(mel.decibels), FAINTEST_DB, LOUDEST_DB, HEAT)
        most = MOST_DIFFERENCE_DB
        other = coloured(_enlarged(mel.decibels - usual), -most, most, LESS_OR_MORE)
        canvas.spectrogram(left, below, loud)
        canvas.spectrogram(left + wide + MARGIN, below, other)
        for hz in SHOWN_HZ:
            y = below + BANDS_HIGH - _height_of(hz, mel) - TEXT_HEIGHT // 2
            words = f"{hz // 1000} kHz" if hz >= 1_000 else f"{hz} Hz"
            canvas.text(left - font.width(f"{words} "), y, words, DIM)
    return canvas.png()


def coloured(
    values: npt.NDArray[np.floating], low: float, high: float, ramp: tuple[Colour, ...]
) -> npt.NDArray[np.uint8]:
    """Return values from `low` to `high` as colours, shape (..., 3)."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0) * (len(ramp) - 1)
    stops = np.arange(len(ramp))
    channels = [np.interp(share, stops, [colour[i] for colour in ramp]) for i in range(3)]
    return np.asarray(np.rint(np.stack(channels, axis=-1)), dtype=np.uint8)


def _enlarged(decibels: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Return a spectrogram as many pixels large as it is drawn, low bands below."""
    rows = np.arange(BANDS_HIGH) * len(decibels) // BANDS_HIGH
    return np.asarray(decibels[rows][::-1].repeat(ZOOM, axis=1))


def _height_of(hz: float, mel: GenreMel) -> int:
    """Return how many pixels above the lowest band a frequency lies."""
    return round(float(np.interp(hz, mel.band_hz, np.linspace(0, BANDS_HIGH, len(mel.band_hz)))))
