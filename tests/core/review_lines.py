"""Lines of tracks as a review meets them."""

from musicreclass.core.decision import DecisionLine
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.track import TrackLine

POP = SuggestionLine("Pop", 0.91, Verdict.SURE)
JAZZ = SuggestionLine("Jazz", 0.38, Verdict.NOT_SURE)


def line(track_id=1, title="青花瓷", **changed):
    blank = dict.fromkeys(TrackLine._fields, "") | {"seconds": 0.0, "is_missing": 0}
    blank |= {"folder_id": 1, "size": 100, "mtime_ns": 1, "suggestion": None, "decision": None}
    return TrackLine(**(blank | {"id": track_id, "title": title} | changed))


def decided(state, *genres):
    return DecisionLine(state, genres, "; ".join(genres))
