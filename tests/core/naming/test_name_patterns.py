import os
from pathlib import PurePath

import pytest

from musicreclass.core.naming.name_patterns import NamePattern, key_of_name, numbered, safe_name
from musicreclass.errors import UsageProblem

VALUES = {
    "genre": "Hip-Hop/Rap",
    "filename": "a: b?.mp3",
    "name": "a: b?",
    "ext": "mp3",
    "title": "Tit|le",
    "artist": "AC/DC",
    "albumartist": "AC/DC",
    "album": "..",
    "track": "03",
    "year": "1999",
}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("流行", "流行"),
        ("AC/DC", "AC_DC"),
        ('a<b>c:d"e\\f|g?h*i', "a_b_c_d_e_f_g_h_i"),
        ("two\nlines\tand a tab", "two_lines_and a tab"),
        ("line\u2028separator", "line_separator"),
        ("right\u202eto left", "right_to left"),
        ("trailing dots...  ", "trailing dots"),
        (" leading blank", "leading blank"),
        (".hidden", "_.hidden"),
        ("..", "_"),
        ("", "_"),
        ("CON", "_CON"),
        ("con.mp3", "_con.mp3"),
        ("LPT1", "_LPT1"),
        ("console", "console"),
        ("cafe\u0301", "café"),
        ("👩\u200d🎤 sings", "👩\u200d🎤 sings"),
    ],
)
def test_a_name_is_one_that_every_system_takes(text, name):
    assert safe_name(text) == name


def test_a_name_that_is_too_long_keeps_its_end_and_whole_letters():
    name = safe_name("青花瓷" * 60 + ".flac")

    assert name.endswith(".flac")
    assert len(name.encode()) <= 240
    assert set(name.removesuffix(".flac")) <= set("青花瓷")


def test_bytes_that_are_no_text_stay_as_they_are():
    raw = os.fsdecode(b"\xc4\xfa\xba\xc3.mp3")

    assert os.fsencode(safe_name(raw)) == b"\xc4\xfa\xba\xc3.mp3"


def test_a_copy_gets_a_number_before_its_end():
    assert numbered("01. Vol. 2.mp3", 2) == "01. Vol. 2 (2).mp3"
    assert numbered("No. 5 in b", 3) == "No. 5 in b (3)"


def test_names_that_differ_in_letters_cases_or_accents_are_one():
    assert key_of_name("Straße") == key_of_name("STRASSE")
    assert key_of_name("cafe\u0301") == key_of_name("Café")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{genre}/{filename}", "Hip-Hop_Rap/a_ b_.mp3"),
        ("{genre}/{artist}/{album}/{track} {title}", "Hip-Hop_Rap/AC_DC/_/03 Tit_le.mp3"),
        ("Sorted/{genre} {year}/{title}.{ext}", "Sorted/Hip-Hop_Rap 1999/Tit_le.mp3"),
        ("{genre}\\{name}", "Hip-Hop_Rap/a_ b_.mp3"),
    ],
)
def test_a_path_is_made_by_a_pattern(pattern, path):
    assert NamePattern.of(pattern).path(VALUES) == PurePath(path)


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("{artist}/{filename}", "so {genre} should be in it"),
        ("/{genre}/{filename}", "names of folders with / between them"),
        ("../{genre}/{filename}", "names of folders with / between them"),
        ("C:/{genre}/{filename}", "names of folders with / between them"),
        ("{genre}/{filename", "a brace is missing"),
        ("{genre}/{mood}", "{mood} is nothing that is known of a track"),
        ("{genre}/{title.upper}", "{title.upper} is nothing that is known of a track"),
        ("{genre!r}/{title}", "is nothing that is known of a track"),
        ("{genre}/{}", "{} is nothing that is known of a track"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused_in_a_sentence(pattern, sentence):
    with pytest.raises(UsageProblem) as raised:
        NamePattern.of(pattern)

    assert sentence in str(raised.value)
