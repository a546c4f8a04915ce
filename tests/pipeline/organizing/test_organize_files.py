"""Sorting files into folders, and putting them back: names, collisions, refusals, tracks."""

import os
import shutil

import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.file_move import MoveKind, MoveState
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.organizing.move_plan import OrganizeChoices
from musicreclass.pipeline.organizing.organize_files import (
    batch_moves,
    move_batches,
    preview_moves,
    relocate,
    undo_moves,
)
from musicreclass.pipeline.review.decide import set_genres
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.tags.safe_write.disk import Disk
from tests.recording_context import RecordingContext
from tests.sorted_library import decided_lines, make_decided, name_in, sort_all, tree
from tests.tagged_library import make_song, write_all

GENRES = {"青花瓷.mp3": "流行", "live/b.mp3": "Rock", "c.mp3": "Rock", "d.mp3": None}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "music"


@pytest.fixture
def into(tmp_path):
    return tmp_path / "sorted"


@pytest.fixture
def made(library_file, folder):
    """Return the files as they were made, by path below their folder."""
    make_decided(library_file, folder, GENRES)
    return tree(folder)


def undo(library_file, batch, **options):
    ctx = RecordingContext()
    summary = undo_moves(library_file, batch, ctx, **options)
    return summary, {move.source.name: move for move in ctx.lines}


def reason_of(move):
    return str(move.reason)


def test_files_go_into_the_folders_of_their_genres(library_file, folder, into, made):
    summary, moves = sort_all(library_file, into)

    assert (summary.moved, summary.refused, summary.unchanged) == (3, 0, 0)
    assert tree(into) == {
        "流行/青花瓷.mp3": made["青花瓷.mp3"],
        "Rock/b.mp3": made["live/b.mp3"],
        "Rock/c.mp3": made["c.mp3"],
    }
    assert tree(folder) == {"d.mp3": made["d.mp3"]}
    assert moves["b.mp3"].target == into / "Rock" / "b.mp3"


def test_tracks_follow_their_files_with_all_that_was_decided(library_file, folder, into, made):
    before = {line.name: line for line in decided_lines(library_file)}

    sort_all(library_file, into)
    summary = scan(library_file, RecordingContext(), workers=1)

    after = {line.name: line for line in decided_lines(library_file)}
    assert (summary.new, summary.moved, summary.missing, summary.changed) == (0, 0, 0, 0)
    assert {n: line.id for n, line in after.items()} == {n: ln.id for n, ln in before.items()}
    assert after["b.mp3"].decision == before["b.mp3"].decision
    assert name_in(into, after["b.mp3"]) == "Rock/b.mp3"


def test_times_and_rights_are_kept(library_file, folder, into, made):
    os.utime(folder / "c.mp3", ns=(1, 1_234_567_890_123_456_789))
    (folder / "c.mp3").chmod(0o640)
    scan(library_file, RecordingContext(), workers=1)

    sort_all(library_file, into)

    found = (into / "Rock" / "c.mp3").stat()
    assert found.st_mtime_ns == 1_234_567_890_123_456_789
    assert found.st_mode & 0o777 == 0o640


def test_a_batch_is_put_back(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into)

    back, moves = undo(library_file, summary.batch)

    assert (back.undone, back.refused) == (3, 0)
    assert tree(folder) == made
    assert not any(into.iterdir())
    assert {move.state for move in moves.values()} == {MoveState.UNDONE}
    found = {name_in(folder, line) for line in decided_lines(library_file)}
    assert found == set(GENRES)
    assert scan(library_file, RecordingContext(), workers=1).missing == 0


def test_the_folder_that_was_added_is_let_go_again(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into)
    with Library(library_file) as library:
        watched = [one.path for one in library.folders()]

    undo(library_file, summary.batch)

    with Library(library_file) as library:
        assert [one.path for one in library.folders()] == [folder]
    assert watched == [folder, into]
    assert summary.folder_added == into


def test_sorting_within_the_library_again_changes_nothing(library_file, folder, made):
    sort_all(library_file, folder)
    sorted_now = tree(folder)

    summary, moves = sort_all(library_file, folder)

    assert (summary.moved, summary.unchanged, summary.batch) == (0, 3, 0)
    assert tree(folder) == sorted_now
    assert len(move_batches(library_file, RecordingContext())) == 1
    assert moves["c.mp3"].state is MoveState.UNCHANGED


def test_a_name_that_is_taken_gets_a_number(library_file, folder, into):
    make_decided(library_file, folder, {"one/a.mp3": "Rock", "two/A.mp3": "Rock"})
    make_song(into / "Rock" / "a.MP3", 99)
    others = (into / "Rock" / "a.MP3").read_bytes()

    summary, _ = sort_all(library_file, into)

    assert summary.moved == 2
    assert set(tree(into)) == {"Rock/a.MP3", "Rock/a (2).mp3", "Rock/A (3).mp3"}
    assert tree(into)["Rock/a.MP3"] == others


