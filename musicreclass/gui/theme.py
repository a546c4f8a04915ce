"""Colours and shapes of the window, dark and light. Follows the system unless told otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from musicreclass.gui.control_sheet import CONTROL_SHEET, find_pictures
from musicreclass.sentences.languages import FACTS, Language

TEXT_PERCENT = 50, 300  # of the usual size, at least and at most
STYLED = "styled"  # where the application keeps that its style is ours
USUAL_POINTS = "usual_points"  # where the application keeps what size text had at its start
FONT_SIZE = re.compile(r"font-size: (\d+)px")
SCHEMES = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours that everything is drawn with, by what they mean."""

    name: str
    ground: str
    panel: str
    raised: str  # buttons, the search box: a step above the panel
    hover: str
    line: str
    frame: str  # of a box to tick: seen on every ground, 3:1 at least
    text: str
    dim: str
    accent: str
    on_accent: str
    good: str
    caution: str
    bad: str
    selection: str


DARK = Tokens(
    name="dark",
    ground="#16181d", panel="#1d2026", raised="#262a32", hover="#23272f", line="#2b2f38",
    frame="#6b7382", text="#e6e8ec", dim="#979fab", accent="#4da3ff", on_accent="#0b1420",
    good="#3fbf7f", caution="#e0a93b", bad="#e6817a", selection="#1e3750",
)  # fmt: skip
LIGHT = Tokens(
    name="light",
    ground="#f5f6f8", panel="#ffffff", raised="#eef0f3", hover="#f1f4f8", line="#dfe3e8",
    frame="#858d98", text="#1b1f24", dim="#606873", accent="#1664c8", on_accent="#ffffff",
    good="#197547", caution="#8d5c00", bad="#ba372a", selection="#d8e8fb",
)  # fmt: skip

_SHEET = Template("""
* { outline: none; }
QMainWindow, QDialog, QWidget#ground { background: $ground; }
QWidget { color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }
QFrame#panel { background: $panel; border: 1px solid $line; border-radius: 8px; }
QLabel { background: transparent; }
QLabel#track { font-size: 16px; font-weight: 600; }
QLabel#title { font-size: 22px; font-weight: 600; }
QLabel#figure { font-size: 38px; font-weight: 700; }
QLabel#dim, QLabel#hint { color: $dim; }
QLabel#step { color: $accent; font-weight: 600; }
QLabel#bad { color: $bad; }
QLabel#caution { color: $caution; }

QLineEdit { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 6px 10px;
    selection-background-color: $selection; selection-color: $text; }
QPlainTextEdit { background: $panel; border: 1px solid $line; border-radius: 6px; padding: 4px;
    selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus { border-color: $accent; }
QLineEdit[unfit="true"] { border-color: $bad; }

QPushButton { background: $raised; border: 1px solid $line; border-radius: 6px;
    padding: 6px 14px; }
QPushButton:hover { background: $hover; border-color: $dim; }
QPushButton:disabled { color: $dim; }
QPushButton#primary { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton#primary:disabled { background: $raised; border-color: $line; color: $dim; }
QPushButton#choice:checked { background: $selection; border-color: $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton { background: transparent; border: none; border-radius: 6px; padding: 6px 10px; }
QToolButton:hover { background: $hover; }
QToolButton::menu-indicator { image: none; }
QRadioButton#page { color: $dim; font-weight: 600; padding: 8px 12px; spacing: 0;
    border-bottom: 2px solid transparent; }
QRadioButton#page:hover { color: $text; background: $hover; }
QRadioButton#page:checked { color: $text; border-bottom-color: $accent; }
QRadioButton#page::indicator { width: 0; height: 0; border: none; image: none; }
QToolButton#path { color: $dim; padding: 0 4px; border-radius: 3px; margin-left: -4px; }
QToolButton#path:hover { color: $text; }
QComboBox:disabled, QCheckBox:disabled, QLabel:disabled, QAbstractSpinBox:disabled { color: $dim; }
QToolButton#chip { border: 1px solid $line; border-radius: 12px; padding: 3px 10px; }
QToolButton#chip:checked { background: $selection; border-color: $accent; }

QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 21px; border-left: 3px solid transparent; }
QMenu::item:selected { background: $selection; border-left-color: $accent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QAbstractItemView { background: transparent; border: none;
    selection-background-color: $selection; selection-color: $text; }
.QListView { background: $panel; border: 1px solid $line; }
QListWidget#pages::item { padding: 7px 8px; border-radius: 6px; }
QListWidget#pages::item:selected { background: $selection; color: $text; }
QTableView::item { padding: 0 8px; border: none; }
QTableCornerButton::section { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: transparent; color: $dim; font-weight: 600; border: none;
    border-bottom: 1px solid $line; padding: 8px 11px; }
QHeaderView::section:hover { color: $text; }

QProgressBar { background: $raised; border: none; border-radius: 4px; max-height: 8px;
    min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal { background: $text; width: 12px; height: 12px; margin: -4px 0;
    border-radius: 6px; }
QSlider::handle:horizontal:disabled { background: $dim; }

QScrollArea, QWidget#detail { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; min-height: 28px;
    min-width: 28px; }
QScrollBar::handle:hover { background: $dim; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
""")


