"""The controls of the player: play, where it stands, how loud."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from musicreclass.gui.messages import clock
from musicreclass.gui.player.player import Player
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import text_label
from musicreclass.gui.widgets.drawing import ICON_SIZE, icon
from musicreclass.gui.widgets.panels import fill
from musicreclass.gui.workers import single_shot

STEPS_PER_SECOND = 10
START = "0:00"
CHOOSING_MS = 400  # a volume is kept once the hand rests: each time a file is written


class PlayerBar(QWidget):
    """Signals: `volume_chosen` in percent; `plays_on_move_chosen` when that choice changes."""

    volume_chosen = Signal(int)
    plays_on_move_chosen = Signal(bool)

    def __init__(
        self, player: Player, theme: Theme, plays_on_move: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._theme = theme
        self._choosing = single_shot(
            self, CHOOSING_MS, lambda: self.volume_chosen.emit(self.volume.value())
        )
        self.play_button = QToolButton(self)
        self.play_button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.play_button.clicked.connect(player.toggle)
        self.position = text_label(START, self, "dim")
        self.length = text_label(START, self, "dim")
        for label in (self.position, self.length):
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance("00:00"))
        self.position.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider = _slider(self.tr("Position"), self)
        self.slider.setPageStep(5 * STEPS_PER_SECOND)
        self.slider.setSingleStep(STEPS_PER_SECOND)
        self.slider.actionTriggered.connect(self._on_slider)
        self.volume_button = QToolButton(self)
        self.volume_button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.volume_button.setAccessibleName(self.tr("Volume and playing"))
        self.volume_button.setToolTip(self.tr("Volume and playing"))
        self.volume_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.volume_button.setMenu(self._menu(plays_on_move))
        self.why_off = text_label("", self, "dim", wraps=True)
        self._lay_out()
        player.moved.connect(self._show_position)
        player.playing_changed.connect(lambda _: self._show_state())
        player.changed.connect(self._show_state)
        theme.changed.connect(self._show_state)
        self._show_state()

    @property
    def plays_on_move(self) -> bool:
        return self.auto_play.isChecked()

    def set_length(self, seconds: float) -> None:
        """Say how long the track is; 0 where nobody knows yet."""
        self.slider.setMaximum(round(seconds * STEPS_PER_SECOND))
        self.length.setText(clock(seconds) or "–")

    def _lay_out(self) -> None:
        row = fill(QHBoxLayout(), self.play_button, self.position, (self.slider, 1), spacing=6)
        fill(row, self.length, self.volume_button)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row, 0, 0)
        layout.addWidget(self.why_off, 1, 0)

    def _menu(self, plays_on_move: bool) -> QMenu:
        menu = QMenu(self)
        self.volume = _slider(self.tr("Volume"), menu)
        self.volume.setRange(0, 100)
        self.volume.setValue(self._player.volume)
        self.volume.setMinimumWidth(160)
        self.volume.valueChanged.connect(self._player.set_volume)
        self.volume.valueChanged.connect(self._choosing.start)
        ground = QWidget(menu)
        label = QLabel(self.tr("Volume"), ground)
        fill(QHBoxLayout(ground), label, (self.volume, 1), margins=(12, 6, 12, 6))
        action = QWidgetAction(menu)
        action.setDefaultWidget(ground)
        menu.addAction(action)
        menu.addSeparator()
        self.auto_play = QAction(self.tr("Play each track as I come to it"), menu, checkable=True)
        self.auto_play.setChecked(plays_on_move)
        self.auto_play.toggled.connect(self.plays_on_move_chosen)
        menu.addAction(self.auto_play)
        return menu

    def _show_position(self, seconds: float) -> None:
        self.position.setText(clock(seconds) or START)
        if not self.slider.isSliderDown():
            self.slider.setValue(round(seconds * STEPS_PER_SECOND))

    def _on_slider(self, action: int) -> None:
        """Go where the person moved the slider; what the player moves triggers no action."""
        self._player.seek(self.slider.sliderPosition() / STEPS_PER_SECOND)

    def _show_state(self) -> None:
        tokens = self._theme.tokens
        why = self._player.why_off
        is_playing = self._player.is_playing
        may_play = not why and self._player.path is not None
        colour = tokens.text if may_play else tokens.dim
        self.play_button.setIcon(icon("pause" if is_playing else "play", colour))
        self.play_button.setEnabled(may_play)
        said = self.tr("Pause") if is_playing else self.tr("Play")
        self.play_button.setAccessibleName(said)
        self.play_button.setToolTip(why or said)
        self.slider.setEnabled(may_play)
        self.volume_button.setIcon(icon("loudness", tokens.dim))
        self.why_off.setText(why)
        self.why_off.setVisible(bool(why))


def _slider(name: str, parent: QWidget) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal, parent)
    slider.setAccessibleName(name)
    slider.setRange(0, 0)
    return slider
