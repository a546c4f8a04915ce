"""Writing many files from the window: how late a 10 ms timer of it gets, from preview to undo.

--files MP3 files are decided upon beforehand; the dialog is opened, waited for, told to write and
to take all of it back, by clicks on its buttons.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from _figures import keep
from _large_files import LargeFiles, wish
from review import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SECONDS = 600.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--kilobytes", type=int, default=512, help="of each file")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["MUSICRECLASS_HOME"] = str(Path(scratch) / "home")
        files = LargeFiles(Path(scratch) / "music", options.kilobytes << 10)
        library_file = Path(scratch) / "library.db"
        wish(library_file, files.folder, files.make(options.files), "Folk")
        found = write(library_file, files.folder)
    keep(
        "write_window.lateness",
        f"lateness of a 10 ms timer while {options.files:,} files are written; taken back",
        f"{found['write']}; {found['undo']} (as the preview opens: {found['preview']})",
    )


def write(library_file: Path, folder: Path) -> dict[str, str]:
    """Return how late the timer was while the preview opened, and for writing and undoing."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from musicreclass.gui.writing.write_dialog import WriteDialog

    desk = Desk.opened(library_file, folder)
    review = desk.window.review
    desk.window.classify_service.give_way()  # whatever classifying costs is measured elsewhere
    desk.wait(review.bulk.write_button.isEnabled, SECONDS)
    desk.wait(lambda: not desk.window.session.is_scanning, SECONDS)
    desk.window.classify_service.give_way()
    desk.rest(1_000)

    found: dict[str, str] = {}

    def click(button: QWidget) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def timed(what: str, begin: Callable[[], None], is_done: Callable[[], bool]) -> None:
        desk.lateness.late.clear()
        started = time.perf_counter()
        begin()
        is_in_time = desk.wait(is_done, SECONDS)
        seconds = time.perf_counter() - started
        print(f"{what}: {seconds:.1f} s{'' if is_in_time else ', and not done'}; ", end="")
        found[what] = desk.lateness.text()
        print(f"timer late by {found[what]}")
        print(f"  longest calls of the window's thread: {desk.application.longest()}")

    def is_open() -> bool:
        return desk.window.findChild(WriteDialog) is not None

    def dialog() -> WriteDialog:
        found = desk.window.findChild(WriteDialog)
        assert found is not None
        return found

    timed(
        "preview",
        lambda: click(review.bulk.write_button),
        lambda: is_open() and dialog().write_button.isEnabled(),
    )
    timed("write", lambda: click(dialog().write_button), lambda: dialog().undo_button.isVisible())
    timed(
        "undo",
        lambda: click(dialog().undo_button),
        lambda: not dialog().undo_button.isVisible() and not dialog().strip.stop_button.isVisible(),
    )
    desk.close()
    return found


if __name__ == "__main__":
    main()
