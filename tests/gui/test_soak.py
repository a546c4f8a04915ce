"""A long review at random: nothing breaks, and the library knows it all.

`bench soak` makes ten thousand actions of it; the number is taken from MUSICRECLASS_SOAK.
"""

import os
import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.gui.review.sidebar_entries import ENTRY_ROLE
from musicreclass.library.store import Library
from tests.gui.turning import wait_until

ACTIONS = int(os.environ.get("MUSICRECLASS_SOAK", "1000"))
TRACKS = 120
SEED = 20
GENRES = ("Pop", "Rock", "Jazz", "Classical", "Electronic")
TITLES = ("青花瓷", "夜曲", "So What", "Blue", "十年")
SEARCHES = (
    "",
    "",
    "",
    "",
    "blue",
    "青花",
    "confidence:>0.5",
    "state:accepted",
    "-rock",
    "genre:",
    "( x",
)
DECIDING_KEYS = "aaaaass112345"
MOVING_KEYS = (
    Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_Down, Qt.Key.Key_Up,
    Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class RandomReviewer:
    """A person who presses whatever comes to mind, and writes down what was decided."""

    def __init__(self, page, decisions, seed):
        self.page = page
        self.decisions = decisions
        self.chance = random.Random(seed)
        self.batches = []  # what each decision stood in place of: {track id: DecisionLine | None}
        self.stands = {}
        decisions.updated.connect(self._note)

    def do_something(self):
        action = self.chance.choices(
            [self.move, self.decide, self.undo, self.search, self.sort, self.look, self.accept_all],
            weights=[30, 40, 8, 8, 6, 6, 2],
        )[0]
        action()
        if self.chance.random() < 0.2:
            QTest.qWait(1)  # let what was queued happen

    def press(self, key):
        QTest.keyClick(self.page.table, key)

    def move(self):
        self.press(self.chance.choice(MOVING_KEYS))

    def decide(self):
        self.press(self.chance.choice(DECIDING_KEYS))

    def undo(self):
        self.press("z")
        self.settle()
        for track_id, before in (self.batches.pop() if self.batches else {}).items():
            self._put(track_id, before)

    def accept_all(self):
        self.settle()
        before = self.shown()
        self.page.bulk.accept_wanted.emit(self.chance.choice([0.5, 0.7, 0.9]))
        self.settle()
        after = self.shown()
        changed = {i: before.get(i) for i in after if after[i] != before.get(i)}
        if changed:
            self.batches.append(changed)
            for track_id in changed:
                self._put(track_id, after[track_id])

    def search(self):
        self.page.filter_now(self.chance.choice(SEARCHES))

    def sort(self):
        order = self.chance.choice([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
        self.page.table.sortByColumn(self.chance.randrange(self.page.tracks.columnCount()), order)

    def look(self):
        sidebar = self.page.sidebar
        items = (sidebar.item(row) for row in range(sidebar.count()))
        entries = [entry for item in items if (entry := item.data(ENTRY_ROLE)) is not None]
        if self.chance.random() < 0.5:  # for much that holds together is empty
            self.page.choosing.clear()
        else:
            sidebar.go_to(self.chance.choice(entries))
        self.page.table.go_to(0)

    def settle(self):
        """Wait until all is kept and shown."""
        waiting = self.page.pending_updates
        wait_until(lambda: self.decisions.is_flushed and not waiting.is_waiting)

    def shown(self):
        """Return what the page says is decided, whatever it shows right now."""
        tracks = self.page.tracks.tracks
        return {line.id: line.decision for line in all_lines(tracks) if line.decision is not None}

    def _note(self, pairs):
        self.batches.append({track_id: self.stands.get(track_id) for track_id, _ in pairs})
        for track_id, line in pairs:
            self._put(track_id, line)

    def _put(self, track_id, line):
        self.stands.pop(track_id, None)
        if line is not None:
            self.stands[track_id] = line


def all_lines(tracks):
    return [tracks.line_of(track_id) for track_id in range(1, TRACKS + 1)]


@pytest.fixture
def reviewer(page, come, classify_service, decisions, recorded, suggestion, qtbot):
    chance = random.Random(SEED)
    lines = recorded([f"{TITLES[number % 5]} {number}" for number in range(TRACKS)])
    come(*lines)
    classify_service.suggestions_came.emit(
        [
            (
                line.id,
                suggestion(chance.choice(GENRES), chance.random(), chance.choice(list(Verdict))),
            )
            for line in lines
            if chance.random() < 0.9
        ]
    )
    qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)
    page.table.setFocus()
    page.table.go_to(0)
    return RandomReviewer(page, decisions, SEED)


@pytest.mark.timeout(1800)
def test_a_long_review_at_random_ends_with_all_that_was_decided(reviewer, library_file):
    for _ in range(ACTIONS):
        reviewer.do_something()

    reviewer.settle()
    with Library(library_file) as library:
        kept = {i: line for batch in library.decisions.lines() for i, line in batch}
    assert len(kept) > TRACKS / 4
    assert kept == reviewer.stands
    assert reviewer.shown() == reviewer.stands
