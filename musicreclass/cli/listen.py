"""`listen --live`: genres and sound tags of what plays, from a pipe, a microphone or the computer.

`listen PATH` is what `features` was called once, and still does the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass, field

from musicreclass import paths, settings
from musicreclass.cli.console import ConsoleContext, verdict_word
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.live.live_answer import LiveReport
from musicreclass.core.live.pcm import ENCODINGS, PIPED, PcmFormat, PcmProblem
from musicreclass.core.sound_tags import SoundTags
from musicreclass.errors import MusicReclassError, UsageProblem
from musicreclass.pipeline.live.classify_live import classify_live
from musicreclass.pipeline.live.live_output import facts_of_report
from musicreclass.pipeline.live.piece_queue import PieceQueue
from musicreclass.pipeline.live.recorders import Recorder, recorder_of, recorders
from musicreclass.pipeline.live.sound_reader import reading_pipe, recording
from musicreclass.sentences.reason import Reason, because

SAID_AGAIN_SECONDS = 15.0  # so often at least there is a line, however little changes
STOP_KEYS = "Ctrl-C"
BAR_WIDTH = 20
BAR_DB = 60.0  # below full scale: where the meter begins


class NoDevice(MusicReclassError):
    """There is nothing to record from."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--live", action="store_true", help="listen to what plays now")
    parser.add_argument(
        "--from",
        dest="device",
        metavar="microphone|computer|NAME",
        help="what to listen to: the usual microphone, what the computer plays, or a device by "
        "the name that --devices lists; default: the microphone, else the computer",
    )
    parser.add_argument("--devices", action="store_true", help="list what can be listened to")
    parser.add_argument(
        "--pcm", type=int, metavar="RATE", help="read raw PCM of so many Hz from a pipe instead"
    )
    parser.add_argument("--format", choices=ENCODINGS, help="of --pcm, as FFmpeg has it (s16le)")
    parser.add_argument("--channels", type=int, metavar="N", help="of --pcm (1)")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each piece")


def run(options: argparse.Namespace, _: object, ctx: ConsoleContext) -> int:
    if options.devices:
        return _list_devices(ctx)
    if not options.live:
        raise UsageProblem(because("live.only_live"))
    chosen = settings.load(paths.settings_file())
    printer = _Printer(ctx, is_json=options.json)
    try:
        with (
            _opened(options, ctx) as queue,
            closing(classify_live(queue, lambda: chosen, ctx)) as reports,
        ):
            for report in reports:
                printer.show(report)
    except KeyboardInterrupt:  # that is how one ends it
        ctx.clear()
        return 0
    printer.finish()
    return 0


def _opened(options: argparse.Namespace, ctx: ConsoleContext) -> AbstractContextManager[PieceQueue]:
    """Return what gives the sound that is asked for.

    Raises:
        UsageProblem: options that do not go together, or values that no sound has.
        NoDevice: there is nothing to record from.
    """

    def note(reason: Reason) -> None:
        ctx.clear()
        ctx.say(reason, is_problem=True)

    if options.pcm is None:
        if options.channels is not None or options.format is not None:
            raise UsageProblem(because("live.pcm_options"))
        wanted = options.device
        recorder = _recorder(wanted)
        note(because(f"live.begun_{recorder.kind.value}", keys=STOP_KEYS))
        note(because("live.loading"))
        name = wanted or recorder.kind.value
        return recording(recorder, lambda: recorder_of(name, recorders()), note)
    if options.device is not None:
        raise UsageProblem(because("live.pcm_or_device"))
    pcm = _pcm(options)
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageProblem(because("live.pcm_from_terminal", command=PIPED))
    note(because("live.begun_pipe", rate=pcm.sample_rate, keys=STOP_KEYS))
    note(because("live.loading"))
    return reading_pipe(sys.stdin.fileno(), pcm, note)


def _pcm(options: argparse.Namespace) -> PcmFormat:
    channels = 1 if options.channels is None else options.channels
    try:
        return PcmFormat(options.pcm, channels, options.format or "s16le")
    except PcmProblem as problem:
        raise UsageProblem(problem.reason) from problem


