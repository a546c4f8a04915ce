"""Inputs that give what a test has them give, and reports that nobody made."""

import numpy as np

from musicreclass.core.live.live_answer import CalmView, LiveReport, Summary
from musicreclass.core.live.pcm import PcmFormat
from musicreclass.gui.live.sound_inputs import SoundInput, SoundInputs, SoundRecording
from musicreclass.pipeline.live.recorders import InputKind
from tests.core.live.made_up import CALIBRATOR, piece

RATE = 16_000
WEBCAM = SoundInput("webcam", "Webcam", InputKind.MICROPHONE, is_usual=True)
HEADSET = SoundInput("headset", "Headset", InputKind.MICROPHONE)
COMPUTER = SoundInput("computer", "", InputKind.COMPUTER)
SHARES = (0.05, 0.15, 0.8)


class InputsInMemory(SoundInputs):
    """Devices that can be plugged in and pulled out, and recordings that only pretend."""

    def __init__(self, *there):
        super().__init__()
        self.there = list(there)
        self.recordings = []
        self.recorders = ()

    def known(self):
        return self.there

    def open(self, wanted, parent):
        if wanted not in self.there:
            return None
        self.recordings.append(RecordingInMemory(wanted, parent))
        return self.recordings[-1]

    def note_recorders(self, found):
        self.recorders = found

    def plug(self, *there):
        self.there = list(there)
        self.changed.emit()


class RecordingInMemory(SoundRecording):
    """A recording that gives what a test gives it."""

    pcm = PcmFormat(RATE)

    def __init__(self, wanted, parent):
        super().__init__(parent)
        self.wanted = wanted
        self.is_on = False

    def start(self):
        self.is_on = True

    def stop(self):
        self.is_on = False

    def give(self, seconds=3.0, level=0.3):
        """Give a tone at this level, 0 for silence."""
        wave = level * np.sin(2 * np.pi * 440 * np.arange(round(seconds * RATE)) / RATE)
        self.came.emit((wave * (2**15 - 1)).astype("<i2").tobytes())


def report(shares=SHARES, tags=("piano",), *, end=30.0, is_silent=False, **changed):
    """Return a report in which all says the same."""
    said = CALIBRATOR.suggest(piece(0, shares, seconds_analyzed=3.0).predictions)
    made = {
        "number": 7,
        "start_seconds": end - 3.0,
        "end_seconds": end,
        "loudness_db": -20.0,
        "piece": None if is_silent else said,
        "piece_tags": tags,
        "now": None if is_silent else CalmView(said.candidates, said.verdict, tags),
        "minute": Summary(None) if is_silent else Summary(said, tags, 30.0),
        "arrived_at": 0.0,
    }
    return LiveReport(**(made | changed))
