"""Which decoders are here, for the health report."""

import av
import soundfile
import soxr

from musicreclass.core.finding import Finding

WANTED_CODECS = (
    "aac",
    "alac",
    "ape",
    "dsd_lsbf",
    "mp3",
    "mpc7",
    "mpc8",
    "opus",
    "wavpack",
    "wmav2",
)


def findings() -> list[Finding]:
    """Say which libraries decode, and what they lack."""
    missing = [codec for codec in WANTED_CODECS if codec not in av.codecs_available]
    lacking = f"install a PyAV whose FFmpeg knows {', '.join(missing)}" if missing else ""
    return [
        Finding("libsndfile", f"{soundfile.__libsndfile_version__} (soundfile)"),
        Finding("FFmpeg", f"{av.ffmpeg_version_info} (PyAV {av.__version__})", lacking),
        Finding("soxr", soxr.__libsoxr_version__),
    ]
