"""The report on a training, section by section, and what can be done with what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.file_move import FileMove
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_folders import folders_by_genre
from musicreclass.gui.messages import count
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.report.check_panel import CheckPanel
from musicreclass.gui.training.report.confusion_panel import ConfusionPanel
from musicreclass.gui.training.report.found_tracks import SAID, FoundView, copies, mislabelled
from musicreclass.gui.training.report.genre_panel import GenrePanel
from musicreclass.gui.training.report.report_overview import Background, ReportOverview
from musicreclass.gui.training.report.report_words import headline, points
from musicreclass.gui.widgets.controls import ElidedLabel, chip, push_button, text_label
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.panels import fill, panel

if TYPE_CHECKING:
    from musicreclass.training.reports.report import TrainingReport


class ReportView(QWidget):
    """Shows and asks; whoever trained does the rest.

    Signals:
        use_wanted: the new classifier is to be the one in use.
        classify_wanted: the library is to be classified with it.
        save_wanted: the report is to be kept as a page.
        back_wanted: the classifier that was in use before is to be so again.
        again_wanted: another training is to be chosen.
        play_wanted: the path of a track.
    """

    use_wanted = Signal()
    classify_wanted = Signal()
    save_wanted = Signal()
    back_wanted = Signal()
    again_wanted = Signal()
    play_wanted = Signal(str)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accuracy = text_label("", self, "figure")
        self.about = ElidedLabel(self)
        self.said = ElidedLabel(self, "dim")
        self._stack = QStackedWidget(self)
        self._chip_row = FlowLayout()
        self._chips = QButtonGroup(self)
        self.chips: list[QToolButton] = []
        self._buttons()
        # Before the sections are made: what is moved into its place is styled anew.
        self._lay_out()
        self.overview = ReportOverview(theme, self._stack)
        self.confusion = ConfusionPanel(theme, taxonomy, self._stack)
        self.genres = GenrePanel(theme, taxonomy, self._stack)
        check = self.tr("The most suspicious first; listen before you move any.")
        self.check_panel = CheckPanel(check, taxonomy, self._stack)
        self.to_check = self.check_panel.view
        self.copies = FoundView(taxonomy, self)
        self.copies.header.hide_sections([SAID])
        self.background = Background(taxonomy, self._stack)
        self.genre_folders: Mapping[str, Path] = {}  # in which the tracks of each genre lie
        self._add_sections()
        self.check_panel.number_changed.connect(self._show_to_check)
        for source in (self.confusion, self.to_check, self.copies):
            source.play_wanted.connect(self.play_wanted)

    def show_report(self, report: TrainingReport) -> None:
        """Show all of it, its overview first."""
        found = report.evaluation
        labelled = [(track.genre, Path(track.path)) for track in report.tracks]
        root = Path(report.about.sources[0]) if report.about.sources else Path()
        self.genre_folders = folders_by_genre(labelled, root)
        self.accuracy.setText("" if found is None else points(found.accuracy))
        self.accuracy.setVisible(found is not None)
        self.about.setText(headline(report))
        self.say("")
        for section in (self.overview, self.confusion, self.genres, self.background):
            section.show_report(report)
        to_check, twice = mislabelled(report), copies(report)
        self.check_panel.show_tracks(to_check)
        self.copies.tracks.show_rows(twice)
        self.chips[4].setText(self.tr("Copies  {number}").format(number=count(len(report.copies))))
        for button, is_there in zip(
            self.chips,
            (True, found is not None, found is not None, bool(to_check), bool(twice), True),
            strict=True,
        ):
            button.setVisible(is_there)
        self.show_used(is_used=False)
        self.choose(0)

    @property
    def found_views(self) -> tuple[FoundView, ...]:
        """Return the tables whose tracks something can be done with."""
        return self.confusion.tracks, self.to_check, self.copies

    def note_moved(self, moves: Sequence[FileMove]) -> None:
        """Show that files lie in the folder of another genre now."""
        genre_of = {folder: genre for genre, folder in self.genre_folders.items()}
        for move in moves:
            genre = next((genre_of[one] for one in move.target.parents if one in genre_of), "")
            for view in self.found_views:
                view.tracks.note_moved(str(move.source), str(move.target), genre)

    def choose(self, section: int) -> None:
        """Show a section as a click on its chip does."""
        self.chips[section].setChecked(True)
        self._stack.setCurrentIndex(section)

    def show_used(self, *, is_used: bool, way_back: str = "") -> None:
        """Say whether the new classifier is the one in use, and which one can go back to."""
        self.back_button.setText(way_back)
        self.back_button.setVisible(is_used and bool(way_back))
        self.use_button.setText(self.tr("✓ In use") if is_used else self.tr("Use it"))
        self.use_button.setEnabled(not is_used)
        self.classify_button.setEnabled(is_used)

    def say(self, sentence: str) -> None:
        """Show a sentence on what was asked for last."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.said.setToolTip(sentence)

    def note_playing(self, path: str) -> None:
        """Mark the track that is playing; "" is none."""
        for view in self.found_views:
            view.tracks.note_playing(path)

    def _show_to_check(self, number: int) -> None:
        self.chips[3].setText(self.tr("To check  {number}").format(number=count(number)))

    def _buttons(self) -> None:
        use = self.tr("Installs it and lets it suggest from now on")
        self.use_button = push_button("", self, style="primary", tip=use)
        again = self.tr("Suggests anew for the whole library; only what is not kept is decoded")
        self.classify_button = push_button(self.tr("Listen again"), self, tip=again)
        back = self.tr("Lets the classifier suggest again that did before; see also Classifiers")
        self.back_button = push_button("", self, tip=back)
        self.save_button = QPushButton(self.tr("Save report…"), self)
        self.again_button = QPushButton(self.tr("Train again"), self)
        self.use_button.clicked.connect(self.use_wanted)
        self.classify_button.clicked.connect(self.classify_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self.again_button.clicked.connect(self.again_wanted)

    def _sections(self) -> tuple[tuple[str, QWidget], ...]:
        twice = self.tr("Recordings that are there twice; “=” is a copy of the one above it.")
        return (
            (self.tr("Overview"), self.overview),
            (self.tr("What was taken for what"), self.confusion),
            (self.tr("Genre by genre"), self.genres),
            (self.tr("To check"), self.check_panel),
            (self.tr("Copies"), _with_hint(twice, self.copies)),
            (self.tr("What it was trained on"), self.background),
        )

    def _lay_out(self) -> None:
        words = fill(QVBoxLayout(), None, self.about, self.said, None, spacing=2)
        top = fill(QHBoxLayout(), self.accuracy, 8, (words, 1), spacing=8)
        buttons = FlowLayout(spacing=8, wants_one_line=True)
        for action in (
            *(self.again_button, self.save_button, self.classify_button),
            *(self.back_button, self.use_button),
        ):
            buttons.addWidget(action)
        fill(top, buttons)
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 0), spacing=8)
        fill(layout, top, self._chip_row, (panel(self._stack), 1))

    def _add_sections(self) -> None:
        for number, (name, section) in enumerate(self._sections()):
            button = chip(name, self)
            button.clicked.connect(lambda _, number=number: self.choose(number))
            self._chips.addButton(button)
            self._chip_row.addWidget(button)
            self.chips.append(button)
            self._stack.addWidget(section)


def _with_hint(text: str, view: FoundView) -> QWidget:
    ground = QWidget()
    hint = text_label(text, ground, "dim")
    hint.setAlignment(Qt.AlignmentFlag.AlignLeft)
    bottom = fill(QHBoxLayout(), None, view.menu.button(ground))
    fill(QVBoxLayout(ground), hint, (view, 1), bottom, margins=(12, 8, 12, 8))
    return ground
