"""What is played: the track in hand by one playback, and the next one is ready in another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from musicreclass import paths
from musicreclass.core.job import JobContext
from musicreclass.core.location import Location, location_of
from musicreclass.errors import FileProblem
from musicreclass.gui.language import in_words, sentence_on
from musicreclass.gui.player.playback import OpenOutputs, Outputs, Playback, open_outputs
from musicreclass.gui.workers import Workers
from musicreclass.logs import decoder_log
from musicreclass.pipeline.preview.playable import playable

FOLDER = "playable"


class Player(QObject):
    """Plays tracks one after the other, without a gap where the next one was prepared.

    Signals:
        moved: the position in seconds.
        playing_changed: whether it plays now.
        ended: the track has come to its end.
        changed: what it plays, or why it plays nothing.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)
    ended = Signal()
    changed = Signal()

    def __init__(
        self, workers: Workers, volume: int = 80, opened: OpenOutputs = open_outputs
    ) -> None:
        super().__init__(workers)
        self._workers = workers
        self._open = opened
        self._outputs: Outputs | None = None  # opened when the first track is loaded
        self._playbacks: list[Playback] = []  # the one in hand first
        self._volume = min(volume, 100)
        self._trouble = ""  # with the track in hand
        self._is_wanted = False  # to be played as soon as it can be
        self._path: Path | None = None
        self._decoding: dict[Playback, Path] = {}  # what playbacks wait for
        self._barred: frozenset[Location] = frozenset()  # what somebody else has in hand
        self._left_at = 0.0  # where the track in hand goes on once it is not barred

    @property
    def path(self) -> Path | None:
        """Return the file in hand."""
        return self._path

    @property
    def is_playing(self) -> bool:
        return bool(self._playbacks) and self._playbacks[0].is_playing

    @property
    def seconds(self) -> float:
        """Return where the track in hand stands."""
        return self._playbacks[0].seconds if self._playbacks else 0.0

    @property
    def why_off(self) -> str:
        """Return in a sentence why nothing can be played, nothing where it can."""
        return "" if self._outputs is None else self._outputs.why_silent() or self._trouble

    @property
    def volume(self) -> int:
        """Return how loud it plays, in percent."""
        return self._volume

    def set_volume(self, percent: int) -> None:
        self._volume = percent
        for playback in self._playbacks:
            playback.set_volume(percent / 100)

    def load(self, path: Path, *, plays: bool = False) -> None:
        """Take a track in hand; one that was prepared is ready at once."""
        if path == self._path:
            if plays:
                self.play()
            return
        self._wake()
        was_playing = self.is_playing
        self._path, self._trouble, self._is_wanted = path, "", False
        self._left_at = 0.0
        if self._playbacks:
            self._playbacks[0].pause()
            if self._holds(self._playbacks[1], path):
                self._playbacks.reverse()
                self._playbacks[0].seek(0.0)
            else:
                self._give(self._playbacks[0], path)
            if was_playing and not plays:
                self.playing_changed.emit(False)
        self.moved.emit(0.0)
        self.changed.emit()
        if plays:
            self.play()

    def prepare(self, path: Path) -> None:
        """Get the next track ready, so that it begins without a gap."""
        if self._playbacks and path != self._path and not self._holds(self._playbacks[1], path):
            self._give(self._playbacks[1], path)

    def let_go(self, locations: Iterable[Location]) -> None:
        """Hold none of some files until `pick_up`: Windows writes to none that is held."""
        was_barred = self._is_barred(self._path)
        self._barred = frozenset(locations)
        if self._is_barred(self._path) and not was_barred:
            self._left_at, self._is_wanted = self.seconds, self.is_playing
        for playback in self._playbacks:
            if self._is_barred(playback.path) or self._is_barred(self._decoding.get(playback)):
                self._give(playback, None)

    def pick_up(self) -> None:
        """Go on with what was let go of, where it stood."""
        path, was_barred = self._path, self._is_barred(self._path)
        self._barred = frozenset()
        if path is None or not was_barred:
            return
        seconds, plays, self._path = self._left_at, self._is_wanted, None
        self.load(path, plays=plays)
        if seconds:
            self.seek(seconds)

    def unload(self) -> None:
        """Let go of all files."""
        self._path, self._is_wanted = None, False
        self._decoding.clear()
        for playback in self._playbacks:
            playback.unload()
        self.changed.emit()

    def play(self) -> None:
        if self._path is not None and self._playbacks and not self.why_off:
            self._is_wanted = True
            if not self._is_barred(self._path):
                self._playbacks[0].play()

    def pause(self) -> None:
        self._is_wanted = False
        if self._playbacks:
            self._playbacks[0].pause()

    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        else:
            self.play()

    def seek(self, seconds: float) -> None:
        if self._playbacks and self._path is not None:
            self._playbacks[0].seek(max(0.0, seconds))
        self.moved.emit(max(0.0, seconds))

    def _wake(self) -> None:
        if self._outputs is None:
            self._outputs = self._open()
            self._outputs.setParent(self)
            self._outputs.changed.connect(self._on_outputs)
        if not self._playbacks and not self._outputs.why_silent():
            self._playbacks = [self._playback(), self._playback()]

    def _playback(self) -> Playback:
        assert self._outputs is not None
        playback = self._outputs.playback(self)
        playback.set_volume(self._volume / 100)
        playback.moved.connect(lambda seconds: self._pass_on(playback, self.moved.emit, seconds))
        playback.playing_changed.connect(
            lambda is_playing: self._pass_on(playback, self.playing_changed.emit, is_playing)
        )
        playback.ended.connect(lambda: self._pass_on(playback, self.ended.emit))
        playback.unplayable.connect(partial(self._on_unplayable, playback))
        return playback

    def _holds(self, playback: Playback, path: Path) -> bool:
        """Say whether a playback has a track, or will have it as soon as it is decoded."""
        return path in (playback.path, self._decoding.get(playback))

    def _is_barred(self, path: Path | None) -> bool:
        return bool(self._barred) and path is not None and location_of(str(path)) in self._barred

    def _give(self, playback: Playback, path: Path | None) -> None:
        """Let a playback have a file; none, or one that is barred, leaves it empty."""
        self._decoding.pop(playback, None)
        if path is None or self._is_barred(path):
            playback.unload()
        else:
            playback.load(path)

    def _pass_on(self, playback: Playback, emit: Callable[..., None], *values: object) -> None:
        """Say what a playback says, if it is the one in hand."""
        if self._playbacks and playback is self._playbacks[0]:
            emit(*values)

    def _on_outputs(self) -> None:
        """Go on after a device came or went."""
        if self.why_off:
            self.pause()
        elif not self._playbacks and self._path is not None:
            path, self._path = self._path, None
            self.load(path)
        self.changed.emit()

    def _on_unplayable(self, playback: Playback, path: Path, is_decoded: bool) -> None:
        """Decode a file that Qt cannot play; what it cannot play even then is not playable."""
        if is_decoded:
            self._give_up(path, self.tr("its sound is damaged"))
            return
        self._decoding[playback] = path
        thread = self._workers.prepare(partial(_decoded, path))
        thread.succeeded.connect(partial(self._on_decoded, playback, path))
        thread.failed.connect(partial(self._on_failed, path))
        self._workers.start(thread)

    def _on_decoded(self, playback: Playback, path: Path, instead: Path) -> None:
        if self._decoding.get(playback) != path:
            return  # it was given another track meanwhile
        del self._decoding[playback]
        playback.load(path, instead)
        if path == self._path and self._is_wanted:
            playback.play()

    def _on_failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, FileProblem):  # whose name stands above
            self._give_up(path, in_words(error.reason))
        else:
            self._give_up(path, sentence_on(error))

    def _give_up(self, path: Path, reason: str) -> None:
        if path == self._path:
            self._trouble = self.tr("This track cannot be played: {reason}").format(reason=reason)
            self.changed.emit()


def _decoded(path: Path, ctx: JobContext) -> Path:
    return playable(path, paths.cache_dir() / FOLDER, ctx, decoder_log())


def play_in_turn(one: Player, other: Player) -> None:
    """Let each of two players fall silent as the other plays."""
    one.playing_changed.connect(lambda plays: other.pause() if plays else None)
    other.playing_changed.connect(lambda plays: one.pause() if plays else None)
