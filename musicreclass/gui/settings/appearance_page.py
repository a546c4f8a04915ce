"""Settings: what the window looks like, and its language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.theme import TEXT_PERCENT
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.plot_style import names
from musicreclass.sentences.languages import NAMES


class AppearancePage(SettingsPage):
    """Signals: `restart_wanted` where the window is to speak the language that was chosen."""

    restart_wanted = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("AppearancePage", "Appearance"), choices, parent
        )
        self._language_at_start = choices.settings.language
        system = QCoreApplication.translate("Choices", "As the system")
        self.appearance = self.add_choice(
            "appearance",
            self.tr("Colours of the window"),
            {
                "system": system,
                "dark": QCoreApplication.translate("Choices", "Dark"),
                "light": QCoreApplication.translate("Choices", "Light"),
            },
        )
        self.text = self.add_number(
            "text_percent",
            self.tr("Size of text"),
            TEXT_PERCENT,
            " %",
            self.tr("Of the size that is usual on this system."),
            step=10,
        )
        self.less_motion = self.add_check(
            "less_motion",
            self.tr("Less motion"),
            self.tr(
                "Bars that wait stand still, and menus open at once. Where the system asks its"
                " programs for that, it is so in any case."
            ),
        )
        self.colours = self.add_choice(
            "review.colours",
            self.tr("Colours of spectrograms"),
            names(),
            self.tr("All but the first go from dark to light evenly, also in print."),
        )
        self.language = self.add_choice(
            "language",
            self.tr("Language"),
            {"system": system, **NAMES},
            self.tr("The language changes when the window opens next."),
        )
        self.restart_button = push_button(self.tr("Restart now"), self)
        self.restart_button.clicked.connect(self.restart_wanted)
        self.add_buttons([self.restart_button])
        self.bind("language", self._offer_restart)

    def _offer_restart(self, language: object) -> None:
        self.restart_button.setEnabled(language != self._language_at_start)
