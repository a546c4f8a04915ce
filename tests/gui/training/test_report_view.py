import pytest
from PySide6.QtCore import QLocale, Qt

from musicreclass.gui.training.report.confusion_table import ConfusionTableModel
from musicreclass.gui.training.report.found_tracks import (
    PLAY,
    PLAYS,
    STANDS_STILL,
    FoundTableModel,
    answered,
)
from musicreclass.gui.training.report.genre_panel import GenreFiguresModel
from musicreclass.gui.training.report.report_view import ReportView
from musicreclass.gui.training.report.report_words import (
    background,
    compared,
    measured,
)
from tests.gui.training.train_material import made_up_report


@pytest.fixture(scope="module")
def made():
    return made_up_report()


@pytest.fixture
def view(theme, taxonomy, qtbot, made):
    view = ReportView(theme, taxonomy)
    qtbot.addWidget(view)
    view.resize(1240, 640)
    view.show()
    view.show_report(made)
    return view


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def middle_of(table, index):
    return table.visualRect(index).center()


def test_the_accuracy_stands_large_with_its_interval(view):
    assert view.accuracy.text() == "96.7 %"
    assert "95 %: " in view.about.text()
    assert view.overview.figures[0].name.text() == "Balanced accuracy"


def test_what_was_measured_is_said_in_words(made):
    said = "\n".join(measured(made))

    assert "Measured on 60 tracks, in 5 folds" in said
    assert "With 20 more tracks per genre expect about 3.0 points more" in said
    assert "Jazz has only 9 tracks." in said


def test_the_classifier_in_use_is_held_against_the_new_one(made):
    assert "box, in use until now, is right on 50.0 %" in compared(made.current)
    assert "+20.0 points" in compared(made.current)


def test_a_report_without_another_classifier_says_nothing_of_one(view):
    view.show_report(made_up_report(current=False))

    assert not view.overview.compared.isVisible()


def test_a_report_without_figures_says_that_nobody_can_say(view):
    view.show_report(made_up_report(tested=0))

    assert not view.accuracy.isVisible()
    assert view.about.text().startswith("Nobody can say how well it does")
    assert [chip.isVisible() for chip in view.chips] == [True, False, False, False, True, True]


def test_plots_are_drawn_once_the_words_are_there(view, qtbot):
    overview = view.overview
    qtbot.waitUntil(lambda: overview.curve.made is not None)

    assert len(overview.calibration.made.getPlotItem().items) > 1
    assert overview.curve.made.getPlotItem().listDataItems()[0].getData()[1].tolist() == [0.6, 0.7]


def test_plots_of_the_report_before_are_gone(view, qtbot):
    overview = view.overview
    qtbot.waitUntil(lambda: overview.curve.made is not None)

    view.show_report(made_up_report(tested=0))

    qtbot.waitUntil(lambda: not overview.calibration.made.isVisible())


def test_confusion_is_counted_by_cells(theme, taxonomy, made, qtmodeltester):
    table = ConfusionTableModel(theme, taxonomy)
    table.show_evaluation(made.evaluation)
    qtmodeltester.check(table)

    texts = [[table.index(row, column).data() for column in range(3)] for row in range(3)]
    assert texts == [["19", "1", ""], ["1", "19", ""], ["", "", "20"]]
    tip = table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "1 of 20 Blues were taken for Jazz."


def test_genres_are_called_in_the_language_of_the_window(view, made):
    QLocale.setDefault(QLocale("zh_TW"))
    view.show_report(made)
    table, figures = view.confusion.table, view.genres.figures

    assert table.headerData(0, Qt.Orientation.Horizontal) == "藍調"
    assert view.confusion.headline.text() == "藍調, taken for 爵士: 1"
    assert (
        table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "1 of 20 藍調 were taken for 爵士."
    )
    assert {figures.index(row, 0).data() for row in range(3)} == {"藍調", "爵士", "搖滾"}
    assert view.to_check.tracks.index(0, 3).data() == "藍調"


def test_a_cell_lists_its_tracks_and_a_double_click_plays_one(view, qtbot):
    click(qtbot, view.chips[1])
    matrix, tracks = view.confusion.view, view.confusion.tracks
    at = middle_of(matrix, view.confusion.table.index(1, 0))
    qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=at)
    row = tracks.tracks.index(0, 1)

    with qtbot.waitSignal(view.play_wanted) as wanted:
        at = middle_of(tracks, row)
        qtbot.mouseClick(tracks.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(tracks.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert view.confusion.headline.text() == "Jazz, taken for Blues: 1"
    assert wanted.args == ["/music/4.mp3"]


def test_the_worst_cell_is_shown_first(view):
    assert "taken for" in view.confusion.headline.text()
    assert view.confusion.tracks.tracks.rowCount() == 1


def test_tracks_that_look_mislabelled_have_a_mark_that_plays_them(view, qtbot):
    click(qtbot, view.chips[3])
    at = middle_of(view.to_check, view.to_check.tracks.index(0, PLAY))

    with qtbot.waitSignal(view.play_wanted) as wanted:
        qtbot.mouseClick(view.to_check.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert wanted.args[0] in ("/music/0.mp3", "/music/4.mp3")
    assert view.chips[3].text() == "To check  2"


def test_enter_plays_the_track_in_hand(view, qtbot):
    view.choose(3)
    view.to_check.selectRow(1)

    with qtbot.waitSignal(view.play_wanted):
        qtbot.keyClick(view.to_check, Qt.Key.Key_Return)


def test_what_plays_is_marked_everywhere(view):
    path = view.to_check.tracks.row_at(0).path
    cell = view.to_check.tracks.index(0, PLAY)

    view.note_playing(path)
    playing = cell.data()
    view.note_playing("")

    assert (playing, cell.data()) == (PLAYS, STANDS_STILL)


def test_found_tracks_hold_to_qts_contract(qapp, taxonomy, made, qtmodeltester):
    table = FoundTableModel(taxonomy)
    table.show_rows([answered(track) for track in made.tracks[:5]])

    qtmodeltester.check(table)

    assert table.index(0, 3).data() == "Blues"


def test_copies_stand_below_each_other(view):
    copies = view.copies.tracks

    assert [copies.row_at(row).path for row in (0, 1)] == ["/music/0.mp3", "/music/3.mp3"]
    assert [copies.row_at(row).remark for row in (0, 1)] == ["", "="]


def test_genres_sort_by_value(qapp, taxonomy, made, qtmodeltester):
    figures = GenreFiguresModel(taxonomy)
    figures.show_evaluation(made.evaluation)
    qtmodeltester.check(figures)

    figures.sort(2, Qt.SortOrder.DescendingOrder)

    assert figures.index(0, 0).data() == "Rock"
    assert figures.index(0, 2).data() == "100%"


def test_what_it_was_trained_on_is_all_there(made, taxonomy):
    said = dict(background(made, taxonomy))

    assert said["Learned from"] == "/music/按曲風"
    assert said["Genres"] == "Blues 20, Jazz 20, Rock 20"
    assert said["Kept together"] == "30 groups; tracks known by: artist 60"


def test_buttons_ask_for_what_they_say(view, qtbot):
    with qtbot.waitSignal(view.use_wanted):
        click(qtbot, view.use_button)
    view.show_used(is_used=True)
    with qtbot.waitSignals([view.classify_wanted, view.again_wanted, view.save_wanted]):
        for button in (view.classify_button, view.again_button, view.save_button):
            click(qtbot, button)

    assert view.use_button.text() == "✓ In use"
    assert not view.use_button.isEnabled()
