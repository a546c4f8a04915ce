import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.facets import Filter
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.widgets.column_table import ColumnTableModel

COLUMN = {column.name: i for i, column in enumerate(COLUMNS)}


@pytest.fixture
def table(qapp, qtmodeltester, line):
    table = TrackTableModel()
    table.put(
        [
            line(1, "Banana", seconds=600.0),
            line(2, "青花瓷", seconds=59.0, genre="Pop"),
            line(3, "apple", seconds=3700.0, folder_id=2),
        ]
    )
    qtmodeltester.check(table)
    return table


def column(table, name):
    return [table.index(row, COLUMN[name]).data() for row in range(table.rowCount())]


def test_lengths_sort_as_numbers_not_as_text(table):
    table.sort(COLUMN["length"], Qt.SortOrder.DescendingOrder)

    assert column(table, "length") == ["1:01:40", "10:00", "0:59"]


def test_what_tracks_sound_like_is_a_column_of_its_own(qapp, line):
    table = TrackTableModel()
    given = {1: ("mellow", "female-voice"), 2: None, 3: ("one of a tagger",)}
    table.put([line(track_id, sound_tags=tags) for track_id, tags in given.items()])

    table.sort(COLUMN["sounds_like"], Qt.SortOrder.AscendingOrder)

    assert column(table, "sounds_like") == ["mellow, female voice", "one of a tagger", ""]


def test_a_cell_is_drawn_with_what_it_says_and_asked_but_once(table, monkeypatch):
    class Drawn(QStyledItemDelegate):
        def option(self, index):
            option = QStyleOptionViewItem()
            self.initStyleOption(option, index)
            return option.text, option.displayAlignment

    cells = [table.index(row, column) for row in range(3) for column in range(len(COLUMNS))]
    role = Qt.ItemDataRole.TextAlignmentRole
    said = [(cell.data() or "", cell.data(role)) for cell in cells]
    monkeypatch.delattr(ColumnTableModel, "data")

    assert [Drawn().option(cell) for cell in cells] == said


def test_titles_sort_without_regard_to_case(table):
    table.sort(COLUMN["title"])

    assert column(table, "title") == ["apple", "Banana", "青花瓷"]


def test_sorting_back_to_no_column_restores_the_order_on_disk(table):
    table.sort(COLUMN["title"])
    table.sort(-1)

    assert column(table, "title") == ["Banana", "青花瓷", "apple"]


def test_sorting_keeps_what_is_selected_selected(table):
    from PySide6.QtCore import QPersistentModelIndex

    held = QPersistentModelIndex(table.index(0, 0))

    table.sort(COLUMN["title"])

    assert held.data() == "Banana"
    assert held.row() == 1


def test_new_tracks_find_their_row_in_a_sorted_table(table, line):
    table.sort(COLUMN["title"])
    table.put([line(4, "Aardvark")])

    assert column(table, "title") == ["Aardvark", "apple", "Banana", "青花瓷"]


def test_a_renewed_track_changes_where_it_is(table, qtbot, line):
    with qtbot.waitSignal(table.dataChanged) as changed:
        table.put([line(2, "青花瓷", genre="Blues")])

    top_left, bottom_right, *_ = changed.args
    assert (top_left.row(), bottom_right.row()) == (1, 1)
    assert column(table, "genre") == ["", "Blues", ""]


def test_a_track_that_no_longer_fits_the_filter_goes(table, line):
    table.filter(Filter(only_missing=True))
    table.put([line(1, "Banana", is_missing=1)])
    assert column(table, "title") == ["Banana"]

    table.put([line(1, "Banana")])
    assert column(table, "title") == []


def test_new_tracks_outside_the_filter_are_not_shown(table, line):
    table.filter(Filter.of("ban"))
    table.put([line(4, "Cherry"), line(5, "Bandana")])

    assert column(table, "title") == ["Banana", "Bandana"]


def test_a_dropped_folder_takes_its_rows_along(table):
    table.drop_folder(2)

    assert column(table, "title") == ["Banana", "青花瓷"]


def test_a_track_without_title_shows_the_name_of_its_file_without_the_ending(table, line):
    table.put([line(9, "", name="未命名.mp3")])

    assert column(table, "title")[-1] == "未命名"


