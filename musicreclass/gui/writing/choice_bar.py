"""How genres are to be written, as a person chooses it: version, several genres, times, links."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import single_shot

TYPING_MS = 400  # every file is looked at again for each choice
VERSIONS = tuple(Id3Version)  # in the order in which they are offered
SEPARATORS = (None, "; ", "/")  # so are these; a text of one's own comes last


class ChoiceBar(QWidget):
    """Signals: `changed` with the WriteChoices that hold from now on."""

    changed = Signal(object)

    def __init__(self, choices: WriteChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = QComboBox(self)
        self.version.addItems([self.tr("as each file has it"), "ID3v2.3", "ID3v2.4"])
        self.version.setAccessibleName(self.tr("ID3 version"))
        self.several = QComboBox(self)
        self.several.addItems(
            [
                self.tr("as a list"),
                self.tr("joined by “; ”"),
                self.tr("joined by “/”"),
                self.tr("joined by own text"),
            ]
        )
        self.several.setAccessibleName(self.tr("Several genres"))
        self.own = QLineEdit(self)
        self.own.setMaximumWidth(72)
        self.own.setAccessibleName(self.tr("Text between several genres"))
        self.keep_times = QCheckBox(self.tr("Keep the time of modification"), self)
        self.keep_times.setToolTip(self.tr("Players and backups that go by it notice no change."))
        self.parts_links = QCheckBox(self.tr("Part hard links"), self)
        self.parts_links.setToolTip(
            self.tr("Of a file with several names, the other names keep the genre as it is.")
        )
        self._typing = single_shot(self, TYPING_MS, self._say)
        self._show(choices)
        self._lay_out()
        self.version.currentIndexChanged.connect(self._say)
        self.several.currentIndexChanged.connect(self._on_several)
        self.own.textEdited.connect(lambda _: self._typing.start())
        self.own.returnPressed.connect(self._say)
        self.keep_times.toggled.connect(self._say)
        self.parts_links.toggled.connect(self._say)

    def choices(self) -> WriteChoices:
        """Return what is chosen."""
        index = self.several.currentIndex()
        separator = (self.own.text() or None) if self._is_own else SEPARATORS[index]
        version = VERSIONS[self.version.currentIndex()]
        times, links = self.keep_times.isChecked(), self.parts_links.isChecked()
        return WriteChoices(version, separator, times, links)

    @property
    def _is_own(self) -> bool:
        return self.several.currentIndex() == len(SEPARATORS)

    def _show(self, choices: WriteChoices) -> None:
        self.version.setCurrentIndex(VERSIONS.index(choices.id3))
        if choices.separator in SEPARATORS:
            self.several.setCurrentIndex(SEPARATORS.index(choices.separator))
        else:
            self.several.setCurrentIndex(len(SEPARATORS))
            self.own.setText(choices.separator)
        self.own.setVisible(self._is_own)
        self.keep_times.setChecked(choices.keep_times)
        self.parts_links.setChecked(choices.parts_links)

    def _lay_out(self) -> None:
        layout = fill(QHBoxLayout(self), margins=(0, 0, 0, 0), spacing=8)
        for text, widget in (
            (self.tr("ID3 version"), self.version),
            (self.tr("Several genres"), self.several),
        ):
            label = QLabel(text, self)
            label.setBuddy(widget)
            fill(layout, label, widget, 8 if widget is self.version else 0)
        fill(layout, self.own, 8, self.keep_times, 8, self.parts_links, None)

    def _on_several(self) -> None:
        self.own.setVisible(self._is_own)
        if self._is_own:
            self.own.setFocus()
        self._say()

    def _say(self) -> None:
        self._typing.stop()
        self.changed.emit(self.choices())