def _recorder(wanted: str | None) -> Recorder:
    found = recorders()
    if not found:
        raise NoDevice(because("live.no_device", command=PIPED))
    if wanted is None:
        return found[0]
    recorder = recorder_of(wanted, found)
    if recorder is None:
        known = tuple(dict.fromkeys(one.name or one.kind.value for one in found))
        raise UsageProblem(because("live.no_such_device", wanted=wanted, known=known))
    return recorder


def _list_devices(ctx: ConsoleContext) -> int:
    found = recorders()
    if not found:
        raise NoDevice(because("live.no_device", command=PIPED))
    for one in found:
        kind = because(f"live.kind_{one.kind.value}")
        name = one.name or one.kind.value
        ctx.say(because("live.device_line", kind=kind, name=name))
    return 0


@dataclass(slots=True)
class _Printer:
    """Prints reports: all of them for programs, for people a line where something changes."""

    ctx: ConsoleContext
    is_json: bool
    known: Taxonomy = field(default_factory=taxonomy_in_use)
    last: LiveReport | None = None
    dropped: int = 0
    _said: object = None  # what was printed last, but for its numbers
    _said_at: float = float("-inf")  # seconds into the sound

    def show(self, report: LiveReport) -> None:
        self.last = report
        if report.dropped > self.dropped:
            self.ctx.clear()
            dropped = because("live.dropped", count=report.dropped - self.dropped)
            self.ctx.say(dropped, is_problem=True)
            self.dropped = report.dropped
        if self.is_json:
            facts = facts_of_report(report, time.monotonic() - report.arrived_at)
            print(json.dumps(facts, ensure_ascii=False), flush=True)
        elif self._is_news(report):
            self.ctx.clear()
            self.ctx.say(self._line(report))
            sys.stdout.flush()
        self.ctx.show(self._meter(report))

    def finish(self) -> None:
        """Say what is left to be said once the sound has ended."""
        self.ctx.clear()
        if self.last is None:
            self.ctx.say(because("live.too_short"), is_problem=True)

    def _is_news(self, report: LiveReport) -> bool:
        said = report.minute.suggestion
        gist = (
            None if report.now is None else _gist(report.now.candidates, report.now.verdict),
            None if said is None else _gist(said.candidates, said.verdict),
        )
        is_due = report.end_seconds - self._said_at >= SAID_AGAIN_SECONDS
        if gist == self._said and not is_due:
            return False
        self._said, self._said_at = gist, report.end_seconds
        return True

    def _line(self, report: LiveReport) -> Reason:
        now, minute = report.now, report.minute
        said = minute.suggestion
        silence = because("live.silence")
        return because(
            "live.line",
            clock=_clock(report.end_seconds),
            now=self._words(now.candidates, now.verdict, now.tags) if now else silence,
            minute=self._words(said.candidates, said.verdict, ()) if said else silence,
        )

    def _words(
        self, candidates: tuple[Candidate, ...], verdict: Verdict, tags: tuple[str, ...]
    ) -> Reason:
        first, *others = candidates
        name = self.known.name(first.genre, self.ctx.language())
        if verdict is Verdict.SURE:
            said = because("live.sure", genre=name, confidence=first.confidence)
        elif others:
            said = because(
                "live.unsure",
                verdict=verdict_word(verdict),
                first=name,
                confidence=first.confidence,
                second=self.known.name(others[0].genre, self.ctx.language()),
                less=others[0].confidence,
            )
        else:
            said = because("live.unsure_alone", verdict=verdict_word(verdict), first=name)
        if not tags:
            return said
        vocabulary = SoundTags.shipped()
        names = tuple(vocabulary.name(tag, self.ctx.language()) for tag in tags)
        return because("live.with_tags", said=said, tags=names)

    def _meter(self, report: LiveReport) -> str:
        share = max(0.0, min(1.0, 1.0 + report.loudness_db / BAR_DB))
        full = round(share * BAR_WIDTH)
        bar = "#" * full + "." * (BAR_WIDTH - full)
        return f"{_clock(report.end_seconds)} [{bar}] {report.loudness_db:.0f} dB"


def _gist(candidates: tuple[Candidate, ...], verdict: Verdict) -> tuple[str, Verdict]:
    return candidates[0].genre, verdict


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"
