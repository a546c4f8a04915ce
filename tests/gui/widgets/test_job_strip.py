"""Sentences in the strip stay as long as they are true."""

import pytest

from musicreclass.gui.widgets.job_strip import JobStrip


@pytest.fixture
def strip(qtbot):
    strip = JobStrip()
    qtbot.addWidget(strip)
    strip.show()
    return strip


def test_what_is_said_in_passing_goes_and_what_was_said_before_is_there_again(strip):
    strip.say("43 files looked at")
    strip.say_passing("Taken back: the decisions on 4 tracks.")
    assert strip.text() == "Taken back: the decisions on 4 tracks."

    strip.let_pass()

    assert strip.text() == "43 files looked at"


def test_what_is_said_in_passing_fades_by_itself_unless_it_is_to_stay(strip, qtbot):
    strip._fading.setInterval(20)
    strip.say_passing("25 written, 4 refused", fades=False)
    qtbot.wait(60)
    assert strip.text() == "25 written, 4 refused"

    strip.say_passing("3 tracks decided")
    qtbot.waitUntil(lambda: strip.text() == "")


def test_a_newer_sentence_ends_what_was_said_in_passing(strip):
    strip.say_passing("3 tracks decided")
    strip.say("43 files looked at")
    strip.let_pass()

    assert strip.text() == "43 files looked at"
