import pytest
from PySide6.QtWidgets import QLabel

from musicreclass.gui.widgets.late_widget import LateWidget


@pytest.fixture
def late(qtbot):
    late = LateWidget(lambda: QLabel("made"))
    late.when_made(qtbot.addWidget)
    return late


def test_it_is_made_once_and_when_it_is_needed(late):
    assert late.made is None

    label = late.get()

    assert label.text() == "made"
    assert late.get() is late.made is label


def test_what_is_to_be_done_with_it_is_done_in_order_and_once(late):
    done = []
    late.when_made(lambda label: done.append(("first", label)))
    late.when_made(lambda label: done.append(("then", label)))
    assert done == []

    label = late.get()
    late.get()
    late.when_made(lambda label: done.append(("later", label)))

    assert done == [("first", label), ("then", label), ("later", label)]
