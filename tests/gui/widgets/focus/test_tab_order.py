"""The order of Tab, made of widgets of which some go later."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from musicreclass.gui.widgets.focus.tab_order import put_in_order


def test_tab_goes_from_part_to_part(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    second, first, third = (QPushButton(window) for _ in range(3))

    put_in_order((first, second, third))

    assert first.nextInFocusChain() is second
    assert second.nextInFocusChain() is third


def test_a_widget_that_goes_takes_nothing_of_the_window_with_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    button, last = QToolButton(window), QPushButton(window)
    button.setMenu(QMenu(button))
    action = button.menu().addAction("Fold")

    put_in_order((button, last))
    last.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert isValid(action)
    assert not isValid(last)
