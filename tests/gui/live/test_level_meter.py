import pytest

from musicreclass.core.live.loudness import Loudness
from musicreclass.gui.live.level_meter import LevelMeter


@pytest.fixture
def meter(qtbot, theme):
    meter = LevelMeter(theme)
    qtbot.addWidget(meter)
    meter.resize(200, 20)
    return meter


def green_columns(meter, theme):
    """Return how many columns of the middle line have the colour of a level."""
    image = meter.grab().toImage()
    row = image.height() // 2
    return (
        sum(image.pixelColor(x, row).name() == theme.tokens.good for x in range(image.width()))
        / image.width()
    )


def test_the_bar_is_as_long_as_the_sound_is_loud(meter, theme):
    lengths = []
    for db in (-60.0, -40.0, -20.0):
        meter.show_off()
        meter.show_loudness(Loudness(db, db + 3), 0.1)
        lengths.append(green_columns(meter, theme))

    assert lengths == sorted(lengths)
    assert lengths[-1] == pytest.approx(1 - 20 / 72, abs=0.03)


def test_it_falls_by_and_by(meter):
    meter.show_loudness(Loudness(-10.0, -5.0), 0.1)
    meter.show_loudness(Loudness(), 0.5)

    assert meter.shown == Loudness(-20.0, -15.0)


def test_the_level_is_read_out_in_steps(meter):
    said = []
    for db in (-30.0, -31.0, -29.0, -24.0, -23.0):
        meter.show_loudness(Loudness(db, db), 10.0)
        said.append(meter.accessibleDescription())

    assert said == ["−30 dB", "−30 dB", "−30 dB", "−24 dB", "−24 dB"]


def test_silence_and_off_are_words(meter):
    assert meter.accessibleDescription() == "Off"
    meter.show_loudness(Loudness(), 0.1)
    assert meter.accessibleDescription() == "Silence"
    meter.show_off()
    assert meter.accessibleDescription() == "Off"
