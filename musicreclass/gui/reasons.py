"""The commonest reasons and remarks about files, in the window's language.

The rooms below the window speak English; a sentence that is not among these stays as it is.
"""

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.errors import MusicReclassError
from musicreclass.gui.language import spoken
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.reason import AS_SAID, Reason

SENTENCES = (
    QT_TRANSLATE_NOOP("Reasons", "this is no ordinary file"),
    QT_TRANSLATE_NOOP("Reasons", "it was changed since it was scanned; scan again"),
    QT_TRANSLATE_NOOP("Reasons", "the file is read-only; allow writing to it and write again"),
    QT_TRANSLATE_NOOP("Reasons", "permission denied; allow writing to the file"),
    QT_TRANSLATE_NOOP("Reasons", "its folder is read-only; allow writing to it"),
    QT_TRANSLATE_NOOP("Reasons", "too little room on the disk for a copy of the file"),
    QT_TRANSLATE_NOOP("Reasons", "the disk is full; make room on it and write again"),
    QT_TRANSLATE_NOOP("Reasons", "the disk is read-only; allow writing to it and write again"),
    QT_TRANSLATE_NOOP(
        "Reasons", "permission denied; allow writing to the file and its folder and write again"
    ),
    QT_TRANSLATE_NOOP("Reasons", "the file is no longer there; scan again"),
    QT_TRANSLATE_NOOP("Reasons", "the disk reports an error; the file stays as it was"),
    QT_TRANSLATE_NOOP(
        "Reasons", "another program is using the file; close it there and write again"
    ),
    QT_TRANSLATE_NOOP("Reasons", "the network folder was disconnected; connect it and write again"),
    QT_TRANSLATE_NOOP("Reasons", "the network folder does not answer; connect it and write again"),
    QT_TRANSLATE_NOOP(
        "Reasons", "its old bytes are no longer kept; only its genre can be restored"
    ),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "another program changed it since it was written; only its genre can be restored",
    ),
    QT_TRANSLATE_NOOP("Reasons", "the file is empty"),
    QT_TRANSLATE_NOOP(
        "Reasons", "this is no kind of sound file that can be read here, or it is badly damaged"
    ),
    QT_TRANSLATE_NOOP("Reasons", "there is no sound in it"),
    QT_TRANSLATE_NOOP("Reasons", "there is no sound in it, only video or nothing"),
    QT_TRANSLATE_NOOP("Reasons", "it is too badly damaged to be decoded"),
    QT_TRANSLATE_NOOP("Reasons", "it holds nothing but zeros, as after a crash or a failed copy"),
    QT_TRANSLATE_NOOP("Reasons", "it is copy-protected"),
    QT_TRANSLATE_NOOP("Reasons", "its coding is not known here"),
    QT_TRANSLATE_NOOP("Reasons", "the link leads to a file that is not there"),
    QT_TRANSLATE_NOOP("Reasons", "its tag has no room left and grows by {bytes} bytes"),
    QT_TRANSLATE_NOOP("Reasons", "tags of the kind {kind} are added"),
    QT_TRANSLATE_NOOP(
        "Reasons",
        "the file has {count} names (hard links), and only this one would get the genre; allow "
        "parting them, or copy the file first",
    ),
    QT_TRANSLATE_NOOP("Reasons", "it took longer than {seconds} seconds; it is left out"),
    QT_TRANSLATE_NOOP("Reasons", "it crashed its reader twice ({how}); it is left out"),
)


def in_words(reason: Reason | str) -> str:
    """Return a reason or remark as the window says it."""
    if isinstance(reason, Reason):
        if reason.code != AS_SAID:
            return Sentences(spoken()).of(reason)
        reason = str(reason)
    for sentence in map(str, SENTENCES):
        if sentence == reason:
            return QCoreApplication.translate("Reasons", sentence)
        if "{" in sentence and (found := re.fullmatch(_pattern(sentence), reason)):
            return QCoreApplication.translate("Reasons", sentence).format(**found.groupdict())
    return reason


def as_sentence(reason: Reason | str) -> str:
    """Return a reason as a sentence that stands alone: with a capital and a full stop."""
    said = in_words(reason)
    stop = "." if spoken() == "en" else "。"
    return said[:1].upper() + said[1:] + ("" if said.endswith((*".?", *"。？")) else stop)


def sentence_on(error: Exception) -> str:
    """Return what a person is told of an error that ended a job."""
    if isinstance(error, MusicReclassError):
        return in_words(error.sentence)
    said = QCoreApplication.translate(
        "Reasons", "Something went wrong inside the program ({error}); see the log."
    )
    return said.format(error=type(error).__name__)


def _pattern(sentence: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(sentence))
