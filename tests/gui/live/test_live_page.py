import itertools

import numpy as np
import pytest
from PySide6.QtGui import QHideEvent
from PySide6.QtTest import QTest

from musicreclass.gui.live.live_page import LivePage
from tests.gui.live.stand_in import COMPUTER, HEADSET, RATE, WEBCAM, report


@pytest.fixture
def page(qtbot, theme, taxonomy):
    page = LivePage(theme, taxonomy, "magma")
    qtbot.addWidget(page)
    page.resize(1000, 600)
    return page


def texts(combo):
    return [combo.itemText(index) for index in range(combo.count())]


def test_inputs_are_named_plainly(page):
    page.show_inputs([WEBCAM, COMPUTER], None)

    assert texts(page.inputs) == ["Microphone: Webcam", "What this computer plays"]
    assert page.chosen is WEBCAM
    assert page.button.isEnabled()


def test_what_was_chosen_stays_chosen_as_others_come_and_go(page, qtbot):
    page.show_inputs([WEBCAM, HEADSET], "headset")
    with qtbot.assertNotEmitted(page.input_chosen):
        page.show_inputs([COMPUTER, WEBCAM, HEADSET], "headset")

    assert page.chosen is HEADSET


def test_without_an_input_there_is_nothing_to_press(page):
    page.show_inputs([], None)

    assert page.chosen is None
    assert not page.button.isEnabled()
    assert not page.inputs.isEnabled()


def test_the_button_says_what_it_does_and_asks_for_it(page, qtbot):
    page.show_inputs([WEBCAM], None)
    with qtbot.waitSignal(page.wanted) as wanted:
        page.button.click()
    page.show_on(RATE)
    with qtbot.waitSignal(page.wanted) as unwanted:
        page.button.click()

    assert (wanted.args, unwanted.args) == ([True], [False])
    assert page.button.text() == "Stop"
    page.show_off()
    assert page.button.text() == "Listen"


def test_an_answer_is_a_headline_bars_and_tags(page):
    page.show_report(report())

    assert page.now.headline.text() == "Rock"
    assert page.now.said.text() == "80% · of the last seconds"
    assert page.minute.said.text() == "80% · of 30 s of sound"
    assert page.minute.tags.text() == "Sounds like: piano"
    assert [row.name for row in page.now.bars.rows[:3]] == ["Rock", "Pop", "Jazz"]


def test_what_is_not_sure_says_so_before_the_genre(page):
    page.show_report(report((0.3, 0.28, 0.42)))

    assert page.now.headline.text() == "not sure · Rock"


def test_silence_is_said_and_is_no_genre(page):
    page.show_report(report())
    page.show_report(report(is_silent=True))

    assert page.now.headline.text() == page.minute.headline.text() == "Silence"
    assert {row.name for row in page.now.bars.rows} == {""}
    assert page.now.tags.text() == ""


def test_nothing_jumps_between_silence_and_answers(page):
    page.show()
    sizes = set()
    for one in (report(), report(is_silent=True), report((0.9, 0.05, 0.05), ())):
        page.show_report(one)
        QTest.qWait(1)
        sizes.add(tuple(part.bars.geometry().getRect() for part in (page.now, page.minute)))

    assert len(sizes) == 1


def test_pictures_have_a_text_instead_that_changes_calmly(page):
    said = []
    for number in range(9):  # 13 seconds
        shares = (0.8, 0.1, 0.1) if number % 2 else (0.1, 0.1, 0.8)
        page.show_report(report(shares, end=3.0 + 1.5 * number))
        said.append(page.spectrogram.accessibleDescription())

    assert said[0] == "\n".join(
        (
            "Now: Rock. Sounds like: piano",
            "The last minute, mostly: Rock. Sounds like: piano",
        )
    )
    assert sum(a != b for a, b in itertools.pairwise(said)) <= 2


def test_everything_has_a_name_for_those_who_cannot_see_it(page):
    page.show_report(report())

    assert page.inputs.accessibleName() == "What to listen to"
    assert page.meter.accessibleName() == "Level"
    assert page.spectrogram.accessibleName() == "Spectrogram of the last 30 seconds"
    assert page.now.bars.accessibleName() == "Now"
    assert page.now.bars.accessibleDescription().startswith("Rock 80%\nPop 15%")
    assert page.minute.headline.accessibleName() == "The last minute, mostly: Rock"


def test_sound_moves_the_meter_and_the_spectrogram(page):
    page.show_on(RATE)
    tone = (0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)).astype(np.float32)

    page.show_sound(tone, 1.0)
    page.spectrogram.draw()

    assert page.meter.shown.rms_db == pytest.approx(-9.0, abs=0.1)
    assert page.spectrogram.columns.shape[1] == pytest.approx(20, abs=1)


def test_a_page_is_left_when_another_is_shown_and_not_when_the_window_is_made_small(page, qtbot):
    page.show()
    with qtbot.waitSignal(page.left):
        page.hide()

    class ByTheSystem(QHideEvent):
        def spontaneous(self):
            return True

    with qtbot.assertNotEmitted(page.left):
        page.hideEvent(ByTheSystem())
