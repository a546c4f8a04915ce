"""The table of changes as a widget, with a word diff of the genres.

Words that go are struck out and dim, words that come are bold and bright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_table import ROW_ROLE, Index
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.drawing import paint_without_text
from musicreclass.gui.writing.change_rows import ChangeRow, RowState
from musicreclass.gui.writing.change_table import (
    AFTER,
    BEFORE,
    CHECK_ROLE,
    CHOOSABLE,
    FILE,
    KIND,
    REMARK,
    STATE,
    ChangeTableModel,
)

NOTHING = "–"
BOX_ROUNDNESS = 4  # pixels, as of boxes elsewhere
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_WORDS_AND_GAPS = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays, or that is only before or only after."""

    text: str
    is_changed: bool


@lru_cache(maxsize=4096)  # few of a library's changes differ, and tables paint them often
def word_diff(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts in pieces: what of the first goes, and what of the second comes."""
    old, new = _WORDS_AND_GAPS.findall(before), _WORDS_AND_GAPS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    goes = [(old[i:j], step != "equal") for step, i, j, _, _ in steps]
    comes = [(new[i:j], step != "equal") for step, _, _, i, j in steps]
    return _pieces(goes), _pieces(comes)


def _pieces(runs: Sequence[tuple[Sequence[str], bool]]) -> tuple[Piece, ...]:
    """Join the words of each run; a gap that stays between two changes belongs to them."""
    joined = [("".join(words), is_changed) for words, is_changed in runs if words]
    pieces: list[Piece] = []
    for at, (text, is_changed) in enumerate(joined):
        is_gap = not any(map(str.isalnum, text))
        around = joined[max(at - 1, 0) : at] + joined[at + 1 : at + 2]
        belongs = is_changed or (is_gap and all(changed for _, changed in around))
        if pieces and pieces[-1].is_changed is belongs:
            pieces[-1] = Piece(pieces[-1].text + text, belongs)
        else:
            pieces.append(Piece(text, belongs))
    return tuple(pieces)


class ChangeDelegate(QStyledItemDelegate):
    """Draws the words of a genre one by one, and says by colour and mark what needs a look."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        colour = QColor(self._colour(index.data(ROW_ROLE), index.column()))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
        option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() not in (BEFORE, AFTER):
            super().paint(painter, option, index)
            if index.data(CHECK_ROLE) is not None:
                self._paint_box(painter, option, index)
            return
        row: ChangeRow = index.data(ROW_ROLE)
        cell, area = paint_without_text(self, painter, option, index)
        goes, comes = word_diff(row.before, row.after)
        is_before = index.column() == BEFORE
        painter.save()
        self._paint_words(painter, area, cell.font, goes if is_before else comes, is_before)
        painter.restore()

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the box of a file in the window's colours: the style has its own for tables."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = cell.widget.style().subElementRect(element, cell, cell.widget).adjusted(0, 0, -1, -1)
        tokens = self._theme.tokens
        is_checked = Qt.CheckState(index.data(CHECK_ROLE)) is Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if is_checked else tokens.frame))
        painter.setBrush(QColor(tokens.accent if is_checked else tokens.panel))
        painter.drawRoundedRect(box, BOX_ROUNDNESS, BOX_ROUNDNESS)
        if is_checked:
            painter.setPen(QPen(QColor(tokens.on_accent), 2))
            left, right = box.left() + box.width() // 4, box.right() - box.width() // 5
            low, middle = box.bottom() - box.height() // 4, box.center()
            painter.drawPolyline(
                [
                    QPoint(left, middle.y()),
                    QPoint(middle.x() - 1, low),
                    QPoint(right, box.top() + box.height() // 4),
                ]
            )
        painter.restore()

    def _paint_words(
        self, painter: QPainter, area: QRect, font: QFont, pieces: Sequence[Piece], goes: bool
    ) -> None:
        """Draw words side by side until there is no more room."""
        tokens = self._theme.tokens
        for piece in pieces or (Piece(NOTHING, False),):
            styled = QFont(font)
            styled.setStrikeOut(piece.is_changed and goes)
            styled.setBold(piece.is_changed and not goes)
            metrics = QFontMetrics(styled)
            painter.setFont(styled)
            changed = tokens.dim if goes else tokens.accent
            painter.setPen(QColor(changed if piece.is_changed else tokens.text))
            text = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, MIDDLE_LEFT, text)
            area.setLeft(area.left() + metrics.horizontalAdvance(text))
            if text != piece.text:
                return

    def _colour(self, row: ChangeRow, column: int) -> str:
        tokens = self._theme.tokens
        if column == FILE:
            return tokens.text
        if (column == STATE and row.state is RowState.REFUSED) or (column == REMARK and row.reason):
            return tokens.bad
        if column == STATE:
            colours = {RowState.CHANGES: tokens.text, RowState.WRITTEN: tokens.good}
            return (colours | {RowState.MOVED: tokens.good}).get(row.state, tokens.dim)
        is_remarkable = (column == KIND and row.changes_kind) or (column == REMARK and row.lost)
        return tokens.caution if is_remarkable else tokens.dim


class ChangeView(ColumnView):
    """Changes, painted word by word."""

    def __init__(self, changes: ChangeTableModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(changes, self.tr("Changes"), parent, selects_many=True, sorts=True)
        self.changes = changes
        self.setItemDelegate(ChangeDelegate(theme, self))
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the space bar leave out all that is selected, or take it in again."""
        rows = self.selected_row_numbers()
        if event.key() == Qt.Key.Key_Space and self.changes.can_choose and rows:
            shown = [self.changes.row_at(row) for row in rows]
            is_any_chosen = any(row.is_chosen for row in shown if row.state in CHOOSABLE)
            self.changes.choose(rows, not is_any_chosen)
        else:
            super().keyPressEvent(event)

    def selected_rows(self) -> list[ChangeRow]:
        """Return the changes that are selected, as they stand in the table."""
        return [self.changes.row_at(row) for row in self.selected_row_numbers()]
