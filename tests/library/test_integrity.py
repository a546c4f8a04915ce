import sqlite3
from contextlib import closing

import pytest

from musicreclass.library.integrity import (
    WRITTEN_TABLES,
    IndexesDamaged,
    look_through,
    made_sound,
    sound_for_writing,
)
from musicreclass.library.sqlite_errors import LibraryDamaged
from musicreclass.library.store import Library
from tests.library.filled import cut_off, fill, flip_in_index, zero_in_the_middle

INDEX = "idx_track_size_fingerprint"


@pytest.fixture
def whole(library_file):
    return fill(library_file, tracks=400)


def test_a_whole_library_is_left_alone(whole):
    before = whole.read_bytes()

    look_through(whole)

    assert made_sound(whole) is None
    assert made_sound(whole, WRITTEN_TABLES) is None
    assert whole.read_bytes() == before


def test_no_library_is_nothing_to_look_at(tmp_path):
    assert made_sound(tmp_path / "none.db") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("tables", [(), WRITTEN_TABLES])
def test_a_bit_that_flipped_in_an_index_is_found_and_mended(whole, tables):
    flip_in_index(whole, INDEX)

    with pytest.raises(IndexesDamaged):
        look_through(whole)
    said = made_sound(whole, tables)

    assert said is not None
    assert said.code == "library.indexes_made_anew"
    assert made_sound(whole) is None
    with Library(whole) as library:
        assert len(library.locations()) == 400


def test_what_was_looked_through_within_the_hour_is_not_again_but_where_that_is_wanted(whole):
    assert sound_for_writing(whole) is None
    flip_in_index(whole, INDEX)

    assert sound_for_writing(whole) is None
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("UPDATE looked_through SET at = '2020-01-01T00:00:00+00:00'")
        connection.commit()
    assert sound_for_writing(whole) is not None
    flip_in_index(whole, INDEX)
    assert sound_for_writing(whole, at_once=True) is not None


@pytest.mark.parametrize("at", ["2100-01-01T00:00:00+00:00", "no time at all"])
def test_a_time_that_makes_no_sense_is_none(whole, at):
    sound_for_writing(whole)
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("UPDATE looked_through SET at = ?", [at])
        connection.commit()
    flip_in_index(whole, INDEX)

    assert sound_for_writing(whole) is not None


@pytest.mark.parametrize("ruin", [cut_off, zero_in_the_middle])
def test_what_is_worse_than_an_index_is_said_and_left_as_it_is(whole, ruin):
    ruin(whole)
    before = whole.read_bytes()

    with pytest.raises(LibraryDamaged) as caught:
        look_through(whole)
    assert not isinstance(caught.value, IndexesDamaged)
    with pytest.raises(LibraryDamaged):
        made_sound(whole)
    assert whole.read_bytes() == before


def test_a_database_of_another_program_is_not_touched(tmp_path):
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places(url TEXT UNIQUE)")
        connection.execute("INSERT INTO moz_places VALUES ('about:blank')")
        connection.commit()
    flip_in_index(path, "sqlite_autoindex_moz_places_1")
    before = path.read_bytes()

    assert made_sound(path) is None
    assert path.read_bytes() == before
