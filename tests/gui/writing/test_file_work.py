"""When files are changed: after all that was decided is kept."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from musicreclass.gui.services.library_session import LibrarySession
from musicreclass.gui.writing.file_work import FileWork
from musicreclass.settings import ScanSettings


class Undecided(QObject):
    """Decisions that are on their way into the library until `flushed` is said."""

    flushed = Signal()
    is_flushed = False


def test_files_are_changed_once_all_decisions_are_kept(library_file, workers, qtbot):
    decisions: Any = Undecided()
    changed = []
    work = FileWork(LibrarySession(library_file, ScanSettings(), workers), decisions)
    thread = work.prepare(lambda ctx: changed.append(decisions.is_flushed))
    work.start(thread, ())
    has_run = thread.isRunning() or thread.isFinished()
    decisions.is_flushed = True

    with qtbot.waitSignal(work.ended):
        decisions.flushed.emit()

    assert not has_run
    assert changed == [True]