def test_an_identical_file_that_is_there_already_is_not_doubled(library_file, folder, into, made):
    (into / "Rock").mkdir(parents=True)
    shutil.copy2(folder / "c.mp3", into / "Rock" / "c.mp3")

    summary, moves = sort_all(library_file, into)

    assert (summary.moved, summary.unchanged) == (2, 1)
    assert "the same file lies there already" in reason_of(moves["c.mp3"])
    assert (folder / "c.mp3").exists()


def test_a_folder_that_is_spelt_otherwise_is_the_same_folder(library_file, folder, into, made):
    (into / "ROCK").mkdir(parents=True)

    sort_all(library_file, into)

    assert {path.name for path in into.iterdir()} == {"ROCK", "流行"}


def test_a_missing_track_keeps_its_name(library_file, folder, into, made):
    sort_all(library_file, into)
    (into / "Rock" / "c.mp3").unlink()
    scan(library_file, RecordingContext(), workers=1)
    make_song(folder / "c.mp3", 50)
    scan(library_file, RecordingContext(), workers=1)
    lines = [line for line in decided_lines(library_file) if line.location == str(folder / "c.mp3")]
    set_genres(library_file, lines, ["Rock"], RecordingContext())

    _, moves = sort_all(library_file, into)

    assert moves["c.mp3"].target == into / "Rock" / "c (2).mp3"


def test_a_file_that_was_changed_since_the_scan_is_refused(library_file, folder, into, made):
    os.utime(folder / "c.mp3")

    summary, moves = sort_all(library_file, into)

    assert (summary.moved, summary.refused) == (2, 1)
    assert "changed since it was scanned" in reason_of(moves["c.mp3"])
    assert (folder / "c.mp3").exists()


def test_a_symbolic_link_is_refused(library_file, folder, into, made):
    (folder / "c.mp3").rename(folder.parent / "elsewhere.mp3")
    (folder / "c.mp3").symlink_to(folder.parent / "elsewhere.mp3")

    _, moves = sort_all(library_file, into)

    assert "symbolic link" in reason_of(moves["c.mp3"])


def test_a_file_that_is_called_as_a_genre_folder_is_a_reason(library_file, folder, into, made):
    into.mkdir()
    (into / "Rock").write_bytes(b"no folder")

    summary, moves = sort_all(library_file, into)

    assert (summary.moved, summary.refused) == (1, 2)
    assert reason_of(moves["c.mp3"]).endswith("Rock is no folder")


def test_a_disk_without_room_refuses_what_does_not_fit(library_file, folder, into, made):
    class SmallDisk(Disk):
        def free_bytes(self, folder):
            return (1 << 20) + max(map(len, made.values()))

    summary, moves = sort_all(library_file, into, kind=MoveKind.COPY, disk=SmallDisk())

    assert (summary.moved, summary.refused) == (1, 2)
    assert {reason_of(m) for m in moves.values() if m.reason} == {
        "the disk that it goes to has no room for it"
    }


def test_a_file_in_the_way_of_the_folder_is_wrong_use(library_file, folder, into, made):
    into.write_bytes(b"no folder")

    with pytest.raises(UsageProblem, match="give a folder to sort into"):
        sort_all(library_file, into / "below")


def test_copies_leave_files_and_tracks_where_they_are(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into, kind=MoveKind.COPY)

    assert tree(folder) == made
    assert tree(into)["Rock/c.mp3"] == made["c.mp3"]
    assert {name_in(folder, line) for line in decided_lines(library_file)} == set(GENRES)

    back, _ = undo(library_file, summary.batch)

    assert (back.undone, tree(into), tree(folder)) == (3, {}, made)


def test_a_copy_is_not_removed_where_it_is_all_that_is_left(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into, kind=MoveKind.COPY)
    (folder / "c.mp3").unlink()

    back, moves = undo(library_file, summary.batch)

    assert (back.undone, back.refused) == (2, 1)
    assert "all that is left" in reason_of(moves["c.mp3"])
    assert tree(into) == {"Rock/c.mp3": made["c.mp3"]}


@pytest.mark.parametrize("kind", [MoveKind.HARD_LINK, MoveKind.SYMBOLIC_LINK])
def test_links_lead_to_the_files_and_go_again(library_file, folder, into, made, kind):
    summary, _ = sort_all(library_file, into, kind=kind)
    linked = (into / "Rock" / "c.mp3").samefile(folder / "c.mp3")
    is_link = (into / "Rock" / "c.mp3").is_symlink()

    back, _ = undo(library_file, summary.batch)

    assert (linked, is_link) == (True, kind is MoveKind.SYMBOLIC_LINK)
    assert (back.undone, tree(folder)) == (3, made)
    assert not any(into.iterdir())


def test_a_file_that_others_changed_since_is_not_put_back(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into)
    with (into / "Rock" / "c.mp3").open("ab") as file:
        file.write(b"more")

    back, moves = undo(library_file, summary.batch)

    assert (back.undone, back.refused) == (2, 1)
    assert "another program changed it" in reason_of(moves["c.mp3"])
    assert set(tree(into)) == {"Rock/c.mp3"}
    listed = batch_moves(library_file, summary.batch, RecordingContext())
    stands = {move.source.name: move for move in listed}
    assert stands["c.mp3"].can_undo
    assert stands["c.mp3"].reason is not None


