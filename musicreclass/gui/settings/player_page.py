"""Settings: how tracks are played."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage


class PlayerPage(SettingsPage):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("PlayerPage", "Player"), choices, parent)
        self.volume = self.add_slider("player.volume", self.tr("Volume"), (0, 100), " %")
        self.plays_on_move = self.add_check(
            "player.plays_on_move",
            self.tr("Play each track as I come to it"),
            self.tr("And the next one when it has ended. The key to play pauses it."),
        )
