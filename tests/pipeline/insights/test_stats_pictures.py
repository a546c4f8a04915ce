import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from musicreclass.pipeline.insights import stats_pictures
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.stats import Lengths, Stats
from musicreclass.pipeline.insights.stats_pictures import HEAT, coloured, pictures
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.reason import because


@pytest.fixture(autouse=True)
def fonts_of_this_test():
    yield stats_pictures._font.cache_clear
    stats_pictures._font.cache_clear()


def stats(genres, **more):
    return Stats(Path("/music"), 3, genres, 0, {}, {"FLAC": 3}, **({"lengths": None} | more))


def mels():
    band_hz = tuple(np.geomspace(50.0, 11_000.0, 128).tolist())
    rows = (np.full((128, COLUMNS), level, np.float32) for level in (-60.0, -20.0))
    return tuple(GenreMel(genre, 4, row, band_hz) for genre, row in zip("AB", rows, strict=True))


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))


def test_there_is_a_picture_for_all_there_is_something_for():
    lengths = Lengths.of([10.0, 400.0])

    made = pictures(stats({"Jazz": 2, "Rock": 1}, lengths=lengths, mels=mels()))

    assert made.keys() == {"genres.png", "lengths.png", "mels.png"}
    assert pictures(stats({})) == {}


def test_bars_are_as_long_as_their_genres_are_large():
    seen = pixels(pictures(stats({"Jazz": 4, "Rock": 1}))["genres.png"])

    blue = (seen == stats_pictures.ACCENT).all(axis=-1).sum(axis=1)
    assert set(blue[blue > 0].tolist()) == {480, 120}


def test_loud_genres_are_bright():
    seen = pixels(pictures(stats({}, mels=mels()))["mels.png"]).astype(int)

    half = len(seen) // 2
    assert seen[half:, 100:300].mean() > seen[:half, 100:300].mean()


@pytest.fixture
def only_fonts(monkeypatch, fonts_of_this_test):
    """Return what makes a system of one that has fonts of some names."""
    at_hand, from_file = ImageFont.load_default(15), ImageFont.truetype

    def only(*names):
        def truetype(font, *args, **options):
            if not isinstance(font, str):
                return from_file(font, *args, **options)
            if font not in names:
                raise OSError(font)
            return at_hand

        monkeypatch.setattr(ImageFont, "truetype", truetype)
        fonts_of_this_test()

    return only


@pytest.fixture
def drawn(monkeypatch):
    """Return the texts that are drawn from now on."""
    texts: list[str] = []
    monkeypatch.setattr(
        ImageDraw.ImageDraw, "text", lambda _, at, text, **options: texts.append(text)
    )
    return texts


@pytest.mark.parametrize(
    ("font", "language"), [("arial.ttf", "en"), ("none.ttf", "en"), ("wqy-zenhei.ttc", "zh_TW")]
)
def test_a_persons_language_is_drawn_where_a_font_has_its_letters(
    only_fonts, drawn, font, language
):
    only_fonts(font)

    pictures(stats({"Jazz": 1}), Sentences("zh_TW").of)

    assert drawn[0] == Sentences(language).of(because("pipeline.genres_of_files"))


@pytest.mark.parametrize(("font", "shown"), [("arial.ttf", "Ragga\u00e9"), ("none.ttf", "Raggae")])
def test_accents_are_left_off_where_no_font_has_them(only_fonts, drawn, font, shown):
    only_fonts(font)

    pictures(stats({"Ragga\u00e9": 1}))

    assert shown in drawn


def test_values_become_colours_from_one_end_to_the_other():
    colours = coloured(np.array([-99.0, -80.0, 0.0, 5.0]), -80.0, 0.0, HEAT)

    assert tuple(colours[0]) == tuple(colours[1]) == HEAT[0]
    assert tuple(colours[2]) == tuple(colours[3]) == HEAT[-1]
