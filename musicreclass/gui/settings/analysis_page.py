"""Settings: how much of the music is analyzed, where in it, how fast, and what counts beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from musicreclass.core.analysis import Part
from musicreclass.core.analysis_amount import MOST_PATCHES, MOST_SECONDS
from musicreclass.core.location import readable
from musicreclass.gui.messages import count
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.settings.settings_jobs import SettingsJobs
from musicreclass.gui.settings.settings_page import SettingsPage
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_open_file
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.settings import Settings

if TYPE_CHECKING:
    from musicreclass.pipeline.classification.trained_amount import TrainedAmount

MOST_WORKERS = 64
PATCH_SECONDS = 3


class AnalysisPage(SettingsPage):
    """Signals: `again_wanted` where all tracks are to be classified anew."""

    again_wanted = Signal()

    def __init__(
        self, choices: Choices, jobs: SettingsJobs, lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("AnalysisPage", "Listening"), choices, parent)
        self._jobs = jobs
        self._lane = lane
        self._trained: TrainedAmount | None = None
        self._add_amount()
        self._add_speed()
        self._add_evidence()
        choices.changed.connect(self._on_other)
        self._show_able()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew which classifier is in use: it may have been changed."""
        super().showEvent(event)
        self._ask()

    def _add_amount(self) -> None:
        self.trained = self.add_fact(self.tr("The classifier in use"))
        words = {
            "trained": self.tr("what the classifier was taught"),
            "start": self.tr("the beginning"),
            "middle": self.tr("the middle"),
            "whole": self.tr("the whole track"),
        }
        self.part = self.add_choice(
            "classifying.part",
            self.tr("Listen to"),
            words,
            self.tr(
                "The part of each track that is measured. Its confidence was measured with what "
                "the classifier was taught; with another part it is worth less."
            ),
        )
        self.seconds = self.add_number(
            "classifying.seconds",
            self.tr("Seconds"),
            (0, MOST_SECONDS),
            self.tr(" s"),
            self.tr("More takes longer. Below ten seconds suggestions become worse."),
            zero=self.tr("as many as it was taught"),
            step=5,
        )
        self.patches = self.add_number(
            "classifying.patches",
            self.tr("Samples all over the track"),
            (0, MOST_PATCHES),
            "",
            self.tr(
                "Of three seconds each, for the encoder. More are a little surer on music that "
                "changes, and take longer; beyond eight little is won."
            ),
            zero=self.tr("as many as it was taught"),
        )
        self.again_button = push_button(self.tr("Listen to all again…"), self)
        self.again_button.clicked.connect(self._on_again)
        self.add_buttons(
            [self.again_button],
            self.tr(
                "The three above count for tracks that are heard from now on; this hears "
                "the others again."
            ),
        )

    def _add_speed(self) -> None:
        self.speed = self.add_choice(
            "classifying.speed",
            self.tr("Speed"),
            {
                "thorough": self.tr("thorough"),
                "balanced": self.tr("balanced"),
                "fast": self.tr("fast"),
            },
            self.tr(
                "Balanced hears three seconds of a track, and all that is usual where that leaves "
                "doubt: in hardly more than half the time, and right as often. Fast hears a "
                "little more there: several times as fast, and right a little less often."
            ),
        )
        usual = self.tr("as many as suit this computer ({number})")
        self.workers = self.add_number(
            "scan.workers",
            self.tr("Processes"),
            (0, MOST_WORKERS),
            "",
            self.tr(
                "How many files are read and heard at a time. Fewer leave more of the "
                "computer to others."
            ),
            zero=usual.format(number=count(default_workers())),
        )
        self.symlinks = self.add_check(
            "scan.follow_symlinks",
            self.tr("Follow links to other folders"),
            self.tr("Symbolic links below a folder of music are gone into."),
        )

    def _add_evidence(self) -> None:
        self.learns = self.add_check(
            "review.learns",
            self.tr("Learn from what I decide"),
            self.tr("Suggestions follow your decisions. Without it, the classifiers alone count."),
        )
        self.company = self.add_choice(
            "review.pools_by",
            self.tr("Company of tracks"),
            {
                "album": self.tr("albums count, or else artists"),
                "artist": self.tr("artists count, or else albums"),
                "track": self.tr("each track for itself"),
            },
            self.tr(
                "What other tracks of an album or artist sound like counts for each of them, and "
                "so does which genres the library has most of."
            ),
        )
        self.tagger = self.add_fact(
            self.tr("Tagger"),
            self.tr(
                "A file made by training on MagnaTagATune, which says more of what tracks sound "
                "like. Without one, the encoder alone does."
            ),
        )
        self.tagger_button = push_button(self.tr("Choose a tagger…"), self)
        self.tagger_button.clicked.connect(self._on_tagger)
        self.no_tagger_button = push_button(self.tr("Use none"), self)
        self.no_tagger_button.clicked.connect(lambda: self.keep("classifying.tagger", ""))
        self.add_buttons([self.tagger_button, self.no_tagger_button])
        self.bind("classifying.tagger", self._show_tagger)

    def _show_tagger(self, file: object) -> None:
        self.tagger.setText(readable(str(file)) if file else self.tr("none"))
        self.no_tagger_button.setEnabled(bool(file))

    def _on_tagger(self) -> None:
        title, kinds = self.tr("Choose a tagger"), self.tr("Taggers (*.pth)")
        if chosen := ask_open_file(self, title, kinds, "classifiers"):
            thread = self._lane.prepare(partial(self._jobs.check_tagger, chosen))
            thread.succeeded.connect(self._on_checked)
            self._lane.enqueue(thread)

    def _on_checked(self, file: Path) -> None:
        self.keep("classifying.tagger", str(file))

    def _ask(self) -> None:
        self._lane.run(self._jobs.trained_amount, self._on_trained)

    def _on_trained(self, trained: TrainedAmount) -> None:
        self._trained = trained
        self.trained.setText(self._words(trained))
        self._show_able()

    def _words(self, trained: TrainedAmount) -> str:
        parts = []
        if trained.reads_excerpt:
            if trained.part is Part.WHOLE:
                parts.append(self.tr("was taught whole tracks"))
            elif trained.part is Part.START:
                text = self.tr("was taught the first {seconds} seconds of tracks")
                parts.append(text.format(seconds=round(trained.seconds)))
            else:
                text = self.tr("was taught {seconds} seconds from the middle of tracks")
                parts.append(text.format(seconds=round(trained.seconds)))
        if trained.patches:
            text = self.tr("hears {number} samples of {seconds} seconds all over a track")
            parts.append(text.format(number=trained.patches, seconds=PATCH_SECONDS))
        if not trained.takes_another:
            parts.append(self.tr("takes exactly that, and nothing else"))
        return self.tr("; ").join(parts)

    def _on_other(self, before: Settings, now: Settings) -> None:
        self._show_able()
        if before.classifying.classifier != now.classifying.classifier and self.isVisible():
            self._ask()

    def _show_able(self) -> None:
        """Let nothing be chosen that the classifier in use would pass over."""
        trained, chosen = self._trained, self.choices.settings.classifying
        may = trained is None or trained.takes_another
        reads = may and (trained is None or trained.reads_excerpt)
        self.part.setEnabled(reads)
        self.seconds.setEnabled(reads and chosen.part in ("start", "middle"))
        self.patches.setEnabled(may and (trained is None or trained.patches > 0))

    def _on_again(self) -> None:
        asked = QMessageBox(self)
        asked.setWindowTitle(self.tr("Listen to all again"))
        asked.setText(self.tr("Forget all suggestions, and listen to all tracks again?"))
        asked.setInformativeText(
            self.tr("What you decided stays. It takes as long as the first time.")
        )
        yes = asked.addButton(self.tr("Listen again"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.exec()
        if asked.clickedButton() is yes:
            self.again_wanted.emit()
