"""The say of each member of an ensemble, to be changed, with what comes of it at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QSpinBox, QVBoxLayout, QWidget

from musicreclass.gui.language import classifier_name
from musicreclass.gui.messages import count, percent
from musicreclass.gui.widgets.controls import number_box, push_button, text_label
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import single_shot

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts
    from musicreclass.pipeline.inventory.library_comparison import LibraryComparison

WHOLE = 100
REST_MS = 250  # while somebody still turns a slider, nothing is worked out


class WeightsPanel(QWidget):
    """A slider and a number for each member; what they stand at is tried, not kept, until asked.

    Signals:
        effect_wanted: shares of members by name, none where they are as trained.
        keep_wanted: the same, to be kept.
        changed_wanted: the tracks that would change are to be listed.
    """

    effect_wanted = Signal(object)
    keep_wanted = Signal(object)
    changed_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: ClassifierFacts | None = None
        self.sliders: dict[str, QSlider] = {}
        self.numbers: dict[str, QSpinBox] = {}
        self._members = QWidget(self)
        self.note = text_label("", self, "dim", wraps=True)
        self.effect = text_label("", self, wraps=True)
        self.effect.setAccessibleName(self.tr("What would change"))
        tip = self.tr("Lists the tracks that would get another genre")
        self.list_button = push_button(self.tr("List them"), self, tip=tip)
        self.reset_button = push_button(self.tr("As trained"), self)
        self.keep_button = push_button(self.tr("Use these weights"), self, style="primary")
        self.list_button.clicked.connect(self.changed_wanted)
        self.reset_button.clicked.connect(self.reset)
        self.keep_button.clicked.connect(lambda: self.keep_wanted.emit(self.wanted()))
        self._resting = single_shot(self, REST_MS, self._ask)
        buttons = fill(
            QHBoxLayout(), self.reset_button, self.list_button, None, self.keep_button, spacing=8
        )
        self._column = fill(QVBoxLayout(self), self.note, self._members, self.effect, spacing=12)
        fill(self._column, buttons, None, margins=(12, 10, 12, 8))

    def show_facts(self, facts: ClassifierFacts) -> None:
        """Show the members of a classifier, weighed as they are now."""
        self._facts = facts
        self._resting.stop()
        self._build(facts)
        self.note.setText(self._note(facts))
        self.say("")
        self._enable()

    def reset(self) -> None:
        """Set all as they were trained."""
        if self._facts is not None:
            for member in self._facts.members:
                self.numbers[member.name].setValue(round(member.trained_share * WHOLE))

    def wanted(self) -> Mapping[str, float]:
        """Return the shares that are set; none where they are as trained."""
        return {} if self._is_as_trained() else self._set()

    def show_effect(self, found: LibraryComparison) -> None:
        """Say what would change."""
        number = len(found.changed)
        if not found.compared:
            self.say(self.tr("It has not listened to any track yet, so that nothing can be tried."))
        elif self._is_as_now():
            self.say("")
        else:
            text = self.tr(
                "{number} of {compared} suggestions would be another genre; sure: {before} before, "
                "{after} then."
            )
            self.say(
                text.format(
                    number=count(number),
                    compared=count(found.compared),
                    before=count(found.sure_before),
                    after=count(found.sure_after),
                )
            )
        self.list_button.setEnabled(number > 0)

    def say(self, sentence: str) -> None:
        """Say something below the weights."""
        self.effect.setText(sentence)
        self.list_button.setEnabled(False)

    def _note(self, facts: ClassifierFacts) -> str:
        if len(facts.members) < 2:
            return self.tr("It has one member alone; there is nothing to weigh.")
        text = self.tr(
            "How much each member counts. Confidences and promises were measured with the weights "
            "of the training; with your own, nothing is promised of what is accepted in bulk."
        )
        own = self.tr("Your own weights are in use.")
        return f"{own} {text}" if facts.has_own_weights else text

    def _build(self, facts: ClassifierFacts) -> None:
        fresh = QWidget(self)
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        self.sliders, self.numbers = {}, {}
        for row, member in enumerate(facts.members):
            name = classifier_name(member.name)
            slider, number = QSlider(Qt.Orientation.Horizontal, fresh), number_box(fresh)
            for control in (slider, number):
                control.setRange(0, WHOLE)
                control.setValue(round(member.share * WHOLE))
                control.setAccessibleName(self.tr("Weight of {name}").format(name=name))
                trained = self.tr("As trained: {share}")
                control.setToolTip(trained.format(share=percent(member.trained_share)))
            number.setSuffix(" %")
            slider.valueChanged.connect(number.setValue)
            number.valueChanged.connect(slider.setValue)
            number.valueChanged.connect(self._on_value)
            label = text_label(name, fresh)
            label.setToolTip(member.kind)
            for column, widget in enumerate((label, slider, number)):
                grid.addWidget(widget, row, column)
            self.sliders[member.name], self.numbers[member.name] = slider, number
        grid.setColumnStretch(1, 1)
        self._column.replaceWidget(self._members, fresh)
        self._members.deleteLater()
        self._members = fresh

    def _set(self) -> dict[str, float]:
        return {name: float(number.value()) for name, number in self.numbers.items()}

    def _is_as(self, shares: Mapping[str, float]) -> bool:
        return all(round(share * WHOLE) == self._set()[name] for name, share in shares.items())

    def _is_as_trained(self) -> bool:
        members = () if self._facts is None else self._facts.members
        return self._is_as({one.name: one.trained_share for one in members})

    def _is_as_now(self) -> bool:
        members = () if self._facts is None else self._facts.members
        return self._is_as({one.name: one.share for one in members})

    def _on_value(self) -> None:
        self._enable()
        self._resting.start()

    def _ask(self) -> None:
        if any(self._set().values()):
            self.effect_wanted.emit(self.wanted())
        else:
            self.say(self.tr("At least one member must count."))

    def _enable(self) -> None:
        has_choice = len(self.numbers) > 1
        for control in (*self.sliders.values(), *self.numbers.values()):
            control.setEnabled(has_choice)
        self.keep_button.setEnabled(
            has_choice and any(self._set().values()) and not self._is_as_now()
        )
        self.reset_button.setEnabled(has_choice and not self._is_as_trained())
