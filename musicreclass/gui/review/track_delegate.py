"""How the cells of the track table are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.core.prediction import SuggestionLine, Verdict
from musicreclass.core.track import TrackLine
from musicreclass.gui.review.columns import COLUMNS
from musicreclass.gui.review.track_table import LINE_ROLE
from musicreclass.gui.review.verdicts import MARKS, confidence_text, word
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.dots import SIZE, dot

DOT = QSize(SIZE, SIZE)
BAR_HEIGHT = 6
GAP = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter
GENRE, SUGGESTED, CONFIDENCE, TAGS = (
    next(i for i, column in enumerate(COLUMNS) if column.name == name)
    for name in ("genre", "suggested", "confidence", "tags")
)


class TrackDelegate(QStyledItemDelegate):
    """Dims what is quiet, puts a genre's dot before its name, says doubts, draws confidences."""

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy

    def initStyleOption(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        line: TrackLine = index.data(LINE_ROLE)
        column = index.column()
        colour = QColor(self._colour(line, column))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
        option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)
        option.font.setStrikeOut(bool(line.is_missing) and column == 0)
        if column == GENRE and line.genre:
            _decorate(option, dot(self._taxonomy.colour(line.genre.partition(";")[0])))
        elif column == SUGGESTED and line.suggestion is not None:
            is_sure = line.suggestion.verdict is Verdict.SURE
            colour_of_genre = self._taxonomy.colour(line.suggestion.genre)
            _decorate(option, dot(colour_of_genre) if is_sure else QIcon())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        heard: SuggestionLine | None = index.data(LINE_ROLE).suggestion
        is_confidence = index.column() == CONFIDENCE
        is_doubt = index.column() == SUGGESTED and heard is not None and heard.verdict in MARKS
        if heard is None or not (is_confidence or is_doubt):
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        style = cell.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        area.adjust(margin, 0, -margin, 0)  # as Qt does where it draws the text
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_confidence:
            self._paint_confidence(painter, area, cell, heard)
        else:
            place = QStyle.SubElement.SE_ItemViewItemDecoration
            mark = style.subElementRect(place, cell, cell.widget)
            self._paint_doubt(painter, mark, area, cell, heard)
        painter.restore()

    def _paint_confidence(
        self, painter: QPainter, area: QRect, cell: QStyleOptionViewItem, heard: SuggestionLine
    ) -> None:
        """Draw a thin bar with the number behind it, which stands at the right like all numbers."""
        painter.setPen(cell.palette.color(cell.palette.ColorRole.Text))
        painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignRight, confidence_text(heard))
        number = cell.fontMetrics.horizontalAdvance("100%")
        top, width = area.center().y() - BAR_HEIGHT / 2 + 1, area.width() - number - GAP
        if width < BAR_HEIGHT:
            return
        whole = QRectF(area.left(), top, width, BAR_HEIGHT)
        part = QRectF(area.left(), top, max(BAR_HEIGHT, width * heard.confidence), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, colour in ((whole, self._theme.tokens.line), (part, self._tone(heard.verdict))):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)

    def _paint_doubt(
        self,
        painter: QPainter,
        mark: QRect,
        area: QRect,
        cell: QStyleOptionViewItem,
        heard: SuggestionLine,
    ) -> None:
        """Say how it is in doubt, with the best candidate dim behind it."""
        metrics, said = cell.fontMetrics, word(heard.verdict)
        is_unlike = heard.verdict is Verdict.UNLIKE
        painter.setPen(QColor(self._theme.tokens.text if is_unlike else self._tone(heard.verdict)))
        painter.drawText(
            mark.adjusted(-GAP, -GAP, GAP, GAP), Qt.AlignmentFlag.AlignCenter, MARKS[heard.verdict]
        )
        to_the_left = MIDDLE | Qt.AlignmentFlag.AlignLeft
        elided = metrics.elidedText(said, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, to_the_left, elided)
        rest = area.adjusted(metrics.horizontalAdvance(said) + GAP, 0, 0, 0)
        if rest.width() > metrics.horizontalAdvance("…"):
            painter.setPen(QColor(self._theme.tokens.dim))
            candidate = metrics.elidedText(heard.genre, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, to_the_left, candidate)

    def _tone(self, verdict: Verdict) -> str:
        tokens = self._theme.tokens
        if verdict is Verdict.SURE:
            return tokens.good
        return tokens.dim if verdict is Verdict.UNLIKE else tokens.caution

    def _colour(self, line: TrackLine, column: int) -> str:
        tokens = self._theme.tokens
        if line.is_missing:
            return tokens.dim
        if column == TAGS and line.legacy_encoding:
            return tokens.caution
        return tokens.dim if COLUMNS[column].is_quiet else tokens.text


def _decorate(option: QStyleOptionViewItem, icon: QIcon) -> None:
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    option.decorationSize = DOT
    option.icon = icon
