"""Boxes to tick and numbers, as the window draws them."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton
from shiboken6 import delete

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import number_box, verbatim

LEAST_CONTRAST = 3.0


@pytest.fixture(params=["dark", "light"])
def dialog(request, qapp, qtbot):
    theme = Theme(qapp, request.param)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(240, 80)
    yield dialog
    delete(theme)


def brightness(colour):
    parts = [getattr(QColor(colour), name)() for name in ("redF", "greenF", "blueF")]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_frame_of_a_box_that_is_not_ticked_is_seen_in_both_themes(dialog):
    box = QCheckBox("not ticked", dialog)
    dialog.show()

    image = dialog.grab().toImage()

    middle = box.height() // 2
    seen = [brightness(image.pixelColor(x, middle)) for x in range(20)]
    ground = brightness(image.pixelColor(200, 70))
    contrasts = [(max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in seen]
    assert max(contrasts) >= LEAST_CONTRAST


def test_a_number_does_not_touch_its_frame(dialog):
    box = number_box(dialog)
    dialog.show()

    assert box.lineEdit().textMargins().left() >= 4


def test_a_button_shows_an_ampersand_and_takes_no_key_for_it(dialog):
    button = QPushButton(verbatim("R&B"), dialog)

    assert button.text() == "R&&B"
    assert button.shortcut().isEmpty()
