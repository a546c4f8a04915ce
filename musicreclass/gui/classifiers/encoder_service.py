"""Encoders as the window knows them: the dialog is opened, and what it asks for is done."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from musicreclass.gui.classifiers.encoder_dialog import EncoderDialog
from musicreclass.gui.encoder_words import licence_text, megabytes
from musicreclass.gui.language import in_words, sentence_on
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.workers import JobThread, Workers
from musicreclass.pipeline.computing import encoder_handling
from musicreclass.pipeline.inventory.encoder_facts import KNOWN, EncoderFacts, EncoderOffer
from musicreclass.pipeline.processes.compute_child import Job, Run, in_place

ENCODERS = "encoders"  # what their folder is remembered as


class EncoderService(QObject):
    """Does what the dialog asks for, one thing at a time, and shows there what comes of it."""

    def __init__(self, workers: Workers, choice: ClassifierChoice, run: Run = in_place) -> None:
        super().__init__(workers)
        self._choice = choice
        self._workers = workers
        self._run = run
        self._running: set[JobThread] = set()
        self.dialog: EncoderDialog | None = None

    @property
    def is_idle(self) -> bool:
        """Say whether nothing runs for the dialog."""
        return not self._running

    def open(self, parent: QWidget) -> None:
        """Show the dialog, with what there is."""
        if self.dialog is None:
            self.dialog = EncoderDialog(parent)
            self.dialog.add_wanted.connect(self._add)
            self.dialog.get_wanted.connect(self._ask_which)
            self.dialog.remove_wanted.connect(self._remove)
            self.dialog.space_wanted.connect(self._use)
            self.dialog.closing.connect(self._stop)
            self.dialog.destroyed.connect(self._forget_dialog)
        self.dialog.show_space(self._choice.space)
        self.dialog.show()
        self.dialog.activateWindow()
        self._read()

    def _forget_dialog(self) -> None:
        self.dialog = None  # its window went; what a job has found by then is shown nowhere

    def _read(self) -> None:
        self._start(encoder_handling.look_at_shelf, self._show, self.tr("Looking"), is_quiet=True)

    def _show(self, found: tuple[EncoderFacts, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_encoders(found)

    def _add(self) -> None:
        title = self.tr("A folder with the files of an encoder")
        if self.dialog is not None and (chosen := ask_folder(self.dialog, title, ENCODERS)):
            job = partial(encoder_handling.add_folder, chosen)
            self._start(job, self._on_added, self.tr("Looking into the folder"))

    def _ask_which(self) -> None:
        title = self.tr("Download an encoder")
        question = self.tr("Which one? A short name, or owner/name as the hub has it.")
        name, is_given = QInputDialog.getItem(self.dialog, title, question, [*KNOWN])
        if is_given and name.strip():
            job = partial(encoder_handling.ask_hub, name.strip())
            self._start(job, self._ask_whether, self.tr("Asking the hub"))

    def _ask_whether(self, offer: EncoderOffer) -> None:
        title = self.tr("Download an encoder")
        text = self.tr("Download {name}? {size}. Licence: {licence}.").format(
            name=offer.repository,
            size=megabytes(offer.size_bytes),
            licence=licence_text(offer.licence),
        )
        if QMessageBox.question(self.dialog, title, text) == QMessageBox.StandardButton.Yes:
            job = partial(encoder_handling.fetch_encoder, offer)
            self._start(job, self._on_added, self.tr("Downloading"))

    def _on_added(self, facts: EncoderFacts) -> None:
        text = self.tr("“{name}” is there.").format(name=facts.name)
        self._say(text if facts.remark is None else f"{text} {in_words(facts.remark)}")
        self._read()

    def _remove(self, facts: EncoderFacts) -> None:
        title = self.tr("Remove")
        text = self.tr("Remove the encoder “{name}”? Classifiers that need it cannot be used then.")
        said = QMessageBox.question(self.dialog, title, text.format(name=facts.name))
        if said == QMessageBox.StandardButton.Yes:
            job = partial(encoder_handling.remove_encoder, facts.name)
            self._start(job, self._on_removed, self.tr("Removing"))

    def _use(self, name: str) -> None:
        self._choice.choose_space(name)
        if self.dialog is not None:
            self.dialog.show_space(name)

    def _on_removed(self, name: str) -> None:
        if self._choice.space == name:
            self._use("")
        self._say(self.tr("“{name}” is removed.").format(name=name))
        self._read()

    def _say(self, sentence: str) -> None:
        if self.dialog is not None:
            self.dialog.say(sentence)

    def _start(self, job: Job[Any], then: object, what: str, *, is_quiet: bool = False) -> None:
        thread = self._workers.prepare(partial(self._run, job))
        thread.succeeded.connect(then)
        thread.failed.connect(lambda error: self._say(sentence_on(error)))
        thread.finished.connect(partial(self._running.discard, thread))
        self._running.add(thread)
        if self.dialog is not None and not is_quiet:
            self.dialog.watch(thread, what)
        self._workers.start(thread)

    def _stop(self) -> None:
        for thread in self._running:
            thread.cancel()
