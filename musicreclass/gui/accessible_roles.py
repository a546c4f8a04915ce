"""What screen readers are told that drawn views are, of which Qt knows no more than their area."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

IS_DRAWN = "is_drawn"  # a class with this attribute says that it is a picture


def tell_what_is_drawn() -> None:
    """Let pictures be told as such; their names and descriptions are those of the widgets."""
    QAccessible.installFactory(_told)


def _told(_: str, told_of: QObject) -> QAccessibleInterface | None:
    if not isinstance(told_of, QWidget) or not getattr(told_of, IS_DRAWN, False):
        return None
    told = QAccessibleWidget(told_of, QAccessible.Role.Graphic)
    told_of.told = told  # type: ignore[attr-defined]  # Qt keeps no Python object alive
    return told
