"""The same sound gets the same scores: whatever else is analyzed, in any order, by anyone."""

import json
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.__main__ import main
from musicreclass.classifiers.bundle import Bundle, Classifier, save
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.mel_summary import feature_set, summarise
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from tests.material import music, tone, write_audio
from tests.recording_context import RecordingContext
from tests.small_bundles import CNN, GENRES, MEL, MLP

SUMMED_UP = MlpConfig(feature_set(), feature_set().columns, hidden=(8,), mel=MEL)
CONFIGS: dict[str, Any] = {"cnn": CNN, "features": MLP, "summary": SUMMED_UP}
SECONDS = 5.0

# How far log-probabilities may lie from those of the sound before it was compressed: twice the
# largest difference of three songs and five seeds. Untaught networks; some of the forty features
# are kurtoses, which a codec moves most.
MP3_BOUNDS = {"cnn": 0.0013, "features": 0.28, "summary": 0.18}


@pytest.fixture(scope="module")
def songs(tmp_path_factory):
    """Return three files of different music, by name."""
    folder = tmp_path_factory.mktemp("songs")
    return {
        name: write_audio(folder / name, samples=music(seed, SECONDS))
        for seed, name in enumerate(("a.wav", "b.wav", "c.wav"))
    }


def other_sounds():
    """Return a tone, noises and a sweep: with them, songs lie where music lies among sounds."""
    random = np.random.default_rng(0)
    frames = round(44_100 * SECONDS)
    time = np.arange(frames)[:, None] / 44_100
    white = 0.1 * random.standard_normal((frames, 2))
    return {
        "tone.wav": tone(SECONDS),
        "white.wav": 3.0 * white,
        "brown.wav": np.cumsum(white, axis=0) / 150.0,
        "sweep.wav": 0.5 * np.sin(2 * np.pi * (100 + 2_000 * time) * time),
    }


def stereo(samples):
    both = np.broadcast_to(samples, (len(samples), 2))
    return np.ascontiguousarray(both.clip(-1.0, 1.0), dtype=np.float32)


@pytest.fixture(scope="module")
def bundle_file(songs, tmp_path_factory):
    """Return the file of untaught networks that are scaled for songs and other sounds."""
    folder = tmp_path_factory.mktemp("bundle")
    others = [
        write_audio(folder / name, samples=stereo(samples))
        for name, samples in other_sounds().items()
    ]
    torch.manual_seed(1)
    networks: dict[str, Any] = {name: config.build(len(GENRES)) for name, config in CONFIGS.items()}
    bundle = Bundle(GENRES, tuple(Classifier(name, n) for name, n in networks.items()))
    analyses = [
        analyze_file(AnalysisTask(audio_file(path), bundle.needs))
        for path in (*songs.values(), *others)
    ]
    mels = [sound.mels[0] for sound in analyses]
    networks["cnn"].learn_scaling(mels)
    networks["features"].learn_scaling(np.stack([sound.features for sound in analyses]))
    networks["summary"].learn_scaling(np.stack([summarise(mel, MEL) for mel in mels]))
    save(bundle, folder / "small.pth")
    return folder / "small.pth"


@pytest.fixture(scope="module")
def usual(songs, bundle_file, tmp_path_factory):
    """Return the scores of all songs, analyzed anew by two processes."""
    return scores(songs.values(), bundle_file, AnalysisCache(tmp_path_factory.mktemp("cache")))


def audio_file(path):
    return AudioFileRef(str(path), FileStamp.of(path), path.name)


def scores(files, bundle_file, cache, workers=2):
    """Return what each classifier says of each file: name -> (n_classifiers, n_genres)."""
    outcomes = classify_files(
        list(files), bundle_file, RecordingContext(), AnalysisOptions(cache, workers)
    )
    return {found.path.name: np.stack([p.scores for p in found.predictions]) for found in outcomes}


def assert_same(some, usual):
    for name, said in some.items():
        np.testing.assert_array_equal(said, usual[name], err_msg=name)


def test_other_music_gets_other_scores(usual):
    a, b, c = usual.values()

    for one, other in ((a, b), (b, c), (a, c)):
        assert (np.abs(one - other).max(axis=1) > 1e-3).all()


def test_neither_the_order_nor_the_number_of_processes_matters(songs, bundle_file, usual, tmp_path):
    backwards = scores(reversed(songs.values()), bundle_file, AnalysisCache(tmp_path), workers=1)

    assert list(backwards) == ["c.wav", "b.wav", "a.wav"]
    assert_same(backwards, usual)


def test_the_company_does_not_matter(songs, bundle_file, usual, tmp_path):
    assert_same(scores([songs["b.wav"]], bundle_file, AnalysisCache(tmp_path), workers=1), usual)


def test_what_is_kept_is_as_good_as_what_is_analyzed_anew(songs, bundle_file, usual, tmp_path):
    cache = AnalysisCache(tmp_path)
    first = scores([songs["c.wav"]], bundle_file, cache, workers=1)

    again = scores([songs["c.wav"]], bundle_file, cache, workers=1)

    assert cache.hits == 1
    assert_same(first, usual)
    assert_same(again, usual)


def test_a_wav_and_a_flac_of_one_sound_get_the_same_scores(bundle_file, usual, tmp_path):
    flac = write_audio(tmp_path / "a.flac", samples=music(0, SECONDS))

    said = scores([flac], bundle_file, AnalysisCache(tmp_path / "cache"), workers=1)

    np.testing.assert_array_equal(said["a.flac"], usual["a.wav"])


def test_an_mp3_of_it_gets_nearly_the_same_scores(bundle_file, usual, tmp_path):
    mp3 = write_audio(tmp_path / "a.mp3", samples=music(0, SECONDS))

    said = scores([mp3], bundle_file, AnalysisCache(tmp_path / "cache"), workers=1)

    apart = np.abs(said["a.mp3"] - usual["a.wav"]).max(axis=1)
    assert dict(zip(CONFIGS, apart <= tuple(MP3_BOUNDS.values()), strict=True)) == dict.fromkeys(
        CONFIGS, True
    )


def test_the_same_run_twice_prints_the_same(songs, bundle_file, capsys, monkeypatch, tmp_path):
    folder = str(songs["a.wav"].parent)
    words = ["classify", folder, "--json", "--segments", "--classifier", str(bundle_file)]
    printed = []
    for home in ("one", "other"):
        monkeypatch.setenv("MUSICRECLASS_HOME", str(tmp_path / home))
        assert main(words) == 0
        printed.append(sorted(capsys.readouterr().out.splitlines()))

    assert printed[0] == printed[1]
    assert [json.loads(line)["problem"] for line in printed[0]] == [None] * 3
