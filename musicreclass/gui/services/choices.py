"""What a person chooses in the menu: appearance, language and adaptation, kept at once."""

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from musicreclass import settings
from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import NAMES, sentence_on
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ChoiceMenu

logger = logging.getLogger(__name__)


class Choices:
    """The settings as they stand, and the file that keeps them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.settings, self.complaint = settings.load_or_default(file)
        if self.complaint is not None:
            logger.warning("%s", self.complaint)
        self.say: Callable[[str], None] = lambda sentence: None

    def change(self, **changes: Any) -> None:
        """Keep changed settings, or say why they cannot be kept."""
        self.settings = replace(self.settings, **changes)
        try:
            settings.save(self.settings, self._file)
        except MusicReclassError as error:
            self.say(sentence_on(error))


def appearance_menu(choices: Choices, theme: Theme) -> ChoiceMenu:
    """Return the menu of dark and light."""
    words = {
        "system": QCoreApplication.translate("Choices", "As the system"),
        "dark": QCoreApplication.translate("Choices", "Dark"),
        "light": QCoreApplication.translate("Choices", "Light"),
    }
    title = QCoreApplication.translate("Choices", "Appearance")
    menu = ChoiceMenu(title, words, choices.settings.appearance)
    menu.chosen.connect(theme.choose)
    menu.chosen.connect(lambda chosen: choices.change(appearance=chosen))
    return menu


def learning_menu(choices: Choices, learn: Callable[[], None]) -> ChoiceMenu:
    """Return the menu of whether suggestions follow decisions; `learn` has them made anew."""
    words = {
        "on": QCoreApplication.translate("Choices", "Suggest by what I decided, too"),
        "off": QCoreApplication.translate("Choices", "Suggest by the classifiers alone"),
    }
    title = QCoreApplication.translate("Choices", "Learning")
    menu = ChoiceMenu(title, words, "on" if choices.settings.review.learns else "off")
    menu.chosen.connect(
        lambda name: choices.change(review=replace(choices.settings.review, learns=name == "on"))
    )
    menu.chosen.connect(lambda _: learn())
    return menu


def company_menu(choices: Choices, suggest: Callable[[], None]) -> ChoiceMenu:
    """Return the menu of whose evidence counts for a track; `suggest` has suggestions made anew."""
    words = {
        "album": QCoreApplication.translate("Choices", "Albums count, or else artists"),
        "artist": QCoreApplication.translate("Choices", "Artists count, or else albums"),
        "track": QCoreApplication.translate("Choices", "Each track for itself"),
    }
    title = QCoreApplication.translate("Choices", "Company of tracks")
    menu = ChoiceMenu(title, words, choices.settings.review.pools_by)
    menu.chosen.connect(
        lambda by: choices.change(review=replace(choices.settings.review, pools_by=by))
    )
    menu.chosen.connect(lambda _: suggest())
    return menu


def language_menu(choices: Choices) -> ChoiceMenu:
    """Return the menu of languages; a choice holds from the next start."""
    words = {"system": QCoreApplication.translate("Choices", "As the system")} | NAMES
    title = QCoreApplication.translate("Choices", "Language")
    hint = QCoreApplication.translate("Choices", "The language changes when the window opens next.")
    menu = ChoiceMenu(title, words, choices.settings.language)
    menu.chosen.connect(lambda chosen: choices.change(language=chosen))
    menu.chosen.connect(lambda _: choices.say(hint))
    return menu
