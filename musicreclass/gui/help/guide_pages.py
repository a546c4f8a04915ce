"""Help to read: the usual jobs step by step, all keys, and where things are kept."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from musicreclass import paths
from musicreclass.core.location import readable
from musicreclass.gui.review.key_bindings import WINDOW_HINTS, KeyBindings, shown_key
from musicreclass.gui.widgets.panels import fill
from musicreclass.logs import log_file


class GuidePage(QWidget):
    """Text that is written anew whenever it may have changed."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(title)
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setDocumentMargin(16)
        fill(QVBoxLayout(self), self.text, margins=(0, 0, 0, 0))

    def write(self, html: str) -> None:
        self.text.setHtml(html)


class JobsPage(GuidePage):
    """The three things that people come for."""

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("JobsPage", "The usual jobs"), parent)
        self._bindings = bindings
        bindings.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        self.write(
            _chapter(self.tr("Review a folder of unsorted music"), self._reviewing())
            + _chapter(self.tr("Change the genres of thousands of files safely"), self._retagging())
            + _chapter(self.tr("Make a classifier of your own"), self._training())
        )

    def _reviewing(self) -> list[str]:
        keys = self.tr(
            "{accept} accepts what is suggested, 1 to 5 take another candidate, {edit} lets you "
            "type a genre, {skip} skips, {undo} takes back. The next row comes by itself."
        )
        row = self.tr(
            "Look at a row: its genre, how sure that is, and on the right why. {play} plays it."
        )
        named = {name: shown_key(self._bindings.key(name).toString()) for name in ACTION_NAMES}
        return [
            self.tr(
                "Drop the folder onto the window, or press Ctrl+O. Its files are read, then heard; "
                "nothing is changed in them."
            ),
            self.tr("Choose “To review” on the left: the tracks that help most come first."),
            row.format(**named),
            keys.format(**named),
            self.tr(
                "“Accept all from 90 %” decides what is that sure at once, and says beforehand how "
                "many of those tracks are about right."
            ),
            self.tr("Ctrl+Enter shows every change before anything is written."),
        ]

    def _retagging(self) -> list[str]:
        many = self.tr(
            "Decide first: search or choose on the left, Ctrl+A selects all that is shown, and "
            "{edit} sets one genre for all of it."
        )
        named = {name: shown_key(self._bindings.key(name).toString()) for name in ACTION_NAMES}
        return [
            many.format(**named),
            self.tr(
                "Press Ctrl+Enter. The list has each file with its genre before and after. What "
                "cannot be written safely is refused, with the reason and what to do."
            ),
            self.tr("Settings › Writing has the version of tags, and how several genres are kept."),
            self.tr(
                "Write. Only the genre's bytes change; the sound and all other tags stay as they "
                "are, also where the power fails. You can stop at any time."
            ),
            self.tr(
                "History has every batch: take it back, all of it or some files, and they get the "
                "bytes again that they had. Settings › History says for how long."
            ),
        ]

    def _training(self) -> list[str]:
        return [
            self.tr(
                "Sort some music into folders that are named after genres. Twenty tracks of each "
                "by several artists are a start; more artists are better than more tracks."
            ),
            self.tr(
                "Train shows what is in these folders and what to mind: too few tracks, copies, a "
                "genre by one artist only."
            ),
            self.tr("Choose how thorough it is to be; how long that takes is said beforehand."),
            self.tr(
                "The report says how often it is right on artists that it never heard, and which "
                "tracks probably lie in the wrong folder."
            ),
            self.tr(
                "“Use it” lets it suggest from now on, “Listen again” lets it hear the library. "
                "The classifier that came with the program stays, and can be used again."
            ),
        ]


ACTION_NAMES = ("accept", "edit", "skip", "undo", "play")


class AllKeysPage(GuidePage):
    """All keys as they are now."""

    def __init__(self, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AllKeysPage", "Keys"), parent)
        self._bindings = bindings
        bindings.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        rows = [
            f"<tr><td style='padding:3px 24px 3px 0'><b>{escape(hint.keys)}</b></td>"
            f"<td style='padding:3px 0'>{escape(hint.shown_meaning)}</td></tr>"
            for hint in (*self._bindings.hints(), *WINDOW_HINTS)
        ]
        note = self.tr(
            "Those of a letter work while the table of tracks has the keyboard. "
            "Settings › Keys lets you choose others."
        )
        self.write(f"<table>{''.join(rows)}</table><p>{escape(note)}</p>")


class KeptPage(GuidePage):
    """Where the program keeps what it keeps."""

    def __init__(self, library_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("KeptPage", "Where things are kept"), parent)
        items = [
            (
                self.tr("Library"),
                library_file,
                self.tr("decisions, suggestions, and what can be taken back; worth a backup"),
            ),
            (
                self.tr("Classifiers"),
                paths.data_dir() / "classifiers",
                self.tr("those of your own, each in a file that can be given away"),
            ),
            (
                self.tr("Settings"),
                paths.settings_file(),
                self.tr("a text file; what is damaged in it is put aside and said"),
            ),
            (
                self.tr("Cache"),
                paths.cache_dir(),
                self.tr("what was measured of the music; losing it costs time only"),
            ),
            (
                self.tr("Log"),
                log_file(),
                self.tr("what the program noted, for whoever looks into a fault"),
            ),
        ]
        rows = [
            f"<p><b>{escape(name)}</b><br>{escape(readable(str(path)))}<br>"
            f"<span>{escape(words)}</span></p>"
            for name, path, words in items
        ]
        promise = self.tr(
            "Your music stays where it is. Nothing is sent anywhere: the program works without a "
            "network."
        )
        self.write("".join(rows) + f"<p>{escape(promise)}</p>")


def _chapter(title: str, steps: Sequence[str]) -> str:
    listed = "".join(f"<li style='margin-bottom:6px'>{escape(step)}</li>" for step in steps)
    return f"<h3>{escape(title)}</h3><ol>{listed}</ol>"
