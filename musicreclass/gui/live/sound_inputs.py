"""What sound can come in from, behind one small door: microphones by Qt, the computer by programs.

The libraries of the system that Qt Multimedia needs may be missing, and so may any device; neither
is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QIODevice, QLoggingCategory, QObject, QProcess, Signal

from musicreclass.core.live.pcm import Encoding, PcmFormat
from musicreclass.pipeline.live.recorders import InputKind, Recorder

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QMediaDevices

ENCODINGS: dict[str, Encoding] = {
    "UInt8": "u8", "Int16": "s16le", "Int32": "s32le", "Float": "f32le",
}  # fmt: skip
BUFFER_SECONDS = 0.2
ENDING_MS = 500  # that a program has to end once it was told to
COMPUTER = "computer"  # the id of what the computer plays


@dataclass(frozen=True, slots=True)
class SoundInput:
    """One thing that sound can come in from."""

    id: str
    name: str  # as the system has it; of what the computer plays, that of the output
    kind: InputKind
    is_usual: bool = field(default=False, compare=False)


class SoundRecording(QObject):
    """Sound that comes in from one input, until it is stopped.

    Signals:
        came: bytes of raw PCM.
        lost: the input gives nothing any more, though nobody has stopped it.
    """

    came = Signal(object)
    lost = Signal()

    pcm: PcmFormat

    def start(self) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        raise NotImplementedError


class SoundInputs(QObject):
    """All that sound can come in from. `changed` when something came or went."""

    changed = Signal()

    def known(self) -> Sequence[SoundInput]:
        """Return what there is now."""
        raise NotImplementedError

    def open(self, wanted: SoundInput, parent: QObject) -> SoundRecording | None:
        """Return what records an input, not started yet; None where that is gone."""
        raise NotImplementedError

    def note_recorders(self, found: Sequence[Recorder]) -> None:
        """Take note of programs that record: of these, what the computer plays is offered."""


class SystemInputs(SoundInputs):
    """Microphones as Qt Multimedia knows them, where it can be loaded; and the computer."""

    def __init__(self, devices: QMediaDevices | None) -> None:
        super().__init__()
        self._devices = devices
        self._recorders: tuple[Recorder, ...] = ()
        if devices is not None:
            devices.audioInputsChanged.connect(self.changed)
            devices.audioOutputsChanged.connect(self.changed)  # what it plays may come and go

    def known(self) -> Sequence[SoundInput]:
        found = [] if self._devices is None else [*map(_microphone, self._devices.audioInputs())]
        found.sort(key=lambda one: not one.is_usual)
        if self._computer() is not None:
            found.append(SoundInput(COMPUTER, self._output_name(), InputKind.COMPUTER))
        return found

    def open(self, wanted: SoundInput, parent: QObject) -> SoundRecording | None:
        if wanted.kind is InputKind.COMPUTER:
            recorder = self._computer()
            return None if recorder is None else ProgramRecording(recorder, parent)
        for device in () if self._devices is None else self._devices.audioInputs():
            if _id_of(device) == wanted.id:
                return QtRecording(device, parent)
        return None

    def note_recorders(self, found: Sequence[Recorder]) -> None:
        computers = tuple(one for one in found if one.kind is InputKind.COMPUTER)
        if computers != self._recorders:
            self._recorders = computers
            self.changed.emit()

    def _output_name(self) -> str:
        return "" if self._devices is None else self._devices.defaultAudioOutput().description()

    def _computer(self) -> Recorder | None:
        return self._recorders[0] if self._recorders else None


class QtRecording(SoundRecording):
    """A recording on Qt Multimedia."""

    def __init__(self, device: QAudioDevice, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QAudioSource, QtAudio

        sound = _format_of(device)
        encoding = ENCODINGS[sound.sampleFormat().name]
        self.pcm = PcmFormat(sound.sampleRate(), sound.channelCount(), encoding)
        self._stopped, self._fine = QtAudio.State.StoppedState, QtAudio.Error.NoError
        self._source = QAudioSource(device, sound, self)
        self._source.setBufferSize(sound.bytesForDuration(round(BUFFER_SECONDS * 1e6)))
        self._source.stateChanged.connect(self._on_state)
        self._output: QIODevice | None = None
        self._is_on = False

    def start(self) -> None:
        self._is_on = True
        output = self._source.start()
        if self._source.error() == self._fine:
            self._output = output
            output.readyRead.connect(self._read)
        else:
            self._on_state()

    def stop(self) -> None:
        self._is_on = False
        self._source.stop()

    def _read(self) -> None:
        if self._is_on and self._output is not None:
            self.came.emit(self._output.readAll().data())

    def _on_state(self) -> None:
        # Asked for: PySide cannot hand over the state that the signal brings along.
        if self._is_on and self._source.state() == self._stopped:
            self._is_on = False
            self.lost.emit()


class ProgramRecording(SoundRecording):
    """A recording by a program of the system."""

    def __init__(self, recorder: Recorder, parent: QObject) -> None:
        super().__init__(parent)
        self.pcm = recorder.pcm
        self._command = recorder.command
        self._is_on = False
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_end)

    def start(self) -> None:
        self._is_on = True
        program, *arguments = self._command
        self._process.start(program, arguments)

    def stop(self) -> None:
        self._is_on = False
        self._process.kill()  # it has nothing to tidy up
        self._process.waitForFinished(ENDING_MS)

    def _read(self) -> None:
        if self._is_on:
            self.came.emit(self._process.readAllStandardOutput().data())

    def _on_end(self) -> None:
        if self._is_on:
            self._is_on = False
            self.lost.emit()


def _microphone(device: QAudioDevice) -> SoundInput:
    return SoundInput(
        _id_of(device), device.description(), InputKind.MICROPHONE, device.isDefault()
    )


def _id_of(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")


def _format_of(device: QAudioDevice) -> QAudioFormat:
    """Return the format that a device prefers, or one of 16 bits where that is none of ours."""
    from PySide6.QtMultimedia import QAudioFormat

    sound = device.preferredFormat()
    if sound.sampleFormat().name not in ENCODINGS:
        sound.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return sound


def open_inputs() -> SoundInputs:
    """Return what sound can come in from, as far as this system has it."""
    # Which of the system's sound servers are missing is nobody's business on the terminal.
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        return SystemInputs(None)
    return SystemInputs(QMediaDevices())


def input_name(one: SoundInput) -> str:
    """Return what an input is called in the window."""
    if one.kind is InputKind.COMPUTER:
        return QCoreApplication.translate("SoundInputs", "What this computer plays")
    said = QCoreApplication.translate("SoundInputs", "Microphone: {name}")
    return said.format(name=one.name)


OpenInputs = Callable[[], SoundInputs]
