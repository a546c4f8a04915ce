"""How choices, numbers and boxes to tick look.

Left to the system's style, frames are a shade darker than what lies around them: on a dark ground
that is nothing.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDir

from musicreclass import paths

SEARCHED = "controls"  # what the pictures' folder is called in the sheet: paths may hold anything

CONTROL_SHEET = Template("""
QComboBox, QAbstractSpinBox { border: 1px solid $line; border-radius: 6px; padding: 4px 8px;
    selection-background-color: $selection; selection-color: $text; }
QComboBox { background: $raised; padding-right: 4px; }
QComboBox:editable, QAbstractSpinBox { background: $panel; }
QComboBox:hover, QAbstractSpinBox:hover { border-color: $dim; }
QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus { border-color: $accent; }
QComboBox:disabled, QAbstractSpinBox:disabled { color: $dim; border-color: $line;
    background: transparent; }
QComboBox QLineEdit { background: transparent; border: none; padding: 0; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right; width: 20px;
    border: none; }
QComboBox::down-arrow { image: url(controls:down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line; padding: 3px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }

QAbstractSpinBox { padding: 4px 20px 4px 8px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border;
    width: 20px; border: none; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: url(controls:up.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url(controls:down.svg); width: 9px; height: 9px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    background: $panel; border: 1px solid $frame; border-radius: 4px; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $text; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url(controls:tick_$name.svg); }
QCheckBox::indicator:disabled { border-color: $line; background: transparent; }
QCheckBox::indicator:checked:disabled { background: $dim; border-color: $dim; }
""")


def find_pictures() -> None:
    """Let the sheet find its pictures."""
    QDir.setSearchPaths(SEARCHED, [str(paths.resource("icons/controls"))])
