"""Text can be read on whatever it lies on, in both themes and in the pages for browsers."""

import itertools
import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from musicreclass import paths
from musicreclass.core.colour import contrast
from musicreclass.gui.control_sheet import CONTROL_SHEET
from musicreclass.gui.theme import _SHEET, DARK, LIGHT, Theme
from musicreclass.gui.training.report.confusion_table import STRONGEST

READ, SEEN = 4.5, 3.0  # WCAG: of texts, and of signs without which nobody knows what is there
WORDS = ("text", "dim", "accent", "good", "caution", "bad")  # tokens that words are written in
GROUNDS = ("ground", "panel", "raised", "hover", "selection")  # that words lie on
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
STRENGTH = r"\{\{ \"%.2f\" \| format\((\d.\d+) \+ (\d.\d+) \* cell.share"  # of a matrix in a page
CSS = re.compile(r"--(\w+): (#[0-9a-f]{3,6})\b")


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda tokens: tokens.name)
def test_words_are_read_on_every_ground(tokens):
    colours = asdict(tokens)
    found = {
        (word, ground): contrast(colours[word], colours[ground])
        for word, ground in itertools.product(WORDS, GROUNDS)
    }

    assert {pair: round(found[pair], 2) for pair in found if found[pair] < READ} == {}
    assert contrast(tokens.on_accent, tokens.accent) >= READ


@pytest.mark.parametrize("tokens", [DARK, LIGHT], ids=lambda tokens: tokens.name)
def test_frames_and_the_ring_of_the_keyboard_are_seen(tokens):
    colours = asdict(tokens)

    for ground in ("ground", "panel"):
        assert contrast(tokens.frame, colours[ground]) >= SEEN
        assert contrast(tokens.accent, colours[ground]) >= SEEN


@pytest.mark.parametrize("sheet", [_SHEET, CONTROL_SHEET], ids=["theme", "controls"])
def test_style_sheets_write_words_and_lay_grounds_in_these_colours_alone(sheet):
    """So that the pairs above are all that there are."""
    written, laid = set(), set()
    for selector, body in RULE.findall(sheet.template):
        for declaration in body.split(";"):
            name, _, value = declaration.strip().partition(":")
            tokens = set(re.findall(r"\$(\w+)", value))
            if name.strip() in ("color", "selection-color"):
                written |= tokens
            elif "background" in name and "::" not in selector:  # those are parts without words
                laid |= tokens

    assert written - {*WORDS, "on_accent"} == set()
    assert laid - {*GROUNDS, "accent"} == set()


@pytest.mark.parametrize("appearance", ["dark", "light"])
def test_numbers_are_read_on_the_strongest_cell_of_a_matrix(qapp, appearance):
    theme = Theme(qapp, appearance)
    tokens = theme.tokens

    for shade in (tokens.good, tokens.bad):
        assert contrast(tokens.text, laid_over(shade, STRONGEST, tokens.panel)) >= READ


def test_pages_for_browsers_are_read_in_both_of_their_schemes():
    light, dark, printed = schemes()  # the second and third change some of the first
    template = (paths.resource("pages") / "report.html.j2").read_text(encoding="utf-8")
    strongest = 255 * sum(map(float, re.findall(STRENGTH, template)[0]))

    for scheme in (light, light | dark, light | printed):
        for word in ("text", "dim", "accent", "good", "caution", "bad"):
            for ground in ("ground", "panel"):
                assert contrast(scheme[word], scheme[ground]) >= READ, (word, ground, scheme)
        for shade in ("accent", "bad"):
            cell = laid_over(scheme[shade], strongest, scheme["panel"])
            assert contrast(scheme["text"], cell) >= READ


def schemes() -> list[dict[str, str]]:
    """Return the colours of each `:root` of the pages' sheet: light, dark, on paper."""
    sheet = (paths.resource("pages") / "style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{([^}]*)\}", sheet)
    return [{name: whole(colour) for name, colour in CSS.findall(block)} for block in blocks]


def whole(colour):
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])


def laid_over(colour, alpha, ground):
    """Return what is seen of a colour of some opacity, of 255, on a ground."""
    above, below, share = QColor(colour), QColor(ground), alpha / 255
    mixed = [
        round(share * one + (1 - share) * other)
        for one, other in (
            (above.red(), below.red()),
            (above.green(), below.green()),
            (above.blue(), below.blue()),
        )
    ]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
