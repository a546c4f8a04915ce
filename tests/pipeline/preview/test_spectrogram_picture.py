import numpy as np
import pytest

from musicreclass.audio.decoding.decode import DecodeError
from musicreclass.pipeline.preview.spectrogram_picture import draw, quantised, reduced, spec_for
from musicreclass.pipeline.preview.track_preview import LOWEST_DB
from tests import material

RATE = 44_100


def tone_file(path, hertz, seconds=3.0):
    time = np.arange(round(seconds * RATE)) / RATE
    loud = np.where(time < seconds / 2, 0.0, 0.5)
    samples = (loud * np.sin(2 * np.pi * hertz * time)).astype(np.float32)
    return material.write_audio(path, samples=samples[:, None].repeat(2, axis=1))


def test_a_tone_is_bright_at_its_frequency_and_its_time(tmp_path):
    picture = draw(str(tone_file(tmp_path / "a.wav", 1000.0)))

    late = picture.decibels[:, picture.column(2.5)]
    assert abs(picture.band_hz[int(late.argmax())] - 1000.0) < 60.0
    assert picture.db_at(int(late.argmax()), 2.5) > -3.0
    assert picture.db_at(int(late.argmax()), 0.5) == LOWEST_DB


def test_a_picture_spans_the_whole_file(tmp_path):
    picture = draw(str(tone_file(tmp_path / "a.wav", 440.0)))

    assert picture.seconds == pytest.approx(3.0, abs=0.01)
    assert picture.decibels.dtype == np.uint8
    assert len(picture.band_hz) == picture.decibels.shape[0]
    assert picture.column(99.0) == picture.decibels.shape[1] - 1


def test_many_frames_become_few_and_a_short_sound_is_not_lost(tmp_path):
    mel = np.full((4, 10_001), LOWEST_DB, dtype=np.float32)
    mel[2, 7003] = 0.0

    few = reduced(mel, 100)

    assert few.shape == (4, 100)
    assert few[2].argmax() == 70
    assert few[2].max() == 0.0


def test_few_frames_stay_as_they_are():
    mel = np.zeros((4, 30), dtype=np.float32)

    assert reduced(mel, 100) is mel


def test_decibels_come_back_within_a_third():
    mel = np.linspace(-100.0, 5.0, 40, dtype=np.float32)[None]

    steps = quantised(mel)

    back = LOWEST_DB * (1.0 - steps / 255)
    assert np.abs(back - np.clip(mel, LOWEST_DB, 0.0)).max() < 0.17


def test_the_longer_a_track_the_coarser_it_is_looked_at():
    hops = [spec_for(seconds).hop for seconds in (10.0, 240.0, 7200.0, None)]

    assert hops == [512, 1024, 2048, 2048]


def test_a_file_without_sound_is_a_sentence(tmp_path):
    path = tmp_path / "a.mp3"
    path.write_bytes(b"nothing of the kind" * 100)

    with pytest.raises(DecodeError):
        draw(str(path))
