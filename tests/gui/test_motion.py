import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar

from musicreclass.gui.motion import LESS, is_less_wanted, show_waiting, want_less


@pytest.fixture
def bar(qapp, qtbot):
    bar = QProgressBar()
    qtbot.addWidget(bar)
    before = qapp.property(LESS)
    yield bar
    qapp.setProperty(LESS, before)


def test_a_bar_that_waits_stands_still_where_less_motion_is_wanted(bar, qapp):
    want_less(True)
    show_waiting(bar)

    assert is_less_wanted()
    assert (bar.minimum(), bar.maximum(), bar.value()) == (0, 1, 0)  # 0 to 0 would move
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def test_without_that_wish_it_moves_as_the_system_has_it(bar, qapp):
    want_less(False)
    show_waiting(bar)

    assert bar.maximum() == int(is_less_wanted())
