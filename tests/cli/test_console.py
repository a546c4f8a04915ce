import io

import pytest

from musicreclass.cli.console import ConsoleContext, duration
from musicreclass.core.job import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_drawn_on_a_terminal():
    terminal = Terminal()
    ctx = ConsoleContext(terminal)

    ctx.report(Progress(1500, 3000, "青花瓷.mp3"))

    assert "1,500 of 3,000" in terminal.getvalue()
    assert "青花瓷.mp3" in terminal.getvalue()


def test_nothing_is_drawn_into_a_log():
    log = io.StringIO()
    ctx = ConsoleContext(log)

    ctx.report(Progress(1, 2))
    ctx.clear()

    assert log.getvalue() == ""


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.4, "0 s"), (42.0, "42 s"), (90.0, "2 min"), (3600.0, "1 h 0 min"), (8040.0, "2 h 14 min")],
)
def test_lengths_of_time_read_as_people_say_them(seconds, text):
    assert str(duration(seconds)) == text


def test_progress_is_drawn_in_the_language_of_the_person():
    terminal = Terminal()
    ctx = ConsoleContext(terminal, language=lambda: "zh_TW")

    ctx.report(Progress(1500, 3000, "a.mp3"))

    assert "1,500 / 3,000" in terminal.getvalue()
    assert "每秒" in terminal.getvalue()
