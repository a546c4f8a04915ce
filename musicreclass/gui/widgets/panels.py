"""The rounded ground that the parts of a page lie on."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def panel(content: QWidget) -> QFrame:
    """Return a panel with `content` in it."""
    ground = QFrame()
    ground.setObjectName("panel")
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(4, 6, 4, 6)
    layout.addWidget(content)
    return ground
