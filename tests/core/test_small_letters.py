import numpy as np

from musicreclass.core.small_letters import dots_of


def drawn(text):
    return ["".join(".#"[dot] for dot in row) for row in dots_of(text).astype(int)]


def test_letters_are_drawn_in_dots():
    assert drawn("T1") == [
        "#####...#...",
        "..#....##...",
        "..#.....#...",
        "..#.....#...",
        "..#.....#...",
        "..#.....#...",
        "..#....###..",
    ]


def test_accents_and_small_letters_do_not_matter():
    np.testing.assert_array_equal(dots_of("é"), dots_of("E"))


def test_what_has_no_letter_is_a_box():
    assert drawn("搖")[0] == "#####."
    assert drawn("搖")[3] == "#...#."


def test_no_text_has_no_dots():
    assert dots_of("").shape == (7, 0)
