"""The vocabulary from the window: what is typed and clicked, and what all else makes of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer

from musicreclass import paths, settings
from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.genres.genre_file import (
    load_vocabulary,
    taxonomy_in_use,
    vocabulary_file,
)
from musicreclass.core.genres.genre_rules import GenreRules
from musicreclass.gui.genres.genre_tree import IN_FILES, NAME, STATE, SUGGESTED
from musicreclass.gui.genres.genres_page import GenresPage
from musicreclass.gui.genres.genres_service import GenresService
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.live_taxonomy import LiveTaxonomy
from musicreclass.gui.widgets.genre_editor import GenreDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def lines(line, suggestion):
    pop = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")
    return [
        line(1, genre="流行"),
        line(2, genre="Alternative Rock", suggestion=suggestion("Rock")),
        line(3, genre="Klezmerx", decision=pop),
        line(4, genre="Klezmerx; Jazz", suggestion=suggestion("Disco")),
    ]


@pytest.fixture
def live():
    return LiveTaxonomy.like(taxonomy_in_use())


@pytest.fixture
def choices():
    return Choices(paths.settings_file())


@pytest.fixture
def page(qtbot, theme):
    page = GenresPage(GenreRules(), theme)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    return page


@pytest.fixture
def service(page, live, lines, choices, workers, qtbot):
    service = GenresService(page, vocabulary_file(), live, lambda: lines, choices, workers)
    page.show()
    qtbot.waitUntil(lambda: page.tree.item_of("pop").text(IN_FILES) != "")
    return service


def idle(service, qtbot):
    qtbot.waitUntil(lambda: not service.is_counting)


def add(page, qtbot, english, chinese="", aliases=""):
    qtbot.mouseClick(page.add_button, CLICK)
    qtbot.keyClicks(page.form.names["en"], english)
    page.form.names["zh_TW"].setText(chinese)
    page.form.aliases.setText(aliases)
    qtbot.mouseClick(page.form.save_button, CLICK)


def merge_into(page, qtbot, name):
    def answer():
        dialog = page.findChild(GenreDialog)
        dialog.editor.setText(name)
        qtbot.keyClick(dialog.editor, Qt.Key.Key_Return)

    QTimer.singleShot(50, answer)
    qtbot.mouseClick(page.form.merge_button, CLICK)


def test_genres_are_counted_in_files_decisions_and_suggestions(page, service, qtbot):
    rock = page.tree.item_of("rock")

    assert page.tree.item_of("pop").text(IN_FILES) == "1"
    assert rock.text(IN_FILES) == "0 (1)"  # all of it Alternative Rock
    assert rock.text(SUGGESTED) == "1"
    idle(service, qtbot)


@pytest.mark.parametrize("typed", ["disco", "迪斯可", "迪斯科", "ディスコ"])
def test_a_genre_is_found_in_any_language_with_its_family_above_it(page, service, qtbot, typed):
    page.search.setText(typed)

    shown = [i for i in page.tree.ids() if not page.tree.item_of(i).isHidden()]
    assert shown == ["soul-rnb", "disco"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    idle(service, qtbot)


def test_an_own_genre_is_added_below_the_one_in_hand_and_completes(page, service, live, qtbot):
    page.tree.go_to("folk")
    add(page, qtbot, "Dorm Ballads", "宿舍情歌集", "Sushe")

    (own,) = service.vocabulary.added
    assert own.parent == "folk"
    assert live.complete("dorm") == ["Dorm Ballads"]
    assert live.canonical("宿舍情歌集") == live.canonical("sushe") == "Dorm Ballads"
    assert taxonomy_in_use().is_finer("Dorm Ballads", "Folk")
    assert page.tree.item_of(own.id).text(STATE) == "your own"
    assert page.tree.current_id() == own.id
    idle(service, qtbot)


def test_a_name_that_another_genre_has_is_refused_by_name(page, service, qtbot):
    add(page, qtbot, "Hard Rock")

    assert page.said.text() == "“Hard Rock” is a name of Hard Rock already."
    assert service.vocabulary.added == ()
    idle(service, qtbot)


def test_an_own_genre_is_edited_and_removed(page, service, live, qtbot):
    add(page, qtbot, "Dorm Ballads")
    page.form.names["zh_TW"].setText("宿舍情歌集")
    qtbot.mouseClick(page.form.save_button, CLICK)
    assert live.canonical("宿舍情歌集") == "Dorm Ballads"

    qtbot.mouseClick(page.form.remove_button, CLICK)

    assert live.find("Dorm Ballads") is None
    idle(service, qtbot)


def test_a_hidden_genre_says_where_its_evidence_goes(page, service, live, qtbot):
    page.tree.go_to("disco")
    with qtbot.waitSignal(service.changed):
        qtbot.mouseClick(page.form.is_shown, CLICK)

    assert live.suggestible("Disco") == "R&B/Soul"
    assert page.form.goes_to.text() == (
        "It is never suggested: what speaks for it counts for R&B/Soul."
    )
    assert page.tree.item_of("disco").text(STATE) == "⊘ not suggested"
    idle(service, qtbot)


def test_a_genre_without_family_says_that_the_next_candidate_is_suggested(page, service, qtbot):
    page.tree.go_to("jazz")
    qtbot.mouseClick(page.form.is_shown, CLICK)

    assert page.form.goes_to.text() == (
        "It is never suggested; the next candidate is, where there is one."
    )
    idle(service, qtbot)


def test_a_genre_counts_as_another_until_it_is_parted(page, service, live, qtbot):
    page.tree.go_to("disco")
    merge_into(page, qtbot, "Pop")
    qtbot.waitUntil(lambda: page.tree.item_of("pop").text(SUGGESTED) == "1")

    assert live.canonical("Disco") == "Pop"
    assert page.tree.item_of("disco") is None
    assert page.tree.current_id() == "pop"
    service.part("disco")
    assert live.canonical("Disco") == "Disco"
    idle(service, qtbot)


def test_what_was_done_last_is_taken_back_one_after_the_other(page, service, live, qtbot):
    page.tree.go_to("disco")
    merge_into(page, qtbot, "Pop")
    page.tree.go_to("jazz")
    qtbot.mouseClick(page.form.is_shown, CLICK)

    qtbot.mouseClick(page.undo_button, CLICK)
    assert live.suggestible("Jazz") == "Jazz"
    assert live.canonical("Disco") == "Pop"
    qtbot.mouseClick(page.undo_button, CLICK)

    assert live.canonical("Disco") == "Disco"
    assert not page.undo_button.isEnabled()
    assert load_vocabulary(vocabulary_file()) == service.vocabulary
    idle(service, qtbot)


def test_what_stands_in_files_only_is_named_and_may_count_as_a_genre(page, service, live, qtbot):
    strange = [
        item
        for item in page.tree.findItems("Klezmerx", Qt.MatchFlag.MatchRecursive, NAME)
        if item.text(IN_FILES) == "2"
    ]
    assert len(strange) == 1
    page.tree.setCurrentItem(strange[0])
    merge_into(page, qtbot, "Klezmer")

    assert live.canonical("klezmerx") == "Klezmer"
    qtbot.waitUntil(lambda: page.tree.item_of("klezmer").text(IN_FILES) == "2")
    idle(service, qtbot)


def test_a_saved_genre_keeps_what_counts_as_it_apart(page, service, live, qtbot):
    page.tree.go_to("disco")
    merge_into(page, qtbot, "Pop")
    page.tree.go_to("pop")
    page.form.names["zh_TW"].setText("通俗")
    qtbot.mouseClick(page.form.save_button, CLICK)
    service.part("disco")

    assert live.name("Pop", "zh_TW") == "通俗"
    assert live.canonical("迪斯可") == "Disco"
    idle(service, qtbot)


def test_rules_chosen_here_are_kept(page, service, choices, qtbot):
    page.rules.existing.setFocus()
    qtbot.keyClick(page.rules.existing, Qt.Key.Key_End)

    kept = settings.load(paths.settings_file()).writing
    assert kept.existing == "add"
    assert page.rules.order.isEnabled()
    idle(service, qtbot)


def test_what_parts_several_genres_is_chosen_with_the_rules(page, service, choices, qtbot):
    page.separator.several.setFocus()
    qtbot.keyClick(page.separator.several, Qt.Key.Key_Down)
    assert choices.settings.writing.separator == "; "

    qtbot.keyClick(page.separator.several, Qt.Key.Key_End)
    qtbot.keyClicks(page.separator.own, "+")
    qtbot.waitUntil(lambda: choices.settings.writing.separator == "+")

    choices.change(writing=replace(choices.settings.writing, separator="/"))
    page.hide()
    page.show()
    assert page.separator.separator() == "/"


def test_the_language_of_most_files_is_named(page, service, qtbot):
    idle(service, qtbot)
    page.rules.names.setCurrentIndex(1)

    assert page.rules_said.text() == "Most of your files name genres in this language: English."


def test_what_cannot_be_kept_is_said_and_changes_nothing(page, service, live, qtbot):
    vocabulary_file().mkdir()
    page.tree.go_to("jazz")
    qtbot.mouseClick(page.form.is_shown, CLICK)

    assert "genres" in page.said.text()
    assert live.suggestible("Jazz") == "Jazz"
    idle(service, qtbot)
