import os
import threading
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from musicreclass.core.analysis import Analysis
from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.tag_change import ChangeState, Id3Version, WriteChoices
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.store import Library
from musicreclass.library.write_lock import AlreadyWriting, write_lock
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey, sound_key
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.pipeline.writing import apply, group_pace, written_batches
from musicreclass.pipeline.writing.plan import WantedGenres
from musicreclass.pipeline.writing.recover import recover
from musicreclass.settings import HistorySettings
from musicreclass.tags.read import read_facts
from musicreclass.tags.safe_write.disk import Disk
from tests.recording_context import RecordingContext
from tests.sounding_rows import keep_rows, row_of
from tests.tagged_library import GENRES, contents, decide_all, make_library, write_all

S = ChangeState
NAMES = ["青花瓷.mp3", "b.mp3", "live/c.mp3"]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def old(library_file, folder):
    return make_library(library_file, folder, NAMES)


def lines_by_name(library_file):
    with Library(library_file) as library:
        return {line.name: line for batch in library.lines() for line in batch}


def state_of(library_file, name):
    with Library(library_file) as library:
        return library.decisions.of_track(lines_by_name(library_file)[name].id).state


def retag(path):
    """Change a file as another program would that writes into the room that there is."""
    path.write_bytes(path.read_bytes().replace(b"Rock", b"Funk", 1))
    os.utime(path)


def undo(library_file, batch=1, **options):
    ctx = RecordingContext()
    summary = apply.undo_batch(library_file, batch, ctx, **options)
    return summary, {one.path.name: one for one in ctx.lines}


def test_genres_are_written_and_known_to_be(library_file, folder, old):
    summary, became = write_all(library_file)

    assert (summary.batch, summary.written, summary.refused) == (1, 3, 0)
    assert {one.state for one in became.values()} == {S.WRITTEN}
    assert became["b.mp3"].before == ("Rock",)
    assert read_facts(folder / "b.mp3").tags.genres == GENRES
    assert lines_by_name(library_file)["b.mp3"].genre == "Folk; 民謠"
    assert state_of(library_file, "b.mp3") is ReviewState.WRITTEN
    assert apply.wanted_genres(library_file, RecordingContext()) == []


def test_the_library_knows_of_a_file_what_a_scan_would_find(library_file, folder, old):
    write_all(library_file)

    with Library(library_file) as library:
        (folder_id,) = [one.id for one in library.folders()]
        for name, line in lines_by_name(library_file).items():
            (path,) = folder.rglob(name)
            facts = read_facts(path)
            track = library.track(line.id)
            assert (track.stream, track.tags) == (facts.stream, facts.tags)
            assert (track.stamp, track.fingerprint) == (
                FileStamp.of(path),
                facts.fingerprint,
            )
            assert line.folder_id == folder_id


def test_a_scan_finds_nothing_new_in_what_was_written(library_file, old):
    write_all(library_file, choices=WriteChoices(keep_times=False))

    summary = scan(library_file, RecordingContext(), workers=1)

    assert (summary.tracks, summary.new, summary.changed) == (3, 0, 0)


def test_predictions_and_analyses_outlast_a_write(library_file, tmp_path, old):
    said = Prediction("cnn", ("Folk", "Rock"), np.zeros(2, dtype=np.float32), seconds_analyzed=30.0)
    cache = AnalysisCache(tmp_path / "heard")
    line = lines_by_name(library_file)["b.mp3"]
    with Library(library_file) as library:
        library.predictions.record("box", [ScoredTrack(line.id, line.stamp, (said,))])
        fingerprint = library.track(line.id).fingerprint
    cache.put(
        AnalysisKey(sound_key(fingerprint, line.stamp)), Analysis(0.0, 30.0, None, None, (), ())
    )

    write_all(library_file, choices=WriteChoices(keep_times=False), cache=cache)

    stamp = lines_by_name(library_file)["b.mp3"].stamp
    assert stamp != line.stamp
    assert cache.get(AnalysisKey(sound_key(fingerprint, stamp))) is not None
    with Library(library_file) as library:
        assert library.predictions.of_track(line.id, "box")
        assert line.id not in [track.id for track in library.predictions.unscored("box")]


