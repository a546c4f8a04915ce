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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from musicreclass.core.decision import GENRE_SEPARATOR, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.shown import confidence_of, genres_of, shows_suggestion
from musicreclass.core.track import TrackLine
from musicreclass.gui.language import genre_name
from musicreclass.gui.messages import percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.group_words import GROUP_GAP
from musicreclass.gui.tracks.review_words import (
    VERDICT_MARKS,
    state,
    verdict_word,
)
from musicreclass.gui.tracks.track_columns import COLUMNS, is_guessed
from musicreclass.gui.tracks.track_table import GROUP_ROLE
from musicreclass.gui.widgets.column_table import ROW_ROLE, Index, section_of
from musicreclass.gui.widgets.drawing import DOT_SIZE, dot, paint_without_text, ring
from musicreclass.gui.widgets.genre_editor import GenreEditor, GenreWords, is_for_editor

DOT = QSize(DOT_SIZE, DOT_SIZE)
BAR_HEIGHT = 6
GAP = 8
MIDDLE = Qt.AlignmentFlag.AlignVCenter
GENRE, SUGGESTED, CONFIDENCE, STATE, TAGS = (
    section_of(COLUMNS, name) for name in ("genre", "suggested", "confidence", "state", "tags")
)
GUESS_MARK = "≈"  # before what a file's name told
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
        column = index.column()
        if index.data(GROUP_ROLE) is not None:
            self._style_group(option, column)
            return
        line: TrackLine = index.data(ROW_ROLE)
        colour = QColor(self._colour(line, column))
        option.palette.setColor(option.palette.ColorRole.Text, colour)
        option.palette.setColor(option.palette.ColorRole.HighlightedText, colour)
        option.font.setStrikeOut(bool(line.is_missing) and column == 0)
        if line.guessed and is_guessed(line, COLUMNS[column].name):
            option.font.setItalic(True)
            option.text = f"{GUESS_MARK} {option.text}"
        if column == GENRE and line.genre:
            _decorate(option, dot(self._taxonomy.colour(line.genre.partition(";")[0])))
        elif column == SUGGESTED and (genres := genres_of(line)):
            is_suggested = shows_suggestion(line.suggestion, line.decision)
            option.font.setItalic(is_suggested)
            colour_of_genre = self._taxonomy.colour(genres[0])
            mark = ring(colour_of_genre) if is_suggested else dot(colour_of_genre)
            is_doubted = _is_doubted(line)
            _decorate(option, QIcon() if is_doubted else mark)
            if not is_doubted:
                is_typed = line.decision is not None and line.decision.is_typed
                option.text = GENRE_SEPARATOR.join(genres if is_typed else map(self._name, genres))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(GROUP_ROLE) is not None:
            if not option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, QColor(self._theme.tokens.raised))
            super().paint(painter, option, index)
            return
        line: TrackLine = index.data(ROW_ROLE)
        suggestion = line.suggestion
        shown = confidence_of(line) if index.column() == CONFIDENCE else None
        is_doubt = index.column() == SUGGESTED and _is_doubted(line)
        if suggestion is None or not (is_doubt or shown is not None):
            super().paint(painter, option, index)
            return
        cell, area = paint_without_text(self, painter, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if shown is not None:
            is_sure = not shows_suggestion(suggestion, line.decision)  # for a person is
            tone = self._theme.tokens.good if is_sure else self._tone(suggestion.verdict)
            self._paint_confidence(painter, area, cell, shown, tone)
        else:
            element = QStyle.SubElement.SE_ItemViewItemDecoration
            mark = cell.widget.style().subElementRect(element, cell, cell.widget)
            self._paint_doubt(painter, mark, area, cell, suggestion)
        painter.restore()

    def _style_group(self, option: QStyleOptionViewItem, column: int) -> None:
        """Set the row of a group apart from those of tracks."""
        tokens = self._theme.tokens
        option.font.setBold(column == 0)
        if column == 0:
            option.text = _elided_title(option)
        colour = QColor(tokens.text if column in (0, SUGGESTED) else tokens.dim)
        for role in (option.palette.ColorRole.Text, option.palette.ColorRole.HighlightedText):
            option.palette.setColor(role, colour)

    def _paint_confidence(
        self,
        painter: QPainter,
        area: QRect,
        cell: QStyleOptionViewItem,
        confidence: float,
        tone: str,
    ) -> None:
        """Draw a thin bar with the number behind it, which stands at the right like all numbers."""
        painter.setPen(cell.palette.color(cell.palette.ColorRole.Text))
        painter.drawText(area, MIDDLE | Qt.AlignmentFlag.AlignRight, percent(confidence))
        number = cell.fontMetrics.horizontalAdvance("100%")
        top, width = area.center().y() - BAR_HEIGHT / 2 + 1, area.width() - number - GAP
        if width < BAR_HEIGHT:
            return
        whole = QRectF(area.left(), top, width, BAR_HEIGHT)
        part = QRectF(area.left(), top, max(BAR_HEIGHT, width * confidence), BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, colour in ((whole, self._theme.tokens.line), (part, tone)):
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
        said, upright = verdict_word(suggestion.verdict), QFont(cell.font)
        upright.setItalic(False)
        metrics = QFontMetrics(upright)
        painter.setFont(upright)
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
            painter.setFont(cell.font)
            candidate = cell.fontMetrics.elidedText(
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
        line.suggestion is not None
        and shows_suggestion(line.suggestion, line.decision)
        and line.suggestion.verdict in VERDICT_MARKS
    )


def _elided_title(option: QStyleOptionViewItem) -> str:
    """Return what a group is called, cut so that its number of tracks stays in sight."""
    title, gap, number = option.text.rpartition(GROUP_GAP)
    metrics = QFontMetrics(option.font)
    room = option.rect.width() - 2 * GAP - 6 - metrics.horizontalAdvance(gap + number)
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room) + gap + number


def _decorate(option: QStyleOptionViewItem, icon: QIcon) -> None:
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
    option.decorationSize = DOT
    option.icon = icon