def test_a_file_is_put_back_that_this_program_wrote_into_since(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into)
    written, _ = write_all(library_file)

    back, _ = undo(library_file, summary.batch)

    assert written.written == 1
    assert (back.undone, back.refused) == (3, 0)
    states = {line.decision.state for line in decided_lines(library_file) if line.decision}
    assert states == {ReviewState.WRITTEN}


def test_nothing_is_put_back_over_another_file(library_file, folder, into, made):
    summary, _ = sort_all(library_file, into)
    (folder / "c.mp3").write_bytes(b"another")

    back, moves = undo(library_file, summary.batch)

    assert back.refused == 1
    assert "another file lies where it was" in reason_of(moves["c.mp3"])
    assert (folder / "c.mp3").read_bytes() == b"another"


def test_a_part_of_a_batch_can_be_put_back(library_file, folder, into, made):
    summary, moves = sort_all(library_file, into)

    back, _ = undo(library_file, summary.batch, move_ids=[moves["c.mp3"].id])

    assert back.undone == 1
    assert (folder / "c.mp3").exists()
    assert set(tree(into)) == {"Rock/b.mp3", "流行/青花瓷.mp3"}


def test_emptied_folders_go_where_that_is_wanted(library_file, folder, into):
    names = {"x/y/a.mp3": "Rock", "z/b.mp3": "Rock", "z/cover.mp3": None}
    make_decided(library_file, folder, names)

    summary, _ = sort_all(library_file, into, prunes_empty=True)

    assert {path.name for path in folder.iterdir()} == {"z"}

    undo(library_file, summary.batch)

    assert set(tree(folder)) == set(names)


def test_a_pattern_makes_folders_of_artists_and_names_of_titles(library_file, folder, into, made):
    sort_all(library_file, into, pattern="{genre}/{artist}/{track} {title}")

    assert set(tree(into)) == {
        "Rock/Unknown artist/00 青花瓷 1.mp3",
        "Rock/Unknown artist/00 青花瓷 2.mp3",
        "流行/Unknown artist/00 青花瓷 0.mp3",
    }


def test_a_preview_says_the_same_and_changes_nothing(library_file, folder, into, made):
    os.utime(folder / "c.mp3")
    ctx = RecordingContext()

    preview_moves(library_file, decided_lines(library_file), OrganizeChoices(into), ctx)

    foreseen = {m.source: (m.target, m.state is MoveState.REFUSED) for m in ctx.lines}
    assert (tree(folder), into.exists()) == (made, False)
    _, moves = sort_all(library_file, into)
    assert foreseen == {m.source: (m.target, m.reason is not None) for m in moves.values()}


def test_who_stops_has_whole_files_and_a_batch_that_goes_back(library_file, folder, into):
    make_decided(library_file, folder, {f"{n}.mp3": "Rock" for n in range(100)})
    made = tree(folder)
    ctx = RecordingContext()

    class StoppedDisk(Disk):
        def link(self, path, other):
            super().link(path, other)
            if path.name == "70.mp3":
                ctx.cancel()

    with pytest.raises(Cancelled):
        sort_all(library_file, into, ctx=ctx, disk=StoppedDisk())

    (batch,) = move_batches(library_file, RecordingContext())
    assert 0 < batch.undoable < 100
    assert len(tree(folder)) + len(tree(into)) == 100
    undo(library_file, batch.id)
    assert tree(folder) == made


def test_one_file_moves_to_a_folder_and_its_track_follows(library_file, folder, made):
    move = relocate(library_file, folder / "d.mp3", folder / "Jazz", RecordingContext())

    assert (move.state, move.target) == (MoveState.MOVED, folder / "Jazz" / "d.mp3")
    assert "Jazz/d.mp3" in {name_in(folder, line) for line in decided_lines(library_file)}
    undo(library_file, move.batch)
    assert tree(folder) == made


def test_one_file_outside_of_the_library_moves_too(library_file, tmp_path):
    make_song(tmp_path / "genres" / "Rock" / "a.mp3", 3)
    make_song(tmp_path / "genres" / "Jazz" / "a.mp3", 4)

    move = relocate(
        library_file, tmp_path / "genres/Rock/a.mp3", tmp_path / "genres/Jazz", RecordingContext()
    )

    assert move.target == tmp_path / "genres/Jazz/a (2).mp3"
    assert (move.track_id, move.genre) == (None, "Jazz")
    undo(library_file, move.batch)
    assert (tmp_path / "genres/Rock/a.mp3").exists()


def test_one_file_that_is_gone_is_a_reason(library_file, tmp_path):
    move = relocate(library_file, tmp_path / "none.mp3", tmp_path / "x", RecordingContext())

    assert move.state is MoveState.REFUSED
    assert move.reason is not None


def test_numbers_of_batches_are_those_of_one_history(library_file, folder, into, made):
    written, _ = write_all(library_file)
    organized, _ = sort_all(library_file, into)
    make_song(folder / "e.mp3", 9)
    moved = relocate(library_file, folder / "e.mp3", into, RecordingContext())

    assert (written.batch, organized.batch, moved.batch) == (1, 2, 3)
