"""The rounds of the long run, as a script that goes on whenever what it waits for is so."""

from __future__ import annotations

import random
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from _long_run_deciding import Deciding
from _long_run_faults import Faults
from _long_run_figures import Sample, sample
from _long_run_files import Collection
from _long_run_outside import command_line
from _long_run_person import Person, Steps, Wait, pause
from _long_run_training import Training
from _long_run_writing import Writing
from PySide6.QtWidgets import QDialog

from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.workers import Workers

FIRST_SECONDS = 1_200.0  # until all files are analyzed for the first time
EVERY_TRAINING, EVERY_INSIGHTS = 6, 4  # rounds


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run, and where."""

    scratch: Path
    seed: int
    seconds: float
    rounds: int  # at most
    files: int
    is_told: bool = False  # what is waited for

    @property
    def library_file(self) -> Path:
        return self.scratch / "home" / "data" / "library.db"

    @property
    def temporary(self) -> Path:
        return self.scratch / "tmp"

    @property
    def outage(self) -> Path:
        return self.scratch / "outage"


@dataclass(slots=True)
class Rounds:
    """Goes through rounds until the time is over; prints a line for each."""

    plan: Plan
    window: MainWindow
    workers: Workers
    collection: Collection
    has_shim: bool
    troubles: Callable[[], list[str]]  # that were logged since the last time
    samples: list[Sample] = field(default_factory=list)
    faults_of_round: list[str] = field(default_factory=list)
    failures: int = 0
    number: int = 0
    person: Person = field(init=False)
    faults: Faults = field(init=False)

    def script(self) -> Steps:
        plan, began = self.plan, time.monotonic()
        chance = random.Random(plan.seed)
        self.person = Person(self.window, self.collection)
        outage = plan.outage if self.has_shim else None
        self.faults = Faults(self.collection, plan.library_file, outage, chance)
        deciding, writing = Deciding(self.person, chance), Writing(self.person, chance)
        training = Training(self.person, self.workers, self.collection.music, plan.library_file)
        yield from self.person.become_idle(FIRST_SECONDS)
        while time.monotonic() - began < plan.seconds and self.number < plan.rounds:
            self.number += 1
            self.faults_of_round.clear()
            try:
                yield from self._round(chance, deciding, writing, training)
            except Exception as error:  # noqa: BLE001, told, and the run goes on
                self.fail("".join(traceback.format_exception(error)))
                yield from self._start_over()
            self._tell(time.monotonic() - began)

    def _round(
        self, chance: random.Random, deciding: Deciding, writing: Writing, training: Training
    ) -> Steps:
        library_file, spared = self.plan.library_file, self.faults.spared
        yield from self._amid_analysis(deciding, chance)
        yield from self._become_whole()
        self.person.show_all()
        self.person.note_tracks()
        yield from deciding.decide(chance.randrange(6, 14))
        yield from deciding.look_around(chance.randrange(3, 12))
        yield from self._on_files(writing, chance)
        if self.number % EVERY_TRAINING == 2:
            is_killed = chance.random() < 0.3
            yield from training.train(self.faults, is_killed=is_killed)
        elif self.number % EVERY_TRAINING == 4:
            yield from training.back_to_box(spared)
        if self.number % EVERY_INSIGHTS == 3:
            yield from training.look_at_insights()
        if chance.random() < 0.2:
            yield from deciding.accept_outside(library_file, spared)
        if chance.random() < 0.15:
            yield from command_line(library_file, ["scan"], spared, self.person.differences)
        yield from self._become_whole()
        self.person.compare(library_file)

    def _start_over(self) -> Steps:
        """Go on after a round that broke off, from how things stand by now."""
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        yield from self._become_whole()
        self.person.take_for_right(self.plan.library_file)

    def _amid_analysis(self, deciding: Deciding, chance: random.Random) -> Steps:
        """Change files from outside, and let things go wrong while they are analyzed."""
        for _ in range(chance.randrange(1, 5)):
            self.collection.change()
        yield pause(chance.uniform(0.0, 3.0))
        for _ in range(chance.randrange(3)):
            self.faults_of_round.append(self.faults.begin())
            yield pause(chance.uniform(0.0, 2.0))
            if chance.random() < 0.5:
                self.window.session.scan()
            yield from deciding.decide(chance.randrange(1, 5))
        yield Wait(lambda: self.faults.is_over, "another program")

    def _become_whole(self) -> Steps:
        """Mend what went wrong, and let the window see it."""
        self.faults.mend()
        self.window.session.scan()
        yield from self.person.become_idle()
        self.window.classify_service.classify()
        yield from self.person.become_idle()

    def _on_files(self, writing: Writing, chance: random.Random) -> Steps:
        if chance.random() < 0.7:
            fails = chance.random() < 0.3
            with self.faults.failing_disk() if fails else nullcontext():
                yield from writing.write(may_fail=fails)
            if fails:
                self.faults_of_round.append("disk")
        if chance.random() < 0.4:
            yield from writing.take_back(may_fail=False)
        yield from self.person.become_idle()

    def _tell(self, seconds: float) -> None:
        found = [*self.person.differences, *self.troubles()]
        self.person.differences.clear()
        taken = sample(self.plan.library_file, self.plan.temporary, self.faults.spared)
        self.samples.append(taken)
        print(
            f"{seconds:6.0f} s  round {self.number:4}  {taken.text()}  {len(found)} differences  "
            f"{', '.join(self.faults_of_round)}",
            flush=True,
        )
        for one in found:
            self.fail(one)
        if found:  # each is told once
            self.person.take_for_right(self.plan.library_file)

    def fail(self, what: str) -> None:
        """Say what is not as it was to be."""
        self.failures += 1
        print(f"    seed {self.plan.seed}, round {self.number}: {what}", flush=True)
