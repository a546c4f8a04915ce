"""How changes are painted: what goes is struck out and dim, what comes is bold and bright."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_table import ROW_ROLE, Index
from musicreclass.gui.widgets.drawing import paint_without_text
from musicreclass.gui.writing.change_rows import ChangeRow, Fate
from musicreclass.gui.writing.change_table import AFTER, BEFORE, FILE, KIND, REMARK, STATE
from musicreclass.gui.writing.word_diff import Piece, word_diff

NOTHING = "–"
MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


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
            return
        row: ChangeRow = index.data(ROW_ROLE)
        cell, area = paint_without_text(self, painter, option, index)
        goes, comes = word_diff(row.before, row.after)
        is_before = index.column() == BEFORE
        painter.save()
        self._paint_words(painter, area, cell.font, goes if is_before else comes, is_before)
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
        if (column == STATE and row.fate is Fate.REFUSED) or (column == REMARK and row.reason):
            return tokens.bad
        if column == STATE:
            return {Fate.WRITTEN: tokens.good, Fate.CHANGES: tokens.text}.get(row.fate, tokens.dim)
        is_remarkable = (column == KIND and row.changes_kind) or (column == REMARK and row.lost)
        return tokens.caution if is_remarkable else tokens.dim