def choose_fonts(application: QApplication, language: Language) -> None:
    """Let Han characters be drawn as the language of the window has them.

    They are of the weight of the letters beside them: left to itself, a system may choose whichever
    of its fonts comes first, and that may be a bold one.
    """
    font = application.font()
    wanted = [*FACTS[language].fonts, *(name for facts in FACTS.values() for name in facts.fonts)]
    there = set(QFontDatabase.families())
    han = [name for name in dict.fromkeys(wanted) if name in there]
    font.setFamilies([QFontInfo(font).family(), *han])
    application.setFont(font)


class Theme(QObject):
    """The one source of colours. `changed` says that all who paint should paint anew."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: str = "system") -> None:
        super().__init__(application)
        if _usual_points(application) is None:
            application.setProperty(USUAL_POINTS, application.font().pointSizeF())
        self._application = application
        self._text_percent = 100
        self.tokens = LIGHT
        if application.property(STYLED) is None:  # a second time would dress all anew
            application.setStyle("Fusion")
            application.setProperty(STYLED, True)
        find_pictures()
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(appearance)

    def choose(self, appearance: str) -> None:
        """Wear "dark" or "light" whatever the system does, or follow the "system"."""
        hints = self._application.styleHints()
        if appearance in SCHEMES:
            hints.setColorScheme(SCHEMES[appearance])
        else:
            hints.unsetColorScheme()
        self._wear(self._wanted(appearance))

    def size_text(self, percent: int) -> None:
        """Write everything so large, of what is usual on this system."""
        percent = min(max(percent, TEXT_PERCENT[0]), TEXT_PERCENT[1])
        if percent != self._text_percent:
            self._text_percent = percent
            self._wear(self.tokens)

    @property
    def text_share(self) -> float:
        """Return how large text is, 1 where it is as usual on this system."""
        return self._text_percent / 100.0

    def _wanted(self, appearance: str) -> Tokens:
        if appearance in SCHEMES:
            return DARK if appearance == "dark" else LIGHT
        is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._wear(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)

    def _wear(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._application.setPalette(_palette(tokens))
        share = self.text_share
        font = self._application.font()
        font.setPointSizeF((_usual_points(self._application) or font.pointSizeF()) * share)
        self._application.setFont(font)
        sheet = _with_text_of(share, _sheet(tokens))
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)
        self.changed.emit()


def _sheet(tokens: Tokens) -> str:
    values = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    return "".join(sheet.substitute(values) for sheet in (_SHEET, CONTROL_SHEET))


def _usual_points(application: QApplication) -> float | None:
    points = application.property(USUAL_POINTS)
    return points if isinstance(points, float) else None


def _with_text_of(share: float, sheet: str) -> str:
    """Return a sheet with all sizes of text so much larger."""
    return FONT_SIZE.sub(lambda found: f"font-size: {round(int(found[1]) * share)}px", sheet)


def _palette(tokens: Tokens) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tokens.ground,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.panel,
        QPalette.ColorRole.AlternateBase: tokens.hover,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.dim,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.dim))
    return palette
