"""The rules for writing, as a person chooses them: what becomes of genres that files have."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from musicreclass.core.genres.genre_rules import Existing, GenreOrder, GenreRules, NamesAs
from musicreclass.gui.widgets.controls import number_box
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.panels import fill
from musicreclass.sentences.languages import NAMES
from musicreclass.settings import WritingSettings

EXISTING = (Existing.KEEP_FINER, Existing.ONLY_EMPTY, Existing.REPLACE, Existing.ADD)
MOST = 9  # genres in a file that can be asked for


def with_rules(writing: WritingSettings, rules: GenreRules) -> WritingSettings:
    """Return the settings with these rules."""
    return replace(
        writing,
        existing=rules.existing.value,
        names_as=rules.names_as.value,
        most_genres=rules.most,
        order=rules.order.value,
    )


class RuleBar(QWidget):
    """Signals: `changed` with the GenreRules that hold from now on."""

    changed = Signal(object)

    def __init__(
        self, rules: GenreRules, parent: QWidget | None = None, *, is_stacked: bool = False
    ) -> None:
        """Show rules, one below the other or as many side by side as there is room for."""
        super().__init__(parent)
        self.existing = self._combo(
            self.tr("Genres that files have"),
            (
                self.tr("keep a finer one of the same family"),
                self.tr("write only where there is none"),
                self.tr("replace"),
                self.tr("add to them"),
            ),
            self.tr(
                "Keep: a file that says Hard Rock stays as it is where Rock is accepted.\n"
                "Only where there is none: no genre in a file is ever touched.\n"
                "What you type for a track is written in any case."
            ),
        )
        self.names = self._combo(
            self.tr("Names of genres"),
            (self.tr("as suggested"), self.tr("as most of my files"), *NAMES.values()),
            self.tr(
                "For genres that were suggested; what you type stays as you typed it.\n"
                "A file that says the same genre in another language is left as it is."
            ),
        )
        self.most = number_box(self)
        self.most.setRange(0, MOST)
        self.most.setSpecialValueText(self.tr("any number"))
        self.most.setAccessibleName(self.tr("At most so many genres in a file"))
        self.most.setToolTip(self.tr("Genres beyond that are left out, from the end."))
        self.order = self._combo(
            self.tr("Order of added genres"),
            (self.tr("new ones first"), self.tr("old ones first")),
            self.tr("Many players show the first genre only."),
        )
        self._lay_out(is_stacked)
        self.show_rules(rules)
        for box in (self.existing, self.names, self.order):
            box.currentIndexChanged.connect(self._say)
        self.most.valueChanged.connect(self._say)

    def rules(self) -> GenreRules:
        """Return what is chosen."""
        return GenreRules(
            EXISTING[self.existing.currentIndex()],
            tuple(NamesAs)[self.names.currentIndex()],
            self.most.value(),
            tuple(GenreOrder)[self.order.currentIndex()],
        )

    def show_rules(self, rules: GenreRules) -> None:
        """Show rules that were chosen elsewhere, without saying so."""
        widgets = (self.existing, self.names, self.most, self.order)
        was_blocked = [widget.blockSignals(True) for widget in widgets]
        self.existing.setCurrentIndex(EXISTING.index(rules.existing))
        self.names.setCurrentIndex(tuple(NamesAs).index(rules.names_as))
        self.most.setValue(min(rules.most, MOST))
        self.order.setCurrentIndex(tuple(GenreOrder).index(rules.order))
        for widget, blocked in zip(widgets, was_blocked, strict=True):
            widget.blockSignals(blocked)
        self.order.setEnabled(rules.existing is Existing.ADD)

    def _combo(self, name: str, texts: tuple[str, ...], tip: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems(list(texts))
        box.setAccessibleName(name)
        box.setToolTip(tip)
        return box

    def _lay_out(self, is_stacked: bool) -> None:
        boxes = {
            self.tr("Genres in files"): self.existing,
            self.tr("Names"): self.names,
            self.tr("At most"): self.most,
            self.tr("Order"): self.order,
        }
        grid, flow = QGridLayout(), FlowLayout(spacing=8)
        for row, (text, box) in enumerate(boxes.items()):
            label = QLabel(text, self)
            label.setBuddy(box)
            if is_stacked:
                grid.addWidget(label, row, 0)
                grid.addWidget(box, row, 1)
            else:
                pair = QWidget(self)
                fill(QHBoxLayout(pair), label, box, margins=(0, 0, 0, 0), spacing=8)
                flow.addWidget(pair)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(2, 1)
        self.setLayout(grid if is_stacked else flow)

    def _say(self) -> None:
        rules = self.rules()
        self.order.setEnabled(rules.existing is Existing.ADD)
        self.changed.emit(rules)


def rules_in(settings: WritingSettings) -> GenreRules:
    """Return the rules that are kept in the settings."""
    return GenreRules(
        Existing(settings.existing),
        NamesAs(settings.names_as),
        settings.most_genres,
        GenreOrder(settings.order),
    )
