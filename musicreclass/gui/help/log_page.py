"""The program's log: filtered, followed while it grows, and copied for a report of a fault."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.messages import count
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.controls import choice_box, push_button, text_label
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.widgets.panels import fill
from musicreclass.logs import log_file
from musicreclass.pipeline.support.log_reading import LogEnd, LogLine, chosen_entries, read_log
from musicreclass.pipeline.support.problem_report import problem_report
from musicreclass.settings import Settings

FOLLOW_MS = 1000
MOST_SHOWN = 2000  # entries


class LogPage(QWidget):
    def __init__(
        self,
        library_file: Path,
        settings: Callable[[], Settings],
        lane: Lane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = QCoreApplication.translate("LogPage", "Log")
        self._library_file = library_file
        self._settings = settings
        self._lane = lane
        self._end = LogEnd((0, 0), ())
        self._add_controls()
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.title)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setPlaceholderText(self.tr("Nothing was noted that is to be shown."))
        self._following = QTimer(self)
        self._following.setInterval(FOLLOW_MS)
        self._following.timeout.connect(self._read)
        self._lay_out()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF())
        self.text.setFont(font)
        self._read()
        self._following.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._following.stop()
        super().hideEvent(event)

    def copy_report(self) -> None:
        """Put a report into the clipboard; nothing is sent."""
        with_paths = self.paths_box.isChecked()
        job = partial(problem_report, self._library_file, self._settings(), with_paths)
        self._lane.run(job, self._on_report)

    def _add_controls(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Only what contains…"))
        self.filter.setAccessibleName(self.tr("Only what contains"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.level = choice_box(self.tr("What is shown"), self)
        for name, words in (
            ("DEBUG", self.tr("everything")),
            ("WARNING", self.tr("warnings and errors")),
            ("ERROR", self.tr("errors")),
        ):
            self.level.addItem(words, name)
        self.level.currentIndexChanged.connect(self._show)
        self.follow = QCheckBox(self.tr("Follow"), self)
        self.follow.setToolTip(self.tr("Stay at the end while the log grows"))
        self.follow.setChecked(True)
        self.number = text_label("", self, "dim")
        self.paths_box = QCheckBox(self.tr("with names of folders and files"), self)
        self.copy_button = push_button(
            self.tr("Copy report"),
            self,
            tip=self.tr("Version, system, settings and the end of the log. Nothing is sent."),
        )
        self.copy_button.clicked.connect(self.copy_report)
        self.show_button = push_button(self.tr("Show log file"), self)
        self.show_button.clicked.connect(lambda: open_folder(log_file().parent, self))

    def _lay_out(self) -> None:
        above = fill(QHBoxLayout(), (self.filter, 1), self.level, self.follow, spacing=8)
        below = fill(QHBoxLayout(), (self.number, 1), self.paths_box, self.copy_button, spacing=8)
        fill(below, self.show_button)
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 8), spacing=8)
        fill(layout, above, (self.text, 1), below)

    def _read(self) -> None:
        if self.follow.isChecked() or not self._end.entries:
            self._lane.run(partial(read_log, self._end.stand), self._on_end)

    def _on_end(self, end: LogEnd | None) -> None:
        if end is not None:
            self._end = end
            self._show()

    def _show(self) -> None:
        chosen = chosen_entries(self._end.entries, self.level.currentData(), self.filter.text())[
            -MOST_SHOWN:
        ]
        bar = self.text.verticalScrollBar()
        at = bar.value()
        self.text.setPlainText("\n".join(entry.text for entry in chosen))
        bar.setValue(bar.maximum() if self.follow.isChecked() else at)
        self._say(chosen)

    def _say(self, chosen: list[LogLine]) -> None:
        text = self.tr("{shown} of {all} entries")
        shown, every = count(len(chosen)), count(len(self._end.entries))
        self.number.setText(text.format(shown=shown, all=every))

    def _on_report(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.number.setText(self.tr("The report is in the clipboard."))
