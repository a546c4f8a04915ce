"""The language of the window, and what reasons, errors and genres are called in it."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from musicreclass.core.genre import Taxonomy
from musicreclass.errors import MusicReclassError
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import FACTS, NAMES, Language, language_of_locale
from musicreclass.sentences.reason import Reason, because

# What some of Qt's own catalogues lack: its file dialog, where the system has none.
OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
)
# Classifiers that people know by other words than those who train them.
_CLASSIFIERS: dict[str, object] = {
    "encoder": QT_TRANSLATE_NOOP("Words", "encoder"),
    "likeness": QT_TRANSLATE_NOOP("Words", "similar sound"),
    "likeness of mels": QT_TRANSLATE_NOOP("Words", "similar spectrogram"),
}


def speak(application: QApplication, language: str, translations: Path) -> list[QTranslator]:
    """Make the window speak `language`: "system", or one of `LANGUAGES`; return what does it."""
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
    # With its script, for where Chinese is spoken does not always say how it is written.
    said = QLocale().bcp47Name() if QLocale().language() != QLocale.Language.Chinese else ""
    return language_of_locale(said or f"zh_{QLocale.scriptToCode(QLocale().script())}")


def genre_name(taxonomy: Taxonomy, genre: str) -> str:
    """Return what a genre is called in the window's language."""
    return taxonomy.name(genre, spoken())


def classifier_name(name: str) -> str:
    """Return what a classifier is called here: mostly as in its file."""
    called = _CLASSIFIERS.get(name)
    return name if called is None else QCoreApplication.translate("Words", str(called))


def in_words(reason: Reason) -> str:
    """Return a reason or remark as the window says it."""
    return Sentences(spoken()).of(reason)


def as_sentence(reason: Reason) -> str:
    """Return a reason as a sentence that stands alone: with a capital and a full stop."""
    said = in_words(reason)
    stop = FACTS[spoken()].stop
    return said[:1].upper() + said[1:] + ("" if said.endswith((*".?", *"。？")) else stop)


def sentence_on(error: Exception) -> str:
    """Return what a person is told of an error that ended a job."""
    if isinstance(error, MusicReclassError):
        return in_words(error.sentence)
    return in_words(because("said.fault", error=type(error).__name__))
