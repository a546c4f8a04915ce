"""What a person chooses where the library is damaged: a backup, a new one, or to look first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.location import readable
from musicreclass.gui.language import in_words
from musicreclass.gui.messages import count
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.panels import fill, panel
from musicreclass.pipeline.care.backing_up import KeptBackup

if TYPE_CHECKING:
    from musicreclass.pipeline.care.mending import Damage

BACKUP_ROLE = int(Qt.ItemDataRole.UserRole)
WIDTH = 620


class DamageDialog(QDialog):
    """Says in a sentence what is wrong, and offers what can be done about it.

    Signals:
        restore_wanted: the path of a backup.
        new_wanted: the library is to be begun anew; what there is is kept aside.
        folder_wanted: its folder is to be shown.
        quit_wanted: nothing is to be done now.
    """

    restore_wanted = Signal(object)
    new_wanted = Signal()
    folder_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, damage: Damage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The library cannot be read"))
        OnScreen(self)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH)
        self.sentence = text_label(in_words(damage.reason), self, wraps=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hint = text_label(self._hint(damage), self, "hint", wraps=True)
        self.list = self._list(damage.backups)
        self.trouble = text_label("", self, wraps=True)
        self.trouble.hide()
        self.restore_button = push_button(self.tr("Restore this backup"), self, style="primary")
        self.restore_button.setToolTip(
            self.tr("The backup takes the library's place. The damaged file is kept beside it.")
        )
        self.new_button = push_button(self.tr("Start a new library"), self)
        self.new_button.setToolTip(
            self.tr("The damaged file is kept beside it, under a name with today's date.")
        )
        self.folder_button = push_button(self.tr("Show folder"), self)
        self.quit_button = push_button(self.tr("Quit"), self)
        self._lay_out(bool(damage.backups))
        self._connect()

    def say(self, trouble: str) -> None:
        """Say why what was chosen could not be done; another choice may be made."""
        self.trouble.setText(trouble)
        self.trouble.show()
        self.set_busy(False)

    def set_busy(self, is_busy: bool) -> None:
        """Let nothing be chosen while something is done."""
        for widget in (self.list, *self._buttons()):
            widget.setEnabled(not is_busy)
        if is_busy:
            self.trouble.setText(self.tr("One moment…"))
            self.trouble.show()

    @property
    def backup(self) -> KeptBackup | None:
        """Return the backup that is chosen, None where there is none."""
        item = self.list.currentItem()
        chosen = item.data(BACKUP_ROLE) if item is not None else None
        return chosen if isinstance(chosen, KeptBackup) else None

    def reject(self) -> None:
        """Quit, as Escape and the window's own button mean: without a library nothing works."""
        if self.quit_button.isEnabled():
            self.quit_wanted.emit()

    def _hint(self, damage: Damage) -> str:
        if damage.backups:
            return self.tr(
                "Your music is untouched. What you decided since the backup, "
                "and taking back what was written since, would be lost."
            )
        text = self.tr(
            "Your music is untouched. There is no backup in {folder}. A new library finds your "
            "music again; decisions that are not written into files yet would be lost."
        )
        return text.format(folder=readable(str(damage.library_file.parent / "backups")))

    def _list(self, backups: tuple[KeptBackup, ...]) -> QListWidget:
        listed = QListWidget(self)
        listed.setAccessibleName(self.tr("Backups, the latest first"))
        for backup in backups:
            item = QListWidgetItem(self._words(backup), listed)
            item.setData(BACKUP_ROLE, backup)
            item.setToolTip(readable(str(backup.path)))
        listed.setSpacing(3)
        listed.setCurrentRow(0)
        return listed

    def _words(self, backup: KeptBackup) -> str:
        made_at = QDateTime.fromSecsSinceEpoch(int(backup.made_at.timestamp()))
        date = QLocale().toString(made_at, QLocale.FormatType.ShortFormat)
        parts = [date, in_words(backup.why)]
        if backup.decisions is not None:
            text = self.tr("{number} decisions")
            parts.append(text.format(number=count(backup.decisions)))
        return " · ".join(parts)

    def _lay_out(self, has_backups: bool) -> None:
        row = fill(QHBoxLayout(), self.folder_button, self.quit_button, None, spacing=8)
        fill(row, self.new_button, self.restore_button)
        column = fill(QVBoxLayout(self), margins=(20, 18, 20, 16), spacing=12)
        shown = panel(self.list)
        fill(column, self.sentence, self.hint, (shown, 1), self.trouble, row)
        shown.setVisible(has_backups)
        self.restore_button.setVisible(has_backups)
        best = self.restore_button if has_backups else self.folder_button
        best.setDefault(True)
        best.setFocus()

    def _connect(self) -> None:
        self.restore_button.clicked.connect(self._on_restore)
        self.list.itemActivated.connect(self._on_restore)
        self.list.currentRowChanged.connect(lambda row: self.restore_button.setEnabled(row >= 0))
        self.new_button.clicked.connect(self.new_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.quit_button.clicked.connect(self.quit_wanted)

    def _on_restore(self) -> None:
        if self.backup is not None:
            self.restore_wanted.emit(self.backup.path)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.restore_button, self.new_button, self.folder_button, self.quit_button
