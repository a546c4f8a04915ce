import pytest

from musicreclass.gui.writing.change_view import word_diff


def shown(pieces):
    return "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("before", "after", "goes", "comes"),
    [
        ("Other", "Pop", "[Other]", "[Pop]"),
        ("", "Jazz", "", "[Jazz]"),
        ("Rock", "", "[Rock]", ""),
        ("Pop", "Pop", "Pop", "Pop"),
        ("Indie Rock", "Rock", "[Indie ]Rock", "Rock"),
        ("Rock", "Rock; Pop", "Rock", "Rock[; Pop]"),
        ("Rock; Pop", "Jazz; Blues", "[Rock; Pop]", "[Jazz; Blues]"),
        ("Rock; Pop; Folk", "Rock; Jazz; Folk", "Rock; [Pop]; Folk", "Rock; [Jazz]; Folk"),
        ("華語流行", "國語流行", "[華語流行]", "[國語流行]"),
        ("pop", "Pop", "[pop]", "[Pop]"),
    ],
)
def test_words_that_go_and_come_are_told_from_those_that_stay(before, after, goes, comes):
    old, new = word_diff(before, after)

    assert (shown(old), shown(new)) == (goes, comes)
    assert "".join(piece.text for piece in old) == before
    assert "".join(piece.text for piece in new) == after
