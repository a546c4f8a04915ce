"""Opens what an earlier version left behind: is all of it found, and nothing done twice?

The version before makes a library, settings, a cache, a classifier, a training that is killed
half-way and a batch of written files in a home of its own, on music made up for it. The program as
it is then opens them. Prints a line for each check, and exits with 1 where one failed.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
import tomllib
from configparser import RawConfigParser
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from _compat_music import Music, make_music
from _compat_sides import REPOSITORY, Cache, Checks, Side, taken_from_history
from _compat_stopped import Unbroken, check_going_on, cut_off, trained

BEFORE = "5198652"  # the last before classes, fields and modules got other names
OWN, BOX = "own", "box"
QUICKLY = ("--preset", "quick", "--set", "epochs=8")
WINDOW_SECONDS = 5.0  # at least; on a busy machine it takes longer to open
LONGEST_SECONDS = 60.0
SCORES = """
    SELECT location, classifier, p.genres, scores, embedding, segments, starts
    FROM prediction p JOIN track t ON t.id = p.track_id ORDER BY location, bundle, classifier
"""
QUIET_SHARE = 0.1  # of a processor
ACCEPTED = 5  # files of those that wait


@dataclass(frozen=True, slots=True)
class Left:
    """What the version before said of what it left."""

    answers: dict[str, Any]
    taken: list[Any]  # by `accept` in a copy of the home
    scores: list[Any]  # of a library made anew
    originals: dict[str, bytes]  # files before they were written
    written: dict[str, bytes]
    settings: dict[str, Any]
    columns: dict[str, str]
    order: str
    unbroken: Unbroken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--before", default=BEFORE, metavar="REV", help=f"a revision ({BEFORE})")
    options = parser.parse_args()
    begun, checks = time.monotonic(), Checks()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        home = folder / "home"
        home.mkdir()
        before = Side(taken_from_history(options.before, folder / "before"), home)
        music = make_music(folder / "music")
        left = leave_behind(before, music, folder)
        keep_box(before)
        print(f"revision {options.before} took {time.monotonic() - begun:.0f} s", flush=True)
        open_all(Side(REPOSITORY, home), music, left, checks, folder)
    print(f"{checks.failed} checks failed after {time.monotonic() - begun:.0f} s in all")
    sys.exit(checks.failed > 0)


def keep_box(before: Side) -> None:
    """Let the box of the version before be a person's own, for another may be in the box today."""
    own = before.home / "data" / "classifiers" / f"{BOX}.pth"
    shutil.copyfile(before.source / "resources" / "classifiers" / f"{BOX}.pth", own)


def leave_behind(before: Side, music: Music, folder: Path) -> Left:
    """Let the version before fill its home."""
    own = folder / f"{OWN}.pth"
    before.verb("train", music.sorted, *QUICKLY, "--out", own)
    before.verb("classifiers", "import", own)
    before.verb("classifiers", "use", OWN)
    before.verb("scan", music.waiting)
    before.script("_compat_before.py", "listen", OWN, BOX)
    before.script("_compat_before.py", "choose")
    order = before.script("_compat_before.py", "order", music.sorted, folder / "other.pth")
    originals = music.files()
    some = sorted(music.waiting.iterdir())[:ACCEPTED]
    before.verb("accept", *some[1:], "--min-confidence", "0")
    before.verb("accept", some[0], "--genre", "Acid Jazz", "Soul")
    before.verb("write")
    unbroken = trained(before, music, folder / "whole.pth")
    cut_off(before, music, folder / "stopped.pth")
    settings, columns = _choices(before.home)
    return Left(
        answers=_answers(before, music),
        taken=_taken(before, folder / "home before"),
        scores=_scores(before, music, folder / "before.db", "_compat_before.py"),
        originals=originals,
        written=music.files(),
        settings=settings,
        columns=columns,
        order=order,
        unbroken=unbroken,
    )


