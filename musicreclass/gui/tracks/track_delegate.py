"""How the cells of the track table are painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.decision import GENRE_SEPARATOR, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.track_list import genres_of
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.review_words import (
    VERDICT_MARKS,
    confidence,
    doubted_text,
    state,
    verdict_word,
)
from musicreclass.gui.tracks.track_columns import COLUMNS
from musicreclass.gui.widgets.column_table import ROW_ROLE, Index, section_of
from musicreclass.gui.widgets.drawing import DOT_SIZE, dot, paint_without_text
from musicreclass.gui.widgets.genre_editor import GenreEditor, GenreWords, is_for_editor

DOT = QSize(DOT_SIZE, DOT_SIZE)
BAR_HEIGHT = 6
GAP = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter
GENRE, SUGGESTED, CONFIDENCE, STATE, TAGS = (
    section_of(COLUMNS, name) for name in ("genre", "suggested", "confidence", "state", "tags")
)
DECIDED = (ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.WRITTEN)


class TrackDelegate(QStyledItemDelegate):
    """Dims what is quiet, puts a genre's dot before its name, says doubts, draws confidences.

    Signals:
        genres_given: the genres that were typed into a row.
    """

    genres_given = Signal(object)

    def __init__(
        self, theme: Theme, taxonomy: Taxonomy, own: Callable[[], Sequence[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self.words = GenreWords(taxonomy, own)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = GenreEditor(self.words, parent)
        editor.setObjectName("cell")
        editor.committed.connect(partial(self._on_committed, editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, GenreEditor):
            line: TrackLine = index.data(ROW_ROLE)
            if index.column() == GENRE:
                editor.show_genres([line.genre] if line.genre else [])
            else:
                editor.show_genres(genres_of(line))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, GenreEditor) and (genres := editor.genres()):
            # Not before the editor is gone: a decision may take the row out of what is shown.
            QTimer.singleShot(0, self, lambda: self.genres_given.emit(genres))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Make the editor wide enough to type in, however narrow the column is."""
        area, room = QRect(option.rect), option.widget.width()
        area.setWidth(min(max(area.width(), editor.sizeHint().width()), room))
        area.moveLeft(min(area.left(), room - area.width()))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        return not is_for_editor(self, editor, event) and super().eventFilter(editor, event)

    def _on_committed(self, editor: GenreEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        line: TrackLine = index.data(ROW_ROLE)
        column = index.column()
        colour = QColor(self._colour(line, column))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
        option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)
        option.font.setStrikeOut(bool(line.is_missing) and column == 0)
        if column == GENRE and line.genre:
            _decorate(option, dot(self._taxonomy.colour(line.genre.partition(";")[0])))
        elif column == SUGGESTED and (genres := genres_of(line)):
            is_doubted = _is_doubted(line)
            _decorate(option, QIcon() if is_doubted else dot(self._taxonomy.colour(genres[0])))
            if not is_doubted:
                is_typed = line.decision is not None and line.decision.is_typed
                option.text = GENRE_SEPARATOR.join(genres if is_typed else map(self._name, genres))
        elif column == SUGGESTED and line.suggestion is not None:  # skipped
            option.text = doubted_text(line.suggestion, self._name(line.suggestion.genre))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: TrackLine = index.data(ROW_ROLE)
        suggestion = line.suggestion
        is_confidence = index.column() == CONFIDENCE
        is_doubt = index.column() == SUGGESTED and _is_doubted(line)
        is_drawn = is_doubt or (is_confidence and confidence(suggestion, line.decision) is not None)
        if suggestion is None or not is_drawn:
            super().paint(painter, option, index)
            return
        cell, area = paint_without_text(self, painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_confidence:
            self._paint_confidence(painter, area, cell, suggestion)
        else:
            element = QStyle.SubElement.SE_ItemViewItemDecoration
            mark = cell.widget.style().subElementRect(element, cell, cell.widget)
            self._paint_doubt(painter, mark, area, cell, suggestion)
        painter.restore()

    def _paint_confidence(
        self, painter: QPainter, area: QRect, cell: QStyleOptionViewItem, suggestion: SuggestionLine
    ) -> None:
        """Draw a thin bar with the number behind it, which stands at the right like all numbers."""
        painter.setPen(cell.palette.color(cell.palette.ColorRole.Text))
        painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignRight, percent(suggestion.confidence))
        number = cell.fontMetrics.horizontalAdvance("100%")
        top, width = area.center().y() - BAR_HEIGHT / 2 + 1, area.width() - number - GAP
        if width < BAR_HEIGHT:
            return
        whole = QRectF(area.left(), top, width, BAR_HEIGHT)
        part = QRectF(area.left(), top, max(BAR_HEIGHT, width * suggestion.confidence), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, colour in (
            (whole, self._theme.tokens.line),
            (part, self._tone(suggestion.verdict)),
        ):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)

    def _paint_doubt(
        self,
        painter: QPainter,
        mark: QRect,
        area: QRect,
        cell: QStyleOptionViewItem,
        suggestion: SuggestionLine,
    ) -> None:
        """Say how it is in doubt, with the best candidate dim behind it."""
        metrics, said = cell.fontMetrics, verdict_word(suggestion.verdict)
        is_novel = suggestion.verdict is Verdict.NOVEL
        painter.setPen(
            QColor(self._theme.tokens.text if is_novel else self._tone(suggestion.verdict))
        )
        painter.drawText(
            mark.adjusted(-GAP, -GAP, GAP, GAP),
            Qt.AlignmentFlag.AlignCenter,
            VERDICT_MARKS[suggestion.verdict],
        )
        to_the_left = MIDDLE | Qt.AlignmentFlag.AlignLeft
        elided = metrics.elidedText(said, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, to_the_left, elided)
        rest = area.adjusted(metrics.horizontalAdvance(said) + GAP, 0, 0, 0)
        if rest.width() > metrics.horizontalAdvance("…"):
            painter.setPen(QColor(self._theme.tokens.dim))
            candidate = metrics.elidedText(
                self._name(suggestion.genre), Qt.TextElideMode.ElideRight, rest.width()
            )
            painter.drawText(rest, to_the_left, candidate)

    def _name(self, genre: str) -> str:
        """Return what a genre is called here; the tooltip has it as it will be written."""
        return genre_name(self._taxonomy, genre)

    def _tone(self, verdict: Verdict) -> str:
        tokens = self._theme.tokens
        if verdict is Verdict.SURE:
            return tokens.good
        return tokens.dim if verdict is Verdict.NOVEL else tokens.caution

    def _colour(self, line: TrackLine, column: int) -> str:
        tokens = self._theme.tokens
        if line.is_missing:
            return tokens.dim
        if column == TAGS and line.legacy_encoding:
            return tokens.caution
        reached = state(line.suggestion, line.decision)
        if column == STATE:
            return tokens.good if reached in DECIDED else tokens.dim
        if column == SUGGESTED and reached is ReviewState.SKIPPED:
            return tokens.dim
        return tokens.dim if COLUMNS[column].is_quiet else tokens.text


def _is_doubted(line: TrackLine) -> bool:
    """Say whether a doubt is shown: as long as nobody has decided, or no longer."""
    return (
        (line.decision is None or line.decision.state is ReviewState.UNDONE)
        and line.suggestion is not None
        and line.suggestion.verdict in VERDICT_MARKS
    )


def _decorate(option: QStyleOptionViewItem, icon: QIcon) -> None:
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    option.decorationSize = DOT
    option.icon = icon
