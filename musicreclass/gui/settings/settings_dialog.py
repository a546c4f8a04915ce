"""The dialog of all settings. What is chosen holds at once; there is nothing to confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from musicreclass.gui.language import in_words
from musicreclass.gui.messages import listed
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.widgets.dialogs.paged_dialog import PagedDialog


class SettingsDialog(PagedDialog):
    """Pages of settings, in the order given."""

    def __init__(
        self, choices: Choices, pages: Sequence[SettingsPage], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self.pages = tuple(pages)
        self.add_pages([(page.title, page) for page in pages])
        self.hint.setText(self.tr("What you choose holds at once."))
        self.say(" ".join(self._complaints(choices)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last, before it is forgotten."""
        for page in self.pages:
            page.finish()
        super().hideEvent(event)

    def _complaints(self, choices: Choices) -> list[str]:
        said = [in_words(choices.complaint)] if choices.complaint is not None else []
        if choices.unknown:
            unknown = self.tr("Not known to this version, and left as they are: {keys}.")
            said.append(unknown.format(keys=listed(choices.unknown)))
        return said
