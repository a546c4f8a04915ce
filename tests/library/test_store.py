import os
import sqlite3
from typing import Any

import pytest

from musicreclass.core.track import FileFacts, FileStamp, Problem, ScannedFile, Stream, Tags
from musicreclass.library.sqlite_errors import LibraryProblem
from musicreclass.library.store import Library
from musicreclass.sentences.reason import as_said


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def folder(library, tmp_path):
    (tmp_path / "music").mkdir()
    return library.add_folder(tmp_path / "music")


def facts(fingerprint="f1", **tags):
    return FileFacts(Stream("MP3", 180.0, 44_100, 2, 128_000), Tags(**tags), fingerprint)


def scanned(folder, name, *, size=100, fingerprint="f1", **tags):
    path = str(folder.path / name)
    return ScannedFile(path, folder.id, FileStamp(size, 5), facts(fingerprint, **tags))


def test_a_track_comes_back_as_it_was_recorded(library, folder):
    tags: dict[str, Any] = {
        "title": "青花瓷",
        "artist": "周杰倫",
        "genres": ("Pop", "Mandopop"),
        "year": "2007",
    }

    (track_id,) = library.record([scanned(folder, "a.mp3", **tags)]).new

    track = library.track(track_id)
    assert track.tags == Tags(**tags)
    assert track.path == folder.path / "a.mp3"
    assert track.stamp == FileStamp(100, 5)
    assert track.stream == facts().stream


def test_a_second_look_renews_the_same_track(library, folder):
    (first,) = library.record([scanned(folder, "a.mp3", title="Old")]).new

    recorded = library.record([scanned(folder, "a.mp3", title="New", fingerprint="f2")])

    assert recorded.changed == (first,)
    assert library.track(first).tags.title == "New"


def test_a_renamed_file_is_the_same_track(library, folder):
    (first,) = library.record([scanned(folder, "old.mp3")]).new

    recorded = library.record([scanned(folder, "new.mp3")])

    assert recorded.moved == (first,)
    assert library.track(first).path == folder.path / "new.mp3"


def test_a_copy_is_a_track_of_its_own(library, folder):
    (folder.path / "old.mp3").write_bytes(b"still here")
    library.record([scanned(folder, "old.mp3")])

    recorded = library.record([scanned(folder, "copy.mp3")])

    assert len(recorded.new) == 1
    assert recorded.moved == ()


def test_of_several_vanished_copies_the_one_with_the_same_name_moves(library, folder):
    (folder.path / "one.mp3").write_bytes(b"here while it is recorded")
    library.record([scanned(folder, "one.mp3", title="One")])
    (second,) = library.record([scanned(folder, "two.mp3", title="Two")]).new
    (folder.path / "one.mp3").unlink()

    recorded = library.record([scanned(folder, "sub/two.mp3", title="Two")])

    assert recorded.moved == (second,)


def test_names_of_any_bytes_are_kept(library, folder):
    path = os.fsdecode(os.fsencode(folder.path) + b"/\xff\xfe.mp3")
    file = ScannedFile(path, folder.id, FileStamp(1, 1), facts())

    (track_id,) = library.record([file]).new

    assert str(library.track(track_id).path) == path
    assert list(library.known_files()) == [path]
    (line,) = library.lines_of([track_id])
    assert line.name.encode()  # text that a screen and a file of UTF-8 accept


def test_missing_tracks_stay_and_can_be_found_again(library, folder):
    (track_id,) = library.record([scanned(folder, "a.mp3")]).new

    library.mark_missing([track_id])
    assert library.track(track_id).is_missing
    assert library.folders()[0].missing_count == 1

    library.mark_found([track_id], folder.id)
    assert not library.track(track_id).is_missing


def test_lines_hold_what_tables_show(library, folder):
    library.record([scanned(folder, "a.mp3", title="T", artist="A", genres=("Pop", "Rock"))])

    ((line,),) = library.lines()

    assert (line.title, line.artist, line.genre, line.seconds) == ("T", "A", "Pop; Rock", 180.0)


def test_a_folder_inside_a_known_one_is_that_one(library, folder):
    assert library.add_folder(folder.path / "album").id == folder.id


def test_an_outer_folder_adopts_the_tracks_of_an_inner_one(library, folder, tmp_path):
    (track_id,) = library.record([scanned(folder, "a.mp3")]).new

    outer = library.add_folder(tmp_path)

    assert [f.id for f in library.folders()] == [outer.id]
    assert library.folders()[0].track_count == 1
    assert library.lines_of([track_id])


def test_tracks_of_a_removed_folder_are_not_listed_but_remembered(library, folder):
    (track_id,) = library.record([scanned(folder, "a.mp3", title="kept")]).new

    library.remove_folder(folder.id)

    assert list(library.lines()) == []
    assert library.track(track_id).tags.title == "kept"


def test_problems_are_noted_and_solved(library, folder):
    bad, worse = folder.path / "bad.mp3", folder.path / "worse.mp3"
    library.replace_problems(
        [Problem(bad, as_said("empty"), folder.id), Problem(worse, as_said("?"), folder.id)], []
    )

    library.replace_problems([], [str(bad)])

    assert library.problems() == [Problem(worse, as_said("?"), folder.id)]


def test_a_newer_library_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "library.db"
    Library(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations(migration_set, name, applied_at)"
            " VALUES ('musicreclass', 'm999_from_the_future', '')"
        )
    connection.close()

    with pytest.raises(LibraryProblem, match="newer version of musicreclass; update"):
        Library(path)


def test_a_file_that_is_no_library_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"this is not a database at all" * 100)

    with pytest.raises(LibraryProblem, match="is not a musicreclass library"):
        Library(path)


def test_a_library_that_cannot_be_opened_is_a_sentence(tmp_path):
    (tmp_path / "library.db").mkdir()

    with pytest.raises(LibraryProblem, match="cannot be"):
        Library(tmp_path / "library.db")


def test_two_connections_see_each_other(tmp_path, library, folder):
    library.record([scanned(folder, "a.mp3")])

    with Library(tmp_path / "library.db") as other:
        assert len(other.known_files()) == 1


def test_the_script_of_names_is_told_by_tags_and_files(library, folder):
    files = [
        scanned(folder, "1.mp3", fingerprint="f1", title="青花瓷"),
        scanned(folder, "夜曲.mp3", fingerprint="f2"),
        scanned(folder, "3.mp3", fingerprint="f3", title="Yellow"),
    ]
    ids = library.record(files).new

    assert library.scripts_of([*reversed(ids), 99]) == ["", "Hani", "Hani", ""]
