"""Settings: for how long what was written can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage

MOST_DAYS = 36_500
MOST_MEGABYTES = 1_000_000


class HistorySettingsPage(SettingsPage):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("HistorySettingsPage", "History"), choices, parent
        )
        self.days = self.add_number(
            "history.keep_days",
            self.tr("Can be taken back for"),
            (0, MOST_DAYS),
            self.tr(" days"),
            self.tr("So long at least the bytes are kept that files had before they were written."),
            zero=self.tr("always"),
        )
        self.megabytes = self.add_number(
            "history.keep_megabytes",
            self.tr("And longer in"),
            (0, MOST_MEGABYTES),
            " MB",
            self.tr(
                "What is older and does not fit is forgotten at the next start, but for the last "
                "ten batches. A written genre takes a few hundred bytes as a rule."
            ),
            zero=self.tr("any room"),
            step=100,
        )
