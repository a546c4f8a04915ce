import io
from dataclasses import replace

import mutagen
import pytest

from musicreclass.core.tag_change import WriteChoices
from musicreclass.sentences.reason import because
from musicreclass.tags.fingerprint import sound_region
from musicreclass.tags.tag_errors import TagError
from musicreclass.tags.verify.written_check import DamagedWrite, check_written
from musicreclass.tags.write import genre_edit
from tests import material
from tests.tags.rich_files import PLAIN, RICH, ogg_file, patched, speex_file

SOUNDING = [name for name in RICH if not name.endswith(".spx")]


def check(path, new, edit):
    """Check bytes that are to replace a file."""
    with path.open("rb") as old:
        check_written(old, io.BytesIO(new), edit)


def made(tmp_path, name, genre="Jazz"):
    """Return a file, its edit and the bytes that it leads to."""
    path = RICH[name](tmp_path / name)
    edit = genre_edit(path, [genre], PLAIN)
    return path, edit, patched(path.read_bytes(), edit.patches)


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :]


def region(data):
    return sound_region(io.BytesIO(data), len(data))


@pytest.mark.parametrize("name", RICH)
def test_a_right_write_passes(tmp_path, name):
    path, edit, new = made(tmp_path, name)

    check(path, new, edit)

    assert new != path.read_bytes()


@pytest.mark.parametrize("name", SOUNDING)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_one_bit_of_the_sound_is_enough(tmp_path, name, share):
    path, edit, new = made(tmp_path, name)
    start, end = region(new)

    with pytest.raises(TagError, match=r"sound would have changed|damaged|read back"):
        check(path, flipped(new, int(start + (end - start) * share)), edit)


@pytest.mark.parametrize("name", [name for name in RICH if not name.endswith((".spx", ".wma"))])
def test_a_letter_of_another_tag_is_enough(tmp_path, name):
    path, edit, new = made(tmp_path, name)
    gain = [new.find("-7.03 dB".encode(encoding)) for encoding in ("latin-1", "utf-16-le")]

    with pytest.raises(DamagedWrite, match="other tags would have changed"):
        check(path, flipped(new, max(gain) + 1), edit)


@pytest.mark.parametrize("name", RICH)
def test_an_old_genre_is_none(tmp_path, name):
    path, edit, _ = made(tmp_path, name)

    with pytest.raises(DamagedWrite, match="genre would read back as Schlager"):
        check(path, path.read_bytes(), edit)


@pytest.mark.parametrize("name", SOUNDING)
def test_a_missing_end_is_found(tmp_path, name):
    path, edit, new = made(tmp_path, name)

    with pytest.raises(TagError):
        check(path, new[: len(new) * 2 // 3], edit)


@pytest.mark.parametrize("tag", ["A genre", "Jazz; Rock", "jazz", "Jazz Rock"])
def test_another_genre_than_wanted_is_found(tmp_path, tag):
    path, edit, _ = made(tmp_path, "a.flac")
    other = genre_edit(path, [tag], PLAIN)

    with pytest.raises(DamagedWrite, match="genre would read back as"):
        check(path, patched(path.read_bytes(), other.patches), edit)


@pytest.mark.parametrize("separator", [None, ";", "; ", "/", ", ", " and ", ""])
def test_genres_may_be_a_list_or_joined(tmp_path, separator):
    path = RICH["a.flac"](tmp_path / "a.flac")
    choices = WriteChoices(separator=separator)
    edit = genre_edit(path, ["R&B (new)", "Jazz", "Rock"], choices)

    check(path, patched(path.read_bytes(), edit.patches), edit)

    assert edit.change.after == ("R&B (new)", "Jazz", "Rock")


def test_offsets_of_sound_that_point_elsewhere_are_found(tmp_path):
    path, edit, new = made(tmp_path, "a.m4a")
    at = new.index(b"stco") + 4 + 8 + 3

    with pytest.raises(DamagedWrite, match="sound would have changed"):
        check(path, flipped(new, at), edit)


@pytest.mark.parametrize(("at", "is_found"), [(18, True), (22, True), (100, True)])
def test_pages_may_have_other_numbers_but_only_with_their_checksum(tmp_path, at, is_found):
    path = ogg_file(tmp_path / "a.ogg")
    edit = genre_edit(path, ["Jazz"], PLAIN)
    new = patched(path.read_bytes(), edit.patches)

    with pytest.raises(DamagedWrite, match="sound would have changed"):
        check(path, flipped(new, region(new)[0] + at), edit)


def test_pages_that_were_numbered_anew_pass(tmp_path):
    path = speex_file(tmp_path / "a.spx")
    edit = genre_edit(path, ["G" * 900], PLAIN)

    check(path, patched(path.read_bytes(), edit.patches), edit)

    assert edit.patches


def test_tags_that_cannot_go_into_another_version_may_be_missing(tmp_path):
    head = material.id3v2(4, [(b"TIT2", b"\3One"), (b"TMOO", b"\3calm"), (b"TCON", b"\3A")])
    path = material.make_mp3(tmp_path / "a.mp3", head=head)
    edit = genre_edit(path, ["Jazz"], PLAIN)
    poorer = material.id3v2(3, [(b"TIT2", b"\0One"), (b"TCON", b"\0Jazz")])
    new = poorer + path.read_bytes()[len(head) :]
    change = replace(edit.change, kind_after="ID3v2.3", lost=(because("tags.mood"),))

    check(path, new, replace(edit, change=change))

    with pytest.raises(DamagedWrite, match="other tags would have changed"):
        check(path, new, edit)
    assert mutagen.File(path).tags["TMOO"].text == ["calm"]
