"""What the Insights page draws, each view by itself."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPolygonF, QWheelEvent

from musicreclass.gui.insights.bars import Bar, BarRow, Bars
from musicreclass.gui.insights.genre_sounds import GenreSounds
from musicreclass.gui.insights.histogram import Bin, Histogram
from musicreclass.gui.insights.insights_overview import Overview
from musicreclass.gui.insights.map_canvas import MapCanvas
from musicreclass.gui.insights.map_dots import FEW
from musicreclass.gui.insights.map_view import MapView
from musicreclass.gui.insights.mislabel_table import GIVEN, LIKELY, PLAY, MislabelTableModel
from musicreclass.gui.insights.mislabel_view import MislabelView
from musicreclass.pipeline.insights.genre_mels import COLUMNS, GenreMel
from musicreclass.pipeline.insights.library_insights import Agreement, Insights
from musicreclass.pipeline.insights.library_map import MapOfLibrary
from musicreclass.pipeline.insights.library_mislabels import Contradiction, Contradictions
from musicreclass.pipeline.insights.stats import Lengths

BAND_HZ = tuple(float(hz) for hz in np.geomspace(40, 11_000, 128))
LEFT = Qt.MouseButton.LeftButton


def figures(**changed):
    made: dict[str, Any] = {
        "tracks": 15,
        "in_files": {"Pop": 12, "Jazz": 2},
        "untagged": 1,
        "suggested": {"Jazz": 8, "Rock": 2},
        "classified": 10,
        "sure": 6,
        "formats": {"MP3": 14, "FLAC": 1},
        "lengths": Lengths.of([10.0, 200.0, 200.0]),
        "confidences": ((0, 0),) * 10 + ((0, 4),) + ((0, 0),) * 8 + ((6, 0),),
        "sure_confidence": 0.5,
        "agreement": (Agreement("mlp", "", 9, 10), Agreement("cnn", "mlp", 7, 10)),
    }
    return Insights(**(made | changed))


@pytest.fixture
def shown(qtbot):
    def show(widget, width=1000, height=560):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        return widget

    return show


@pytest.fixture
def overview(shown, theme, taxonomy):
    return shown(Overview(theme, taxonomy))


def test_each_genre_has_a_bar_of_files_and_one_of_suggestions(overview, taxonomy):
    overview.show_insights(figures())

    pop, jazz, rock = overview.genres.rows
    assert [bar.text for bar in jazz.bars] == ["2", "8"]
    assert [bar.share for bar in pop.bars] == [1.0, 0.0]
    assert pop.bars[0].colour == taxonomy.colour("Pop")
    assert rock.detail == "Rock: 0 in files, 2 suggested"


def test_what_figures_mean_is_said_in_words(overview):
    overview.show_insights(figures())

    assert overview.summary.text().startswith("15 tracks · 7 min · genres in files: 2")
    assert "10 heard, 60% of them with a sure genre" in overview.summary.text()
    assert "6.0 times as many tracks" in overview.advice.text()
    assert "favour Pop: add to genres with fewer than 4 tracks" in overview.advice.text()
    assert "Fewer than 10 tracks: Jazz" in overview.advice.text()


def test_sure_ones_lie_below_the_others_and_the_line_is_drawn(overview):
    overview.show_insights(figures())

    assert "Sure needs one possible genre, at 50% or more" in overview.rule.text()
    assert overview.confidences.bins[19].parts == (6, 0)
    assert overview.confidences.bins[10].detail == "from 50%: 0 sure, 4 not"


def test_who_agrees_how_often_can_be_read(overview):
    overview.show_insights(figures())

    together, pair = overview.agreement.rows
    assert (together.name, together.bars[0].text) == ("mlp – together", "90%")
    assert pair.detail == "cnn – mlp: the same genre for 7 of 10 tracks"


def test_an_unscored_library_says_so_where_confidences_would_be(overview):
    overview.show_insights(figures(classified=0, suggested={}, agreement=(), sure_confidence=None))

    assert overview._unscored.isVisible()
    assert not overview.confidences.isVisible()
    assert [len(row.bars) for row in overview.genres.rows] == [1, 1]


def colours_in(widget):
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_bars_and_bins_are_painted_in_their_colours(shown, theme):
    bars = shown(Bars("bars", theme), 300, 60)
    bars.show_rows([BarRow("Pop", (Bar(0.5, "5", "#ff00ff"),))])
    histogram = shown(Histogram("bins", theme), 200, 120)
    histogram.show_bins([Bin((3, 1), "0", "three"), Bin((0, 0), "", "none")])

    assert QColor("#ff00ff").rgb() in colours_in(bars)
    painted = colours_in(histogram)
    assert {QColor(theme.tokens.accent).rgb(), QColor(theme.tokens.dim).rgb()} <= painted
    assert histogram.accessibleDescription() == "three"


@pytest.fixture
def sounds(shown, theme, taxonomy):
    sounds = shown(GenreSounds(theme, taxonomy, "magma"))
    low = np.linspace(-20, -80, 128)[:, None] * np.ones((1, COLUMNS))
    mels = [
        GenreMel("Pop", 9, low.astype(np.float32), BAND_HZ),
        GenreMel("Jazz", 1, low[::-1].astype(np.float32), BAND_HZ),
    ]
    sounds.pictures.show_mels(mels)
    return sounds


def test_genres_are_pictured_with_low_sounds_below(sounds):
    pop, _ = sounds.pictures._images

    assert pop.pixelColor(5, 127).lightness() > pop.pixelColor(5, 0).lightness()
    assert sounds.pictures.accessibleDescription() == "Pop · 9 tracks\nJazz · 1 track"


def test_what_differs_is_red_where_it_is_louder_and_blue_where_it_is_softer(sounds):
    sounds.differs.setChecked(True)

    pop, _ = sounds.pictures._images
    assert pop.pixelColor(5, 127).red() > pop.pixelColor(5, 127).blue()
    assert pop.pixelColor(5, 0).red() < pop.pixelColor(5, 0).blue()


def test_the_pictures_can_be_taken_as_one(sounds):
    picture = sounds.pictures.picture()

    assert picture.format() == QImage.Format.Format_RGB32
    assert picture.width() == sounds.pictures.width()


POSITIONS = np.array([[-1.0, 0.0], [-0.9, 0.05], [0.0, 0.9], [1.0, -0.5]], dtype=np.float32)
RED, BLUE = QColor("#ff0000").rgb(), QColor("#0000ff").rgb()


@pytest.fixture
def canvas(shown, theme):
    canvas = shown(MapCanvas(theme), 600, 400)
    canvas.show_dots(POSITIONS, np.array([RED, RED, BLUE, BLUE], dtype=np.uint32))
    return canvas


def at(canvas, dot):
    x, y = canvas.pixels()[dot]
    return QPoint(round(x), round(y))


@pytest.mark.parametrize("count", [4, FEW + 4])
def test_dots_have_their_colours_however_many_there_are(canvas, count):
    positions = np.vstack([POSITIONS, np.zeros((count - 4, 2), dtype=np.float32)])
    colours = np.array([RED, RED, BLUE, BLUE] + [RED] * (count - 4), dtype=np.uint32)

    canvas.show_dots(positions, colours)

    image = canvas.grab().toImage()
    assert image.pixel(at(canvas, 0)) == RED
    assert image.pixel(at(canvas, 3)) == BLUE


def test_a_dot_is_pointed_at_and_clicked(canvas, qtbot):
    with qtbot.waitSignal(canvas.pointed) as pointed:
        qtbot.mouseMove(canvas, at(canvas, 2))
    with qtbot.waitSignal(canvas.activated) as activated:
        qtbot.mouseClick(canvas, LEFT, pos=at(canvas, 3))

    assert pointed.args == [2]
    assert activated.args == [3]


def test_a_stroke_chooses_what_it_goes_around(canvas, qtbot):
    around = at(canvas, 0) + QPoint(-10, -20)
    with qtbot.waitSignal(canvas.chosen) as chosen:
        qtbot.mousePress(canvas, LEFT, pos=around)
        for step in (QPoint(90, 0), QPoint(90, 60), QPoint(0, 60)):
            qtbot.mouseMove(canvas, around + step)
        qtbot.mouseRelease(canvas, LEFT, pos=around + QPoint(0, 60))

    assert chosen.args[0].tolist() == [0, 1]


def test_what_lies_outside_the_window_is_not_chosen(canvas):
    canvas.zoom(8.0)

    everything = QPolygonF([QPointF(0, 0), QPointF(600, 0), QPointF(600, 400), QPointF(0, 400)])
    assert canvas.within(everything).tolist() == []


def test_the_wheel_comes_closer_to_what_is_under_the_pointer(canvas, qtbot):
    before = at(canvas, 3)
    where, rolled = QPointF(before), QPoint(0, 120)
    none, nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase

    canvas.wheelEvent(QWheelEvent(where, where, QPoint(), rolled, none, nothing, phase, False))

    assert (at(canvas, 3) - before).manhattanLength() <= 1
    assert at(canvas, 0).x() < 0
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert at(canvas, 3) == before


def test_the_keyboard_goes_from_dot_to_dot(canvas, qtbot):
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    first = canvas.in_hand
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    with qtbot.waitSignal(canvas.activated) as activated:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    with qtbot.waitSignal(canvas.chosen) as chosen:
        qtbot.keyClick(canvas, Qt.Key.Key_Space)

    assert first == 3
    assert activated.args[0] != first
    assert chosen.args[0].tolist() == activated.args


# Five dots that arrows with Shift go through, one that these go around, and one elsewhere.
CORNERS = [[-0.5, -0.5], [-0.1, -0.5], [0.3, -0.5], [0.3, -0.1], [0.3, 0.4]]
AROUND = np.array([*CORNERS, [0.0, -0.05], [-0.4, 0.4]], dtype=np.float32)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def drawn(canvas, qtbot):
    """The canvas with a stroke that was drawn by keys, and nothing chosen yet."""
    canvas.show_dots(AROUND, np.full(len(AROUND), RED, dtype=np.uint32))
    canvas.setFocus()
    qtbot.mouseMove(canvas, at(canvas, 0))
    right, down = Qt.Key.Key_Right, Qt.Key.Key_Down
    for arrow in (right, right, down, down):
        qtbot.keyClick(canvas, arrow, SHIFT)
    return canvas


def test_a_stroke_by_keys_chooses_what_it_goes_through_and_around(drawn, theme, qtbot):
    assert QColor(theme.tokens.accent).rgb() in colours_in(drawn)

    with qtbot.waitSignal(drawn.chosen) as chosen:
        qtbot.keyClick(drawn, Qt.Key.Key_Space)

    assert chosen.args[0].tolist() == [0, 1, 2, 3, 4, 5]


def test_escape_gives_a_stroke_by_keys_up(drawn, qtbot):
    qtbot.keyClick(drawn, Qt.Key.Key_Escape)
    with qtbot.waitSignal(drawn.chosen) as chosen:
        qtbot.keyClick(drawn, Qt.Key.Key_Space)

    assert chosen.args[0].tolist() == [4]


def test_an_arrow_without_shift_gives_it_up_as_well(drawn, qtbot):
    qtbot.keyClick(drawn, Qt.Key.Key_Up)
    with qtbot.waitSignal(drawn.chosen) as chosen:
        qtbot.keyClick(drawn, Qt.Key.Key_Space)

    assert chosen.args[0].tolist() == [3]


def map_of(line):
    lines = tuple(line(i, f"Song {i}", artist="Cui Jian") for i in range(4))
    genres = np.array([0, 0, 1, -1])
    return MapOfLibrary("bundle", lines, POSITIONS, ("Rock", "Jazz"), genres, genres[::-1].copy())


@pytest.fixture
def map_view(shown, theme, taxonomy, line):
    view = shown(MapView(theme, taxonomy))
    view.show_map(map_of(line))
    return view


@pytest.mark.qt_log_ignore("does not support raise")  # of tooltips, off the screen
def test_a_screen_reader_is_told_what_is_in_hand_on_the_map_and_whether_it_is_chosen(
    map_view, qtbot
):
    canvas = map_view.canvas
    canvas.setFocus()
    before = canvas.accessibleName()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    in_hand = canvas.accessibleName()
    qtbot.keyClick(canvas, Qt.Key.Key_Space)

    assert before == "Map of the library"
    assert in_hand == "Map of the library: Cui Jian – Song 3, Rock"
    assert canvas.accessibleName() == f"{in_hand}, chosen"
    assert canvas.accessibleDescription().startswith("4 dots, 1 chosen. Arrows go from dot to dot")


def test_it_says_where_not_all_tracks_are_shown(map_view, line):
    assert "picked" not in map_view.hint.text()
    map_view.show_map(replace(map_of(line), total=1_000_000))
    assert map_view.hint.text().startswith("Of 1,000,000 tracks, 4 picked at random are shown. ")


def test_chosen_dots_are_counted_and_shown_in_review(map_view, qtbot):
    assert not map_view.show_button.isVisible()
    map_view.choose(np.array([1, 2]))

    with qtbot.waitSignal(map_view.show_wanted) as wanted:
        qtbot.mouseClick(map_view.show_button, LEFT)

    assert wanted.args == [frozenset({1, 2})]
    assert map_view.hint.text() == "2 tracks chosen"


def test_colours_stand_for_suggestions_or_for_what_files_say(map_view, taxonomy):
    suggested = map_view.canvas._colours.copy()
    map_view.by.setCurrentIndex(1)

    rock = QColor(taxonomy.colour("Rock")).rgb()
    assert suggested.tolist()[2:] == [rock, rock]
    assert map_view.canvas._colours.tolist()[:2] == [rock, rock]
    assert "none" in map_view.legend.text()


def test_a_clicked_dot_is_to_be_played_and_says_what_it_is(map_view, qtbot, line):
    with qtbot.waitSignal(map_view.play_wanted) as wanted:
        map_view.canvas.activated.emit(2)

    assert wanted.args[0].title == "Song 2"
    assert map_view.words_of(wanted.args[0], "Jazz") == "Cui Jian – Song 2\nJazz"


@pytest.fixture
def mislabels(shown, taxonomy, line):
    view = shown(MislabelView(taxonomy))
    found = [
        Contradiction(line(1, "青花瓷", genre="Rock"), "Rock", "Pop", 0.97),
        Contradiction(line(2, "So What", genre="Rock; Metal"), "Rock; Metal", "Jazz", 0.9),
    ]
    view.show_contradictions(Contradictions(tuple(found), 40))
    return view


def test_the_table_of_contradictions_keeps_qts_rules(mislabels, qtmodeltester):
    qtmodeltester.check(mislabels.rows)


def test_what_the_file_says_stands_beside_what_it_sounds_like(mislabels):
    row = [mislabels.rows.index(1, column).data() for column in range(6)]

    assert row == ["▶", "So What", "", "Rock; Metal", "Jazz", "90%"]
    assert mislabels.rows.index(0, GIVEN).data(Qt.ItemDataRole.DecorationRole) is not None
    assert "2 tracks of 40" in mislabels.hint.text()
    assert mislabels.rows.index(0, LIKELY).data(Qt.ItemDataRole.ToolTipRole) == "Pop"


def test_a_click_on_play_plays_and_shows_so(mislabels, qtbot):
    cell = mislabels.view.visualRect(mislabels.rows.index(1, PLAY)).center()
    with qtbot.waitSignal(mislabels.play_wanted) as wanted:
        qtbot.mouseClick(mislabels.view.viewport(), LEFT, pos=cell)
    mislabels.rows.note_playing(2)

    assert wanted.args[0].id == 2
    assert mislabels.rows.index(1, PLAY).data() == "⏸"


def test_the_space_bar_plays_the_row_in_hand(mislabels, qtbot):
    mislabels.view.selectRow(0)
    mislabels.view.setFocus()
    with qtbot.waitSignal(mislabels.play_wanted) as wanted:
        qtbot.keyClick(mislabels.view, Qt.Key.Key_Space)

    assert wanted.args[0].id == 1


def test_the_selected_or_all_are_shown_in_review(mislabels, qtbot):
    assert mislabels.show_button.text() == "Show all in Review"
    assert mislabels.ids_in_hand() == {1, 2}
    mislabels.view.selectRow(1)

    assert mislabels.show_button.text() == "Show 1 in Review"
    assert mislabels.ids_in_hand() == {2}


def test_an_empty_table_of_contradictions_has_no_rows(qapp, taxonomy):
    assert MislabelTableModel(taxonomy).rowCount() == 0


def picked(overview, qtbot, chart, at):
    """Return what a click on a chart picks out of some lines."""
    with qtbot.waitSignal(overview.picked) as wanted:
        qtbot.mouseClick(chart, LEFT, pos=at)
    return wanted.args[0]


def test_a_click_on_a_bar_asks_for_its_tracks(overview, qtbot, line, suggestion):
    overview.show_insights(figures())
    lines = [
        line(1, genre="Jazz; Blues"),
        line(2, genre="流行", suggestion=suggestion("Jazz")),
        line(3, genre="流行"),
    ]

    row = [bar.name for bar in overview.genres.rows].index("Jazz")
    picks = picked(overview, qtbot, overview.genres, overview.genres.area_of(row).center())

    assert [one.id for one in lines if picks(one)] == [1, 2]


def test_a_bar_is_taken_by_the_keyboard_too(overview, qtbot, line):
    overview.show_insights(figures())
    overview.formats.setFocus()
    qtbot.keyClick(overview.formats, Qt.Key.Key_Down)
    with qtbot.waitSignal(overview.picked) as wanted:
        qtbot.keyClick(overview.formats, Qt.Key.Key_Return)

    some = [line(1, format="MP3"), line(2, format="FLAC")]
    assert [one.id for one in some if wanted.args[0](one)] == [2]


def test_a_bar_of_lengths_stands_for_those_up_to_the_next(overview, qtbot, line):
    overview.show_insights(figures())
    edges = [edge for edge, _ in figures().lengths.bins]
    full = [i for i, one in enumerate(overview.lengths.bins) if any(one.parts)]
    picks = picked(overview, qtbot, overview.lengths, overview.lengths.area_of(full[0]).center())

    assert picks(line(1, seconds=float(edges[full[0]]) + 1.0))
    assert not picks(line(2, seconds=float(edges[full[0] + 1])))


def test_bars_of_agreement_lead_to_those_who_differ(overview, qtbot, line, suggestion):
    overview.show_insights(figures())
    picks = picked(overview, qtbot, overview.agreement, overview.agreement.area_of(1).center())

    assert picks(line(1, suggestion=suggestion("Jazz", others="Rock")))
    assert not picks(line(2, suggestion=suggestion("Jazz")))
    assert not picks(line(3))
