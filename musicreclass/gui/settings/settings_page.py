"""A page of settings: a row for each, with what it does in a plain sentence below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.widgets.controls import number_box, push_button, text_label
from musicreclass.gui.widgets.panels import ScrolledGround, fill
from musicreclass.gui.workers import single_shot
from musicreclass.settings import Settings

CHOOSING_MS = 250  # a number is kept once it has stood so long
CONTROL_WIDTH = 230
BOX_PADDING = 12  # pixels, above and below the text together


def value_of(settings: Settings, key: str) -> object:
    """Return the value of a setting by its name in code: "review.learns"."""
    return reduce(getattr, key.split("."), settings)


def with_value(settings: Settings, key: str, value: object) -> Settings:
    """Return the settings with another value for one of them."""
    section, _, name = key.rpartition(".")
    changed = {name: value}
    if section:
        changed = {section: replace(getattr(settings, section), **changed)}
    return _replaced(settings, **changed)


def _replaced(settings: Settings, **changed: Any) -> Settings:
    return replace(settings, **changed)


class SettingsPage(QWidget):
    """A page whose rows keep what is chosen at once, and show what is chosen elsewhere."""

    def __init__(self, title: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.choices = choices
        self._shows: dict[str, list[Callable[[], None]]] = {}
        self._pending: list[Callable[[], None]] = []
        ground = QWidget(self)
        ground.setObjectName("detail")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._column = fill(
            QVBoxLayout(ground), self._grid, None, margins=(16, 12, 16, 12), spacing=8
        )
        self.restore_button = push_button(
            self.tr("Restore defaults"),
            ground,
            tip=self.tr("Of this page only; everything else stays as it is."),
        )
        self.restore_button.clicked.connect(self.restore_defaults)
        below = fill(QHBoxLayout(), None, self.restore_button)
        self._column.addLayout(below)
        self.scrolled = ScrolledGround(title, self, ground)
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fill(QVBoxLayout(self), text_label(title, self, "track"), self.scrolled, spacing=4)
        choices.changed.connect(self._on_changed)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the settings that this page is about."""
        return tuple(self._shows)

    def restore_defaults(self) -> None:
        """Let what this page is about be as it is at first."""
        usual, chosen = Settings(), self.choices.settings
        for key in self.keys:
            chosen = with_value(chosen, key, value_of(usual, key))
        self.choices.keep(chosen)

    def finish(self) -> None:
        """Keep now what waits to be kept."""
        for keep in self._pending:
            keep()

    def add_choice(
        self, key: str, label: str, words: Mapping[str, str], sentence: str = ""
    ) -> QComboBox:
        """Add a setting of which one of several values holds."""
        box = QComboBox(self)
        box.setMinimumWidth(CONTROL_WIDTH)
        for value, text in words.items():
            box.addItem(text, value)
        box.activated.connect(lambda index: self._keep(key, box.itemData(index)))
        self._bind(key, lambda value: box.setCurrentIndex(box.findData(value)))
        self._add_row(label, box, sentence)
        return box

    def add_check(self, key: str, text: str, sentence: str = "") -> QCheckBox:
        """Add a setting that is on or off."""
        box = QCheckBox(text, self)
        box.clicked.connect(lambda on: self._keep(key, on))
        self._bind(key, lambda value: box.setChecked(bool(value)))
        self._add_row("", box, sentence)
        box.setAccessibleName(text)
        return box

    def add_number(
        self,
        key: str,
        label: str,
        limits: tuple[int, int],
        unit: str = "",
        sentence: str = "",
        *,
        zero: str = "",
        step: int = 1,
    ) -> QSpinBox:
        """Add a setting that is a number; `zero` is what 0 is called where it is no number."""
        box = number_box(self)
        box.setRange(*limits)
        box.setSuffix(unit)
        box.setSpecialValueText(zero)
        box.setSingleStep(step)
        box.setGroupSeparatorShown(True)
        box.setMinimumWidth(CONTROL_WIDTH)
        self._keep_number(key, box)
        self._add_row(label, box, sentence)
        return box

    def add_slider(self, key: str, label: str, limits: tuple[int, int], unit: str) -> QSlider:
        """Add a setting that is a number of which the ear says which it should be."""
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(*limits)
        slider.setPageStep(10)
        slider.setMinimumWidth(CONTROL_WIDTH)
        figure = QLabel(self)
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance("100 %  "))
        slider.valueChanged.connect(lambda value: figure.setText(f"{value}{unit}"))
        self._keep_number(key, slider)
        figure.setText(f"{slider.value()}{unit}")
        ground = QWidget(self)
        fill(QHBoxLayout(ground), (slider, 1), figure, margins=(0, 0, 0, 0))
        self._add_row(label, ground, "")
        slider.setAccessibleName(label)
        return slider

    def add_text(self, key: str, label: str, hint: str, sentence: str = "") -> QLineEdit:
        """Add a setting that is a text."""
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        line.setMinimumWidth(CONTROL_WIDTH)
        keeping = self._after_rest(lambda: self._keep(key, line.text()))
        line.textEdited.connect(keeping)

        def show(value: object) -> None:
            if line.text() != value:
                line.setText(str(value))

        self._bind(key, show)
        self._add_row(label, line, sentence)
        return line

    def add_fact(self, label: str, sentence: str = "") -> QLabel:
        """Add a fact that is no setting, and return where it is to be written."""
        fact = text_label("–", self, wraps=True)
        fact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._add_row(label, fact, sentence)
        fact.setAccessibleName(label)
        return fact

    def add_buttons(self, buttons: Sequence[QPushButton], sentence: str = "") -> None:
        """Add buttons beside each other."""
        ground = QWidget(self)
        fill(QHBoxLayout(ground), *buttons, None, margins=(0, 0, 0, 0), spacing=8)
        self._add_row("", ground, sentence)

    def add_paragraph(self, text: str) -> QLabel:
        """Add some sentences that stand for themselves."""
        label = text_label(text, self, "dim", wraps=True)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)
        self._grid.setRowMinimumHeight(self._grid.rowCount(), 8)
        return label

    def add_group(self, title: str, content: QWidget) -> None:
        """Add what another room makes, under a heading of its own."""
        heading = text_label(title, self, "track")
        row = self._grid.rowCount()
        self._grid.addWidget(heading, row, 0, 1, 2)
        self._grid.addWidget(content, row + 1, 0, 1, 2)

    def add_row(self, left: QWidget, right: QWidget) -> None:
        """Add two widgets beside each other."""
        row = self._grid.rowCount()
        self._grid.addWidget(left, row, 0)
        if isinstance(right, QPushButton):
            self._grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(right, row, 1)
        self._keep_last(right)

    def _keep_last(self, control: QWidget) -> None:
        """Let Tab reach the button that restores defaults behind all else."""
        for part in (control, *control.findChildren(QWidget)):
            takes_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes_tab and part.window() is self.window():  # and no list that drops down
                QWidget.setTabOrder(part, self.restore_button)

    def bind(self, key: str, show: Callable[[object], None]) -> None:
        """Have `show` told the value of a setting, now and whenever it is another."""
        self._bind(key, show)

    def keep(self, key: str, value: object) -> None:
        """Let a setting have another value from now on."""
        self._keep(key, value)

    def _keep(self, key: str, value: object) -> None:
        self.choices.keep(with_value(self.choices.settings, key, value))

    def _bind(self, key: str, show: Callable[[object], None]) -> None:
        def show_now() -> None:
            show(value_of(self.choices.settings, key))

        self._shows.setdefault(key, []).append(show_now)
        show_now()

    def _on_changed(self, before: Settings, now: Settings) -> None:
        for key, shows in self._shows.items():
            if value_of(before, key) != value_of(now, key):
                for show in shows:
                    show()

    def _keep_number(self, key: str, box: QSpinBox | QSlider) -> None:
        keeping = self._after_rest(lambda: self._keep(key, box.value()))
        box.valueChanged.connect(keeping)

        def show(value: object) -> None:
            if not box.hasFocus() or box.value() != value:
                box.blockSignals(True)
                box.setValue(value if isinstance(value, int) else 0)
                box.blockSignals(False)
                if isinstance(box, QSlider):
                    box.valueChanged.emit(box.value())

        self._bind(key, show)

    def _after_rest(self, keep: Callable[[], None]) -> Callable[[], None]:
        resting = single_shot(self, CHOOSING_MS, keep)

        def finish() -> None:
            if resting.isActive():
                resting.stop()
                keep()

        self._pending.append(finish)
        return lambda *_: resting.start()

    def _add_row(self, label: str, control: QWidget, sentence: str) -> None:
        row = self._grid.rowCount()
        if label:
            name = QLabel(label, self)
            name.setBuddy(control)
            name.setWordWrap(True)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            control.setAccessibleName(label)
        if isinstance(control, COMPACT):
            self._grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(control, row, 1)
        if sentence:
            control.setAccessibleDescription(sentence)
            said = text_label(sentence, self, "dim", wraps=True)
            self._grid.addWidget(said, row + 1, 1)
        self._grid.setRowMinimumHeight(self._grid.rowCount(), 10)
        self._keep_last(control)
        for part in (control, *control.findChildren(QWidget)):
            if isinstance(part, (QComboBox, QAbstractSpinBox, QSlider)):
                part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                part.installEventFilter(self)
                _heighten(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the page by the wheel, rather than change what happens to lie below it."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.ignore()
            return True
        if event.type() == QEvent.Type.FontChange and isinstance(watched, QWidget):
            _heighten(watched)
        return super().eventFilter(watched, event)


def _heighten(control: QWidget) -> None:
    """Keep a box so high that its text is not cut, however tight the page is."""
    control.setMinimumHeight(control.fontMetrics().height() + BOX_PADDING)


COMPACT = (QComboBox, QSpinBox, QLineEdit)
