"""What a person chooses: kept at once, and said to all who do as it has it."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from musicreclass import settings
from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import sentence_on
from musicreclass.gui.widgets.controls import ChoiceMenu
from musicreclass.settings import Settings

logger = logging.getLogger(__name__)


class Choices(QObject):
    """The settings as they stand, and the file that keeps them.

    Signals:
        changed: Settings as they were before, and as they are now.
    """

    changed = Signal(object, object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.settings, self.complaint = settings.load_or_default(file)
        self.unknown = settings.unknown_keys(file)
        if self.complaint is not None:
            logger.warning("%s", self.complaint)
        self.say: Callable[[str], None] = lambda sentence: None

    def change(self, **changes: Any) -> None:
        """Keep changed settings, or say why they cannot be kept."""
        self.keep(replace(self.settings, **changes))

    def keep(self, chosen: Settings) -> None:
        """Keep these settings instead of those that were, or say why they cannot be kept."""
        before, self.settings = self.settings, chosen
        if before == chosen:
            return
        try:
            settings.save(chosen, self.file)
        except MusicReclassError as error:
            self.say(sentence_on(error))
        self.changed.emit(before, chosen)


def appearance_menu(choices: Choices) -> ChoiceMenu:
    """Return the menu of dark and light."""
    words = {
        "system": QCoreApplication.translate("Choices", "As the system"),
        "dark": QCoreApplication.translate("Choices", "Dark"),
        "light": QCoreApplication.translate("Choices", "Light"),
    }
    title = QCoreApplication.translate("Choices", "Appearance")
    menu = ChoiceMenu(title, words, choices.settings.appearance)
    menu.chosen.connect(lambda chosen: choices.change(appearance=chosen))
    choices.changed.connect(lambda _, now: menu.show_choice(now.appearance))
    return menu