def test_a_genre_that_is_there_already_is_not_written_again(library_file, folder, old):
    write_all(library_file)
    written = contents(folder)
    decide_all(library_file)

    summary, became = write_all(library_file)

    assert (summary.written, summary.unchanged) == (0, 3)
    assert became["b.mp3"].state is S.UNCHANGED
    assert contents(folder) == written
    assert state_of(library_file, "b.mp3") is ReviewState.WRITTEN


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda path: retag(path), "it was changed since it was scanned; scan again"),
        (lambda path: path.unlink(), "the file is no longer there; scan again"),
        (lambda path: path.chmod(0o444), "the file is read-only"),
        (lambda path: path.with_name("d.mp3").hardlink_to(path), "the file has 2 names"),
    ],
)
def test_a_file_that_cannot_be_written_stays_in_its_queue_and_the_rest_goes_on(
    library_file, folder, old, harm, reason
):
    harm(folder / "b.mp3")

    summary, became = write_all(library_file)

    assert (summary.written, summary.refused) == (2, 1)
    assert became["b.mp3"].state is S.REFUSED
    assert became["b.mp3"].before == ("Rock",)
    assert str(became["b.mp3"].reason).startswith(reason)
    assert state_of(library_file, "b.mp3") is ReviewState.CHANGED
    assert became["b.mp3"].reason in [one.reason for one in changes(library_file)]


def changes(library_file, batch=1):
    return written_batches.changes(library_file, batch, RecordingContext())


def test_links_may_be_parted(library_file, folder, old):
    (folder / "d.mp3").hardlink_to(folder / "b.mp3")

    summary, _ = write_all(library_file, choices=WriteChoices(parts_links=True))

    assert summary.written == 3
    assert read_facts(folder / "d.mp3").tags.genres == ("Rock",)


def test_a_track_that_left_the_library_is_refused(library_file, old):
    with Library(library_file) as library:
        library.remove_folder(library.folders()[0].id)
    ctx = RecordingContext()

    summary = apply.write_genres(library_file, [WantedGenres(1, ("Folk",))], WriteChoices(), ctx)

    assert summary.refused == 1
    assert "no longer in the library" in str(ctx.lines[0].reason)
    assert written_batches.batches(library_file, RecordingContext()) == []


def test_previews_say_what_would_be_and_what_would_be_refused(library_file, folder, old):
    retag(folder / "b.mp3")
    before = contents(folder)
    wanted = apply.wanted_genres(library_file, RecordingContext())
    ctx = RecordingContext()

    count = apply.preview(library_file, wanted, WriteChoices(Id3Version.V2_4), ctx)

    ids = {name: line.id for name, line in lines_by_name(library_file).items()}
    found = dict(ctx.lines)
    assert count == 3
    assert found[ids["c.mp3"]].after == GENRES
    assert found[ids["c.mp3"]].changes_kind
    assert found[ids["b.mp3"]].state is S.REFUSED
    assert "changed since" in str(found[ids["b.mp3"]].reason)
    assert contents(folder) == before


def test_some_tracks_can_be_written_alone(library_file, folder, old):
    line = lines_by_name(library_file)["b.mp3"]
    wanted = apply.wanted_genres(library_file, RecordingContext(), [line.id])

    assert wanted == [WantedGenres(line.id, GENRES)]


class StoppingDisk(Disk):
    """Has the user stop while the first file is being written to."""

    def __init__(self, ctx):
        self.ctx = ctx

    def create(self, path):
        self.ctx.cancel()
        return super().create(path)

    def open_to_patch(self, path):
        self.ctx.cancel()
        return super().open_to_patch(path)


@pytest.fixture
def one_at_a_time(monkeypatch):
    monkeypatch.setattr(group_pace, "NOBODY_KNOWS", group_pace.Threads(1, 1, 1))
    monkeypatch.setattr("musicreclass.pipeline.writing.file_writes.COPIERS", 1)


