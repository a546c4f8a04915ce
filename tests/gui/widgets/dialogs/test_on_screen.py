"""Windows on screens that are smaller than they would like, or elsewhere than they were."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QDialog

from musicreclass.gui.widgets.dialogs.on_screen import OnScreen, fitted

LAPTOP = QRect(0, 0, 1366, 728)  # a panel of the desktop takes 40 pixels
HALF = QRect(0, 0, 683, 364)  # the same at 200 %
RIGHT = QRect(1366, 0, 1024, 600)  # a small screen beside it


@pytest.mark.parametrize("available", [LAPTOP, HALF, RIGHT])
@pytest.mark.parametrize("at", [(0, 0), (900, 500), (-400, -300), (3000, 2000)])
def test_a_window_lies_within_its_screen_with_its_title(available, at):
    size = QSize(1440, 900)
    frame = QRect(QPoint(*at), size + QSize(8, 30))

    area = fitted(frame, size, available)

    whole = QRect(area.topLeft(), area.size() + QSize(8, 30))
    assert available.contains(whole)


def test_a_window_that_fits_stays_where_it_is():
    size = QSize(800, 500)

    assert fitted(QRect(100, 60, 808, 530), size, LAPTOP) == QRect(100, 60, 800, 500)


def test_a_dialog_larger_than_the_screen_is_made_to_fit(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    OnScreen(dialog)
    dialog.resize(5000, 4000)
    dialog.show()

    available = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: available.contains(dialog.frameGeometry()))
