"""What to learn from and how: folders and their genres, what to mind, and the button Train."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.errors import UsageProblem
from musicreclass.gui.language import in_words, sentence_on
from musicreclass.gui.messages import count, duration
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.choose.concern_list import ConcernList
from musicreclass.gui.training.choose.folder_table import FolderTableModel
from musicreclass.gui.training.choose.folder_view import FolderView
from musicreclass.gui.training.choose.order_bar import OrderBar
from musicreclass.gui.training.choose.override_drawer import OverrideDrawer
from musicreclass.gui.training.choose.sources_bar import SourcesBar
from musicreclass.gui.widgets.controls import push_button
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_open_file, ask_save_file
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.panels import fill, panel, split
from musicreclass.gui.workers import JobThread
from musicreclass.pipeline.datasets.mapping_file import NAME
from musicreclass.pipeline.training.training_order import TrainingOrder

if TYPE_CHECKING:
    from musicreclass.pipeline.datasets.survey import TrainingTable
    from musicreclass.training.overrides import Value

TABLES = "tables"  # what folders of tables of genres are remembered as


class ChooseView(QWidget):
    """Shows and asks; `TrainingService` looks at folders and counts.

    Signals:
        load_wanted: the path of a table of genres that is to be used.
        save_wanted: the path that the table is to be kept in.
        train_wanted: the TrainingOrder.
    """

    load_wanted = Signal(object)
    save_wanted = Signal(object)
    train_wanted = Signal(object)

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: TrainingTable | None = None
        self._is_looking = False
        self._preset_values: Mapping[str, Mapping[str, tuple[Value, ...]]] = {}
        self.sources = SourcesBar(self)
        self.folders = FolderTableModel(taxonomy, self)
        self.view = FolderView(self.folders, taxonomy, self)
        self.concerns = ConcernList(theme, self)
        self.drawer = OverrideDrawer(self)
        self.names_button = QPushButton(self)
        merge = self.tr("Gives all selected folders the genre of the first")
        self.merge_button = push_button(self.tr("Merge selected"), self, tip=merge)
        load = self.tr("Takes a table of folders and genres from a file")
        self.load_button = push_button(self.tr("Load table…"), self, tip=load)
        save = self.tr("Keeps this table of folders and genres in a file")
        self.save_button = push_button(self.tr("Save table…"), self, tip=save)
        self.order = OrderBar(self)
        self.strip = JobStrip(self)
        self._lay_out()
        self._connect()
        self._show_buttons()

    def watch_look(self, thread: JobThread) -> None:
        """Follow a job that looks through the folder; nothing can be trained until it is done."""
        self._is_looking = True
        self.strip.watch(thread, self.tr("Looking through the folder"))
        thread.finished.connect(self._on_looked)
        self._show_buttons()

    def show_table(self, table: TrainingTable) -> None:
        """Show what was found."""
        self._table = table
        self.folders.show_rows(table.rows)
        blocker = "" if table.blocker is None else in_words(table.blocker)
        self.concerns.show_concerns(table.concerns, blocker)
        tracks = sum(row.tracks for row in table.rows if row.genre is not None)
        minutes = sum(row.minutes for row in table.rows if row.genre is not None)
        text = self.tr("Genres: {genres} · Tracks: {tracks} · {time}")
        genres = {row.genre for row in table.rows if row.genre is not None}
        said = text.format(
            genres=count(len(genres)), tracks=count(tracks), time=duration(60.0 * minutes)
        )
        self.say(said if tracks else "")
        self._show_buttons()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing to learn from, or cannot be."""
        self._table = None
        self.folders.show_rows(())
        self.concerns.show_concerns((), sentence)
        self.say("")
        self._show_buttons()

    def say(self, sentence: str) -> None:
        """Show a sentence on what was asked for last."""
        self.strip.say(sentence)

    def show_order(self, order: TrainingOrder) -> None:
        """Show what was asked for once."""
        self.sources.show_sources(order.sources)
        self.order.choose(order.preset, order.encoder)
        self._show_preset()
        self.order.out.setText(str(order.out))
        self.drawer.show_overrides(order.overrides)

    @property
    def knows_preset_values(self) -> bool:
        return bool(self._preset_values)

    def show_preset_values(self, values: Mapping[str, Mapping[str, tuple[Value, ...]]]) -> None:
        """Say from now on what the chosen preset has where nothing is set."""
        self._preset_values = values
        self._show_preset()

    def _show_preset(self) -> None:
        self.drawer.show_preset(self._preset_values.get(self.order.presets.current, {}))

    def _on_train(self) -> None:
        if self._table is None:
            return
        try:
            overrides = self.drawer.overrides()
        except UsageProblem as problem:
            self.order.advanced_button.setChecked(True)
            self.say(sentence_on(problem))
            return
        order = TrainingOrder(
            self.sources.sources,
            self.order.destination(),
            self.folders.genres,
            self.order.presets.current,
            {} if self.order.encoder.current else overrides,
            encoder=self.order.encoder.current,
        )
        self.train_wanted.emit(order)

    def _on_looked(self) -> None:
        self._is_looking = False
        self._show_buttons()

    def _show_buttons(self) -> None:
        table = self._table
        is_ready = table is not None and table.blocker is None and not self._is_looking
        self.order.train_button.setEnabled(is_ready)
        has_folders = bool(self.folders.genres)
        self.merge_button.setEnabled(len(self.view.selected_folders()) > 1)
        self.load_button.setEnabled(has_folders)
        self.save_button.setEnabled(has_folders)
        known = len(self._suggested())
        self.names_button.setVisible(known > 0)
        self.names_button.setText(self.tr("Use known names ({number})").format(number=count(known)))

    def _suggested(self) -> list[int]:
        rows = enumerate(self.folders.rows)
        return [index for index, row in rows if row.suggestion and row.genre is not None]

    def _on_names(self) -> None:
        by_genre: dict[str, list[int]] = {}
        for row in self._suggested():
            by_genre.setdefault(self.folders.rows[row].suggestion or "", []).append(row)
        for genre, rows in by_genre.items():
            self.folders.choose_genre(rows, genre)

    def _on_merge(self) -> None:
        rows = self.view.selected_folders()
        genres = [genre for row in rows if (genre := self.folders.rows[row].genre)]
        if genres:
            self.folders.choose_genre(rows, genres[0])

    def _on_load(self) -> None:
        title = self.tr("Load a table of genres")
        if chosen := ask_open_file(self, title, "*.toml", TABLES):
            self.load_wanted.emit(chosen)

    def _on_save(self) -> None:
        title, folder = self.tr("Save the table of genres"), self.sources.sources.folder
        proposed = folder / NAME if folder else NAME
        if chosen := ask_save_file(self, title, proposed, "*.toml", TABLES):
            self.save_wanted.emit(chosen)

    def _connect(self) -> None:
        self.names_button.clicked.connect(self._on_names)
        self.merge_button.clicked.connect(self._on_merge)
        self.load_button.clicked.connect(self._on_load)
        self.save_button.clicked.connect(self._on_save)
        self.order.train_wanted.connect(self._on_train)
        self.order.advanced_toggled.connect(self._show_drawer)
        self.order.presets.chosen.connect(self._show_preset)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.folders.modelReset.connect(self._show_buttons)
        self.folders.dataChanged.connect(lambda *_: self._show_buttons())

    def _show_drawer(self, is_open: bool) -> None:
        self._side.setCurrentWidget(self.drawer if is_open else self.concerns)

    def _lay_out(self) -> None:
        buttons = FlowLayout(spacing=8, wants_one_line=True)
        for button in (self.names_button, self.merge_button, self.load_button, self.save_button):
            buttons.addWidget(button)
        below = fill(QHBoxLayout(), (self.strip, 1), buttons, margins=(0, 0, 8, 2), spacing=8)
        left = QWidget(self)
        fill(QVBoxLayout(left), (self.view, 1), below, margins=(0, 0, 0, 0))
        self._side = QStackedWidget(self)
        self._side.addWidget(self.concerns)
        self._side.addWidget(self.drawer)
        middle = split(QSplitter(self), (left, 5), (self._side, 3))
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 0), spacing=8)
        fill(layout, self.sources, (middle, 1), panel(self.order))