@pytest.mark.usefixtures("one_at_a_time")
def test_stopping_leaves_nothing_half_done(library_file, folder, old):
    ctx = RecordingContext()
    with pytest.raises(Cancelled):
        write_all(library_file, ctx=ctx, disk=StoppingDisk(ctx))

    (done,) = ctx.lines
    assert done.state is S.WRITTEN
    assert [one.path for one in changes(library_file)] == [done.path]
    assert len(apply.wanted_genres(library_file, RecordingContext())) == 2
    changed = {name for name, data in contents(folder).items() if data != old[name]}
    assert changed == {done.path.name}


@pytest.mark.usefixtures("one_at_a_time")
def test_a_stopped_undo_can_be_gone_on_with(library_file, folder, old):
    write_all(library_file)
    ctx = RecordingContext()
    with pytest.raises(Cancelled):
        apply.undo_batch(library_file, 1, ctx, disk=StoppingDisk(ctx))

    assert [one.state for one in ctx.lines] == [S.UNDONE]
    assert undo(library_file)[0].undone == 2
    assert contents(folder) == old


def test_two_cannot_write_at_a_time(library_file, folder, old):
    with write_lock(library_file), pytest.raises(AlreadyWriting):
        write_all(library_file)

    assert contents(folder) == old


@pytest.mark.parametrize("keep_times", [True, False])
@pytest.mark.parametrize("version", Id3Version)
def test_undoing_gives_every_byte_and_time_back(library_file, folder, old, version, keep_times):
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*.mp3")}
    write_all(library_file, choices=WriteChoices(version, keep_times=keep_times))

    summary, became = undo(library_file)

    assert (summary.undone, summary.refused) == (3, 0)
    assert became["b.mp3"].after == ("Rock",)
    assert contents(folder) == old
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert lines_by_name(library_file)["b.mp3"].genre == "Rock"
    assert state_of(library_file, "b.mp3") is ReviewState.UNDONE


def test_a_part_of_a_batch_can_be_undone(library_file, folder, old):
    write_all(library_file)
    chosen = next(one for one in changes(library_file) if one.path.name == "b.mp3")

    undo(library_file, change_ids=[chosen.id])

    now = contents(folder)
    assert {name for name in now if now[name] == old[name]} == {"b.mp3"}
    assert [one.can_undo for one in changes(library_file)].count(True) == 2


def test_a_file_that_moved_is_found_again(library_file, folder, old):
    write_all(library_file)
    (folder / "b.mp3").rename(folder / "moved.mp3")
    scan(library_file, RecordingContext(), workers=1)

    assert undo(library_file)[0].undone == 3
    assert contents(folder)["moved.mp3"] == old["b.mp3"]


def test_a_file_that_others_changed_is_not_undone_but_its_genre_can_be(library_file, folder, old):
    write_all(library_file)
    path = folder / "b.mp3"
    path.write_bytes(path.read_bytes().replace("青花瓷".encode("utf-16-le"), b"ABCDEF"))

    _, became = undo(library_file)
    assert became["b.mp3"].state is S.REFUSED
    assert "only its genre can be restored" in str(became["b.mp3"].reason)
    refused = next(one for one in changes(library_file) if one.path.name == "b.mp3")
    assert (refused.state, refused.can_undo) == (S.WRITTEN, True)

    summary, _ = undo(library_file, genre_only=True)

    tags = read_facts(path).tags
    assert summary.undone == 1
    assert tags.genres == ("Rock",)
    assert "䉁䑃䙅" in tags.title


def test_what_is_pruned_gets_its_genre_back_only(library_file, folder, old):
    write_all(library_file)
    with Library(library_file) as library:
        library._db.execute("UPDATE tag_change SET patches = NULL")
        library._db.conn.commit()
    for one in batch_files(library_file):
        one.path.unlink()

    _, became = undo(library_file)
    summary, _ = undo(library_file, genre_only=True)

    assert "no longer kept" in str(became["b.mp3"].reason)
    assert summary.undone == 3
    assert read_facts(folder / "b.mp3").tags.genres == ("Rock",)


def test_a_genre_that_is_back_already_is_undone_without_writing(library_file, folder, old):
    write_all(library_file)
    (folder / "b.mp3").write_bytes(old["b.mp3"])
    before = (folder / "b.mp3").stat().st_ino

    _, became = undo(library_file, genre_only=True)

    assert became["b.mp3"].state is S.UNDONE
    assert (folder / "b.mp3").stat().st_ino == before


