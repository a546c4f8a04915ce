"""One answer on what plays: a headline, five bars, and what it sounds like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.sound_tags import SoundTags
from musicreclass.gui.insights.bars import Bar, BarRow, Bars
from musicreclass.gui.language import genre_name, spoken
from musicreclass.gui.messages import listed, percent
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.review_words import verdict_word
from musicreclass.gui.widgets.controls import ElidedLabel, text_label
from musicreclass.gui.widgets.panels import fill

SHOWN_COUNT = 5
NO_ROW = BarRow("", (Bar(0.0, ""),))
Shown = tuple[Sequence[Candidate], Verdict, Sequence[str]]  # candidates, verdict, ids of tags


class AnswerPanel(QWidget):
    """As large with an answer as without one, so that nothing jumps."""

    def __init__(
        self, title: str, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._taxonomy = taxonomy
        self.setAccessibleName(title)
        self.headline = ElidedLabel(self, "title")
        self.said = ElidedLabel(self, "dim")
        self.bars = Bars(title, theme, self)
        self.tags = text_label("", self, wraps=True)
        self.tags.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.tags.setTextFormat(Qt.TextFormat.PlainText)
        layout = fill(QVBoxLayout(self), text_label(title, self, "step"), self.headline, self.said)
        fill(layout, 4, self.bars, 4, (self.tags, 1), margins=(12, 8, 12, 8), spacing=2)
        self.show_nothing("")

    def show_nothing(self, headline: str) -> None:
        """Show that there is no answer, and why: silence, or nobody listens."""
        self._head(headline, "")
        self._show_rows((NO_ROW,) * SHOWN_COUNT)
        self._show_tags(())

    def show_answer(self, shown: Shown, seconds: float | None = None) -> None:
        """Show an answer.

        Args:
            seconds: of sound that it is made of; None is a few.
        """
        candidates, verdict, tags = shown
        first = candidates[0]
        name = genre_name(self._taxonomy, first.genre)
        headline = name if verdict is Verdict.SURE else f"{verdict_word(verdict)} · {name}"
        share = percent(first.confidence)
        if seconds is None:
            said = QCoreApplication.translate("AnswerPanel", "{share} · of the last seconds")
        else:
            said = QCoreApplication.translate("AnswerPanel", "{share} · of {seconds} s of sound")
        self._head(headline, said.format(share=share, seconds=round(seconds or 0.0)))
        rows = [self._row(one) for one in candidates[:SHOWN_COUNT]]
        self._show_rows((*rows, *(NO_ROW,) * (SHOWN_COUNT - len(rows))))
        self._show_tags(tags)

    def text(self) -> str:
        """Return in words what is shown."""
        parts = (f"{self._title}: {self.headline.text()}", self.tags.text())
        return ". ".join(filter(None, parts)) if self.headline.text() else ""

    def _head(self, headline: str, said: str) -> None:
        if headline != self.headline.text():
            self.headline.setText(headline)
            self.headline.setAccessibleName(f"{self._title}: {headline}" if headline else "")
        self.said.setText(said)

    def _row(self, one: Candidate) -> BarRow:
        name, share = genre_name(self._taxonomy, one.genre), percent(one.confidence)
        bar = Bar(one.confidence, share, self._taxonomy.colour(one.genre))
        return BarRow(name, (bar,), f"{name} {share}")

    def _show_rows(self, rows: Sequence[BarRow]) -> None:
        if tuple(rows) != self.bars.rows:
            self.bars.show_rows(rows)

    def _show_tags(self, tags: Sequence[str]) -> None:
        names = listed(SoundTags.shipped().name(tag, spoken()) for tag in tags)
        said = QCoreApplication.translate("AnswerPanel", "Sounds like: {tags}")
        text = said.format(tags=names) if names else ""
        if text != self.tags.text():
            self.tags.setText(text)
