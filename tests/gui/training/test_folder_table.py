import pytest
from PySide6.QtCore import Qt

from musicreclass.gui.training.choose.folder_table import FOLDER, GENRE, MINUTES, FolderTableModel
from musicreclass.gui.training.choose.folder_view import FolderView
from tests.gui.training.train_material import folder_row

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

ROWS = (
    folder_row("jazz", "Jazz"),
    folder_row("my old jazz", "my old jazz", suggestion="Jazz"),
    folder_row("rock", "Rock", minutes=61.4),
)


@pytest.fixture
def folders(qapp, taxonomy, qtmodeltester):
    folders = FolderTableModel(taxonomy)
    folders.show_rows(ROWS)
    qtmodeltester.check(folders)
    return folders


@pytest.fixture
def view(folders, taxonomy, qtbot):
    view = FolderView(folders, taxonomy, None)
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    return view


def text(folders, row, column):
    return folders.index(row, column).data()


def test_numbers_stand_beside_the_folders(folders):
    assert text(folders, 2, FOLDER) == "rock"
    assert text(folders, 2, MINUTES) == "61"


def test_a_genre_that_is_typed_is_shown_at_once_under_its_usual_name(folders, qtbot):
    with qtbot.waitSignal(folders.genre_typed) as typed:
        folders.setData(folders.index(1, GENRE), "hip hop")

    assert typed.args == [["my old jazz"], "Hip-Hop"]
    assert text(folders, 1, GENRE) == "Hip-Hop"


def test_a_genre_without_a_name_is_not_taken(folders):
    assert not folders.setData(folders.index(1, GENRE), "  ")
    assert text(folders, 1, GENRE) == "my old jazz"


def test_an_unticked_folder_is_left_out_and_can_come_back(folders, qtbot):
    box = folders.index(0, FOLDER)

    with qtbot.waitSignal(folders.left_out) as out:
        folders.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    is_left_out = text(folders, 0, GENRE)
    with qtbot.waitSignal(folders.taken_in):
        folders.setData(box, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)

    assert out.args == [["jazz"]]
    assert is_left_out == "left out"
    assert text(folders, 0, GENRE) == "Jazz"


def test_genres_that_no_folder_stands_for_cannot_be_edited(folders):
    folders.show_rows([folder_row("", "Jazz")])

    assert not folders.flags(folders.index(0, GENRE)) & Qt.ItemFlag.ItemIsEditable
    assert not folders.flags(folders.index(0, FOLDER)) & Qt.ItemFlag.ItemIsUserCheckable


def test_counting_anew_keeps_what_is_selected(view, folders):
    view.selectRow(1)

    folders.show_rows([folder_row(row.folder, row.genre, tracks=99) for row in ROWS])

    assert view.selected_folders() == [1]


def test_typing_over_a_genre_completes_it(view, folders, qtbot):
    view.setCurrentIndex(folders.index(2, GENRE))
    view.edit(folders.index(2, GENRE))
    editor = next(w for w in view.viewport().children() if w.objectName() == "cell")
    qtbot.keyClicks(editor, "electr")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert text(folders, 2, GENRE) == "Electronic"
