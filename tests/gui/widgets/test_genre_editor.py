import pytest
from PySide6.QtCore import QLocale, Qt

from musicreclass.gui.widgets.genre_editor import GenreEditor, GenreWords

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def words(taxonomy):
    return GenreWords(taxonomy, lambda: ["Mandarin Ballads"])


@pytest.fixture
def editor(words, qtbot):
    editor = GenreEditor(words)
    qtbot.addWidget(editor)
    editor.show()
    editor.setFocus()
    return editor


def test_tab_takes_the_likeliest_and_stays_in_the_field(editor, qtbot):
    qtbot.keyClicks(editor, "jaz")
    assert editor.is_offering

    with qtbot.assertNotEmitted(editor.committed):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.text() == "Jazz"
    assert not editor.is_offering


def test_the_arrow_keys_choose_among_what_is_offered(editor, qtbot):
    qtbot.keyClicks(editor, "mand")
    popup = editor._popup

    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Up)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert editor.text() == "Mandarin Ballads"


def test_what_nobody_knows_stays_as_it_was_typed(editor, qtbot):
    qtbot.keyClicks(editor, "zzz my own")

    with qtbot.waitSignal(editor.committed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert editor.genres() == ["zzz my own"]


def test_escape_closes_the_list_first(editor, qtbot):
    qtbot.keyClicks(editor, "jaz")

    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert not editor.is_offering
    assert editor.text() == "jaz"


def test_a_genre_in_the_middle_is_completed_and_the_others_stay(editor, qtbot):
    editor.setText("Pop; blu; Rock")
    editor.setCursorPosition(len("Pop; bl"))

    qtbot.keyClicks(editor, "u")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.genres() == ["Pop", "Blues", "Rock"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("爵士； 藍調", ["爵士", "藍調"]), ("  ; ", []), ("hip hop;HIPHOP", ["Hip-Hop"])],
)
def test_genres_are_parted_by_semicolons_of_either_width(words, typed, expected):
    assert words.genres(typed) == expected


def test_genres_are_offered_in_the_language_of_the_window(words):
    before = QLocale()
    QLocale.setDefault(QLocale("zh_TW"))

    shown = words.shown("Jazz")

    QLocale.setDefault(before)
    assert shown == "爵士 · Jazz"
    assert words.shown("Jazz") == "Jazz"


def test_a_genre_that_nobody_knows_is_marked_as_new(editor, qtbot):
    qtbot.keyClicks(editor, "Klezmerx")

    assert editor.new_genres() == ["Klezmerx"]
    assert editor._mark.isVisible()
    assert "Klezmerx" in editor.accessibleDescription()


@pytest.mark.parametrize("typed", ["Jazz", "流行", "mandarin ballads", "Jazz; Blues"])
def test_a_genre_that_is_known_or_in_use_is_not_marked(editor, qtbot, typed):
    editor.setText(typed)

    assert editor.new_genres() == []
    assert not editor._mark.isVisible()


def test_what_is_still_being_completed_is_not_called_new(editor, qtbot):
    qtbot.keyClicks(editor, "jaz")
    assert not editor._mark.isVisible()

    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor._mark.isVisible()
