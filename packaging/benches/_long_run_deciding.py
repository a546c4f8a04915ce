"""Deciding in the long run: keys at the Review page, each replayed in the record."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

from _long_run_outside import command_line
from _long_run_person import Person, Steps, Wait, pause
from _long_run_record import Word
from _window_actions import actions
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musicreclass.core.track import TrackLine
from musicreclass.gui.widgets.genre_editor import GenreEditor

TYPED = ("Jazz", "Folk", "City Pop", "Blues; Rock", "Jazz; 國語流行")
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Deciding:
    """Presses keys, and writes down what has to come of it."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self._person = person
        self._chance = chance
        self._actions = actions(person.window, painting=False)

    def decide(self, times: int) -> Steps:
        """Press keys that decide, take back and do again; look at the table now and then."""
        deeds = (self._accept, self._choose, self._type, self._skip, self._clear, self._accept_many)
        for _ in range(times):
            yield Wait(self._person.is_kept, "decisions that are kept")
            if self._chance.random() < 0.5 or self._line() is None:
                rows = max(1, self._person.review.tracks.rowCount())
                self._person.review.table.go_to(self._chance.randrange(rows))
            if self._chance.random() < 0.25:
                yield from self._turn_back()
            else:
                yield from self._chance.choices(deeds, weights=(8, 5, 2, 3, 2, 1))[0]()
            yield Wait(self._person.is_kept, "decisions that are kept")
            self._person.compare_window("after a decision")

    def look_around(self, times: int) -> Steps:
        """Sort, search, filter and group, and show all again."""
        for _ in range(times):
            self._chance.choice(self._actions)[1]()
            yield pause(0.05)
        self._person.show_all()

    def accept_outside(self, library_file: Path, spared: set[int]) -> Steps:
        """Give a track a genre by the command line, while the window is open."""
        file = self._chance.choice(self._person.files.present())
        if file.track is None:
            return
        words = ["accept", str(file.path), "--genre", "Ambient"]
        yield from command_line(library_file, words, spared, self._person.differences)
        word = self._typed(file.track, ("Ambient",))
        self._person.record.decide({file.track: word})
        shown, track = self._person.shown, file.track
        yield Wait(lambda: shown().get(track) == word, f"{word} of track {track}")

    def _line(self) -> TrackLine | None:
        return self._person.review.table.current_line()

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._person.review.table, key, modifiers)

    def _put(self, words: Mapping[int, Word | None]) -> None:
        self._person.record.decide(words)
        self._person.counts["decisions"] += len(words)

    def _accepted(self, line: TrackLine) -> Word | None:
        """Return what accepting a row comes to, None where it comes to nothing."""
        now = self._person.record.words.get(line.id)
        if now is not None and now.holds:
            if now.state == "written":
                return None
            return self._given(line, now.genres, is_typed=now.is_typed)
        return None if line.suggestion is None else Word("accepted", (line.suggestion.genre,))

    def _given(self, line: TrackLine, genres: tuple[str, ...], *, is_typed: bool) -> Word:
        is_suggested = line.suggestion is not None and genres == (line.suggestion.genre,)
        return Word("accepted" if is_suggested else "changed", genres, is_typed)

    def _typed(self, track: int, genres: tuple[str, ...]) -> Word:
        return self._given(self._person.lines()[track], genres, is_typed=True)

    def _accept(self) -> Steps:
        if (line := self._line()) is not None:
            word = self._accepted(line)
            self._put({} if word is None else {line.id: word})
            self._press(Qt.Key.Key_A)
        yield from ()

    def _choose(self) -> Steps:
        line = self._line()
        candidates = () if line is None else self._person.review.candidates.of(line)
        if line is not None and candidates:
            rank = self._chance.randrange(len(candidates))
            word = self._given(line, (candidates[rank].genre,), is_typed=False)
            self._put({line.id: word})
            self._press(Qt.Key(Qt.Key.Key_1.value + rank))
        yield from ()

    def _type(self) -> Steps:
        """Type a genre, unless the row moves away meanwhile."""
        table = self._person.review.table
        if self._line() is None:
            return
        self._press(Qt.Key.Key_E)
        yield pause(0.05)
        editor, line = table.findChild(GenreEditor), self._line()
        if editor is None or line is None:
            return
        text = self._chance.choice(TYPED)
        editor.setText(text)
        self._put({line.id: self._typed(line.id, tuple(text.split("; ")))})
        QTest.keyClick(editor, Qt.Key.Key_Return)

    def _skip(self) -> Steps:
        if (line := self._line()) is not None:
            now = self._person.record.words.get(line.id)
            is_written = now is not None and now.state == "written"
            self._put({} if is_written else {line.id: Word("skipped")})
            self._press(Qt.Key.Key_S)
        yield from ()

    def _clear(self) -> Steps:
        if (line := self._line()) is not None:
            now = self._person.record.words.get(line.id)
            self._put({} if now is None or now.state == "written" else {line.id: None})
            self._press(Qt.Key.Key_U)
        yield from ()

    def _accept_many(self) -> Steps:
        """Select all that is shown, and accept it."""
        self._press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        lines = self._person.review.table.selected_lines()
        if len(lines) > 1:
            words = self._person.record.words
            open_ones = [one for one in lines if not (one.id in words and words[one.id].holds)]
            accepted = {line.id: self._accepted(line) for line in open_ones}
            self._put({i: word for i, word in accepted.items() if word is not None})
            self._press(Qt.Key.Key_A)
            yield Wait(self._person.is_kept, "decisions that are kept")
        self._person.review.table.go_to(0)

    def _turn_back(self) -> Steps:
        record = self._person.record
        if record.can_undo and self._chance.random() < 0.6:
            record.undo()
            self._press(Qt.Key.Key_Z)
        elif record.can_redo:
            record.redo()
            self._press(Qt.Key.Key_Z, SHIFT)
        else:
            return
        self._person.counts["undone"] += 1
        yield from ()
