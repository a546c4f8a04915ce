from pathlib import Path

import numpy as np
import pytest

from musicreclass.audio.decoding import reading as reading_module
from musicreclass.audio.decoding.decode import DecodeError, Remark, Source, decode
from musicreclass.sentences.reason import as_said
from tests.audio.sounds import save, sound


class StubStream:
    """A decoder that gives `good` frames of a ramp and then does what `finish` does."""

    def __init__(self, good, finish=lambda: None):
        self.source = Source(1000, 1, None, "stub", "stub")
        self.is_damaged = False
        self._good, self._finish = good, finish

    def blocks(self, start):
        while start < self._good:
            yield np.arange(start, start + 100, dtype=np.float32)[:, np.newaxis] / 1e4
            start += 100
        self._finish()

    def is_cut_short(self, end):
        return False

    def close(self):
        pass


def give_up():
    raise DecodeError(Path("stub"), as_said("lost"))


@pytest.fixture
def decoders(tmp_path, monkeypatch):
    """Put other decoders in place of the real ones; return the file to call them for."""

    def use(*streams):
        openers = [lambda path, seen, stream=stream: stream for stream in streams]
        monkeypatch.setattr(reading_module, "_decoders", lambda seen: openers)
        return save(tmp_path / "a.wav", sound(0.1))

    return use


def test_where_one_decoder_gives_up_the_next_goes_on(decoders):
    path = decoders(StubStream(300, give_up), StubStream(1000))

    analysis = decode(path)

    np.testing.assert_allclose(analysis.samples, np.arange(1000) / 1e4, atol=1e-7)
    assert Remark.DAMAGED in analysis.remarks


def test_where_all_decoders_give_up_what_they_gave_is_kept(decoders):
    path = decoders(StubStream(300, give_up), StubStream(0, give_up))

    analysis = decode(path)

    assert len(analysis.samples) == 300
    assert Remark.DAMAGED in analysis.remarks


def test_a_decoder_that_finds_nothing_is_followed_by_the_next(decoders):
    path = decoders(StubStream(0), StubStream(500))

    assert len(decode(path).samples) == 500


def test_a_decoder_that_never_ends_is_stopped(decoders, monkeypatch):
    monkeypatch.setattr(reading_module, "LONGEST_SECONDS", 5.0)
    path = decoders(StubStream(10**9))

    assert decode(path).seconds == pytest.approx(5.0, abs=0.2)
