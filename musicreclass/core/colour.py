"""Colours as text, "#rrggbb": one for any word, and how well one stands out from another.

How mean spectrograms are drawn, in files and in the window: between which decibels.
"""

import math
import zlib

Linear = tuple[float, float, float]  # red, green, blue from 0 to 1, before the screen's gamma

# In OKLCH. At this chroma every hue exists on a screen, and within these lightnesses every hue
# stands out 3:1 from a panel of either theme.
CHROMA = 0.095
DARKEST, LIGHTEST = 0.58, 0.63


def colour_of_word(word: str) -> str:
    """Return a colour for `word`: the same one on every day and every machine."""
    number = zlib.crc32(word.encode(errors="surrogatepass"))
    hue, step = number % 360, number // 360 % 6
    return _hex(_linear(DARKEST + (LIGHTEST - DARKEST) * step / 5, CHROMA, math.radians(hue)))


def contrast(one: str, other: str) -> float:
    """Return how far two colours differ in luminance, from 1 to 21, as WCAG counts it."""
    lower, higher = sorted((_luminance(one), _luminance(other)))
    return (higher + 0.05) / (lower + 0.05)


def _linear(lightness: float, chroma: float, hue: float) -> Linear:
    """Return the OKLCH colour in the screen's primaries; the numbers are OKLab's definition."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _hex(linear: Linear) -> str:
    return "#" + "".join(f"{round(255 * _with_gamma(c)):02x}" for c in linear)


def _with_gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _without_gamma(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = (_without_gamma(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


SHOWN_HZ = (100, 500, 1_000, 3_000, 10_000)  # that are written beside them
FAINTEST_DB, LOUDEST_DB = -70.0, -10.0  # means seldom come near a track's loudest point
MOST_DIFFERENCE_DB = 12.0
