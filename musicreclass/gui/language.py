"""The language of the window: the system's, or the one a person chose."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from musicreclass.core.genre import Taxonomy
from musicreclass.sentences.catalogue import Language

NAMES = {"en": "English", "zh_TW": "繁體中文", "zh_CN": "简体中文"}  # each in its own language


def speak(application: QApplication, language: str, translations: Path) -> list[QTranslator]:
    """Make the window speak `language`: "system", or a key of `NAMES`; return what does it."""
    if language in NAMES:
        QLocale.setDefault(QLocale(language))
    elif QLocale().language() == QLocale.Language.C:
        QLocale.setDefault(QLocale("en"))  # a system without a language writes 100000
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    speaking = []
    for folder, catalogue in ((qt_folder, "qtbase"), (str(translations), "musicreclass")):
        translator = QTranslator(application)
        if translator.load(QLocale(), catalogue, "_", folder):
            application.installTranslator(translator)
            speaking.append(translator)
    return speaking


def spoken() -> Language:
    """Return the language that the window speaks."""
    locale = QLocale()
    if locale.language() != QLocale.Language.Chinese:
        return "en"
    is_traditional = locale.script() == QLocale.Script.TraditionalHanScript
    return "zh_TW" if is_traditional else "zh_CN"


def genre_name(taxonomy: Taxonomy, genre: str) -> str:
    """Return what a genre is called in the window's language; in English, as it is written."""
    language = spoken()
    return genre if language == "en" else taxonomy.name(genre, language)
