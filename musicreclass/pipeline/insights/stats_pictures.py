"""A collection's figures as pictures: genres, lengths, and what genres look like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from musicreclass.core.colour import (
    FAINTEST_DB,
    LOUDEST_DB,
    MOST_DIFFERENCE_DB,
    SHOWN_HZ,
)
from musicreclass.pipeline.insights.canvas import (
    ACCENT,
    DIM,
    HEAT,
    LESS_OR_MORE,
    LINE,
    SECOND,
    TEXT_HEIGHT,
    Canvas,
    coloured,
    text_width,
)
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.stats import Stats

MARGIN = 24
ROW = 26
BAR_WIDTH = 480
MOST_BARS = 60  # genres; more would make a picture that nobody scrolls through
ZOOM = 3  # pixels a column of a spectrogram
BANDS_HIGH = 256  # pixels


def pictures(found: Stats) -> Mapping[str, bytes]:
    """Return the name of a file and a PNG for each picture that there is something for."""
    made = {"genres.png": _genres(found)} if found.genres else {}
    if found.lengths:
        made["lengths.png"] = _lengths(found)
    if found.mels:
        made["mels.png"] = _mels(found.mels)
    return made


def _genres(found: Stats) -> bytes:
    """Draw what the files say beside what is suggested."""
    suggested = found.suggested.genres if found.suggested else {}
    genres = list(dict.fromkeys((*found.genres, *suggested)))[:MOST_BARS]
    rows = [(genre, found.genres.get(genre, 0), ACCENT) for genre in genres]
    title = "Genres of the files"
    if suggested:
        title = "Genres of the files, and below each what is suggested"
        rows = [
            row
            for genre, count, colour in rows
            for row in ((genre, count, colour), ("", suggested.get(genre, 0), SECOND))
        ]
    return _bars(title, rows)


def _lengths(found: Stats) -> bytes:
    assert found.lengths is not None  # the caller has looked
    rows = [(f"from {_minutes(edge)}", count, ACCENT) for edge, count in found.lengths.bins]
    return _bars("Lengths of the tracks", rows)


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _bars(title: str, rows: Sequence[tuple[str, int, tuple[int, int, int]]]) -> bytes:
    names = max(text_width(name) for name, _, _ in rows)
    width = max(3 * MARGIN + names + BAR_WIDTH + 120, 2 * MARGIN + text_width(title))
    canvas = Canvas(width, 3 * MARGIN + TEXT_HEIGHT + ROW * len(rows))
    canvas.text(MARGIN, MARGIN, title)
    most = max(1, *(count for _, count, _ in rows))
    left = 2 * MARGIN + names
    for place, (name, count, colour) in enumerate(rows):
        top = 2 * MARGIN + TEXT_HEIGHT + ROW * place
        canvas.text(MARGIN, top, name)
        canvas.box(left, top, BAR_WIDTH, TEXT_HEIGHT, LINE)
        canvas.box(left, top, round(BAR_WIDTH * count / most), TEXT_HEIGHT, colour)
        canvas.text(left + BAR_WIDTH + 12, top, str(count), DIM)
    return canvas.png()


def _mels(mels: Sequence[GenreMel]) -> bytes:
    """Draw each genre's mean spectrogram, and how it differs from the mean of all genres."""
    usual = np.mean([mel.decibels for mel in mels], axis=0)
    wide, left = ZOOM * COLUMNS, MARGIN + text_width("10 kHz ")
    height = BANDS_HIGH + TEXT_HEIGHT + 2 * MARGIN
    title = "Mean spectrogram of each genre; red is louder than all, blue softer, to 12 dB"
    width = max(left + 2 * (wide + MARGIN), 2 * MARGIN + text_width(title))
    canvas = Canvas(width, 2 * MARGIN + TEXT_HEIGHT + height * len(mels))
    canvas.text(MARGIN, MARGIN, title)
    for place, mel in enumerate(mels):
        top = 2 * MARGIN + TEXT_HEIGHT + height * place
        canvas.text(left, top, f"{mel.genre}, {mel.tracks} tracks")
        below = top + TEXT_HEIGHT + 8
        loud = coloured(_enlarged(mel.decibels), FAINTEST_DB, LOUDEST_DB, HEAT)
        reach = MOST_DIFFERENCE_DB
        other = coloured(_enlarged(mel.decibels - usual), -reach, reach, LESS_OR_MORE)
        canvas.paste(left, below, loud)
        canvas.paste(left + wide + MARGIN, below, other)
        for hz in SHOWN_HZ:
            y = below + BANDS_HIGH - _height_of(hz, mel) - TEXT_HEIGHT // 2
            words = f"{hz // 1000} kHz" if hz >= 1_000 else f"{hz} Hz"
            canvas.text(left - text_width(f"{words} "), y, words, DIM)
    return canvas.png()


def _enlarged(decibels: np.ndarray) -> np.ndarray:
    """Return a spectrogram as many pixels large as it is drawn, low bands below."""
    rows = np.arange(BANDS_HIGH) * len(decibels) // BANDS_HIGH
    return np.asarray(decibels[rows][::-1].repeat(ZOOM, axis=1))


def _height_of(hz: float, mel: GenreMel) -> int:
    """Return how many pixels above the lowest band a frequency lies."""
    return round(float(np.interp(hz, mel.band_hz, np.linspace(0, BANDS_HIGH, len(mel.band_hz)))))
