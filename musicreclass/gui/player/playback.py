"""Qt Multimedia, behind one small door: a `Playback` plays one file, and says how that goes.

The libraries of the system that it needs may be missing, and so may a device; neither is an error.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, QLoggingCategory, QObject, QUrl, Signal

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer

AV_LOG_QUIET = -8  # as FFmpeg has it
FFMPEG_FILES = ("Qt/lib/libavutil.so.*", "Qt/lib/libavutil.*.dylib", "avutil-*.dll")


class Playback(QObject):
    """What plays one file.

    Signals:
        moved: the position in seconds, several times a second while it plays.
        playing_changed: whether it plays now.
        ended: the sound has come to its end.
        unplayable: the file's path, and whether it was another file in its place that failed.
    """

    moved = Signal(float)
    playing_changed = Signal(bool)
    ended = Signal()
    unplayable = Signal(object, bool)

    path: Path | None = None  # the track's file, whatever is played in its place

    def load(self, path: Path, instead: Path | None = None) -> None:
        """Get ready to play `path`, or a file that stands for it."""
        raise NotImplementedError

    def unload(self) -> None:
        """Let go of the file: somebody may want to write to it or to pull the drive out."""
        raise NotImplementedError

    def play(self) -> None:
        raise NotImplementedError

    def pause(self) -> None:
        raise NotImplementedError

    def seek(self, seconds: float) -> None:
        raise NotImplementedError

    def set_volume(self, share: float) -> None:
        raise NotImplementedError

    @property
    def is_playing(self) -> bool:
        raise NotImplementedError

    @property
    def seconds(self) -> float:
        """Return where it stands."""
        raise NotImplementedError


class Outputs(QObject):
    """What sound can come out of. `changed` when a device came or went."""

    changed = Signal()

    def why_silent(self) -> str:
        """Return why there is no sound, in a sentence; nothing where it can."""
        raise NotImplementedError

    def playback(self, parent: QObject) -> Playback:
        raise NotImplementedError


class NoOutputs(Outputs):
    """Outputs where Qt Multimedia cannot be loaded."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self._reason = reason

    def why_silent(self) -> str:
        said = QCoreApplication.translate("Player", "Playing is off: {reason}")
        return said.format(reason=self._reason)


class QtOutputs(Outputs):
    """Outputs as Qt Multimedia knows them."""

    def __init__(self, devices: QMediaDevices) -> None:
        super().__init__()
        self._devices = devices
        devices.audioOutputsChanged.connect(self.changed)

    def why_silent(self) -> str:
        if self._devices.defaultAudioOutput().isNull():
            return QCoreApplication.translate("Player", "Playing is off: there is no audio device.")
        return ""

    def playback(self, parent: QObject) -> Playback:
        return QtPlayback(self._devices, parent)


class QtPlayback(Playback):
    """A playback on Qt Multimedia."""

    def __init__(self, devices: QMediaDevices, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._kinds = QMediaPlayer
        self._player = QMediaPlayer(self)
        quieten_ffmpeg()
        self._output = QAudioOutput(self)
        self._player.setAudioOutput(self._output)
        self._awaited = 0.0  # where to go once the file is open
        self._is_substitute = False
        devices.audioOutputsChanged.connect(
            lambda: self._output.setDevice(devices.defaultAudioOutput())
        )
        self._player.positionChanged.connect(lambda ms: self.moved.emit(ms / 1000))
        self._player.playingChanged.connect(self.playing_changed)
        self._player.mediaStatusChanged.connect(self._on_status)
        self._player.errorOccurred.connect(self._on_error)

    def load(self, path: Path, instead: Path | None = None) -> None:
        self.path = path
        self._is_substitute = instead is not None
        self._awaited = 0.0
        self._player.setSource(QUrl.fromLocalFile(str(instead or path)))

    def unload(self) -> None:
        self.path = None
        self._player.stop()
        self._player.setSource(QUrl())

    def play(self) -> None:
        self._player.play()

    def pause(self) -> None:
        self._player.pause()

    def seek(self, seconds: float) -> None:
        if self._player.isSeekable():
            self._player.setPosition(round(seconds * 1000))
        else:
            self._awaited = seconds

    def set_volume(self, share: float) -> None:
        from PySide6.QtMultimedia import QtAudio

        # Loudness is felt in ratios: half of the way on the control shall sound half as loud.
        scales = QtAudio.VolumeScale.LogarithmicVolumeScale, QtAudio.VolumeScale.LinearVolumeScale
        self._output.setVolume(QtAudio.convertVolume(share, *scales))

    @property
    def is_playing(self) -> bool:
        return self._player.isPlaying()

    @property
    def seconds(self) -> float:
        return self._player.position() / 1000

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        known = self._kinds.MediaStatus
        if status in (known.LoadedMedia, known.BufferedMedia) and self._awaited:
            seconds, self._awaited = self._awaited, 0.0
            self.seek(seconds)
        elif status == known.EndOfMedia:
            self.ended.emit()
        elif status == known.InvalidMedia:
            self._give_up()

    def _on_error(self, error: QMediaPlayer.Error, text: str) -> None:
        if error != self._kinds.Error.NoError:
            self._give_up()

    def _give_up(self) -> None:
        path, self.path = self.path, None  # once: Qt says it by a status and by an error
        if path is not None:
            self.unplayable.emit(path, self._is_substitute)


def open_outputs() -> Outputs:
    """Return what sound can come out of, as far as this system has it."""
    # Which of the system's sound servers are missing is nobody's business on the terminal.
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        return NoOutputs(_missing(error))
    return QtOutputs(QMediaDevices())


def _missing(error: ImportError) -> str:
    library = str(error).partition(":")[0]
    said = QCoreApplication.translate(
        "Player", "{library} is missing on this system; install it and start again."
    )
    return said.format(library=library)


OpenOutputs = Callable[[], Outputs]


def quieten_ffmpeg() -> None:
    """Let Qt's FFmpeg print nothing, once Qt has loaded it; a copy that lies elsewhere goes on."""
    folder = Path(PySide6.__file__).parent
    for name in FFMPEG_FILES:
        for library in folder.glob(name):
            with suppress(OSError):  # nobody has loaded it
                _loaded(library).av_log_set_level(AV_LOG_QUIET)


def _loaded(library: Path) -> ctypes.CDLL:
    """Return a library that is loaded already: by itself it would lack what Qt brings along.

    Raises:
        OSError: it is not.
    """
    only_loaded = getattr(os, "RTLD_NOLOAD", 0) | getattr(os, "RTLD_NOW", 0)
    return ctypes.CDLL(str(library), mode=only_loaded)
