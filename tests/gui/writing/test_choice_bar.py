import pytest
from PySide6.QtCore import Qt

from musicreclass.core.tag_change import Id3Version, WriteChoices
from musicreclass.gui.writing.change_rows import ChangeFilter
from musicreclass.gui.writing.choice_bar import ChoiceBar
from musicreclass.gui.writing.filter_chips import FilterChips


@pytest.fixture
def show(qtbot):
    """Return what shows a bar with choices made before."""

    def show(choices=None):
        bar = ChoiceBar(choices or WriteChoices())
        qtbot.addWidget(bar)
        bar.show()
        return bar

    return show


@pytest.mark.parametrize(
    "choices",
    [
        WriteChoices(),
        WriteChoices(Id3Version.V2_3, "/", False),
        WriteChoices(Id3Version.V2_4, "; ", True),
        WriteChoices(separator=" | "),
        WriteChoices(parts_links=True),
        WriteChoices(styles=2, style_score=0.45),
    ],
)
def test_what_was_chosen_before_is_chosen_again(show, choices):
    assert show(choices).choices() == choices


def test_a_version_is_chosen_by_key(show, qtbot):
    bar = show()
    bar.version.setFocus()
    with qtbot.waitSignal(bar.changed) as changed:
        qtbot.keyClick(bar.version, Qt.Key.Key_Down)

    assert changed.args == [WriteChoices(Id3Version.V2_3)]


def test_a_text_of_ones_own_is_asked_for_only_where_it_is_wanted(show, qtbot):
    bar = show()
    assert not bar.separator.own.isVisible()
    bar.separator.several.setFocus()
    qtbot.keyClick(bar.separator.several, Qt.Key.Key_End)
    assert bar.separator.own.isVisible()
    with qtbot.waitSignal(bar.changed) as changed:
        qtbot.keyClicks(bar.separator.own, " + ")

    assert changed.args == [WriteChoices(separator=" + ")]


def test_an_empty_text_of_ones_own_is_a_list(show, qtbot):
    bar = show(WriteChoices(separator="+"))
    with qtbot.waitSignal(bar.changed):
        qtbot.keyClick(bar.separator.own, Qt.Key.Key_Backspace)

    assert bar.choices() == WriteChoices()


def test_a_chip_says_how_many_and_shows_them(qtbot):
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.offer([ChangeFilter.ALL, ChangeFilter.REFUSED])
    chips.show_counts({ChangeFilter.ALL: 200, ChangeFilter.REFUSED: 3})
    chips.show()
    with qtbot.waitSignal(chips.chosen) as chosen:
        qtbot.mouseClick(chips.chips[ChangeFilter.REFUSED], Qt.MouseButton.LeftButton)

    assert chosen.args == [ChangeFilter.REFUSED]
    assert chips.current is ChangeFilter.REFUSED
    assert chips.chips[ChangeFilter.ALL].text() == "All  200"
    assert not chips.chips[ChangeFilter.KIND].isVisible()


def test_styles_are_chosen_by_number_and_score(show, qtbot):
    bar = show()
    assert not bar.score.isEnabled()
    bar.styles.setFocus()
    qtbot.keyClick(bar.styles, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.changed) as changed:
        bar.score.setFocus()
        qtbot.keyClick(bar.score, Qt.Key.Key_Up)

    assert changed.args == [WriteChoices(styles=1, style_score=0.35)]
