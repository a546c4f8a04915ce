"""The order of Tab, made of widgets of which some go later."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget
from shiboken6 import dump, isValid

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


def test_each_stays_a_part_of_what_it_lies_in_and_of_nothing_before_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    section, after = QWidget(window), QPushButton(window)
    inside = [QPushButton(section) for _ in range(2)]

    put_in_order((section, after))

    assert hex(id(window)) in owner_of(after)
    assert all(hex(id(section)) in owner_of(button) for button in inside)


def owner_of(widget):
    """Return of what PySide takes a widget for a part: with that it is taken for destroyed."""
    return next(line for line in dump(widget).splitlines() if line.startswith("parent"))
