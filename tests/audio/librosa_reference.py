"""The 518 features as one would write them with librosa 0.11: slow, and the peer to compare with.

Calls and order are those of the FMA data set's own script. Where librosa has changed since the
0.5.0 of that script, something brings the old behaviour back, and a comment says what. One thing
stays different: 0.5.0 halved the sample rate between octaves with a shorter filter.
"""

import warnings

import librosa
import numpy as np
from scipy import stats

SAMPLE_RATE = 44_100
# 0.5.0 spaced its filters by Q = 1 / (2^(1/12) - 1); 0.11 finds another Q from the intervals.
OLD_Q = 1 / (2 ** (1 / 12) - 1)
NEW_Q = (2 ** (2 / 12) + 1) / (2 ** (2 / 12) - 1)


CONSTANT_Q = {"chroma_cens", "chroma_cqt", "tonnetz"}
SHAPE = {"skew", "kurtosis"}


def spectral_rows(samples, sample_rate=SAMPLE_RATE):
    """Return the rows, one value per frame, of each feature that needs no constant-Q transform."""
    # 0.5.0 mirrored the edges; zeros are the default now.
    magnitude = np.abs(librosa.stft(samples, n_fft=2048, hop_length=512, pad_mode="reflect"))
    mel = librosa.feature.melspectrogram(sr=sample_rate, S=magnitude**2)
    tuning = old_tuning(S=magnitude**2, sr=22_050)
    return {
        "zcr": librosa.feature.zero_crossing_rate(samples, frame_length=2048, hop_length=512),
        "chroma_stft": librosa.feature.chroma_stft(S=magnitude**2, n_chroma=12, tuning=tuning),
        # 0.5.0 took the mean over the 1025 bins; `rms` now weighs them as Parseval would.
        "rmse": np.sqrt(np.mean(magnitude**2, axis=0, keepdims=True)),
        "spectral_centroid": librosa.feature.spectral_centroid(S=magnitude),
        "spectral_bandwidth": librosa.feature.spectral_bandwidth(S=magnitude),
        "spectral_contrast": librosa.feature.spectral_contrast(S=magnitude, n_bands=6),
        "spectral_rolloff": librosa.feature.spectral_rolloff(S=magnitude),
        "mfcc": librosa.feature.mfcc(S=librosa.power_to_db(mel), n_mfcc=20),
    }


def constant_q_rows(samples, sample_rate=SAMPLE_RATE):
    """Return the rows of each feature that is made from the constant-Q transform."""
    cqt = np.abs(
        librosa.cqt(
            samples,
            sr=sample_rate,
            hop_length=512,
            bins_per_octave=12,
            n_bins=7 * 12,
            tuning=old_tuning(y=samples, sr=sample_rate, pad_mode="reflect"),
            filter_scale=OLD_Q / NEW_Q,
            pad_mode="reflect",
        )
    )
    # 36 bins per octave are the default now, and would be folded wrongly without a word.
    folding = {"C": cqt, "n_chroma": 12, "n_octaves": 7, "bins_per_octave": 12}
    cens = librosa.feature.chroma_cens(**folding)
    return {
        "chroma_cqt": librosa.feature.chroma_cqt(**folding),
        "chroma_cens": cens,
        "tonnetz": librosa.feature.tonnetz(chroma=cens),
    }


def old_tuning(**sound):
    """Return what `librosa.estimate_tuning` would, but for its histogram.

    That of 0.5.0 had no bin above 0.49, and so never found a tuning there.
    """
    pitches, sizes = librosa.piptrack(**sound)
    found = pitches > 0
    if not found.any():
        return 0.0
    loud = found & (sizes >= np.median(sizes[found]))
    deviations = np.mod(12 * librosa.hz_to_octs(pitches[loud]), 1.0)
    deviations[deviations >= 0.5] -= 1.0
    counts, edges = np.histogram(deviations, np.linspace(-0.5, 0.5, 100, endpoint=False))
    return edges[np.argmax(counts)]


def reference_features(samples, sample_rate=SAMPLE_RATE):
    """Return the 518 values, float32, sorted by (feature, statistic, number)."""
    rows = spectral_rows(samples, sample_rate) | constant_q_rows(samples, sample_rate)
    return summed_up(rows)[1]


def summed_up(rows):
    """Return sorted columns and their values, float32.

    The skew and the kurtosis of a constant row are NaN: so has scipy changed since.
    """
    values = {
        (feature, statistic, f"{number:02}"): value
        for feature, of_feature in rows.items()
        for statistic, of_rows in statistics(of_feature).items()
        for number, value in enumerate(of_rows, 1)
    }
    columns = sorted(values)
    return columns, np.array([values[column] for column in columns], dtype=np.float32)


def statistics(rows):
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Precision loss", RuntimeWarning)
        skew, kurtosis = stats.skew(rows, axis=1), stats.kurtosis(rows, axis=1)
    return {
        "mean": np.mean(rows, axis=1),
        "std": np.std(rows, axis=1),
        "skew": skew,
        "kurtosis": kurtosis,
        "median": np.median(rows, axis=1),
        "min": np.min(rows, axis=1),
        "max": np.max(rows, axis=1),
    }


def scales(columns, values):
    """Return by what a deviation from each value is to be divided.

    That is the value itself, but where it lies near zero: the standard deviation of its row, or 1
    for skew and kurtosis.
    """
    named = dict(zip(columns, values, strict=True))
    least = [1.0 if s in SHAPE else named[f, "std", n] for f, s, n in columns]
    return np.maximum(np.abs(values), least)
