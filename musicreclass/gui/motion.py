"""Whether things move that need not: bars that wait, menus that glide.

A person may ask for less in the settings, or the system on behalf of all its programs.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle

LESS = "lessMotion"  # the application's property
EFFECTS = (
    Qt.UIEffect.UI_General,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def want_less(less: bool) -> None:
    """Let things move as the system has it, or less."""
    application = _application()
    application.setProperty(LESS, less)
    for effect in EFFECTS if less else ():
        application.setEffectEnabled(effect, False)


def is_less_wanted() -> bool:
    """Say whether nothing is to move that need not."""
    application = _application()
    # Where the system has its effects off, styles are told that an animation takes no time.
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return bool(application.property(LESS)) or application.style().styleHint(hint) == 0


def show_waiting(bar: QProgressBar) -> None:
    """Let a bar show that something goes on, and nobody knows how long: it moves, or is empty."""
    bar.setRange(0, 1 if is_less_wanted() else 0)
    bar.setValue(0)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
