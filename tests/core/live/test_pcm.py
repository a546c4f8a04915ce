import numpy as np
import pytest

from musicreclass.core.live.pcm import CONTAINERS, ENCODINGS, PcmFormat, PcmProblem, PcmReader

WAVE = np.array([0.0, 0.5, -0.5, 0.25, -1.0], dtype=np.float32)
BYTES = {
    "u8": (WAVE * 128 + 128).astype(np.uint8).tobytes(),
    "s16le": (WAVE * 2**15).astype("<i2").tobytes(),
    "s24le": b"".join(int(x * 2**23).to_bytes(3, "little", signed=True) for x in WAVE),
    "s32le": (WAVE.astype(np.float64) * 2**31).astype("<i4").tobytes(),
    "f32le": WAVE.astype("<f4").tobytes(),
    "f64le": WAVE.astype("<f8").tobytes(),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_gives_the_samples_that_were_put_in(encoding):
    reader = PcmReader(PcmFormat(16_000, 1, encoding))

    assert np.allclose(reader.read(BYTES[encoding]), WAVE)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("portion", [1, 3, 7])
def test_bytes_may_come_in_odd_portions(encoding, portion):
    reader, data = PcmReader(PcmFormat(16_000, 1, encoding)), BYTES[encoding]

    parts = [reader.read(data[at : at + portion]) for at in range(0, len(data), portion)]

    assert np.allclose(np.concatenate(parts), WAVE)
    assert reader.rest() is None


def test_several_channels_become_their_mean():
    reader = PcmReader(PcmFormat(44_100, 2))
    stereo = np.array([[1000, 3000], [-2000, 0]], dtype="<i2")

    assert np.allclose(reader.read(stereo.tobytes()) * 2**15, [2000, -1000])


def test_sound_that_ends_amid_a_sample_says_how_much_was_left_out():
    reader = PcmReader(PcmFormat(16_000, 2))

    samples = reader.read(bytes(4 * 10 + 3))

    assert len(samples) == 10
    assert str(reader.rest()) == "The sound ended amid a sample: 3 bytes of 4 were left out."


@pytest.mark.parametrize("mark", CONTAINERS)
def test_a_file_is_told_from_raw_pcm_however_its_head_comes(mark):
    reader = PcmReader(PcmFormat(16_000))

    with pytest.raises(PcmProblem, match=r"file, not raw PCM; unpack it first"):
        any(len(reader.read(bytes([byte]))) for byte in mark + bytes(1))


def test_sound_that_begins_as_a_mark_does_is_no_file():
    reader = PcmReader(PcmFormat(16_000))

    parts = [reader.read(b"R"), reader.read(b"IF"), reader.read(b"T" + bytes(6))]

    assert sum(map(len, parts)) == 5


def test_whole_numbers_read_as_floats_are_refused():
    reader = PcmReader(PcmFormat(16_000, 1, "f32le"))
    noise = np.random.default_rng(1).integers(-(2**15), 2**15, 4000).astype("<i2")

    with pytest.raises(PcmProblem, match="no sound in the encoding f32le"):
        reader.read(noise.tobytes())


def test_a_single_sample_that_is_no_number_is_silence():
    wave = np.full(1000, 0.5, dtype="<f4")
    wave[7] = np.nan

    samples = PcmReader(PcmFormat(16_000, 1, "f32le")).read(wave.tobytes())

    assert samples[7] == 0.0
    assert np.isfinite(samples).all()


@pytest.mark.parametrize(
    ("rate", "channels", "said"),
    [
        (0, 1, "A sample rate lies between 4,000 and 384,000 Hz"),
        (10**9, 1, "A sample rate lies between"),
        (16_000, 0, "Sound has 1 to 32 channels"),
        (16_000, 99, "Sound has 1 to 32 channels"),
    ],
)
def test_what_no_sound_has_is_refused(rate, channels, said):
    with pytest.raises(PcmProblem, match=said):
        PcmFormat(rate, channels)
