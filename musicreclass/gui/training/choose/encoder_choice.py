"""Which encoder of a person's own is learned from in place of a preset, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from musicreclass.gui.encoder_words import kind_name, licence_text, megabytes
from musicreclass.gui.messages import duration
from musicreclass.gui.widgets.controls import ElidedLabel, text_label
from musicreclass.gui.widgets.panels import fill

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

NONE = ""


class EncoderChoice(QWidget):
    """Signals: `chosen` with the name of the encoder that the user chose, "" for none."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: dict[str, EncoderFacts] = {}
        self._seconds: float | None = None
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Encoder of your own"))
        self.box.setToolTip(
            self.tr(
                "Learns from what a pretrained network of your own says of the music, in place of "
                "a preset. Encoders are added on the Classifiers page."
            )
        )
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.cost = ElidedLabel(self, "dim")
        label = text_label(self.tr("Encoder"), self, "dim")
        label.setBuddy(self.box)
        layout = fill(QHBoxLayout(self), margins=(0, 0, 0, 0), spacing=8)
        fill(layout, label, self.box, (self.cost, 1))
        self.show_encoders(())
        self.box.activated.connect(self._on_chosen)

    @property
    def current(self) -> str:
        """Return the name of the encoder that is chosen, "" where none is."""
        return str(self.box.currentData() or NONE)

    def show_encoders(self, found: Sequence[EncoderFacts]) -> None:
        """Offer those that can be used; what is chosen stays so while it is there."""
        chosen, seconds = self.current, self._seconds
        self._facts = {one.name: one for one in found if one.problem is None}
        self.box.clear()
        self.box.addItem(self.tr("none"), NONE)
        for one in self._facts.values():
            self.box.addItem(one.name, one.name)
        self.choose(chosen if chosen in self._facts else NONE)
        if chosen == self.current:
            self.show_seconds(seconds)
        else:
            self.chosen.emit(self.current)

    def choose(self, name: str) -> None:
        """Choose an encoder; one that was not looked at yet is offered for it."""
        if self.box.findData(name) < 0:
            self.box.addItem(name, name)
        self.box.setCurrentIndex(self.box.findData(name))
        self.show_seconds(None)

    def show_seconds(self, seconds: float | None) -> None:
        """Say how long it takes, where that is known."""
        self._seconds = seconds
        self._show_cost()

    def _show_cost(self) -> None:
        facts = self._facts.get(self.current)
        if facts is None:
            self.cost.setText("")
            return
        about = self.tr("about {time}") if self._seconds is not None else ""
        parts = (
            kind_name(facts),
            megabytes(facts.size_bytes),
            self.tr("licence: {licence}").format(licence=licence_text(facts.licence)),
            about.format(time=duration(self._seconds or 0.0)),
        )
        self.cost.setText(" · ".join(part for part in parts if part))
        self.cost.setToolTip(self.cost.text())

    def _on_chosen(self) -> None:
        self.show_seconds(None)
        self.chosen.emit(self.current)
