"""The classifier that comes with the program: what it is, and that it does not guess."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
import scipy.signal

from musicreclass import paths
from musicreclass.audio.decoding.waveform import Source, Waveform
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.encoder import of_the_box
from musicreclass.classifiers.predict import predict
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.pipeline.analysis.analyze_file import measured
from musicreclass.pipeline.classification.loaded_classifier import load_classifier

FILE = paths.resource("classifiers/box.pth")
CARD = paths.resource("classifiers/box.md")
RATE = 22_050
SECONDS = 30
GENRES = (
    "Blues", "Classical", "Country", "Disco", "Electronic", "Hip-Hop",
    "Jazz", "Metal", "Pop", "Reggae", "Rock",
)  # fmt: skip
PENTATONIC_HZ = 220.0 * 2.0 ** (np.array([0, 2, 4, 7, 9, 12, 14, 16, 19, 21]) / 12.0)


@pytest.fixture(scope="module")
def loaded():
    return load_classifier(FILE)


def suggestion(loaded, samples):
    sound = Waveform(samples.astype(np.float32), RATE, 0.0, Source(RATE, 1, SECONDS, "", ""))
    analysis = measured(sound, loaded.needs, Path("made up"))
    return loaded.calibrator.suggest(predict(loaded.bundle, analysis).predictions)


def time():
    return np.arange(SECONDS * RATE) / RATE


def noise(seed=3):
    return 0.1 * np.random.default_rng(seed).standard_normal(SECONDS * RATE)


def zither(seed=3):
    """Return strings plucked one after the other, as on a guzheng, tuned to five tones."""
    rng, sound = np.random.default_rng(seed), np.zeros(SECONDS * RATE)
    begin = 0
    while begin < len(sound) - RATE:
        hertz = rng.choice(PENTATONIC_HZ)
        beats = np.arange(RATE) / RATE
        tones = sum(np.sin(2 * np.pi * hertz * k * beats) * 0.6**k for k in range(1, 9))
        sound[begin : begin + RATE] += tones * np.exp(-4.0 * beats)
        begin += round(rng.uniform(0.1, 0.6) * RATE)
    return sound + 1e-4 * noise()


def fiddle(seed=3):
    """Return one bowed string with vibrato, as of an erhu, that slides from tone to tone."""
    rng = np.random.default_rng(seed)
    notes = np.repeat(rng.choice(PENTATONIC_HZ * 2.0, 2 * SECONDS), RATE // 2)
    smooth = scipy.signal.filtfilt(*scipy.signal.butter(1, 12.0, fs=RATE), notes)
    phase = np.cumsum(smooth * (1.0 + 0.01 * np.sin(2 * np.pi * 5.5 * time()))) / RATE
    return scipy.signal.sawtooth(2 * np.pi * phase) + 1e-3 * noise()


def test_it_is_small_and_knows_eleven_genres(loaded):
    assert FILE.stat().st_size < 12_000_000
    assert loaded.bundle.genres == GENRES
    assert [classifier.name for classifier in loaded.bundle.classifiers] == [
        "encoder",
        "mlp",
        "cnn",
    ]


def test_it_needs_one_mel_and_the_encoder(loaded):
    assert loaded.needs.mels == (GTZAN_MEL,)
    assert loaded.needs.encoder == of_the_box().spec(4)
    assert not loaded.needs.features


def test_without_the_encoder_the_others_answer(monkeypatch, tmp_path):
    monkeypatch.setattr(encoders, "in_the_box", lambda: tmp_path / "gone.pth")
    copy = tmp_path / "box.pth"
    copy.write_bytes(FILE.read_bytes())
    loaded = load_classifier(copy)
    sound = Waveform(noise().astype(np.float32), RATE, 0.0, Source(RATE, 1, SECONDS, "", ""))

    said = predict(loaded.bundle, measured(sound, loaded.needs, Path("made up")))

    assert "gone.pth" in str(loaded.encoder_problem)
    assert [one.classifier for one in said.predictions] == ["mlp", "cnn"]
    assert [str(problem) for problem in said.problems] == [
        "encoder: the encoder that comes with the program cannot be used; doctor says why"
    ]


def test_its_card_is_about_this_very_file():
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() in CARD.read_text(encoding="utf-8")


def test_it_says_what_it_was_trained_on_and_how_well_it_did(loaded):
    training = loaded.bundle.training

    assert training["tracks"] == sum(training["counts"].values()) == 1279
    assert 0.55 < training["accuracy"] < 0.65  # on music from anywhere, in libraries
    assert "GPL" in loaded.bundle.data_licence


def test_it_knows_what_mix_of_genres_is_usual(loaded):
    usual = loaded.calibrator.mix.usual

    assert usual.sum() == pytest.approx(1.0)
    assert loaded.genres[int(usual.argmax())] == "Pop"


@pytest.mark.parametrize("seed", [3, 4])
@pytest.mark.parametrize(
    "sound",
    [
        noise,
        zither,
        fiddle,
        lambda seed: np.sin(2 * np.pi * 200.0 * seed * time()),
        lambda seed: noise(seed) * (time() % 0.5 < 0.01),
    ],
    ids=["noise", "zither", "fiddle", "tone", "clicks"],
)
def test_what_it_was_not_trained_on_it_does_not_guess(loaded, sound, seed):
    found = suggestion(loaded, sound(seed))

    assert found.genre is None
    assert found.verdict in (Verdict.NOT_SURE, Verdict.NOVEL, Verdict.DIFFER)
    assert found.confidence < 0.9


def test_the_same_sound_has_the_same_answer(loaded):
    one, other = suggestion(loaded, zither()), suggestion(load_classifier(FILE), zither())

    assert one == other
