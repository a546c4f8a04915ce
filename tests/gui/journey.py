"""A person who uses the whole window: what they click and type, and what they then see."""

import numpy as np
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMessageBox

from musicreclass.core.review.transitions import state_of
from musicreclass.gui.review.group_deciding import OPEN_STATES
from musicreclass.gui.widgets.genre_editor import GenreEditor
from musicreclass.gui.widgets.page_stack import PageButton
from tests.material import write_audio

CLICK = Qt.MouseButton.LeftButton
RATE = 22_050
SECONDS = 2.5
FOLDERS = ("Classical", "Electronic", "Pop", "Rock")
TRACKS_PER_FOLDER = 26
LONG_MS = 120_000
TITLES = ("青花瓷", "夜曲", "十年", "天若有情")


def make_music(folder):
    """Write files that sound alike within a folder; half are Chinese, a quarter have no tags."""
    for kind, genre in enumerate(FOLDERS):
        (folder / genre).mkdir(parents=True)
        for number in range(TRACKS_PER_FOLDER):
            is_chinese, has_tags = number % 2 == 0, number % 4 != 3
            artist = f"周杰倫{number // 3}" if is_chinese else f"Artist {number // 3}"
            title = f"{TITLES[kind]} {number}" if is_chinese else f"{genre} Song {number}"
            tags = {"title": title, "artist": artist, "album": f"{genre} Album"}
            if number == 0:
                tags["genre"] = "Alternative Rock"
            name = f"{number:02}.mp3" if has_tags else f"{artist} - {title}.mp3"
            write_audio(
                folder / genre / name,
                sample_rate=RATE,
                samples=sound(kind, number),
                tags=tags if has_tags else None,
            )
    return folder


def sound(kind, number, seconds=SECONDS):
    """Return what differs between kinds in pitch, beat and noise, and a little between numbers."""
    random = np.random.default_rng(100 * kind + number)
    time = np.arange(int(RATE * seconds)) / RATE
    root = (110.0, 220.0, 330.0, 165.0)[kind] * 2 ** (random.integers(0, 5) / 12)
    tones = sum(0.15 / part * np.sin(2 * np.pi * root * part * time) for part in (1, 2, 3))
    beat = np.mod(time, (9.0, 0.25, 0.5, 0.35)[kind]) < 0.03
    noise = random.standard_normal(len(time))
    mixed = tones + (0.0, 0.4, 0.15, 0.3)[kind] * beat * noise
    mixed = mixed + (0.002, 0.01, 0.02, 0.12)[kind] * noise
    return np.clip(mixed, -0.9, 0.9)[:, None].astype(np.float32)


class Person:
    """Clicks and types in a window, and waits as long as a person would."""

    def __init__(self, window, qtbot):
        self.window = window
        self.qtbot = qtbot

    @property
    def review(self):
        return self.window.review

    def lines(self):
        return list(self.review.tracks.tracks.everything())

    def decided(self):
        return sum(state_of(line) not in OPEN_STATES for line in self.lines())

    def suggestions(self):
        return {line.location: line.suggestion for line in self.lines()}

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=LONG_MS)

    def settle(self):
        """Wait until all that was decided is kept and shown."""
        self.wait(lambda: self.review.decisions.is_flushed)
        self.wait(lambda: not self.review.pending_updates.is_waiting)

    def click(self, button):
        self.wait(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, CLICK)

    def turn_to(self, number):
        """Turn to a page by its button."""
        self.click(self.window.findChildren(PageButton)[number - 1])
        self.wait(lambda: self.window.page_number == number - 1)

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.review.table, key, modifiers)
        self.settle()

    def go_to(self, row):
        self.review.table.setFocus()
        self.review.table.go_to(row)

    def type_genre(self, text):
        """Type a genre into the row in hand, as an input method does, and confirm it."""
        table, before = self.review.table, self.decided()
        self.qtbot.keyClick(table, Qt.Key.Key_E)
        self.wait(lambda: table.findChild(GenreEditor) is not None)
        editor = table.findChild(GenreEditor)
        editor.selectAll()
        self.qtbot.keyClick(editor, Qt.Key.Key_Delete)
        for character in text:
            editor.insert(character)
            editor.textEdited.emit(editor.text())
        self.wait(lambda: editor.text() == text)
        self.qtbot.keyClick(editor, Qt.Key.Key_Return)
        self.wait(lambda: self.decided() > before)
        self.settle()

    def select(self, rows):
        model, selection = self.review.tracks, self.review.table.selectionModel()
        for row in rows:
            selection.select(
                model.index(row, 0),
                QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
            )

    def confirm(self, page):
        """Say yes to the question that a page asks."""
        self.wait(lambda: any(box.isVisible() for box in page.findChildren(QMessageBox)))
        box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
        yes = next(
            button
            for button in box.buttons()
            if box.buttonRole(button) == QMessageBox.ButtonRole.AcceptRole
        )
        self.qtbot.mouseClick(yes, CLICK)

    def dialog(self, kind):
        """Return a dialog that was asked for, once it has looked at all files."""
        self.wait(lambda: self.window.findChild(kind) is not None)
        dialog = self.window.findChild(kind)
        self.wait(lambda: not dialog.strip.stop_button.isVisible())
        return dialog
