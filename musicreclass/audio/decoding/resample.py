"""Sound at another sample rate."""

import soxr

from musicreclass.audio.decoding.waveform import Samples


def resampled(samples: Samples, sample_rate: int, wanted: int) -> Samples:
    """Return mono `samples` at the rate `wanted`, in Hz; themselves where it is theirs."""
    if sample_rate == wanted:
        return samples
    result: Samples = soxr.resample(samples, sample_rate, wanted, quality="HQ")
    return result