def test_a_batch_that_never_was_cannot_be_undone(library_file, old):
    with pytest.raises(UsageProblem, match="no batch 9"):
        undo(library_file, 9)


def test_files_are_written_a_few_at_a_time(library_file, folder, old):
    together = threading.Barrier(2, timeout=30)
    firsts = [together.wait, together.wait]

    class Waiting(Disk):
        def create(self, path):
            wait = firsts.pop() if firsts else int
            wait()
            return super().create(path)

    assert write_all(library_file, disk=Waiting())[0].written == 3


def test_styles_are_foreseen_written_and_taken_back_byte_for_byte(library_file, folder, old):
    keep_rows(library_file, {"青花瓷.mp3": row_of("house", "mellow", "80s", deviations=6.0)})
    choices = WriteChoices(styles=2, style_score=0.3)
    wanted = apply.wanted_genres(library_file, RecordingContext())
    foreseen = dict(apply.previews(library_file, wanted, choices, RecordingContext()))

    write_all(library_file, choices=choices)

    assert foreseen[folder / "青花瓷.mp3"].after == (*GENRES, "House")
    assert read_facts(folder / "青花瓷.mp3").tags.genres == (*GENRES, "House")
    assert read_facts(folder / "b.mp3").tags.genres == GENRES
    undo(library_file)
    assert contents(folder) == old


def test_styles_are_added_only_where_they_are_wanted_and_above_the_score(library_file, folder, old):
    keep_rows(library_file, {"b.mp3": row_of("house", deviations=2.0)})

    write_all(library_file, choices=WriteChoices(styles=1, style_score=0.9))

    assert read_facts(folder / "b.mp3").tags.genres == GENRES


def test_a_library_that_fills_its_disk_amid_writing_says_that_files_were_changed(
    library_file, folder, old
):
    with Library(library_file) as library:
        library._db.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON tag_change WHEN new.state = 'written'"
            " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )

    with pytest.raises(LibraryProblem, match=r"disk is full\. \w+ files? w") as caught:
        write_all(library_file)

    now = contents(folder)
    changed = sum(now[name] != kept for name, kept in old.items())
    told = "One file was" if changed == 1 else f"{changed} files were"
    assert f"{told} changed before that" in str(caught.value)
    with Library(library_file) as library:
        library._db.execute("DROP TRIGGER full")
    recover(library_file, RecordingContext())
    assert undo(library_file)[0].undone == changed
    assert contents(folder) == old


def test_who_takes_back_the_first_of_two_batches_is_told_to_begin_with_the_second(
    library_file, folder, old
):
    write_all(library_file)
    decide_all(library_file, ("Blues",))
    write_all(library_file)

    _, became = undo(library_file, 1)
    assert {str(one.reason) for one in became.values()} == {
        "batch 2 was written into it since; take that back first"
    }

    undo(library_file, 2)
    assert undo(library_file, 1)[0].undone == 3
    assert contents(folder) == old


@pytest.mark.parametrize("days", [0, 36_500, 10_000_000, 9_999_999_999])
def test_bytes_can_be_kept_for_ever(library_file, folder, old, days):
    write_all(library_file)
    long_ago(library_file)
    limits = HistorySettings(keep_days=days, keep_megabytes=1)

    for month in range(1, 20):
        now = datetime.now(UTC) + timedelta(days=30 * month)
        assert written_batches.prune(library_file, limits, RecordingContext(), now=now) == 0
    assert undo(library_file)[0].undone == 3


def test_while_somebody_is_writing_nothing_is_forgotten(library_file, old):
    with Library(library_file) as library:
        library.journal.begin(WriteChoices())
        with write_lock(library_file):
            written_batches.prune(library_file, HistorySettings(), RecordingContext())
        assert len(batch_files(library_file)) == 1
        library.journal.end()


def long_ago(library_file):
    """Let all batches be of ten years ago, as with a clock whose battery is empty."""
    with Library(library_file) as library:
        library._db.execute("UPDATE tag_batch SET made_at = '2016-01-01T00:00:00+00:00'")
        library._db.conn.commit()
