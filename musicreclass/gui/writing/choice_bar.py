"""How genres are to be written, as a person chooses it: version, several genres, times, links."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.gui.widgets.controls import inset
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.widgets.separator_box import TYPING_MS, SeparatorBox
from musicreclass.gui.workers import single_shot
from musicreclass.gui.writing.rule_bar import RuleBar

VERSIONS = tuple(Id3Version)  # in the order in which they are offered


class ChoiceBar(QWidget):
    """Signals: `changed` with the WriteChoices that hold from now on."""

    changed = Signal(object)

    def __init__(self, choices: WriteChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = QComboBox(self)
        self.version.addItems([self.tr("as each file has it"), "ID3v2.3", "ID3v2.4"])
        self.version.setAccessibleName(self.tr("ID3 version"))
        self.separator = SeparatorBox(choices.separator, self)
        self.keep_times = QCheckBox(self.tr("Keep the time of modification"), self)
        self.keep_times.setToolTip(self.tr("Players and backups that go by it notice no change."))
        self.parts_links = QCheckBox(self.tr("Also files with several names"), self)
        self.parts_links.setToolTip(
            self.tr(
                "A file may lie in several folders at once, under several names (hard links).\n"
                "Written to, this one becomes a file of its own; the other names keep the genre "
                "as it is. Otherwise such files are refused."
            )
        )
        self.styles = QComboBox(self)
        self.styles.addItems([self.tr("none"), "1", "2", "3"])
        self.styles.setAccessibleName(self.tr("Added styles"))
        self.styles.setToolTip(
            self.tr(
                "Writes what a track sounds like behind its genre: Rock, Indie Rock. A style must "
                "stand out, and have the score beside it at least.\nScores rank tracks; they are "
                "no chances of being right, and lower ones are wrong more often."
            )
        )
        self.score = QDoubleSpinBox(self)
        inset(self.score)
        self.score.setRange(0.0, 1.0)
        self.score.setSingleStep(0.05)
        self.score.setAccessibleName(self.tr("Score that a style has at least"))
        self.rules = RuleBar(choices.rules, self)
        self._safe = choices.safe  # which nobody wants another way for one batch
        self._typing = single_shot(self, TYPING_MS, self._say)
        self._show(choices)
        self._lay_out()
        self.rules.changed.connect(lambda _: self._say())
        self.version.currentIndexChanged.connect(self._say)
        self.separator.changed.connect(self._say)
        self.keep_times.toggled.connect(self._say)
        self.parts_links.toggled.connect(self._say)
        self.styles.currentIndexChanged.connect(self._on_styles)
        self.score.valueChanged.connect(lambda _: self._typing.start())

    def choices(self) -> WriteChoices:
        """Return what is chosen."""
        version = VERSIONS[self.version.currentIndex()]
        times, links = self.keep_times.isChecked(), self.parts_links.isChecked()
        styles, score = self.styles.currentIndex(), round(self.score.value(), 2)
        rules = self.rules.rules()
        separator = self.separator.separator()
        return WriteChoices(version, separator, times, links, styles, score, rules, self._safe)

    def _show(self, choices: WriteChoices) -> None:
        self.version.setCurrentIndex(VERSIONS.index(choices.id3))
        self.keep_times.setChecked(choices.keep_times)
        self.parts_links.setChecked(choices.parts_links)
        self.styles.setCurrentIndex(min(choices.styles, self.styles.count() - 1))
        self.score.setValue(choices.style_score)
        self.score.setEnabled(choices.styles > 0)

    def _lay_out(self) -> None:
        layout = fill(QVBoxLayout(self), margins=(0, 0, 0, 0), spacing=8)
        above = self._named(QHBoxLayout(), self.tr("ID3 version"), self.version)
        fill(above, 8, self.keep_times, 8, self.parts_links, None)
        below = self._named(QHBoxLayout(), self.tr("Added styles"), self.styles)
        self._named(below, self.tr("from a score of"), self.score)
        fill(self._named(below, self.tr("Several genres"), self.separator), None)
        fill(layout, self.rules, above, below)

    def _named(self, layout: QHBoxLayout, text: str, widget: QWidget) -> QHBoxLayout:
        label = QLabel(text, self)
        label.setBuddy(widget)
        return fill(layout, label, widget, 8, spacing=8)

    def _on_styles(self, number: int) -> None:
        self.score.setEnabled(number > 0)
        self._say()

    def _say(self) -> None:
        self._typing.stop()
        self.changed.emit(self.choices())
