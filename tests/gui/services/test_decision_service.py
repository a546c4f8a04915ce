"""Decisions on their way into the library."""

import os
import signal
import subprocess
import sys
import textwrap

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.review.transitions import accept, skip
from musicreclass.library.store import Library

ACCEPTED = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")


def test_a_newer_word_is_not_hidden_by_what_was_read_before(reviewed, decisions, qtbot):
    first, last = reviewed.tracks.tracks.line_at(0), reviewed.tracks.tracks.line_at(2)
    decisions.decide(first, accept(first))
    qtbot.waitUntil(lambda: decisions.is_flushed)
    came = []
    decisions.came.connect(came.extend)

    decisions.load()
    decisions.decide(first, skip(first))
    decisions.decide(last, skip(last))
    qtbot.waitUntil(lambda: decisions.is_flushed)

    assert came == []
    assert reviewed.tracks.tracks.line_at(0).decision.state is ReviewState.SKIPPED


def test_it_is_said_once_when_nothing_is_on_its_way_any_more(reviewed, decisions, qtbot):
    flushed = []
    decisions.flushed.connect(lambda: flushed.append(decisions.is_flushed))
    for line in reviewed.tracks.tracks.shown()[:2]:
        decisions.decide(line, skip(line))

    is_flushed_at_once = decisions.is_flushed
    qtbot.waitUntil(lambda: decisions.is_flushed)

    assert not is_flushed_at_once
    assert flushed == [True]


def test_a_window_that_closes_waits_for_what_was_decided(reviewed, decisions, library_file):
    lines = reviewed.tracks.tracks.shown()
    for line in (lines[0], lines[2]):
        decisions.decide(line, accept(line))

    assert decisions.finish()

    with Library(library_file) as library:
        assert sum(map(len, library.decisions.lines())) == 2


def test_a_kill_soon_after_a_decision_was_shown_loses_nothing(
    reviewed, decisions, library_file, tmp_path
):
    """The program decides, waits 200 ms as anybody does, and is killed without a warning."""
    line = reviewed.tracks.tracks.line_at(0)
    script = f"""
        import os, signal
        from pathlib import Path
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from musicreclass.core.review.transitions import accept
        from musicreclass.core.track import TrackLine
        from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
        from musicreclass.gui.services.decision_service import DecisionService
        from musicreclass.gui.workers import Workers
        from musicreclass.library.store import Library

        file = Path({str(library_file)!r})
        with Library(file) as library:
            line = next(library.lines())[0]
        line = line._replace(suggestion=SuggestionLine("Pop", 0.9, Verdict.SURE))
        application = QApplication([])
        decisions = DecisionService(file, Workers())
        decisions.decide(line, accept(line))
        QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGKILL))
        application.exec()
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], env=os.environ, check=False
    )

    assert done.returncode == -signal.SIGKILL
    with Library(library_file) as library:
        assert dict(next(library.decisions.lines())) == {line.id: ACCEPTED}
