"""Made-up previews of tracks, for which no file is decoded."""

from pathlib import Path

import numpy as np

from musicreclass.core.ensemble.prediction import Candidate, Opinion, Suggestion, Verdict
from musicreclass.core.track import FileFacts, FileStamp, Stream, Tags
from musicreclass.pipeline.preview.track_preview import (
    Neighbour,
    Picture,
    Strip,
    TrackEvidence,
    TrackPreview,
    TrackRef,
)

BAND_HZ = tuple(float(hz) for hz in np.geomspace(50, 11_000, 128))


def picture(seconds=240.0):
    steps = np.random.default_rng(0).integers(0, 256, (128, 400)).astype(np.uint8)
    return Picture(steps, seconds, BAND_HZ)


def strip(start=100.0, stretch=15.0):
    bounds = np.array([start, start + stretch, start + 2 * stretch])
    confidences = np.array([[0.8, 0.15, 0.05], [0.1, 0.7, 0.2]])
    return Strip(bounds, ("Pop", "Rock", "Folk"), confidences)


def suggestion(verdict=Verdict.SURE, opinions=(("mlp", "Pop", 0.9), ("cnn", "Pop", 0.8)), **more):
    candidates = (Candidate("Pop", 0.85), Candidate("Rock", 0.1), Candidate("Folk", 0.05))
    said = tuple(Opinion(*opinion) for opinion in opinions)
    return Suggestion(candidates, verdict, said, seconds_analyzed=30.0, **more)


def evidence(verdict=Verdict.SURE, **changed):
    members = {"mlp": {"Pop": 0.9, "Rock": 0.06, "Folk": 0.04}, "cnn": {"Pop": 0.8, "Rock": 0.2}}
    made = {
        "suggestion": suggestion(verdict),
        "members": members,
        "sure_confidence": 0.5,
        "strip": strip(),
        "segment_count": 2,
    }
    return TrackEvidence(**(made | changed))


def preview(line, **changed):
    """Return a finished preview of a track line."""
    stream = Stream("MP3", 240.0, 44_100, channels=2, bits_per_second=320_000)
    made = {
        "track_ref": TrackRef(line.id, Path(line.location), FileStamp(line.size, line.mtime_ns)),
        "facts": FileFacts(stream, Tags(title=line.title, tag_kind="ID3v2.3"), "print"),
        "evidence": evidence(),
        "picture": picture(),
        "is_finished": True,
    }
    return TrackPreview(**(made | changed))


def neighbours(*lines):
    return tuple(Neighbour(line, 0.9 - index / 10) for index, line in enumerate(lines))
