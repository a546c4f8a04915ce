from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from musicreclass.gui.detail.evidence_words import named_genres
from musicreclass.gui.detail.time_axis import TimeAxis
from musicreclass.gui.detail.time_view import TimeView
from musicreclass.gui.widgets.plot_style import MAPS, colour_map, names
from tests import previews

# pytest-qt sends clicks to the viewport, which leaves them to the scene.
pytestmark = pytest.mark.qt_log_ignore("not accepted by receiving widget")


@pytest.fixture
def view(qtbot, theme, taxonomy):
    view = TimeView(theme, taxonomy, "magma")
    qtbot.addWidget(view)
    view.resize(400, 180)
    view.show()
    qtbot.waitExposed(view)
    view.show_sound(previews.picture(240.0), 240.0)
    view.show_strip(previews.strip())
    return view


def point_at(view, seconds):
    """Return where a moment lies in the middle of the spectrogram, in the widget."""
    QApplication.processEvents()
    box = view.spectrogram.box
    return view.mapFromScene(box.mapViewToScene(QPointF(seconds, 64.0)))


def shown(plot):
    return plot.box.viewRange()[0]


def test_a_click_seeks_to_where_it_was(view, qtbot):
    with qtbot.waitSignal(view.sought) as sought:
        at = point_at(view, 120.0)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert sought.args[0] == pytest.approx(120.0, abs=1.5)


def test_both_pictures_lie_on_the_same_axis(view, qtbot):
    QApplication.processEvents()
    one = view.spectrogram.box.sceneBoundingRect()
    other = view.strip.box.sceneBoundingRect()

    assert (one.left(), one.right()) == (other.left(), other.right())
    assert shown(view.spectrogram) == shown(view.strip) == [0.0, 240.0]


def test_as_much_is_drawn_as_can_be_seen(view, qtbot):
    fine = previews.picture(240.0)
    view.show_sound(replace(fine, decibels=np.tile(fine.decibels, 6)), 240.0)
    QApplication.processEvents()
    pixels = view.spectrogram.box.width()
    assert pixels <= drawn_columns(view) < 2 * pixels

    view.spectrogram.box.zoom(0.05, 120.0)

    assert drawn_columns(view) == view.spectrogram.picture.decibels.shape[1] > 2 * pixels


def drawn_columns(view):
    [image] = [item for item in view.spectrogram.items if isinstance(item, pg.ImageItem)]
    assert image.boundingRect().height() == 128
    return image.image.shape[1]


def test_the_wheel_zooms_both_and_home_shows_all_again(view, qtbot):
    at = QPointF(point_at(view, 60.0))
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    zoomed = shown(view.spectrogram)
    linked = shown(view.strip)
    qtbot.keyClick(view, Qt.Key.Key_Home)

    assert zoomed[1] - zoomed[0] < 220.0
    assert linked == zoomed
    assert shown(view.spectrogram) == [0.0, 240.0]


def test_a_double_click_shows_all_again(view, qtbot):
    view.spectrogram.box.zoom(0.2, 100.0)
    at = point_at(view, 100.0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert shown(view.spectrogram) == [0.0, 240.0]


def test_what_is_learned_of_a_track_later_leaves_the_zoom_alone(view):
    view.spectrogram.box.zoom(0.5, 100.0)
    zoomed = shown(view.spectrogram)
    view.show_sound(view.spectrogram.picture, 240.0)

    assert shown(view.spectrogram) == zoomed


def test_nothing_beyond_the_track_is_ever_shown(view):
    view.spectrogram.box.zoom(5.0, 0.0)

    assert shown(view.spectrogram) == [0.0, 240.0]


@pytest.mark.parametrize(("key", "expected"), [(Qt.Key.Key_Right, 65.0), (Qt.Key.Key_Left, 55.0)])
def test_arrows_seek_from_where_the_playhead_stands(view, qtbot, key, expected):
    view.show_position(60.0)
    with qtbot.waitSignal(view.sought) as sought:
        qtbot.keyClick(view, key)

    assert sought.args == [expected]


def test_plus_and_minus_zoom_around_the_playhead(view, qtbot):
    view.show_position(60.0)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    low, high = shown(view.spectrogram)
    qtbot.keyClick(view, Qt.Key.Key_Minus)

    assert high - low == pytest.approx(168.0)
    assert low < 60.0 < high
    assert shown(view.spectrogram) == pytest.approx([0.0, 240.0])


def test_hovering_says_time_pitch_loudness_and_the_best_genres(view):
    assert view.text_at(101.0, 64.5).splitlines()[1] == "Pop 80% · Rock 15% · Folk 5%"
    first = view.text_at(101.0, 64.5).splitlines()[0]
    assert first.startswith("1:41 · ")
    assert "Hz · −" in first


def test_where_nothing_was_analyzed_hovering_names_no_genre(view):
    assert len(view.text_at(10.0, 64.5).splitlines()) == 1


def test_without_a_picture_time_is_all_there_is(view):
    view.show_sound(None, 100.0)
    view.show_strip(None)

    assert view.text_at(61.0, 64.0) == "1:01"
    assert shown(view.spectrogram) == [0.0, 100.0]


def test_colours_are_a_choice_of_the_menu(view, qtbot):
    menu = view.colour_menu()
    with qtbot.waitSignal(view.colours_chosen) as chosen:
        next(a for a in menu.actions() if a.data() == "viridis").trigger()

    assert chosen.args == ["viridis"]
    marked = [action.data() for action in view.colour_menu().actions() if action.isChecked()]
    assert marked == ["viridis"]


def test_every_choice_of_colours_has_a_map_and_a_name(qapp):
    assert MAPS.keys() == names().keys()
    assert all(len(colour_map(name).getLookupTable(nPts=256)) == 256 for name in MAPS)


def test_genres_without_weight_have_no_name_in_the_strip():
    assert named_genres(previews.strip()) == ["Pop", "Rock", "Folk"]


@pytest.mark.parametrize(("seconds", "step"), [(8.0, 2), (240.0, 60), (3600.0, 900)])
def test_times_are_written_in_steps_that_people_count_in(qapp, seconds, step):
    axis = TimeAxis("bottom")

    assert axis.tickSpacing(0.0, seconds, 280.0) == [(step, 0)]
    assert axis.tickStrings([0.0, 90.0], 1.0, step) == ["0:00", "1:30"]


def test_a_screen_reader_is_told_the_genre_over_time(view):
    assert view.accessibleName() == "Spectrogram"
    assert view.accessibleDescription() == (
        "4:00. Genre over time: 1:40 Pop, 1:55 Rock."
        " Left and right seek, plus and minus zoom, Home shows all"
    )


def test_genres_over_time_are_named_as_the_window_speaks(view):
    QLocale.setDefault(QLocale("ja"))

    view.show_strip(previews.strip())

    assert "1:55 ロック" in view.accessibleDescription()
    assert "ポップ 80%" in view.text_at(105.0, None)
