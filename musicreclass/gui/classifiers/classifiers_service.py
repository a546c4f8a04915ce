"""Classifiers as the window knows them: the list is read, files are handled, effects worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from musicreclass.core.classify_summary import ClassifySummary
from musicreclass.core.location import readable
from musicreclass.gui.classifiers.classifier_jobs import ClassifierJobs
from musicreclass.gui.classifiers.classifier_words import shown_name
from musicreclass.gui.classifiers.classifiers_page import ClassifiersPage
from musicreclass.gui.language import sentence_on
from musicreclass.gui.messages import listed
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.dialogs.folder_dialog import (
    ask_folder,
    ask_open_file,
    ask_open_files,
    ask_save_file,
)
from musicreclass.gui.widgets.dialogs.open_folder import open_folder
from musicreclass.gui.workers import Job, JobThread, Workers

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import (
        ClassifierFacts,
        Inventory,
        RemovedClassifier,
    )
    from musicreclass.pipeline.inventory.kept_reports import KeptReport
    from musicreclass.pipeline.inventory.library_comparison import LibraryComparison

CLASSIFIERS = "classifiers"  # what their folder is remembered as
FILTER = "*.pth *.pt"


class ClassifiersService(QObject):
    """Does what the page asks for, and shows there what comes of it.

    Signals:
        show_wanted: the ids of the tracks that are to be shown in Review.
        classify_began: the JobThread of a run by a classifier that need not be the one in use.
        classify_ended: such a run has ended.
        report_came: a TrainingReport, the file that the classifier is in, and its name.
    """

    show_wanted = Signal(object)
    classify_began = Signal(object)
    classify_ended = Signal()
    report_came = Signal(object, object, object)

    def __init__(
        self,
        page: ClassifiersPage,
        jobs: ClassifierJobs,
        choice: ClassifierChoice,
        workers: Workers,
    ) -> None:
        super().__init__(workers)
        self._page = page
        self._jobs = jobs
        self._choice = choice
        self._lane = Lane(workers)
        self._lane.failed.connect(page.say)
        self._comparing = Lane(workers)
        self._classifying = Lane(workers)
        self._classifying.failed.connect(page.say)
        self._comparison: JobThread | None = None  # the last one; those before it count no more
        self._effect: LibraryComparison | None = None
        self._removed: RemovedClassifier | None = None
        self._connect()

    def read(self) -> None:
        """Read which classifiers there are."""
        self._lane.run(self._jobs.inventory, self._on_inventory)

    def install(self, files: Sequence[Path]) -> None:
        """Take files over; the last one is in hand then."""
        self._lane.run(partial(self._jobs.install, tuple(files)), self._on_installed)

    def _on_inventory(self, found: Inventory) -> None:
        self._page.show_inventory(found)
        self._choice.note_problem(found.problem)
        is_box = found.in_use is not None and found.in_use.origin == "box"
        self._page.box_button.setEnabled(not is_box or found.problem is not None)

    def _on_installed(self, names: Sequence[str]) -> None:
        text = self.tr("Taken over: {names}. “Use” lets one suggest.")
        self._page.say(text.format(names=listed(names)))
        self._lane.run(self._jobs.inventory, partial(self._on_inventory_with, names[-1]))

    def _on_inventory_with(self, name: str, found: Inventory) -> None:
        self._on_inventory(found)
        own = [one for one in found.classifiers if one.is_own and one.name == name]
        if own:
            self._page.select_file(own[0].path)

    def _use(self, facts: ClassifierFacts) -> None:
        if facts.origin == "box":
            self._choice.back_to_box()
        elif facts.origin == "trained":
            self._lane.run(
                partial(self._jobs.install, (facts.path,)),
                lambda names: self._choice.use(names[0]),
            )
        else:
            self._choice.use(facts.name if facts.is_own else str(facts.path))

    def _import(self) -> None:
        title = self.tr("Import a classifier")
        if chosen := ask_open_files(self._page, title, FILTER, CLASSIFIERS):
            self.install(chosen)

    def _export(self, facts: ClassifierFacts) -> None:
        usual, title = f"{facts.name}.pth", self.tr("Export the classifier")
        if chosen := ask_save_file(self._page, title, usual, "*.pth", CLASSIFIERS):
            job = partial(self._jobs.export, facts.path, chosen)
            self._lane.run(job, self._on_exported)

    def _export_onnx(self, facts: ClassifierFacts) -> None:
        title = self.tr("A folder for the ONNX files")
        if chosen := ask_folder(self._page, title, CLASSIFIERS):
            job = partial(self._jobs.export_onnx, facts.path, chosen)
            self._lane.run(job, self._on_exported)

    def _on_exported(self, path: Path) -> None:
        text = self.tr("Exported to {path}.")
        self._page.say(text.format(path=readable(str(path))))

    def _rename(self, facts: ClassifierFacts) -> None:
        title, question = self.tr("Rename"), self.tr("What is it called from now on?")
        name, is_given = QInputDialog.getText(self._page, title, question, text=facts.name)
        if is_given and name.strip() and name.strip() != facts.name:
            self._lane.run(partial(self._jobs.rename, facts.path, name), self._on_renamed)

    def _on_renamed(self, names: tuple[str, str]) -> None:
        old, new = names
        self._choice.note_renamed(old, new)
        self._page.say(self.tr("“{old}” is called “{new}” now.").format(old=old, new=new))
        self._lane.run(self._jobs.inventory, partial(self._on_inventory_with, new))

    def _remove(self, facts: ClassifierFacts) -> None:
        text = self.tr("Remove the classifier “{name}”?").format(name=shown_name(facts))
        if facts.is_in_use:
            text += " " + self.tr("It is in use; the one in the box suggests then.")
        title, kinds = self.tr("Remove"), QMessageBox.StandardButton
        if QMessageBox.question(self._page, title, text) == kinds.Yes:
            self._lane.run(partial(self._jobs.remove, facts.path), self._on_removed)

    def _on_removed(self, removed: RemovedClassifier) -> None:
        self._removed = removed
        self._choice.note_removed(removed.name)
        self._page.offer_undo(self.tr("“{name}” is removed.").format(name=removed.name))
        self.read()

    def _undo(self) -> None:
        if self._removed is not None:
            self._lane.run(partial(self._jobs.take_back, self._removed), self._on_taken_back)
            self._removed = None

    def _on_taken_back(self, name: str) -> None:
        self._page.say(self.tr("“{name}” is there again.").format(name=name))
        self._lane.run(self._jobs.inventory, partial(self._on_inventory_with, name))

    def _reveal(self, facts: ClassifierFacts) -> None:
        open_folder(facts.path.parent, self._page)

    def _open_report(self, facts: ClassifierFacts) -> None:
        job = partial(self._jobs.report, facts.digest)
        self._lane.run(job, partial(self._on_report, facts))

    def _on_report(self, facts: ClassifierFacts, kept: KeptReport) -> None:
        name = facts.name if facts.is_own else str(facts.path)
        self._page.show_report()
        self.report_came.emit(kept.report, facts.path, name)

    def _compare(self, facts: ClassifierFacts) -> None:
        found = self._page.inventory
        if found is None:
            return
        first = found.in_use or facts
        second = None if facts.path == first.path else facts.path
        self._page.comparison.show_choices(found.classifiers, first.path, second)
        self._page.show_comparison()

    def _on_compare_wanted(self, first: Path, second: Path) -> None:
        thread = self._latest(partial(self._jobs.compare, first, second))
        thread.succeeded.connect(partial(self._if_latest, thread, self._show_comparison))
        thread.failed.connect(lambda error: self._page.comparison.say(sentence_on(error)))
        self._comparing.enqueue(thread)

    def _show_comparison(self, found: LibraryComparison) -> None:
        self._page.comparison.show_comparison(found)

    def _try_weights(self, shares: Mapping[str, float]) -> None:
        facts = self._page.facts()
        if facts is None:
            return
        thread = self._latest(partial(self._jobs.effect, facts.path, dict(shares)))
        thread.succeeded.connect(partial(self._if_latest, thread, self._show_effect))
        thread.failed.connect(lambda error: self._page.detail.weights.say(sentence_on(error)))
        self._comparing.enqueue(thread)

    def _show_effect(self, found: LibraryComparison) -> None:
        self._effect = found
        self._page.detail.weights.show_effect(found)

    def _list_effect(self) -> None:
        facts = self._page.facts()
        if facts is not None and self._effect is not None:
            self._page.comparison.show_weights(shown_name(facts), self._effect)
            self._page.show_comparison()

    def _keep_weights(self, shares: Mapping[str, float]) -> None:
        facts = self._page.facts()
        if facts is not None:
            self._choice.weigh(facts.digest, shares, is_in_use=facts.is_in_use)
            self.read()

    def _latest(self, job: Job) -> JobThread:
        """Return a thread for a job whose result counts only until the next one is asked for."""
        if self._comparison is not None:
            self._comparison.cancel()
        self._comparison = self._comparing.prepare(job)
        self._comparison.finished.connect(partial(self._on_compared, self._comparison))
        return self._comparison

    def _if_latest(
        self,
        thread: JobThread,
        then: Callable[[LibraryComparison], None],
        found: LibraryComparison,
    ) -> None:
        if thread is self._comparison:
            then(found)

    def _on_compared(self, thread: JobThread) -> None:
        if thread is self._comparison:
            self._comparison = None

    def _classify(self, path: Path) -> None:
        thread = self._classifying.prepare(partial(self._jobs.classify, path))
        thread.succeeded.connect(self._on_classified)
        thread.finished.connect(self.classify_ended)
        self._page.comparison.wait()
        self._page.comparison.say(self.tr("It listens; the strip below says how far it is."))
        self.classify_began.emit(thread)
        self._classifying.enqueue(thread)

    def _on_classified(self, _: ClassifySummary) -> None:
        comparison = self._page.comparison
        first, second = comparison.first.currentData(), comparison.second.currentData()
        if first and second:
            self._on_compare_wanted(Path(first), Path(second))

    def _choose_tagger(self) -> None:
        title = self.tr("Choose a tagger")
        if chosen := ask_open_file(self._page, title, FILTER, CLASSIFIERS):
            job = partial(self._jobs.check_tagger, chosen)
            self._lane.run(job, lambda path: self._set_tagger(str(path)))

    def _set_tagger(self, file: str) -> None:
        self._choice.choose_tagger(file)
        self.read()

    def _connect(self) -> None:
        page, choice = self._page, self._choice
        page.shown.connect(self.read)
        choice.changed.connect(self.read)
        choice.said.connect(page.say)
        choice.trouble.connect(page.show_trouble)
        page.use_wanted.connect(self._use)
        page.box_button.clicked.connect(choice.back_to_box)
        page.classify_button.clicked.connect(choice.classify_again)
        page.rename_wanted.connect(self._rename)
        page.remove_wanted.connect(self._remove)
        page.undo_button.clicked.connect(self._undo)
        page.reveal_wanted.connect(self._reveal)
        page.report_wanted.connect(self._open_report)
        page.compare_wanted.connect(self._compare)
        page.export_wanted.connect(self._export)
        page.onnx_wanted.connect(self._export_onnx)
        page.import_wanted.connect(self._import)
        page.dropped.connect(self.install)
        page.tagger_wanted.connect(self._choose_tagger)
        page.no_tagger_wanted.connect(lambda: self._set_tagger(""))
        page.comparison.compare_wanted.connect(self._on_compare_wanted)
        page.comparison.show_wanted.connect(self.show_wanted)
        page.comparison.classify_wanted.connect(self._classify)
        page.detail.weights.effect_wanted.connect(self._try_weights)
        page.detail.weights.keep_wanted.connect(self._keep_weights)
        page.detail.weights.changed_wanted.connect(self._list_effect)
