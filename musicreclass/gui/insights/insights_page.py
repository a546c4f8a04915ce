"""The Insights page: four views of the library, and what is played from them."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.insights.genre_sounds import GenreSounds
from musicreclass.gui.insights.insights_overview import Overview
from musicreclass.gui.insights.map_view import MapView
from musicreclass.gui.insights.mislabel_view import MislabelView
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ElidedLabel, chip, push_button
from musicreclass.gui.widgets.panels import CoveredView, fill


class InsightView(Enum):
    OVERVIEW = auto()
    SOUNDS = auto()
    MAP = auto()
    MISLABELS = auto()


class InsightsPage(QWidget):
    """Shows and asks; `Insights` does the work.

    Signals:
        wanted: the View that has come into sight.
        json_wanted: figures are to be kept.
        png_wanted: pictures are to be kept.
        pause_wanted: what plays is to pause, or go on.
    """

    wanted = Signal(object)
    json_wanted = Signal()
    png_wanted = Signal()
    pause_wanted = Signal()

    def __init__(
        self, theme: Theme, taxonomy: Taxonomy, colours: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.overview = Overview(theme, taxonomy, self)
        self.sounds = GenreSounds(theme, taxonomy, colours, self)
        self.map = MapView(theme, taxonomy, self)
        self.mislabels = MislabelView(taxonomy, self)
        contents = (self.overview, self.sounds, self.map, self.mislabels)
        self.covers = {
            view: CoveredView(content, self)
            for view, content in zip(InsightView, contents, strict=True)
        }
        self._chips = QButtonGroup(self)
        self._stack = QStackedWidget(self)
        as_json = self.tr("All figures as JSON, for other programs")
        self.json_button = push_button(self.tr("Save figures…"), self, tip=as_json)
        as_png = self.tr("These spectrograms as one PNG")
        self.png_button = push_button(self.tr("Save picture…"), self, tip=as_png)
        self.player_button = QToolButton(self)
        self.player_button.setAccessibleName(self.tr("Play or pause"))
        self.playing = ElidedLabel(self, "dim")
        self._lay_out()
        self.json_button.clicked.connect(self.json_wanted)
        self.png_button.clicked.connect(self.png_wanted)
        self.player_button.clicked.connect(self.pause_wanted)
        self.show_playing("", is_playing=False)
        self.choose(InsightView.OVERVIEW)

    @property
    def view(self) -> InsightView:
        """Return what is shown."""
        return list(InsightView)[self._stack.currentIndex()]

    def choose(self, view: InsightView) -> None:
        """Show a view."""
        self._chips.button(view.value).setChecked(True)
        self._stack.setCurrentWidget(self.covers[view])
        self.json_button.setVisible(view is InsightView.OVERVIEW)
        self.png_button.setVisible(view is InsightView.SOUNDS)
        self._enable()
        if self.isVisible():
            self.wanted.emit(view)

    def uncover(self, view: InsightView) -> None:
        """Show what a view holds by now."""
        self.covers[view].uncover()
        self._enable()

    def cover(self, view: InsightView, sentence: str) -> None:
        """Say in a sentence why a view shows nothing."""
        self.covers[view].cover(sentence)
        self._enable()

    def show_playing(self, name: str, *, is_playing: bool) -> None:
        """Say what is played from here."""
        self.playing.setText(name)
        self.player_button.setText("⏸" if is_playing else "▶")
        for widget in (self.playing, self.player_button):
            widget.setVisible(bool(name))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wanted.emit(self.view)

    def _enable(self) -> None:
        self.json_button.setEnabled(not self.covers[InsightView.OVERVIEW].is_covered)
        self.png_button.setEnabled(not self.covers[InsightView.SOUNDS].is_covered)

    def _lay_out(self) -> None:
        names = {
            InsightView.OVERVIEW: self.tr("Overview"),
            InsightView.SOUNDS: self.tr("How genres sound"),
            InsightView.MAP: self.tr("Map"),
            InsightView.MISLABELS: self.tr("Probably mislabelled"),
        }
        top = fill(QHBoxLayout(), spacing=8)
        for view, name in names.items():
            button = chip(name, self)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # or another one would look chosen
            button.clicked.connect(lambda _=False, view=view: self.choose(view))
            self._chips.addButton(button, view.value)
            self._stack.addWidget(self.covers[view])
            top.addWidget(button)
        fill(top, self.player_button, (self.playing, 1), None, self.png_button, self.json_button)
        height = self.json_button.sizeHint().height()
        self.player_button.setFixedHeight(height)  # or all jumps as it comes and goes
        top.addStrut(height)
        fill(QVBoxLayout(self), top, (self._stack, 1), margins=(12, 8, 12, 0), spacing=8)
