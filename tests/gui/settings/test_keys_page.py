"""Keys of a review are chosen, refused where they are taken, and obeyed."""

import pytest
from PySide6.QtCore import Qt

from musicreclass.gui.review.key_bindings import KeyBindings, sensible
from musicreclass.gui.settings.keys_page import KeysPage
from musicreclass.settings import KeySettings

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def rebind(page, name, key, qtbot, modifiers=Qt.KeyboardModifier.NoModifier):
    button = page.buttons[name]
    button.setFocus()
    qtbot.mouseClick(button, LEFT)
    assert button.waits
    qtbot.keyClick(button, key, modifiers)


@pytest.fixture
def keys(page):
    return page(KeysPage)


def test_another_key_is_kept_shown_and_obeyed(open_window, open_dialog, page, kept, qtbot):
    window = open_window()
    keys = page(KeysPage, open_dialog(window))

    rebind(keys, "accept", Qt.Key.Key_Y, qtbot)

    assert kept().keys.accept == "Y"
    assert keys.buttons["accept"].text() == "Y"
    with qtbot.waitSignal(window.review.keys.accepted):
        qtbot.keyClick(window.review.table, Qt.Key.Key_Y)
    with qtbot.assertNotEmitted(window.review.keys.accepted):
        qtbot.keyClick(window.review.table, Qt.Key.Key_A)
    assert "Y" in [hint.keys for hint in window.review.keys.bindings.hints()]


def test_a_key_with_shift_is_another_one(open_window, open_dialog, page, kept, qtbot):
    window = open_window()
    keys = page(KeysPage, open_dialog(window))

    rebind(keys, "skip", Qt.Key.Key_A, qtbot, SHIFT)

    assert kept().keys.skip == "Shift+A"
    with qtbot.waitSignal(window.review.keys.skipped):
        qtbot.keyClick(window.review.table, Qt.Key.Key_A, SHIFT)


def test_a_key_that_is_taken_is_refused_with_a_word(keys, kept, qtbot):
    rebind(keys, "skip", Qt.Key.Key_A, qtbot)

    assert kept().keys.skip == "S"
    assert keys.said.isVisible()
    assert "A is taken already: accept the genre that the row shows" in keys.said.text()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Q, CTRL),
    ],
)
def test_a_key_of_the_window_is_refused(keys, kept, qtbot, key, modifiers):
    rebind(keys, "skip", key, qtbot, modifiers)

    assert kept().keys == KeySettings()
    assert "another use" in keys.said.text()


def test_escape_leaves_a_key_as_it_was(keys, kept, qtbot):
    rebind(keys, "skip", Qt.Key.Key_Escape, qtbot)

    assert keys.isVisible()
    assert keys.buttons["skip"].text() == "S"
    assert kept().keys == KeySettings()


def test_all_keys_are_reset_at_once(keys, kept, qtbot):
    rebind(keys, "skip", Qt.Key.Key_X, qtbot)

    qtbot.mouseClick(keys.restore_button, LEFT)

    assert kept().keys == KeySettings()
    assert keys.buttons["skip"].text() == "S"


def test_keys_of_a_file_that_make_no_sense_are_the_usual_ones(qapp):
    twice = KeyBindings(KeySettings(accept="S"))

    assert twice.key("accept").toString() == "A"
    assert sensible(KeySettings(play="nonsense key"))["play"] == "Space"
