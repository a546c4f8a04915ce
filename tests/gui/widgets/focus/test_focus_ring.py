"""The ring around whatever has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.focus.focus_ring import FocusRing, FocusRings


@pytest.fixture
def window(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    theme = Theme(qapp, "light")
    rings = FocusRings(theme, window)
    yield window
    rings.deleteLater()
    theme.deleteLater()


def ring_in(window):
    found = window.findChild(FocusRing)
    return found is not None and found.isVisible()


def test_there_is_none_around_what_is_on_a_page_that_is_not_shown(window, qtbot):
    pages, behind = QStackedWidget(window), QPushButton("behind")
    pages.resize(300, 200)
    shown, page = QPushButton("shown"), QWidget()
    behind.setParent(page)
    for widget in (shown, page):
        pages.addWidget(widget)
    window.show()
    window.activateWindow()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: ring_in(window))

    behind.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.wait(20)
    assert QApplication.focusWidget() is behind
    assert not ring_in(window)

    pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: ring_in(window))
