import sys

import pytest
from PySide6.QtCore import QObject

from musicreclass.core.live.pcm import PcmFormat
from musicreclass.gui.live.sound_inputs import ProgramRecording, open_inputs
from musicreclass.pipeline.live.recorders import InputKind, Recorder

PCM = PcmFormat(8_000)


def recorder(text, kind=InputKind.COMPUTER):
    return Recorder(kind, "", (sys.executable, "-c", text), PCM)


@pytest.fixture
def parent(qapp):
    return QObject()


def test_without_qt_multimedia_there_is_what_programs_record(qapp, qtbot):
    inputs = open_inputs()
    assert inputs.known() == []

    with qtbot.waitSignal(inputs.changed):
        inputs.note_recorders([recorder("", InputKind.MICROPHONE), recorder("pass")])

    (only,) = inputs.known()
    assert only.kind is InputKind.COMPUTER
    with qtbot.assertNotEmitted(inputs.changed):
        inputs.note_recorders([recorder("pass")])


def test_what_is_gone_cannot_be_opened(qapp, parent):
    inputs = open_inputs()
    inputs.note_recorders([recorder("pass")])
    (only,) = inputs.known()
    inputs.note_recorders([])

    assert inputs.open(only, parent) is None


def test_a_program_gives_sound_until_it_is_stopped(parent, qtbot):
    text = "import sys, time; sys.stdout.buffer.write(bytes(4000)); sys.stdout.flush(); "
    recording = ProgramRecording(recorder(f"{text} time.sleep(60)"), parent)
    came = []
    recording.came.connect(came.append)
    recording.start()

    qtbot.waitUntil(lambda: len(b"".join(came)) == 4000)
    with qtbot.assertNotEmitted(recording.lost):
        recording.stop()


@pytest.mark.parametrize("command", [(sys.executable, "-c", "pass"), ("/no/such/program",)])
def test_a_program_that_ends_by_itself_or_cannot_begin_is_lost_once(parent, qtbot, command):
    recording = ProgramRecording(Recorder(InputKind.COMPUTER, "", command, PCM), parent)
    lost = []
    recording.lost.connect(lambda: lost.append(1))

    recording.start()

    qtbot.waitUntil(lambda: bool(lost))
    assert lost == [1]
