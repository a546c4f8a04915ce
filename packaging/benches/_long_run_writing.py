"""Writing in the long run: decided genres go into files, and are taken back out of them."""

from __future__ import annotations

import random
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from _long_run_files import File, digest_of
from _long_run_person import Person, Steps, Wait, pause
from PySide6.QtWidgets import QMessageBox, QWidget

from musicreclass.gui.writing.change_rows import RowState
from musicreclass.gui.writing.history_page import HistoryPage
from musicreclass.gui.writing.write_dialog import WriteDialog


@dataclass(frozen=True, slots=True)
class Written:
    """A file as a write found and left it."""

    path: Path
    before: str  # digests
    after: str
    genres: tuple[str, ...]  # before


class Writing:
    """Writes and takes back, and sees what became of each file."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self._person = person
        self._chance = chance
        self._batch: dict[int, Written] = {}  # of the last write, by track

    def write(self, *, may_fail: bool) -> Steps:
        """Write what is decided, and take it back at once now and then."""
        self._person.show_all()
        lines = self._person.lines()
        waiting = [
            i
            for i, word in self._person.record.words.items()
            if word.state in ("accepted", "changed")
        ]
        wanted = {i for i in waiting if not lines[i].is_missing}
        self._person.review.bulk.write_button.click()
        if not wanted:
            return
        dialog = yield from self._dialog()
        if not dialog.write_button.isEnabled():
            self._person.differences.append(f"writing {len(wanted)} files was not offered")
            dialog.reject()
            return
        before = {
            file.track: (digest_of(file.path), file.genres) for file in self._person.files.present()
        }
        dialog.write_button.click()
        yield Wait(dialog.close_button.isEnabled, "an end of writing")
        rows = {row.id: row for row in dialog.changes.rows()}
        if rows.keys() != wanted:
            self._person.differences.append(
                f"written were {sorted(rows)}, and not {sorted(wanted)}"
            )
        batch: dict[int, Written] = {}
        for file in self._person.files.present():
            if (row := rows.get(file.track or 0)) is None:
                continue
            digest, genres = before[file.track]
            batch |= self._note_row(file, row.state, digest, genres)
            if row.state is RowState.REFUSED and not may_fail:
                self._person.differences.append(f"{file.path} was refused: {row.reason}")
        if batch:
            self._batch = batch
        if batch and self._chance.random() < 0.3:
            dialog.undo_button.click()
            yield Wait(lambda: not self._person.is_working, "an end of taking back")
            self._note_taken_back(may_fail=may_fail)
        yield Wait(dialog.close_button.isEnabled, "a dialog to close")
        dialog.close_button.click()
        yield Wait(
            lambda: self._person.window.findChild(WriteDialog) is None, "a dialog that is gone"
        )

    def take_back(self, *, may_fail: bool) -> Steps:
        """Take back the last batch, from the History page."""
        page = self._person.turned_to(5, HistoryPage)
        yield pause(0.5)
        if not page.batches.rowCount():
            return

        def is_shown() -> bool:
            last = page.batches.row_at(0).id
            return page.batch is not None and page.batch.id == last and page.changes.rowCount() > 0

        yield Wait(is_shown, "the last batch")
        if not page.undo_button.isEnabled():
            self._person.window.turn_to(self._person.review)
            return
        page.undo_button.click()
        yield Wait(lambda: bool(_boxes(page)), "a question")
        box = _boxes(page)[0]
        yes = QMessageBox.ButtonRole.AcceptRole
        next(one for one in box.buttons() if box.buttonRole(one) == yes).click()
        yield Wait(lambda: not _boxes(page), "an answer")
        yield Wait(lambda: not self._person.is_working, "an end of taking back")
        self._note_taken_back(may_fail=may_fail)
        self._person.window.turn_to(self._person.review)

    def _dialog(self) -> Generator[Wait, None, WriteDialog]:
        yield Wait(
            lambda: self._person.window.findChild(WriteDialog) is not None, "a dialog to write"
        )
        dialog = self._person.window.findChild(WriteDialog)
        assert dialog is not None
        yield Wait(lambda: not dialog.strip.stop_button.isVisible(), "a preview")
        return dialog

    def _note_row(
        self, file: File, state: RowState, digest: str, genres: tuple[str, ...]
    ) -> dict[int, Written]:
        """Compare a file with what the dialog says became of it."""
        assert file.track is not None
        person, now = self._person, digest_of(file.path)
        word = person.record.words[file.track]
        if state not in (RowState.WRITTEN, RowState.UNCHANGED):
            person.counts["refused"] += 1
            if now != digest:
                person.differences.append(f"{file.path} is said to be {state}, and was changed")
            return {}
        person.record.note_written([file.track])
        is_same = not word.is_typed and set(genres) == set(word.genres)
        file.genres, file.digest = (genres if is_same else word.genres), now
        if state is RowState.UNCHANGED:
            return {}
        person.counts["written"] += 1
        return {file.track: Written(file.path, digest, now, genres)}

    def _note_taken_back(self, *, may_fail: bool) -> None:
        """See that files have their bytes of before, where nobody else changed them since."""
        person = self._person
        for file in person.files.present():
            change = self._batch.get(file.track or 0)
            if change is None or file.track is None:
                continue
            now, was = digest_of(file.path), file.digest
            if now == change.before:
                file.digest, file.genres = now, change.genres
                person.record.note_unwritten([file.track])
                person.counts["taken back"] += 1
                del self._batch[file.track]
            elif now != was:
                person.differences.append(f"{file.path} has neither its bytes nor those of before")
            elif not may_fail and was == change.after and file.path == change.path:
                person.differences.append(f"{file.path} was not given its bytes back")
            else:
                person.counts["refused"] += 1


def _boxes(page: QWidget) -> list[QMessageBox]:
    return [box for box in page.findChildren(QMessageBox) if box.isVisible()]
