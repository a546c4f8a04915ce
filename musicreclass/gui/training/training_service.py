"""Training as the window knows it: looking at folders, and training on what they hold."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from musicreclass.core.location import readable
from musicreclass.gui.language import sentence_on
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.training.train_page import TrainPage
from musicreclass.gui.training.training_jobs import TrainingJobs, load_progress
from musicreclass.gui.workers import Job, JobThread, Workers, in_turns

if TYPE_CHECKING:
    from musicreclass.gui.training.choose.choose_view import ChooseView
    from musicreclass.pipeline.datasets.survey import TrainingTable
    from musicreclass.pipeline.training.training_order import Sources, TrainingOrder
    from musicreclass.training.reports.report import TrainingReport


class TrainingService(QObject):
    """Does what the page asks for, and shows there what comes of it.

    Signals:
        trained: a TrainingReport, and the file that the classifier is in.
    """

    trained = Signal(object, object)

    def __init__(self, page: TrainPage, jobs: TrainingJobs, workers: Workers) -> None:
        super().__init__(workers)
        self._page = page
        self._jobs = jobs
        self._workers = workers
        self._looking = Lane(workers)
        self._learning = Lane(workers)  # what is looked at meanwhile need not wait for its end
        self._look: JobThread | None = None  # the last one; those before it count no more
        self._table: TrainingTable | None = None
        self._costing: JobThread | None = None  # of the encoder that was chosen last
        self._order: TrainingOrder | None = None
        self._run: JobThread | None = None
        self._connect()

    @property
    def is_running(self) -> bool:
        return self._run is not None

    def read_unfinished(self) -> None:
        """Offer to go on with what was not brought to its end."""
        if not self.is_running:
            self._looking.run(self._jobs.unfinished, self._page.start.show_unfinished)

    def look(self, sources: Sources) -> None:
        """Look through what is chosen now, whatever was before."""
        self._table = None
        thread = self._latest(partial(self._jobs.look, sources))
        self._page.choose.watch_look(thread)
        thread.failed.connect(partial(self._on_look_failed, thread))
        self._looking.enqueue(thread)

    def train(self, order: TrainingOrder) -> None:
        """Train what is ordered, or go on with it."""
        if self.is_running:
            return
        if self._costing is not None:
            self._costing.cancel()  # or both would be slower
        self._order = order
        thread = self._learning.prepare(partial(self._jobs.train, order))
        thread.succeeded.connect(partial(self._on_trained, order))
        thread.failed.connect(lambda error: self._page.progress.show_trouble(sentence_on(error)))
        thread.finished.connect(self._on_run_finished)
        self._run = thread
        self._page.late_progress.when_made(lambda _: self._begin(thread, order))
        self._load_progress()

    def _begin(self, thread: JobThread, order: TrainingOrder) -> None:
        self._page.progress.watch(thread, _title(order, self.tr("Training on {what}")))
        self._page.setCurrentWidget(self._page.progress)
        self._learning.enqueue(thread)

    def _load_progress(self) -> None:
        """Have what shows a training loaded in a thread, then made."""
        if self._page.late_progress.made is None:
            loading = self._workers.prepare(load_progress)
            loading.succeeded.connect(self._page.make_progress)
            loading.failed.connect(lambda _: self._on_run_finished())  # it never began
            self._workers.start(loading)

    def _latest(self, job: Job) -> JobThread:
        """Return a thread for a job whose result counts only until the next one is asked for."""
        if self._look is not None:
            self._look.cancel()
        thread = self._looking.prepare(job)
        thread.succeeded.connect(partial(self._on_table, thread))
        thread.finished.connect(partial(self._on_look_finished, thread))
        self._look = thread
        return thread

    def _on_table(self, thread: JobThread, table: TrainingTable) -> None:
        if thread is self._look:
            self._table = table
            self._page.choose.show_table(table)
            self._estimate(table)

    def _estimate(self, table: TrainingTable) -> None:
        """Say how long the presets take, unless something else is asked for meanwhile."""
        presets = self._page.choose.order.presets
        presets.show_estimates({})
        if table.blocker is not None:
            return
        self._load_progress()  # it is likely to be needed, and now there is time
        self._looking.run(
            partial(self._jobs.estimates, table),
            lambda seconds: presets.show_estimates(seconds) if table is self._table else None,
        )
        if not self._page.choose.knows_preset_values:
            self._looking.run(self._jobs.preset_values, self._page.choose.show_preset_values)
        self._estimate_encoder(self._page.choose.order.encoder.current)

    def _estimate_encoder(self, name: str) -> None:
        """Say how long an encoder takes: some tracks are analyzed with it."""
        if self._costing is not None:
            self._costing.cancel()
            self._costing = None
        table, choice = self._table, self._page.choose.order.encoder
        if not name or table is None or table.blocker is not None:
            return
        thread = self._workers.prepare(partial(self._jobs.encoder_seconds, table, name))
        thread.succeeded.connect(
            lambda seconds: choice.show_seconds(seconds) if thread is self._costing else None
        )
        thread.failed.connect(lambda error: self._page.choose.say(sentence_on(error)))
        self._costing = thread
        self._workers.start(thread)

    def _read_encoders(self) -> None:
        """Offer the encoders that are there by now."""
        if (view := self._page.late_choose.made) is not None:
            self._looking.run(self._jobs.encoders, view.order.encoder.show_encoders)

    def _on_look_failed(self, thread: JobThread, error: Exception) -> None:
        if thread is self._look:
            self._page.choose.show_trouble(sentence_on(error))

    def _on_look_finished(self, thread: JobThread) -> None:
        if thread is self._look:
            self._look = None

    def _change(self, *_: object) -> None:
        """Count anew after the genres of folders were changed."""
        if self._table is None:
            return
        genres = self._page.choose.folders.genres
        self._count(partial(self._jobs.change, self._table, genres))

    def _load_table(self, path: Path) -> None:
        if self._table is not None:
            self._count(partial(self._jobs.load_table, self._table, path))

    def _count(self, job: Job) -> None:
        thread = self._latest(job)
        thread.failed.connect(lambda error: self._page.choose.say(sentence_on(error)))
        self._looking.enqueue(thread)

    def _save_table(self, path: Path) -> None:
        genres = self._page.choose.folders.genres
        thread = self._looking.prepare(partial(self._jobs.save_table, genres, path))
        kept = self.tr("The table is kept in {path}.").format(path=readable(str(path)))
        thread.succeeded.connect(lambda _: self._page.choose.say(kept))
        thread.failed.connect(lambda error: self._page.choose.say(sentence_on(error)))
        self._looking.enqueue(thread)

    def _on_trained(self, order: TrainingOrder, report: TrainingReport) -> None:
        page = self._page
        in_turns(
            self,
            page.load_report,
            lambda: page.report,  # made where it is not yet, and with it who takes the report
            lambda: self.trained.emit(report, order.out),
            lambda: page.setCurrentWidget(page.report),
        )

    def _on_run_finished(self) -> None:
        self._run = None

    def _go_on(self) -> None:
        if self._order is not None:
            self.train(self._order)

    def _resume(self, order: TrainingOrder) -> None:
        """Go on with a training of an earlier day."""
        self._page.choose.show_order(order)
        self.look(order.sources)  # for "choose anew" to lead to something
        self.train(order)

    def _forget(self, order: TrainingOrder) -> None:
        self._looking.run(partial(self._jobs.forget, order), self._page.start.show_unfinished)

    def _connect(self) -> None:
        page = self._page
        page.shown.connect(self.read_unfinished)
        page.shown.connect(self._read_encoders)
        page.sources_chosen.connect(self.look)
        page.start.resume_wanted.connect(self._resume)
        page.start.forget_wanted.connect(self._forget)
        page.late_choose.when_made(self._serve_choice)
        page.late_progress.when_made(lambda view: view.resume_wanted.connect(self._go_on))

    def _serve_choice(self, view: ChooseView) -> None:
        folders = view.folders
        for changed in (folders.genre_typed, folders.left_out, folders.taken_in):
            changed.connect(self._change)
        view.load_wanted.connect(self._load_table)
        view.save_wanted.connect(self._save_table)
        view.train_wanted.connect(self.train)
        view.order.encoder.chosen.connect(self._estimate_encoder)
        self._read_encoders()


def _title(order: TrainingOrder, title: str) -> str:
    folder = order.sources.folder
    shown = order.out.stem if folder is None else folder.name
    return title.format(what=readable(shown))
