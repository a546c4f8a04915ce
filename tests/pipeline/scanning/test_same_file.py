"""Files that bear another time and are the same, as on FAT drives when summer time begins."""

import os

import numpy as np
import pytest

from musicreclass.core.analysis import Analysis
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.tag_change import ChangeState, FileChange, WriteChoices
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey, sound_key
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import apply
from musicreclass.tags.read import read_facts
from tests.recording_context import RecordingContext
from tests.tagged_library import GENRES, contents, make_library, write_all

HOUR_NS = 3_600 * 10**9
NAMES = ["a.mp3", "live/b.mp3", "c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


@pytest.fixture
def cache():
    return AnalysisCache.of_this_user()


@pytest.fixture
def scored(library_file, old, cache):
    """Have all tracks analyzed and scored; return what is known of them."""
    said = Prediction("cnn", ("Folk", "Rock"), np.zeros(2, dtype=np.float32), seconds_analyzed=30.0)
    with Library(library_file) as library:
        lines = [line for batch in library.lines() for line in batch]
        known = {line.id: (library.track(line.id).fingerprint, line.stamp) for line in lines}
        library.predictions.record(
            "box", [ScoredTrack(i, s, (said,)) for i, (_, s) in known.items()]
        )
    for fingerprint, stamp in known.values():
        cache.put(
            AnalysisKey(sound_key(fingerprint, stamp)), Analysis(0.0, 30.0, None, None, (), ())
        )
    return known


def shift(folder, by_ns):
    for path in folder.rglob("*.mp3"):
        was = path.stat()
        os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns + by_ns))


def rescan(library_file, ctx=None):
    cache = AnalysisCache.of_this_user
    return scan(library_file, ctx or RecordingContext(), workers=1, open_cache=cache)


def unscored(library_file):
    with Library(library_file) as library:
        return library.predictions.unscored("box")


def kept_analyses(library_file, cache):
    """Return whether there is an analysis of each track as its file is now."""
    with Library(library_file) as library:
        tracks = [library.track(line.id) for batch in library.lines() for line in batch]
    keys = [AnalysisKey(sound_key(track.fingerprint, track.stamp)) for track in tracks]
    return [cache.get(key) is not None for key in keys]


@pytest.mark.parametrize("by_ns", [HOUR_NS, -HOUR_NS, 2 * 10**9, 1])
def test_nothing_is_analyzed_again_because_a_clock_was_changed(
    library_file, folder, scored, cache, by_ns
):
    shift(folder, by_ns)

    summary = rescan(library_file)

    assert (summary.files, summary.new, summary.changed, summary.missing) == (3, 0, 0, 0)
    assert unscored(library_file) == []
    assert kept_analyses(library_file, cache) == [True] * 3


def test_the_next_scan_knows_the_new_times(library_file, folder, scored):
    shift(folder, HOUR_NS)
    rescan(library_file)
    ctx = RecordingContext()

    rescan(library_file, ctx)

    assert ctx.lines == []


def test_a_file_that_sounds_otherwise_is_analyzed_again(library_file, folder, scored):
    path = folder / "a.mp3"
    content = path.read_bytes()
    path.write_bytes(content[:-600] + bytes([content[-600] ^ 1]) + content[-599:])
    shift(folder, HOUR_NS)

    summary = rescan(library_file)

    assert summary.changed == 1
    assert [track.path.name for track in unscored(library_file)] == ["a.mp3"]


def test_tags_of_the_same_size_are_a_change_that_leaves_the_sound_alone(
    library_file, folder, scored
):
    path = folder / "a.mp3"
    path.write_bytes(path.read_bytes().replace(b"Rock", b"Funk", 1))
    shift(folder, HOUR_NS)

    summary = rescan(library_file)

    assert summary.changed == 1
    assert unscored(library_file) == []


def test_writing_goes_on_after_a_clock_was_changed(library_file, folder, scored, cache, old):
    shift(folder, HOUR_NS)

    summary, became = write_all(library_file, choices=WriteChoices(), cache=cache)
    apply_undo = apply.undo_batch(library_file, summary.batch, RecordingContext())

    assert (summary.written, summary.refused) == (3, 0)
    assert {one.state for one in became.values()} == {ChangeState.WRITTEN}
    assert apply_undo.undone == 3
    assert contents(folder) == old


def test_what_was_written_then_need_not_be_analyzed_again(library_file, folder, scored, cache):
    shift(folder, HOUR_NS)

    write_all(library_file, choices=WriteChoices(), cache=cache)

    assert read_facts(folder / "a.mp3").tags.genres == GENRES
    assert unscored(library_file) == []
    assert kept_analyses(library_file, cache) == [True] * 3
    summary = rescan(library_file)
    assert (summary.new, summary.changed) == (0, 0)


def test_previews_say_so(library_file, folder, old):
    shift(folder, HOUR_NS)
    wanted = apply.wanted_genres(library_file, RecordingContext())

    found = [
        one for _, one in apply.previews(library_file, wanted, WriteChoices(), RecordingContext())
    ]

    assert [one for one in found if isinstance(one, FileChange)] == []


def test_tags_that_another_program_wrote_meanwhile_are_not_overwritten(library_file, folder, old):
    path = folder / "a.mp3"
    path.write_bytes(path.read_bytes().replace(b"Rock", b"Funk", 1))
    shift(folder, HOUR_NS)

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (2, 1)
    assert "changed since it was scanned" in str(became["a.mp3"].reason)
    assert read_facts(path).tags.genres == ("Funk",)
