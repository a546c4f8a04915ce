import av
import mutagen
import numpy as np
import pytest

from musicreclass.core.tag_change import WriteChoices
from musicreclass.tags.read import read_facts
from musicreclass.tags.tag_errors import TagError, WriteRefused
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, RICH, written

BARE = {
    "a.flac": "Vorbis comment",
    "a.ogg": "Vorbis comment",
    "a.opus": "Vorbis comment",
    "a.m4a": "MP4",
    "a.wma": "ASF",
    "a.wav": "ID3v2.3",
    "a.aiff": "ID3v2.3",
    "a.wv": "APEv2",
    "a.tta": "ID3v2.3",
    "a.aac": "ID3v2.3",
}
FFMPEG_READS = [name for name in RICH if not name.endswith(".dff")]
PLAYABLE = [name for name in RICH if not name.endswith((".ape", ".mpc", ".spx"))]
LONG = "Neo-Romantic " * 50  # more than any padding that mutagen has left


def make(tmp_path, name):
    return RICH[name](tmp_path / name)


def ffmpeg_tags(path):
    """Return what FFmpeg reads, the genre apart."""
    with av.open(path, format="mpc8" if path.suffix == ".mpc" else None) as file:
        every = {**file.metadata, **file.streams[0].metadata}
    genre = next((every.pop(name) for name in list(every) if name.lower() == "genre"), None)
    return genre, every


def samples(path):
    with av.open(path) as file:
        return np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=None)


def mutagen_others(path):
    tags = mutagen.File(path).tags
    return {key: repr(value) for key, value in tags.items() if not is_genre(key)}


def is_genre(key):
    return key.lower() in ("genre", "tcon", "wm/genre", "\xa9gen")


@pytest.mark.parametrize("name", RICH)
@pytest.mark.parametrize("genres", [("Jazz",), ("Jazz", "爵士"), (LONG.strip(),), ()])
def test_a_genre_is_written_and_nothing_else(tmp_path, name, genres):
    path = make(tmp_path, name)

    copy = written(path, *genres)

    assert read_facts(copy).tags.genres == genres
    assert mutagen_others(copy) == mutagen_others(path)


@pytest.mark.parametrize("name", FFMPEG_READS)
@pytest.mark.parametrize("genre", ["Jazz", LONG.strip()])
def test_ffmpeg_reads_the_new_genre_and_all_else_as_before(tmp_path, name, genre):
    path = make(tmp_path, name)
    _, others = ffmpeg_tags(path)

    copy = written(path, genre)

    assert ffmpeg_tags(copy) == (genre, others)
    assert len(others) > 1


@pytest.mark.parametrize("name", PLAYABLE)
def test_the_sound_is_decoded_to_the_same_samples(tmp_path, name):
    path = make(tmp_path, name)

    copy = written(path, LONG)

    assert np.array_equal(samples(copy), samples(path))


@pytest.mark.parametrize("name", RICH)
def test_several_genres_are_joined_on_demand(tmp_path, name):
    path = make(tmp_path, name)

    copy = written(path, "Jazz", "爵士", choices=WriteChoices(separator=" / "))

    assert read_facts(copy).tags.genres == ("Jazz / 爵士",)


@pytest.mark.parametrize("name", RICH)
def test_there_and_back_again_changes_the_genre_only(tmp_path, name):
    path = make(tmp_path, name)

    copy = written(written(written(path, LONG), "Jazz"), "Schlager")

    assert read_facts(copy).tags == read_facts(path).tags
    assert mutagen_others(copy) == mutagen_others(path)


@pytest.mark.parametrize("name", RICH)
def test_the_genre_that_is_there_already_costs_no_byte(tmp_path, name):
    edit = genre_edit(make(tmp_path, name), [" Schlager ", "Schlager", ""], PLAIN)

    assert edit.patches == ()
    assert edit.change.before == edit.change.after == ("Schlager",)
    assert not edit.change.changes_kind


@pytest.mark.parametrize("name", RICH)
def test_little_is_kept_for_an_undo(tmp_path, name):
    edit = genre_edit(make(tmp_path, name), ["Progressive Rock"], PLAIN)

    assert sum(len(patch.old) + len(patch.new) for patch in edit.patches) < 3_000


@pytest.mark.parametrize(("name", "kind"), BARE.items())
def test_a_file_without_a_genre_gets_one_where_players_look(tmp_path, name, kind):
    path = material.write_audio(tmp_path / name, seconds=0.3)

    copy = written(path, "Jazz", "爵士")

    tags = read_facts(copy).tags
    assert (tags.genres, tags.tag_kind) == (("Jazz", "爵士"), kind)
    assert ffmpeg_tags(copy)[0].startswith("Jazz") or name == "a.aac"


@pytest.mark.parametrize("name", BARE)
def test_taking_away_what_is_not_there_costs_no_byte(tmp_path, name):
    path = material.write_audio(tmp_path / name, seconds=0.3)

    assert genre_edit(path, [], PLAIN).patches == ()


@pytest.mark.parametrize("name", RICH)
def test_a_file_that_was_cut_off_is_refused_or_written_right(tmp_path, name):
    path = make(tmp_path, name)
    whole = path.read_bytes()
    outcomes = {is_written(path, whole[: len(whole) * cut // 23]) for cut in range(1, 23)}

    assert outcomes <= {True, False}


def is_written(path, data):
    """Try to; `written` fails the test where something else is changed."""
    path.write_bytes(data)
    try:
        written(path, "Jazz")
    except TagError:
        return False
    return True


def test_a_preview_says_what_was_and_what_would_be(tmp_path):
    change = genre_edit(make(tmp_path, "a.flac"), ["Jazz"], PLAIN).change

    assert (change.before, change.after) == (("Schlager",), ("Jazz",))
    assert change.kind_before == change.kind_after == "Vorbis comment"


def test_a_preview_of_a_file_without_tags_says_that_some_are_added(tmp_path):
    path = material.make_monkeys_audio(tmp_path / "a.ape")

    change = genre_edit(path, ["Jazz"], PLAIN).change

    assert change.changes_kind
    assert tuple(map(str, change.remarks)) == ("tags of the kind APEv2 are added",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "the file is empty"), (b"<html>", "no audio file of a format that can be read")],
)
def test_what_is_no_sound_is_refused(tmp_path, data, reason):
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    with pytest.raises(TagError, match=reason):
        genre_edit(path, ["Jazz"], PLAIN)


def test_characters_that_no_tag_can_hold_are_refused(tmp_path):
    path = make(tmp_path, "a.flac")

    with pytest.raises(WriteRefused, match="characters that cannot be shown"):
        genre_edit(path, ["Jazz\0Rock"], PLAIN)


def test_ac3_cannot_hold_a_genre(tmp_path):
    path = material.write_audio(tmp_path / "a.ac3", seconds=0.3)

    with pytest.raises(WriteRefused, match="no place for a genre"):
        genre_edit(path, ["Jazz"], PLAIN)


def test_a_tag_behind_ac3_gets_the_genre_nevertheless(tmp_path):
    path = material.write_audio(tmp_path / "a.ac3", seconds=0.3)
    path.write_bytes(path.read_bytes() + material.ape_tag({"Title": b"One"}))

    edit = genre_edit(path, ["Jazz"], PLAIN)

    assert edit.change.kind_after == "APEv2"
    assert b"Genre\0Jazz" in edit.patches[-1].new
