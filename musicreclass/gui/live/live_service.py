"""Listens to what was chosen on the Live page, and follows devices as they come and go."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from musicreclass.core.job import JobContext
from musicreclass.core.live.live_answer import LiveReport
from musicreclass.core.live.pcm import PcmProblem, PcmReader
from musicreclass.gui.language import as_sentence, in_words, sentence_on
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.live.sound_inputs import SoundInput, SoundInputs, SoundRecording
from musicreclass.gui.workers import JobThread, Workers, single_shot
from musicreclass.pipeline.live.classify_live import LiveReady, publish_live
from musicreclass.pipeline.live.piece_queue import PieceQueue
from musicreclass.pipeline.live.recorders import Recorder, recorders
from musicreclass.pipeline.processes.compute_child import Run, in_place
from musicreclass.sentences.reason import because
from musicreclass.settings import Settings

DRAW_MS = 80
WATCH_MS = 500
QUIET_SECONDS = 4.0  # without a single sample, after which an input is gone
AGAIN_MS = 1_000  # between two looks for a device that went away

FindRecorders = Callable[[], tuple[Recorder, ...]]


class LiveService(QObject):
    """Sound goes from a recording into a queue, from which a job has pieces asked about.

    Signals:
        preferred: the id of the input that a person chose, or began to listen to.
    """

    preferred = Signal(str)

    def __init__(
        self,
        page: LivePage,
        inputs: SoundInputs,
        settings: Callable[[], Settings],
        workers: Workers,
        run: Run = in_place,
        find_recorders: FindRecorders = recorders,
        quiet_seconds: float = QUIET_SECONDS,
        preferred: str = "",
    ) -> None:
        super().__init__(page)
        self._page = page
        self._inputs = inputs
        self._settings = settings
        self._workers = workers
        self._run = run
        self._find = find_recorders
        self._quiet_seconds = quiet_seconds
        self._preferred = preferred  # id of the input that is chosen where it is there
        self._wanted: SoundInput | None = None  # what was chosen last, there or not
        self._is_awaited = False  # it went away while it was recorded from
        self._session: _Session | None = None
        self._trying_again = single_shot(self, AGAIN_MS, self._look)
        self._watching = QTimer(self)
        self._watching.setInterval(WATCH_MS)
        self._watching.timeout.connect(self._watch)
        self._drawing = QTimer(self)
        self._drawing.setInterval(DRAW_MS)
        self._drawing.timeout.connect(page.spectrogram.draw)
        page.shown.connect(self._on_shown)
        page.left.connect(self.stop)
        page.wanted.connect(lambda is_on: self.start() if is_on else self.stop())
        page.input_chosen.connect(self._on_chosen)
        inputs.changed.connect(self._on_changed)

    @property
    def is_on(self) -> bool:
        return self._session is not None

    def start(self) -> None:
        """Begin to listen to what is chosen."""
        self._begin(is_again=False)
        if self._wanted is not None:
            self._prefer(self._wanted)

    def _begin(self, *, is_again: bool) -> None:
        """Begin to record.

        Args:
            is_again: it went away before. Then nothing is shown before there is sound: it may be
                listed though it is gone.
        """
        said = self._page.said.text()
        self.stop()
        wanted = self._wanted = self._page.chosen or self._wanted
        recording = None if wanted is None else self._inputs.open(wanted, self)
        if wanted is None or recording is None:
            self._show_inputs()
            return
        queue = PieceQueue(recording.pcm.sample_rate)
        thread = self._workers.prepare(partial(publish_live, queue, self._settings, self._run))
        session = _Session(wanted, recording, queue, thread, is_again)
        self._session = session
        recording.came.connect(self._on_sound)
        recording.lost.connect(self._on_lost)
        thread.published.connect(self._on_news)
        thread.failed.connect(self._on_failed)
        if is_again:
            self._page.say(said)
        else:
            self._show_begun(session)
        self._drawing.start()
        self._watching.start()
        self._workers.start(thread)
        recording.start()

    def _show_begun(self, session: _Session) -> None:
        self._page.show_on(session.queue.sample_rate)
        ready, loading = self.tr("Listening."), self.tr("Getting the classifier ready…")
        self._page.say(ready if session.is_ready else loading)

    def stop(self) -> None:
        """Listen no more."""
        self._is_awaited = False
        if self._session is not None:
            self._end()
            self._page.say("")

    def _end(self) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        self._drawing.stop()
        self._watching.stop()
        session.end()
        self._page.show_off()

    def _on_sound(self, data: bytes) -> None:
        session = self._session
        if session is None:
            return
        try:
            samples = session.reader.read(data)
        except PcmProblem as problem:
            self._give_up(in_words(problem.reason))
            return
        if len(samples):
            if session.is_again and not session.has_sound:
                self._show_begun(session)
            session.has_sound, session.sound_at = True, time.monotonic()
            session.queue.add(samples)
            self._page.show_sound(samples, len(samples) / session.queue.sample_rate)

    def _on_news(self, news: object) -> None:
        session = self._session
        if session is None or self.sender() is not session.thread:
            return
        if isinstance(news, LiveReady):
            session.is_ready = True
            if session.has_sound or not session.is_again:
                self._page.say(self.tr("Listening."))
        elif isinstance(news, LiveReport):
            self._page.show_report(news)
            self._say_of(news, session)

    def _say_of(self, report: LiveReport, session: _Session) -> None:
        """Say what hinders; a moment later, where nothing does any more, only what goes on."""
        said = self.tr("Listening.")
        if report.dropped > session.dropped:
            more = report.dropped - session.dropped
            said = as_sentence(because("live.dropped", count=more))
            session.dropped = report.dropped
        elif report.problem is not None:
            said = as_sentence(report.problem)
        self._page.say(said)

    def _on_failed(self, error: Exception) -> None:
        if self._session is not None and self.sender() is self._session.thread:
            self._give_up(sentence_on(error))

    def _on_lost(self) -> None:
        """Wait for what was recorded from; what never gave anything is no use to wait for."""
        session = self._session
        if session is not None and (session.has_sound or session.is_again):
            self._await()
        elif session is not None:
            self._give_up(as_sentence(because("live.gives_nothing")))

    def _watch(self) -> None:
        """Take what gives nothing any more, not even silence, for gone: nobody may say so."""
        session = self._session
        if session is not None and time.monotonic() - session.sound_at > self._quiet_seconds:
            self._on_lost()

    def _await(self) -> None:
        self._end()
        self._is_awaited = True
        self._say_awaited()
        self._trying_again.start()

    def _on_chosen(self, chosen: SoundInput) -> None:
        self._wanted, was_on = chosen, self.is_on or self._is_awaited
        self._prefer(chosen)
        self._page.inputs.setToolTip(self._page.inputs.currentText())
        if was_on:
            self.start()

    def _prefer(self, chosen: SoundInput) -> None:
        if chosen.id != self._preferred:
            self._preferred = chosen.id
            self.preferred.emit(chosen.id)

    def _on_shown(self) -> None:
        self._show_inputs()
        self._look()

    def _on_changed(self) -> None:
        """Follow what came or went: go on with what is there again, and end what is gone."""
        wanted_id = None if self._wanted is None else self._wanted.id
        wanted = next((one for one in self._inputs.known() if one.id == wanted_id), None)
        session = self._session
        if session is not None and wanted is None:
            self._await()
        self._show_inputs()
        # What the computer plays may come out elsewhere by now.
        is_elsewhere = session is not None and wanted != session.wanted
        if wanted is not None and (self._is_awaited or is_elsewhere):
            self._begin(is_again=self._is_awaited)
        elif self._is_awaited:
            self._say_awaited()
        elif session is None:
            self._look()

    def _say_awaited(self) -> None:
        self._page.say(as_sentence(because("live.device_gone")))

    def _show_inputs(self) -> None:
        known = self._inputs.known()
        self._page.show_inputs(known, self._preferred)
        if self._session is None and not self._is_awaited:
            nothing = self.tr(
                "There is no microphone here, and no sound server that says what this computer "
                "plays. One that is plugged in can be chosen at once."
            )
            self._page.say("" if known else nothing)

    def _look(self) -> None:
        """Look for programs that record what the computer plays; that may take a moment."""
        thread = self._workers.prepare(partial(_found, self._find))
        thread.succeeded.connect(self._on_looked)
        self._workers.start(thread)

    def _on_looked(self, found: tuple[Recorder, ...]) -> None:
        self._inputs.note_recorders(found)
        if self._is_awaited:
            self._on_changed()
            self._trying_again.start()

    def _give_up(self, sentence: str) -> None:
        self._end()
        self._page.say(sentence)


def _found(find: FindRecorders, ctx: JobContext) -> tuple[Recorder, ...]:
    """Return what there is. A job of its own: one that held the service would hold its workers."""
    ctx.raise_if_cancelled()
    return find()


class _Session:
    """One recording, and the job that has its pieces asked about."""

    def __init__(
        self,
        wanted: SoundInput,
        recording: SoundRecording,
        queue: PieceQueue,
        thread: JobThread,
        is_again: bool,
    ) -> None:
        self.wanted = wanted
        self.recording = recording
        self.queue = queue
        self.thread = thread
        self.reader = PcmReader(recording.pcm)
        self.dropped = 0
        self.has_sound = self.is_ready = False
        self.is_again = is_again
        self.sound_at = time.monotonic()

    def end(self) -> None:
        """Stop both; the job ends a moment later by itself."""
        self.recording.stop()
        self.recording.deleteLater()
        self.queue.end()
        self.thread.cancel()
