"""Folders, queues, genres, chips and searches that hold at once; saved filters; one scope below."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.choice import Choice, SavedFilter
from musicreclass.core.track import Folder
from musicreclass.gui.review.filtering import folder_tree
from musicreclass.gui.review.sidebar_entries import (
    COUNT_ROLE,
    DEPTH_ROLE,
    ENTRY_ROLE,
    FOLD_ROLE,
    Queue,
    SidebarEntry,
)
from musicreclass.pipeline.review.library_contents import Contents

POP = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")


@pytest.fixture
def library(page, session, line, come, classify_service, suggestion, qtbot):
    """A page with a folder of folders, and suggestions of two kinds."""
    session.contents_changed.emit(Contents((Folder(1, Path("/music")),), ()))
    come(
        line(1, "青花瓷", artist="周杰倫", folder="TBC/C-Pop", year="2007", format="MP3"),
        line(2, "夜曲", artist="周杰倫", folder="TBC/C-Pop", year="2005", format="FLAC"),
        line(3, "Jealousy", artist="Queen", folder="TBC", year="1978", format="MP3"),
        line(4, "So What", artist="Miles Davis", folder="Jazz", year="1959", format="MP3"),
    )
    classify_service.suggestions_came.emit(
        [
            (1, suggestion("Pop", 0.95)),
            (2, suggestion("Pop", 0.4, Verdict.NOT_SURE)),
            (3, suggestion("Rock", 0.45, Verdict.NOT_SURE)),
            (4, suggestion("Jazz", 0.97)),
        ]
    )
    qtbot.waitUntil(lambda: not page.pending_updates.is_waiting)
    return page


def titles(page):
    return [line.title for line in page.tracks.tracks.shown()]


def items(page):
    return [page.sidebar.item(i) for i in range(page.sidebar.count())]


def item(page, entry):
    return next((one for one in items(page) if one.data(ENTRY_ROLE) == entry), None)


def click(page, qtbot, entry, *, on_arrow=False):
    sidebar = page.sidebar
    area = sidebar.visualItemRect(item(page, entry))
    point = area.center()
    if on_arrow:
        point.setX(area.left() + 16)
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=point)


def chips(page):
    return [chip.text().removesuffix("  ×") for chip in page.filtering.bar.chips]


def folder(below=""):
    return SidebarEntry(Queue.FOLDER, 1, below=below)


def queue(which):
    return SidebarEntry(which)


def test_an_arrow_unfolds_the_folders_in_a_folder(library, qtbot):
    assert item(library, folder("TBC")) is None

    click(library, qtbot, folder(), on_arrow=True)

    shown = item(library, folder("TBC"))
    assert (shown.text(), shown.data(COUNT_ROLE), shown.data(DEPTH_ROLE)) == ("TBC", 3, 1)
    assert item(library, folder("Jazz")).data(FOLD_ROLE) is None
    assert library.choosing.now.is_everything


def test_of_very_many_folders_some_are_shown_and_the_others_counted(library, qtbot, monkeypatch):
    monkeypatch.setattr(folder_tree, "MOST_SHOWN", 1)

    click(library, qtbot, folder(), on_arrow=True)

    assert [item(library, folder(name)) is not None for name in ("Jazz", "TBC")] == [True, False]
    texts = [library.sidebar.item(row).text() for row in range(library.sidebar.count())]
    assert "… 1 more, which a search finds" in texts


def test_keys_unfold_and_fold_and_choose_a_folder(library, qtbot):
    library.sidebar.setCurrentItem(item(library, folder()))

    qtbot.keyClick(library.sidebar, Qt.Key.Key_Right)
    assert item(library, folder("TBC")) is not None
    qtbot.keyClick(library.sidebar, Qt.Key.Key_Down)
    qtbot.keyClick(library.sidebar, Qt.Key.Key_Return)
    assert titles(library) == ["So What"]

    library.sidebar.setCurrentItem(item(library, folder()))
    qtbot.keyClick(library.sidebar, Qt.Key.Key_Left)
    assert item(library, folder("TBC")) is None


def test_a_folder_keeps_the_queue_and_both_are_chips(library, qtbot):
    click(library, qtbot, queue(Queue.NOT_SURE))
    library.sidebar.go_to(folder())
    library.sidebar.folders.unfolded.add("/music")
    library.sidebar.set_folders(library.sidebar.folders.folders)
    click(library, qtbot, folder("TBC"))
    click(library, qtbot, SidebarEntry(Queue.GENRE, genre="Pop"))

    assert titles(library) == ["夜曲"]
    assert chips(library) == ["Folder: TBC", "Not sure", "Genre: Pop"]


def test_a_click_on_a_chip_takes_its_condition_away(library, qtbot):
    library.choosing.change(queue=Queue.NOT_SURE, genre="Pop", terms=("year:2000..2009",))
    library.filter_now("夜")
    assert chips(library) == ["Not sure", "Genre: Pop", "2000 – 2009", "Search: 夜"]

    qtbot.mouseClick(library.filtering.bar.chips[1], Qt.MouseButton.LeftButton)
    assert chips(library) == ["Not sure", "2000 – 2009", "Search: 夜"]

    with qtbot.waitSignal(library.text_wanted) as text:
        qtbot.mouseClick(library.filtering.bar.chips[2], Qt.MouseButton.LeftButton)
    assert text.args == [""]

    qtbot.mouseClick(library.filtering.bar.clear_button, Qt.MouseButton.LeftButton)
    assert chips(library) == []
    assert len(titles(library)) == 4


def test_a_second_click_chooses_an_entry_no_longer(library, qtbot):
    click(library, qtbot, queue(Queue.NOT_SURE))
    click(library, qtbot, queue(Queue.NOT_SURE))

    assert library.choosing.now.is_everything


def test_counts_are_those_within_all_else_that_is_chosen(library, qtbot):
    library.choosing.change(genre="Pop")

    assert item(library, queue(Queue.NOT_SURE)).data(COUNT_ROLE) == 1
    assert item(library, folder()).data(COUNT_ROLE) == 2
    assert item(library, SidebarEntry(Queue.GENRE, genre="Rock")).data(COUNT_ROLE) == 1
    assert item(library, queue(Queue.ALL)).data(COUNT_ROLE) == 4


def test_what_is_chosen_is_said_to_screen_readers(library, qtbot):
    click(library, qtbot, queue(Queue.NOT_SURE))

    spoken = item(library, queue(Queue.NOT_SURE)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Not sure, 2, chosen"
    assert library.filtering.bar.chips[0].accessibleName() == "Remove the filter Not sure"


def test_the_menu_adds_confidences_tags_formats_and_years(library, classify_service, qtbot):
    classify_service.tags_came.emit([(1, ("mellow",))])
    qtbot.waitUntil(lambda: not library.pending_updates.is_waiting)
    menu = library.filtering.menu
    for part in (menu.tags, menu.formats, menu.years):
        part.aboutToShow.emit()

    assert [action.text() for action in menu.formats.actions()] == ["MP3  (3)", "FLAC  (1)"]
    assert [action.text() for action in menu.tags.actions()] == ["mellow  (1)"]
    menu.formats.actions()[1].trigger()
    assert titles(library) == ["夜曲"]
    assert chips(library) == ["FLAC"]
    library.choosing.clear()
    menu.tags.actions()[0].trigger()
    assert titles(library) == ["青花瓷"]


def test_another_limit_of_a_kind_takes_the_turn_of_the_one_before(library):
    library.choosing.add_term("confidence:>=80%")
    library.choosing.add_term("confidence:<50%")

    assert chips(library) == ["Confidence < 50 %"]
    assert titles(library) == ["夜曲", "Jealousy"]


def test_nothing_found_says_so_in_the_table_and_offers_to_clear(library, qtbot):
    library.filter_now("nowhere")

    nothing = library.table.nothing
    assert nothing.isVisible()
    assert nothing.label.text() == "Nothing matches “nowhere”."
    assert library.filtering.bar.number.text() == "0 of 4 tracks"
    qtbot.mouseClick(nothing.button, Qt.MouseButton.LeftButton)
    assert len(titles(library)) == 4
    assert not nothing.isVisible()


def test_an_unknown_field_is_explained_above_the_table(library):
    library.filter_now("colour:blue")

    assert "There is nothing called colour:" in library.filtering.bar.remark.text()
    assert library.filtering.bar.remark.isVisible()


def test_a_saved_filter_is_chosen_again_renamed_and_removed(library, qtbot):
    library.choosing.change(queue=Queue.NOT_SURE, folder=(1, "TBC"), genre="Pop")
    with qtbot.waitSignal(library.filtering.saved.changed) as kept:
        library.filtering.saved.save("doubtful pop")
    choice = Choice("not_sure", "/music/TBC", "Pop")
    assert kept.args[0] == (SavedFilter("doubtful pop", choice),)

    library.choosing.clear()
    click(library, qtbot, SidebarEntry(Queue.SAVED, name="doubtful pop"))
    assert titles(library) == ["夜曲"]

    library.filtering.saved.rename("doubtful pop", "pop to see")
    library.sidebar.setCurrentItem(item(library, SidebarEntry(Queue.SAVED, name="pop to see")))
    qtbot.keyClick(library.sidebar, Qt.Key.Key_Delete)
    assert library.filtering.saved.filters == ()


def test_both_buttons_below_speak_of_what_is_chosen(library, qtbot):
    for track_id in (1, 2, 4):
        library.tracks.decide([(track_id, POP)])
    library.filtering.show_counts()
    assert library.bulk.write_button.text() == "Write 3…"
    assert library.bulk.scope.text() == "In: the whole library"

    library.choosing.change(folder=(1, "TBC"), queue=Queue.NOT_SURE)

    assert library.bulk.write_button.text() == "Write 2…"
    assert library.bulk.scope.text() == "In: Folder: TBC · Not sure"
    assert "Folder: TBC" in library.bulk.write_button.toolTip()
    assert "Not sure" not in library.bulk.write_button.toolTip()
    with qtbot.waitSignal(library.write_wanted) as wanted:
        qtbot.mouseClick(library.bulk.write_button, Qt.MouseButton.LeftButton)
    assert [line.title for line in wanted.args[0]] == ["青花瓷", "夜曲"]


def test_missing_tracks_count_nowhere_but_among_all_and_missing(library, come, line):
    library.tracks.decide([(1, POP)])
    before = library.tracks.tracks.line_of(1)
    come(before._replace(is_missing=1))

    counted = {one.text(): one.data(COUNT_ROLE) for one in items(library)}
    assert (counted["All tracks"], counted["Missing"], counted["Accepted"]) == (4, 1, 0)
    assert counted["Pop"] == 1
    assert library.bulk.write_button.text() == "Write…"
    assert library.tracks.tracks.to_write() == []


def test_what_was_chosen_comes_back_once_its_folder_is_known(page, session, come, line):
    kept = Choice("", "/music/TBC", "", ("year:1978",), "jeal")
    page.choosing.restore(kept)
    assert page.choosing.kept() == kept

    come(line(3, "Jealousy", folder="TBC", year="1978"), line(4, "Jealous", year="1978"))
    session.contents_changed.emit(Contents((Folder(1, Path("/music")),), ()))

    assert page.choosing.now.folder == (1, "TBC")
    assert titles(page) == ["Jealousy"]