def open_all(after: Side, music: Music, left: Left, checks: Checks, folder: Path) -> None:
    """Let the program as it is open all that was left, and check what comes of it."""
    kept = Cache.of(after.home)
    checks.true("a batch was written", left.written != left.originals)
    with checks.surviving("answers"):
        for what, told in _answers(after, music).items():
            checks.equal(what, told, left.answers[what])
    with checks.surviving("suggestions in the library"):
        taken = _taken(after, folder / "home after")
        checks.equal(
            "each suggestion in the library is the same to the last digit", taken, left.taken
        )
        scores = _scores(after, music, folder / "after.db", "_compat_after.py")
        checks.true("what both classifiers say of it anew is the same bits", scores == left.scores)
        analyzed = after.script("_compat_after.py", "listen", OWN, BOX)
        checks.equal("no track of the library is heard again", analyzed, [0, 0])
    with checks.surviving("the training that was cut off"):
        versions = folder / "versions"
        versions.mkdir()
        check_going_on(after, music, left.unbroken, checks, versions)
        found = after.script("_compat_after.py", "order")
        checks.equal("the window finds the training that was asked for", found, [left.order])
    with checks.surviving("choices"):
        _check_choices(after, left, checks)
    with checks.surviving("the batch that was written"):
        after.verb("undo")
        checks.true("undo gives back the bytes that were", music.files() == left.originals)
        after.verb("classify", music.waiting, "--json")
    written = Cache.of(after.home).new_since(kept)
    checks.equal(f"of {len(kept.inodes)} sounds in the cache none is heard again", written, 0)


def _answers(side: Side, music: Music) -> dict[str, Any]:
    """Return what the verbs tell, by what that is."""
    table = side.home / "features.csv"
    side.verb("listen", music.waiting, "--csv", table)
    stats = side.lines("stats", music.sorted)
    return {
        "the own classifier answers the same": side.lines("classify", music.waiting),
        "so does the one in the box, second by second": side.lines(
            "classify", music.waiting, "--classifier", BOX, "--segments"
        ),
        "features are the same": table.read_text(encoding="utf-8"),
        "the same classifiers are installed, and the own is in use": [
            [one[name] for name in ("name", "in_use", "genres", "problem")]
            for one in side.lines("classifiers", "list")
        ],
        "the own classifier says the same of itself": side.lines("classifiers", "show", OWN),
        "as many tracks wait": side.lines("review"),
        "the same files cannot be read, for the same reasons": side.lines("problems"),
        "the history is the same": side.lines("undo", "--list"),
        "music consists of the same": [one | {"seconds": 0} for one in stats],
    }


def _taken(side: Side, home: Path) -> list[Any]:
    """Return what is accepted, in a copy of the home, where all that is suggested is."""
    shutil.copytree(side.home, home)
    return Side(side.source, home).lines("accept", "--min-confidence", "0")


def _scores(side: Side, music: Music, library: Path, script: str) -> list[Any]:
    """Return what both classifiers say of the tracks of a new library, as it is kept: in bits."""
    anew = Side(side.source, side.home, library)
    anew.verb("scan", music.waiting)
    anew.script(script, "listen", OWN, BOX)
    with closing(sqlite3.connect(library)) as db:
        return db.execute(SCORES).fetchall()


def _choices(home: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what is kept of the settings, and of the window's columns."""
    settings = tomllib.loads((home / "config" / "settings.toml").read_text(encoding="utf-8"))
    window = RawConfigParser()
    window.read(home / "config" / "window.ini", encoding="utf-8")
    return settings, dict(window["columns"])


def _check_choices(after: Side, left: Left, checks: Checks) -> None:
    """Check that what was chosen is still so once verbs and the window have kept it again."""
    after.verb("classifiers", "use", OWN)  # which writes all settings, under their names of today
    settings, _ = _choices(after.home)
    checks.equal("each setting is as it was chosen", settings, left.settings)
    child = after.started()
    _wait_until_quiet(child.pid)
    child.send_signal(signal.SIGTERM)
    _, complaints = child.communicate(timeout=30)
    checks.equal("the window opens and closes", (child.returncode, complaints), (0, ""))
    settings, columns = _choices(after.home)
    checks.equal("columns are as they were chosen", columns, left.columns)
    checks.equal("the window leaves the settings as they are", settings, left.settings)


def _wait_until_quiet(pid: int) -> None:
    """Wait until the window has nothing to do any more: closed before, it breaks off its jobs."""
    process = psutil.Process(pid)
    deadline = time.monotonic() + LONGEST_SECONDS
    time.sleep(WINDOW_SECONDS)
    while process.cpu_percent(1.0) > 100.0 * QUIET_SHARE and time.monotonic() < deadline:
        pass


if __name__ == "__main__":
    main()
