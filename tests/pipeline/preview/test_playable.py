import os

import numpy as np
import pytest
import soundfile

from musicreclass.errors import FileProblem
from musicreclass.pipeline.preview.playable import MOST_KEPT, Transcript, playable, write_wav
from tests import material
from tests.recording_context import RecordingContext


def test_a_file_of_another_format_becomes_a_wav_of_the_same_sound(tmp_path):
    source = material.write_audio(tmp_path / "a.tta", seconds=0.5)
    target = tmp_path / "a.wav"

    write_wav(Transcript(str(source), str(target)))

    sound, rate = soundfile.read(target)
    assert rate == 44_100
    expected = material.tone(0.5).mean(axis=1)
    assert np.abs(sound - expected[: len(sound)]).max() < 1e-3


def test_what_was_decoded_once_serves_again_and_the_oldest_goes(tmp_path):
    source = material.write_audio(tmp_path / "a.wv", seconds=0.2)
    folder = tmp_path / "cache"
    folder.mkdir()
    for number in range(MOST_KEPT + 2):
        old = folder / f"{number}.wav"
        old.write_bytes(b"")
        os.utime(old, (number, number))

    first = playable(source, folder, RecordingContext())
    made_at = first.stat().st_mtime_ns
    second = playable(source, folder, RecordingContext())

    assert second == first
    assert first.stat().st_mtime_ns == made_at
    assert len(list(folder.glob("*.wav"))) == MOST_KEPT


def test_a_file_without_sound_leaves_nothing_behind(tmp_path):
    source = tmp_path / "a.mp3"
    source.write_bytes(b"nothing of the kind" * 50)

    with pytest.raises(FileProblem):
        write_wav(Transcript(str(source), str(tmp_path / "a.wav")))

    assert [path.name for path in tmp_path.iterdir()] == ["a.mp3"]


def test_a_file_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(FileProblem, match="no longer there"):
        playable(tmp_path / "gone.mp3", tmp_path / "cache", RecordingContext())