def test_decoded_legacy_tags_are_marked(table, line):
    table.put([line(9, "青花瓷", tag_kind="ID3v2.3", legacy_encoding="gb18030")])
    last = table.rowCount() - 1

    assert column(table, "tags")[-1] == "ID3v2.3 · GBK"
    assert "old encoding" in table.index(last, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_screen_readers_say_the_heading_with_the_cell(table):
    spoken = table.index(1, COLUMN["genre"]).data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == "Genre in file: Pop"


@pytest.fixture
def scored(table, suggestion, qtmodeltester):
    """A table of which two of three tracks have suggestions."""
    doubtful = suggestion("Jazz", 0.384, Verdict.DIFFER, others="Rock")
    table.suggest([(1, suggestion("Pop", 0.914)), (3, doubtful)])
    qtmodeltester.check(table)
    return table


def test_a_suggestion_shows_genre_confidence_and_who_says_so(scored):
    assert column(scored, "suggested") == ["suggested · Pop", "", "classifiers differ · Jazz"]
    assert column(scored, "confidence") == ["91%", "", "38%"]
    assert column(scored, "heard_by") == ["mlp cnn", "", "differ"]


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.SURE, "suggested · Jazz"),
        (Verdict.NOT_SURE, "not sure · Jazz"),
        (Verdict.NOVEL, "unfamiliar · Jazz"),
    ],
)
def test_a_verdict_is_said_in_words(table, suggestion, verdict, expected):
    table.suggest([(1, suggestion("Jazz", 0.5, verdict))])

    assert column(table, "suggested")[0] == expected


def test_confidences_sort_as_numbers_and_what_has_no_score_comes_last(scored, line, suggestion):
    scored.put([line(4, "Unscored")])
    scored.suggest([(2, suggestion("Folk", 0.07, Verdict.NOT_SURE))])
    scored.sort(COLUMN["confidence"], Qt.SortOrder.DescendingOrder)

    assert column(scored, "confidence") == ["91%", "38%", "7%", ""]


def test_rows_are_sorted_anew_as_confidences_come(scored, suggestion, qtbot):
    scored.sort(COLUMN["confidence"], Qt.SortOrder.DescendingOrder)
    with qtbot.waitSignal(scored.layoutChanged):
        scored.suggest([(2, suggestion("Folk", 0.995))])

    assert column(scored, "confidence") == ["100%", "91%", "38%"]


def test_sure_genres_sort_before_doubts_and_doubts_before_what_has_no_score(scored):
    scored.sort(COLUMN["suggested"])
    assert column(scored, "suggested") == ["suggested · Pop", "classifiers differ · Jazz", ""]

    scored.sort(COLUMN["heard_by"])
    assert column(scored, "heard_by") == ["mlp cnn", "differ", ""]


def test_a_suggestion_changes_its_row_and_no_other(scored, suggestion, qtbot):
    with qtbot.waitSignal(scored.dataChanged) as changed:
        scored.suggest([(2, suggestion("Folk"))])

    top_left, bottom_right, *_ = changed.args
    assert (top_left.row(), bottom_right.row()) == (1, 1)


def test_suggestions_come_and_go_in_a_queue_without_losing_the_track_in_hand(scored, suggestion):
    from PySide6.QtCore import QPersistentModelIndex

    scored.filter(Filter(verdict=Verdict.SURE))
    in_hand = QPersistentModelIndex(scored.index(0, 0))
    scored.suggest([(2, suggestion("Folk")), (3, suggestion("Jazz"))])
    assert column(scored, "title") == ["Banana", "青花瓷", "apple"]

    scored.suggest([(3, suggestion("Jazz", 0.3, Verdict.NOT_SURE))])
    assert column(scored, "title") == ["Banana", "青花瓷"]
    assert in_hand.data() == "Banana"


def test_a_queue_that_changes_as_a_whole_is_made_anew(scored, line, suggestion):
    many = range(10, 300)
    scored.put([line(i, f"Song {i}") for i in many])
    scored.suggest([(i, suggestion()) for i in many])
    scored.filter(Filter(verdict=Verdict.SURE))
    scored.suggest([(i, suggestion("Pop", 0.3, Verdict.NOT_SURE)) for i in many])

    assert column(scored, "title") == ["Banana"]


def test_one_who_says_something_else_is_not_named_where_the_others_carry_it(table, suggestion):
    table.suggest([(1, suggestion("Pop", 0.91, Verdict.SURE, others="Rock"))])

    assert column(table, "heard_by")[0] == "mlp"


def test_screen_readers_and_tool_tips_say_what_is_drawn(scored):
    confidence = scored.index(2, COLUMN["confidence"])
    heard_by = scored.index(2, COLUMN["heard_by"])

    spoken = confidence.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Confidence: 38%, classifiers differ"
    assert heard_by.data(Qt.ItemDataRole.ToolTipRole) == "differ\nmlp: Jazz 38%\ncnn: Rock 38%"
