"""Which columns the table of tracks shows, and how wide they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionHeader

from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import section_of

NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def full(page, come, line):
    """A page with a track of which every column says something."""
    come(
        line(
            1,
            "青花瓷",
            artist="周杰倫",
            album="我很忙",
            genre="Pop",
            seconds=239.0,
            folder="C-Pop",
            name="1.mp3",
            location="/music/C-Pop/1.mp3",
        )
    )
    return page


def shown(page):
    header = page.table.header
    return [name for i, name in enumerate(NAMES) if not header.isSectionHidden(i)]


def width_of(page, name):
    return page.table.header.sectionSize(section_of(COLUMNS, name))


def make_wide(page, qtbot, width):
    page.resize(width, 600)
    header, viewport = page.table.header, page.table.viewport()
    qtbot.waitUntil(lambda: header.length() == viewport.width())


@pytest.mark.parametrize("width", [960, 1024, 1280, 1600, 2560])
def test_the_title_keeps_220_pixels_and_the_genre_its_text(full, qtbot, width):
    make_wide(full, qtbot, width)

    assert width_of(full, "title") >= 220
    assert width_of(full, "suggested") >= 140
    assert {"title", "artist", "suggested", "confidence"} <= set(shown(full))


def test_album_length_and_folder_come_when_there_is_room(full, qtbot):
    make_wide(full, qtbot, 1800)
    assert {"album", "length", "folder"} <= set(shown(full))
    assert "heard_by" not in shown(full)

    make_wide(full, qtbot, 960)
    assert not {"album", "length"} & set(shown(full))


def test_the_bar_of_the_confidence_gives_way_before_columns_do(full, qtbot):
    make_wide(full, qtbot, 1800)
    wide = width_of(full, "confidence")
    narrow = []
    for width in range(720, 900, 20):
        make_wide(full, qtbot, width)
        narrow.append((width_of(full, "confidence"), width_of(full, "title")))

    assert 64 <= min(bar for bar, _ in narrow) < wide
    assert min(title for _, title in narrow) >= 220


def test_columns_give_way_before_a_heading_is_cut(full, qtbot):
    header, section = full.table.header, section_of(COLUMNS, "confidence")
    for width in range(1200, 1600, 20):
        make_wide(full, qtbot, width)
        option = QStyleOptionHeader()
        header.initStyleOptionForIndex(option, section)

        assert option.text == "Confidence", width


def test_columns_that_say_nothing_fold_away_until_they_do(page, come, line, qtbot):
    come(line(1, "青花瓷"))
    make_wide(page, qtbot, 1800)
    assert not {"artist", "album", "genre", "length", "folder"} & set(shown(page))

    come(line(2, "夜曲", artist="周杰倫"))
    assert "artist" in shown(page)


def test_what_a_person_shows_stays_shown_though_it_is_empty(page, come, line, qtbot):
    come(line(1, "青花瓷"))
    page.table.header.show_section(section_of(COLUMNS, "album"), True)
    make_wide(page, qtbot, 960)

    assert "album" in shown(page)


def test_a_heading_without_room_ends_in_dots(full, qtbot):
    header, section = full.table.header, section_of(COLUMNS, "genre")
    header.show_section(section, True)
    make_wide(full, qtbot, 960)
    option = QStyleOptionHeader()

    header.initStyleOptionForIndex(option, section)

    assert option.text == "Genre in file" or option.text.endswith("…")


def test_the_path_is_said_on_hovering_and_in_the_column_of_the_file(full):
    tip = full.tracks.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)

    assert "/music/C-Pop/1.mp3" in tip
    assert full.tracks.index(0, section_of(COLUMNS, "file")).data() == "1.mp3"
    assert full.tracks.index(0, section_of(COLUMNS, "folder")).data() == "C-Pop"


def test_what_a_name_told_is_marked_and_said(page, come, line):
    come(line(1, "青花瓷", artist="周杰倫", guessed="title"))
    accessible = Qt.ItemDataRole.AccessibleTextRole

    said = page.tracks.index(0, 0).data(accessible)
    assert said == "Title: 青花瓷, from the file's name"
    artist = page.tracks.index(0, section_of(COLUMNS, "artist")).data(accessible)
    assert artist == "Artist: 周杰倫"


def test_a_guessed_title_is_painted_aslant_with_a_mark(page, come, line, qtbot):
    from PySide6.QtWidgets import QStyleOptionViewItem

    come(line(1, "青花瓷", guessed="title"), line(2, "夜曲"))
    drawn = []
    for row in range(2):
        option = QStyleOptionViewItem()
        page.table.delegate.initStyleOption(option, page.tracks.index(row, 0))
        drawn.append((option.text, option.font.italic()))

    assert drawn == [("≈ 青花瓷", True), ("夜曲", False)]


def test_names_are_searched_like_tags(page, come, line):
    come(line(1, "青花瓷", artist="周杰倫", guessed="title artist"), line(2, "夜曲"))

    page.filter_now("artist:周杰倫")

    assert [track.title for track in page.tracks.tracks.shown()] == ["青花瓷"]
