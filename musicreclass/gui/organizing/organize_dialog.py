"""The organize dialog: where each file would go, before it goes; how it goes; what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.file_move import MoveKind
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import JobThread, single_shot
from musicreclass.gui.writing.change_rows import ChangeFilter, ChangeRow
from musicreclass.gui.writing.change_table import KIND, ChangeTableModel
from musicreclass.gui.writing.change_view import ChangeView
from musicreclass.gui.writing.filter_chips import FilterChips
from musicreclass.settings import OrganizeSettings

TYPING_MS = 400  # every file is looked at again for each choice
SIZE = 1080, 620
KINDS = tuple(MoveKind)  # in the order in which they are offered
PATTERNS = (
    "{genre}/{filename}",
    "{genre}/{artist}/{filename}",
    "{genre}/{artist}/{album}/{filename}",
    "{genre}/{artist} - {title}",
)
BEFORE_MOVING = (
    *(ChangeFilter.ALL, ChangeFilter.CHANGES),
    *(ChangeFilter.REFUSED, ChangeFilter.UNCHANGED),
)
AFTER_MOVING = (
    *(ChangeFilter.ALL, ChangeFilter.MOVED, ChangeFilter.REFUSED),
    *(ChangeFilter.LEFT, ChangeFilter.UNCHANGED, ChangeFilter.UNDONE),
)


class OrganizeDialog(QDialog):
    """Shows and asks; whoever opened it does the work.

    Signals:
        choices_changed: the OrganizeSettings to look at the files with.
        scope_changed: the number of the scope that is meant.
        organize_wanted: sort what the preview shows, with the OrganizeSettings.
        undo_wanted: put back what was just sorted.
        stop_wanted: end what runs; the dialog is about to go, or was asked to stop.
    """

    choices_changed = Signal(object)
    scope_changed = Signal(int)
    organize_wanted = Signal(object)
    undo_wanted = Signal()
    stop_wanted = Signal()

    def __init__(
        self,
        choices: OrganizeSettings,
        scopes: Sequence[str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog; `scopes` are the names of what it may be about."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sort files into folders"))
        OnScreen(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self._is_busy = False  # with files; a preview is none
        self.headline = text_label("", self, "track")
        self._make_choices(choices, scopes)
        self.chips = FilterChips(self)
        self.changes = ChangeTableModel(self)
        self.view = ChangeView(self.changes, theme, self)
        self.view.header.hide_sections([KIND])  # nothing is written into the files
        self.note = text_label("", self, "dim", wraps=True)
        self.strip = JobStrip(self)
        back = self.tr("Put every file back where it was")
        self.undo_button = push_button(self.tr("Take back"), self, tip=back)
        self.organize_button = push_button("", self, style="primary")
        self.close_button = QPushButton(self.tr("Cancel"), self)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.organize_button)  # Enter means no other by chance
        self._typing = single_shot(self, TYPING_MS, self._say)
        self._lay_out()
        self._connect()
        self.chips.offer(BEFORE_MOVING)
        self.undo_button.hide()
        self.show_rows([], "")
        (self.organize_button if choices.folder else self.folder).setFocus()

    def choices(self) -> OrganizeSettings:
        """Return what is chosen."""
        return OrganizeSettings(
            self.folder.text().strip(),
            self.pattern.currentText().strip(),
            KINDS[self.kind.currentIndex()].value,
            self.prunes_empty.isChecked(),
        )

    def show_rows(self, rows: Sequence[ChangeRow], note: str) -> None:
        """Show where files would go, and what there is to know of the rest."""
        self.changes.show_rows(rows)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._count()

    def renew(self, rows: Iterable[ChangeRow]) -> None:
        """Show what became of some files."""
        self.changes.renew(rows)

    def watch_preview(self, thread: JobThread) -> None:
        """Follow a job that looks at the files; nothing can be sorted until it is done."""
        self.organize_button.setEnabled(False)
        self.strip.watch(thread, self.tr("Looking at the files"))

    def watch_moving(self, thread: JobThread, is_waiting: bool) -> None:
        """Follow a job that sorts, as soon as what it waits for has ended."""
        self._begin(thread, self.tr("Sorting"), is_waiting)

    def watch_undoing(self, thread: JobThread, is_waiting: bool) -> None:
        """Follow a job that puts back."""
        self._begin(thread, self.tr("Taking back"), is_waiting)

    def show_outcome(self, text: str, *, can_undo: bool) -> None:
        """Say what came of it, and show what was refused."""
        self._is_busy = False
        self._count()
        self.strip.say(text)
        self.undo_button.setVisible(can_undo)
        self.close_button.setEnabled(True)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        if self.changes.counts()[ChangeFilter.REFUSED]:
            self.chips.choose(ChangeFilter.REFUSED)

    def reject(self) -> None:
        """Stop what runs; close where nothing does."""
        self.stop_wanted.emit()
        if not self._is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go at once, for the whole window may be closing; what runs stops at the next file."""
        self._is_busy = False
        super().closeEvent(event)

    def _make_choices(self, choices: OrganizeSettings, scopes: Sequence[str]) -> None:
        self.scope = QComboBox(self)
        self.scope.addItems(list(scopes))
        self.scope.setAccessibleName(self.tr("Which tracks"))
        self.folder = QLineEdit(choices.folder, self)
        self.folder.setPlaceholderText(self.tr("a folder that holds the folders of genres"))
        self.folder.setAccessibleName(self.tr("Folder to sort into"))
        self.browse = push_button(self.tr("Choose…"), self, tip=self.tr("Choose a folder"))
        self.pattern = QComboBox(self)
        self.pattern.setEditable(True)
        self.pattern.addItems(list(dict.fromkeys((choices.pattern, *PATTERNS))))
        self.pattern.setAccessibleName(self.tr("Folders and names"))
        self.pattern.setToolTip(
            self.tr(
                "Also {albumartist}, {year}, {track}, {name} and {ext}; / begins a folder."
                "\nLetters that some system forbids become _."
            )
        )
        self.kind = QComboBox(self)
        words = (
            *(self.tr("Move"), self.tr("Copy")),
            *(self.tr("Hard links"), self.tr("Symbolic links")),
        )
        self.kind.addItems(list(words))
        self.kind.setCurrentIndex(KINDS.index(MoveKind(choices.kind)))
        self.kind.setAccessibleName(self.tr("How files get there"))
        self.kind.setToolTip(self.tr("Moved tracks keep all that you decided of them."))
        self.prunes_empty = QCheckBox(self.tr("Remove folders that are left empty"), self)
        self.prunes_empty.setChecked(choices.prunes_empty)

    def _begin(self, thread: JobThread, what: str, is_waiting: bool) -> None:
        self._is_busy = True
        self.note.hide()
        for control in self._controls:
            control.setEnabled(False)
        self.organize_button.hide()
        self.undo_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setEnabled(False)
        self.chips.offer(AFTER_MOVING)
        self.chips.choose(ChangeFilter.ALL)
        self.strip.watch(thread, what)
        if is_waiting:
            self.strip.say(self.tr("Waiting for the scan to end…"))

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        return self.scope, self.folder, self.browse, self.pattern, self.kind, self.prunes_empty

    def _count(self) -> None:
        counts = self.changes.counts()
        self.chips.show_counts(counts)
        number = counts[ChangeFilter.CHANGES]
        text = self.tr("Sort {number} files") if number else self.tr("Sort files")
        self.organize_button.setText(text.format(number=count(number)))
        self.organize_button.setEnabled(number > 0)
        every = counts[ChangeFilter.ALL]
        some, none = self.tr("Sort {number} files into folders by genre"), self.windowTitle()
        self.headline.setText(some.format(number=count(every)) if every else none)
        if self.chips.current is not ChangeFilter.ALL:
            self.changes.filter(self.chips.current)

    def _say(self) -> None:
        self._typing.stop()
        self.organize_button.setEnabled(False)
        self.prunes_empty.setEnabled(KINDS[self.kind.currentIndex()] is MoveKind.MOVE)
        self.choices_changed.emit(self.choices())

    def _on_browse(self) -> None:
        chosen = ask_folder(self, self.tr("Sort files into"))
        if chosen is not None:
            self.folder.setText(str(chosen))
            self._say()

    def _lay_out(self) -> None:
        first = self._named(QHBoxLayout(), self.tr("Tracks"), self.scope)
        self._named(first, self.tr("Into"), self.folder, 1)
        fill(first, self.browse)
        second = self._named(QHBoxLayout(), self.tr("Folders and names"), self.pattern, 1)
        self._named(second, self.tr("How"), self.kind)
        fill(second, self.prunes_empty)
        below = fill(QHBoxLayout(), (self.strip, 1), spacing=8)
        fill(below, self.undo_button, self.close_button, self.organize_button)
        layout = fill(QVBoxLayout(self), margins=(20, 16, 20, 16), spacing=10)
        fill(layout, self.headline, first, second, self.chips, (self.view, 1), self.note, below)

    def _named(
        self, layout: QHBoxLayout, text: str, widget: QWidget, stretch: int = 0
    ) -> QHBoxLayout:
        label = QLabel(text, self)
        label.setBuddy(widget)
        return fill(layout, label, (widget, stretch), 8, spacing=8)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self.scope_changed)
        self.folder.textEdited.connect(lambda _: self._typing.start())
        self.folder.returnPressed.connect(self._say)
        self.browse.clicked.connect(self._on_browse)
        self.pattern.currentTextChanged.connect(lambda _: self._typing.start())
        self.kind.currentIndexChanged.connect(lambda _: self._say())
        self.prunes_empty.toggled.connect(lambda _: self._say())
        self.chips.chosen.connect(self.changes.filter)
        self.organize_button.clicked.connect(lambda: self.organize_wanted.emit(self.choices()))
        self.undo_button.clicked.connect(self.undo_wanted)
        self.close_button.clicked.connect(self.reject)
