"""What was decided in the long run and what of it is in files: plain Python, replayed beside."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

MOST_BATCHES = 100  # more are never taken back in turn


@dataclass(frozen=True, slots=True)
class Word:
    """What stands for a track."""

    state: str
    genres: tuple[str, ...] = ()
    is_typed: bool = False

    @property
    def holds(self) -> bool:
        return bool(self.genres) and self.state != "undone"


Batch = dict[int, "Word | None"]  # track id -> what stood before, or after where it is undone
Stays = Callable[["Word | None"], bool]


class Record:
    """All that stands, and batches that can be taken back and made again."""

    def __init__(self) -> None:
        self.words: dict[int, Word] = {}
        self._done: list[Batch] = []
        self._undone: list[Batch] = []

    def decide(self, words: Mapping[int, Word | None]) -> None:
        """Put words in place of what stands, as one batch; None: nothing stands any more."""
        if not words:
            return
        self._undone.clear()
        self._done.append({track: self.words.get(track) for track in words})
        del self._done[:-MOST_BATCHES]
        for track, word in words.items():
            self._put(track, word)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> None:
        self._turn(self._done, self._undone, stays=lambda then: True)

    def redo(self) -> None:
        self._turn(
            self._undone,
            self._done,
            stays=lambda then: then is None or then.state not in ("accepted", "changed", "undone"),
        )

    def note_written(self, tracks: Iterable[int]) -> None:
        for track in tracks:
            self.words[track] = replace(self.words[track], state="written")

    def note_unwritten(self, tracks: Iterable[int]) -> None:
        """Take note that files have their bytes of before: nothing makes them written again."""
        for track in tracks:
            word = self.words.get(track)
            if word is not None and word.state == "written":
                self.words[track] = replace(word, state="undone")
            for batch in (*self._done, *self._undone):
                held = batch.get(track)
                if held is not None and held.state == "written":
                    batch[track] = replace(held, state="undone")

    def differences(self, library_file: Path) -> list[str]:
        """Return in what a library says otherwise."""
        return self.beside(_kept(library_file), "the library")

    def take_over(self, library_file: Path) -> None:
        """Take what a library says for right; nothing of before can be taken back."""
        self.words = _kept(library_file)
        self._done.clear()
        self._undone.clear()

    def beside(self, kept: Mapping[int, Word], who: str) -> list[str]:
        return [
            f"{who} says {kept.get(track)} of track {track}, and was to say {self.words.get(track)}"
            for track in sorted(kept.keys() | self.words.keys())
            if kept.get(track) != self.words.get(track)
        ]

    def _turn(self, source: list[Batch], target: list[Batch], stays: Stays) -> None:
        if not source:
            return
        turned: Batch = {}
        for track, then in source.pop().items():
            now = self.words.get(track)
            if now is not None and now.state == "written" and stays(then):
                continue
            turned[track] = now
            self._put(track, then)
        if turned:
            target.append(turned)

    def _put(self, track: int, word: Word | None) -> None:
        self.words.pop(track, None)
        if word is not None:
            self.words[track] = word


def _kept(library_file: Path) -> dict[int, Word]:
    with closing(sqlite3.connect(f"file:{library_file}?mode=ro", uri=True, timeout=30.0)) as db:
        rows = db.execute(
            "SELECT track_id, coalesce(became, said), genres, is_typed FROM decision"
        ).fetchall()
    return {
        track: Word(state, tuple(json.loads(genres)), bool(is_typed))
        for track, state, genres, is_typed in rows
    }
