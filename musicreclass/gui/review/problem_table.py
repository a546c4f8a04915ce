"""The Problems queue: what could not be read and why, as a table."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from musicreclass.core.location import readable
from musicreclass.core.track import Problem
from musicreclass.gui.language import in_words
from musicreclass.gui.widgets.column_table import Column, ColumnTableModel

COLUMNS: tuple[Column[Problem], ...] = (
    Column(
        "file",
        QT_TRANSLATE_NOOP("Problems", "File"),
        lambda problem: readable(problem.path.name),
        1,
        stretches=True,
    ),
    Column(
        "reason",
        QT_TRANSLATE_NOOP("Problems", "What is wrong"),
        lambda problem: in_words(problem.reason),
        1,
        stretches=True,
    ),
    Column(
        "folder",
        QT_TRANSLATE_NOOP("Problems", "Folder"),
        lambda problem: readable(str(problem.path.parent)),
        1,
        stretches=True,
    ),
)


class ProblemTableModel(ColumnTableModel[Problem]):
    """One row a file; a person reads why, and mends it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, "Problems", parent)
