import numpy as np
import pytest
import soundfile

from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec, Part, PieceSpec
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled, FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze, key_of
from musicreclass.pipeline.analysis.analyze_file import FileChanged
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from tests.recording_context import RecordingContext

RATE = 44_100
BOTH = AnalysisSpec(seconds=2.0, mels=(GTZAN_MEL,))


@pytest.fixture
def tones(tmp_path):
    """Six files of three seconds, each with a tone of its own."""
    return [_tone(tmp_path / f"{number}.wav", 220.0 * 2 ** (number / 3)) for number in range(6)]


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "cache")


def _tone(path, frequency, seconds=3.0):
    time = np.arange(int(RATE * seconds)) / RATE
    noise = np.random.default_rng(int(frequency)).normal(0, 0.01, len(time))
    soundfile.write(path, 0.5 * np.sin(2 * np.pi * frequency * time) + noise, RATE)
    return audio_file(path)


def audio_file(path):
    return AudioFileRef(str(path), FileStamp.of(path), f"sound of {path.name}")


def outcomes(files, cache, analysis_spec=BOTH, *, ctx=None, workers=2):
    return dict(
        analyze(files, analysis_spec, ctx or RecordingContext(), AnalysisOptions(cache, workers))
    )


def assert_same(one, other):
    np.testing.assert_array_equal(one.features, other.features)
    np.testing.assert_array_equal(one.mels[0], other.mels[0])


def test_every_file_is_analyzed_as_it_was_ordered(tones, cache):
    analysis = outcomes(tones, cache)

    assert set(analysis) == set(tones)
    assert all(isinstance(outcome, Analysis) for outcome in analysis.values())
    one = analysis[tones[0]]
    assert one.features.shape == (518,)
    assert one.mels[0].shape == (128, len(GTZAN_MEL.kept(87)))
    assert (one.start_seconds, one.seconds, one.total_seconds) == (0.5, 2.0, 3.0)


def test_the_cache_gives_back_the_same_numbers(tones, cache):
    first = outcomes(tones, cache)
    ctx = RecordingContext()

    second = outcomes(tones, cache, ctx=ctx)

    assert ctx.reports[-1].fraction == 1.0
    for file in tones:
        assert_same(first[file], second[file])


def test_raw_sound_is_kept_as_pieces_of_two_bytes_a_sample(tones, cache):
    spec = AnalysisSpec(seconds=2.0, features=False, mels=(PieceSpec(8_000, 4_000, 3),))

    first = outcomes(tones, cache, spec)[tones[0]]
    again = outcomes(tones, cache, spec)[tones[0]]

    assert first.mels[0].dtype == again.mels[0].dtype == np.int16
    assert first.mels[0].shape == (3, 4_000)
    assert np.abs(first.mels[0]).max() > 1_000
    np.testing.assert_array_equal(first.mels[0], again.mels[0])
    assert 24_000 < cache.size() / len(tones) < 30_000


def test_the_number_of_workers_changes_nothing(tones, tmp_path):
    alone = outcomes(tones, AnalysisCache(tmp_path / "one"), workers=1)
    three = outcomes(tones, AnalysisCache(tmp_path / "three"), workers=3)

    for file in tones:
        assert_same(alone[file], three[file])


def test_another_analysis_is_not_taken_from_the_cache(tones, cache):
    outcomes(tones[:1], cache)

    (whole,) = outcomes(tones[:1], cache, AnalysisSpec(Part.WHOLE, mels=(GTZAN_MEL,))).values()

    assert whole.seconds == 3.0


def test_a_file_that_cannot_be_analyzed_is_named_and_the_others_go_on(tones, cache, tmp_path):
    (tmp_path / "text.mp3").write_bytes(b"this is no music " * 100)
    bad = audio_file(tmp_path / "text.mp3")

    analysis = outcomes([bad, *tones], cache)

    assert isinstance(analysis[bad], FileProblem)
    assert str(analysis[bad]).startswith("text.mp3: ")
    assert sum(isinstance(outcome, Analysis) for outcome in analysis.values()) == len(tones)


def test_a_file_that_is_too_short_is_named(cache, tmp_path):
    short = _tone(tmp_path / "click.wav", 440.0, seconds=0.01)

    (outcome,) = outcomes([short], cache).values()

    assert isinstance(outcome, FileProblem)
    assert str(outcome).startswith("click.wav: the sound is too short")


def test_a_file_that_changed_since_it_was_scanned_is_not_analyzed(tones, cache, tmp_path):
    _tone(tmp_path / "0.wav", 999.0, seconds=4.0)

    (outcome,) = outcomes(tones[:1], cache).values()

    assert isinstance(outcome, FileChanged)
    assert "scan again" in str(outcome)


def test_a_stopped_run_goes_on_where_it_stood(tones, cache):
    with pytest.raises(Cancelled):
        outcomes(tones, cache, ctx=RecordingContext(stop_after=2))
    kept = [file for file in tones if _is_kept(cache, file)]

    assert 2 <= len(kept) <= len(tones)
    assert len(outcomes(tones, cache)) == len(tones)


def _is_kept(cache, file):
    return cache.get(key_of(file, BOTH)) is not None


def test_what_was_measured_for_others_and_more_is_not_measured_again(tones, cache):
    wide = AnalysisSpec(seconds=2.0, mels=(GTZAN_MEL,))
    narrow = AnalysisSpec(seconds=2.0)
    made = outcomes(tones[:2], cache, wide)
    before = cache.hits

    options = AnalysisOptions(cache, 1, wider=(wide,))
    found = dict(analyze(tones[:2], narrow, RecordingContext(), options))

    assert cache.hits - before == 2
    assert all(one.mels == () for one in found.values())
    np.testing.assert_array_equal(found[tones[0]].features, made[tones[0]].features)


@pytest.mark.parametrize(
    "other",
    [
        AnalysisSpec(seconds=3.0),
        AnalysisSpec(seconds=2.0, mels=(GTZAN_MEL,)),
        AnalysisSpec(part=Part.START, seconds=2.0),
    ],
)
def test_what_was_measured_of_less_or_of_another_part_does_not_do(other):
    assert not AnalysisSpec(seconds=2.0).covers(other)
