"""Settings: from which confidence on much is accepted, and what "sure" means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage


class ConfidencePage(SettingsPage):
    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ConfidencePage", "Confidence"), choices, parent
        )
        self.accept_from = self.add_number(
            "review.accept_from",
            self.tr("“Accept all from” begins with"),
            (0, 100),
            " %",
            self.tr(
                "The bar below the table begins with this, and says how many of those tracks "
                "are about right."
            ),
        )
        self.add_paragraph(
            self.tr(
                "A confidence of 80 % means: of 100 tracks that say so, about 80 are right. It is "
                "measured on music that the classifier did not learn from, and on what you decide; "
                "on music unlike all that, it promises less.\n\n"
                "“Sure” is more than a high confidence. A suggestion is sure where one genre alone "
                "is possible, it is likelier than all others together, enough of the track was "
                "heard, no classifier contradicts it, and the music is not unlike all that is "
                "known. So 77 % can be “not sure”, where a second genre is possible, and 63 % "
                "can be sure. None of this is a promise for a single track: some that are sure are "
                "wrong."
            )
        )
