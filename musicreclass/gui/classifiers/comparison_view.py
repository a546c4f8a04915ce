"""Two classifiers side by side on the library: which suggestions would be others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.classifiers.changed_table import ChangedCountsModel, ChangedTableModel
from musicreclass.gui.classifiers.classifier_words import shown_name
from musicreclass.gui.messages import count, tracks
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import choice_box, push_button, text_label, verbatim
from musicreclass.gui.widgets.drawing import DOT_SIZE
from musicreclass.gui.widgets.panels import CoveredView, fill, split

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts
    from musicreclass.pipeline.inventory.library_comparison import LibraryComparison

MOST_LISTED = 5_000  # tracks; nobody looks through more, and to select them all takes long
WIDEST_NAME = 160  # pixels of a name on a button


class ComparisonView(QWidget):
    """Shows and asks; the service compares.

    Signals:
        compare_wanted: the files of the first and the second.
        show_wanted: the ids of the tracks that are to be shown in Review.
        classify_wanted: the file of the classifier that is to listen to what it has not.
        back_wanted: the list of classifiers is to be shown again.
    """

    compare_wanted = Signal(object, object)
    show_wanted = Signal(object)
    classify_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = _chooser(self.tr("Compared from"), self)
        self.second = _chooser(self.tr("Compared with"), self)
        self.headline = text_label("", self, "track", wraps=True)
        self.hint = text_label("", self, "dim", wraps=True)
        self.changed = ChangedTableModel(taxonomy, self)
        self.counts = ChangedCountsModel(taxonomy, self)
        name = self.tr("Tracks that would get another genre")
        self.view = ColumnView(self.changed, name, self, selects_many=True, sorts=True)
        self.counts_view = ColumnView(
            self.counts, self.tr("Tracks of each genre"), self, sorts=True
        )
        for view in (self.view, self.counts_view):
            view.setIconSize(QSize(DOT_SIZE, DOT_SIZE))
        self.back_button = push_button(self.tr("‹ Classifiers"), self)
        self.swap_button = push_button("⇄", self, tip=self.tr("Swap the two"))
        self.swap_button.setAccessibleName(self.tr("Swap the two"))
        self.show_button = push_button("", self, style="primary")
        self.classify_buttons = [push_button("", self) for _ in range(2)]
        for button in (self.show_button, *self.classify_buttons):
            button.hide()  # until there is something to say
        self._is_filling = False
        self._ids: frozenset[int] = frozenset()  # of all tracks that would change
        self._lay_out()
        self._connect()

    def show_choices(
        self, facts: Sequence[ClassifierFacts], first: Path, second: Path | None
    ) -> None:
        """Offer classifiers, and ask for the comparison of two of them."""
        self._is_filling = True
        usable = [one for one in facts if one.problem is None]
        for chooser in (self.first, self.second):
            chooser.clear()
            for one in usable:
                chooser.addItem(shown_name(one), str(one.path))
        self.first.setCurrentIndex(max(0, self.first.findData(str(first))))
        other = next((one.path for one in usable if one.path != first), first)
        self.second.setCurrentIndex(max(0, self.second.findData(str(second or other))))
        self._is_filling = False
        self._ask()

    def show_weights(self, name: str, found: LibraryComparison) -> None:
        """Show what other weights of one classifier would change."""
        self._is_filling = True
        for chooser, text in (
            (self.first, self.tr("{name}, as it is")),
            (self.second, self.tr("{name}, with these weights")),
        ):
            chooser.clear()
            chooser.addItem(text.format(name=name))
        self._is_filling = False
        self.show_comparison(found)

    def wait(self) -> None:
        """Say that it is being worked out."""
        self.cover.cover(self.tr("Comparing…"))
        self.headline.setText("")
        self.hint.setText("")
        for button in (*self.classify_buttons, self.show_button):
            button.hide()

    def say(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.cover.cover(sentence)

    def show_comparison(self, found: LibraryComparison) -> None:
        """Show what would change."""
        text = self.tr("{number} of {compared} suggestions would be another genre")
        self.headline.setText(
            text.format(number=count(len(found.changed)), compared=count(found.compared))
        )
        sure = self.tr("Sure of {before} now, of {after} then.")
        self.headline.setVisible(found.compared > 0)
        said = []
        if found.compared:
            sure = self.tr("Sure of {before} now, of {after} then.")
            numbers = {"before": count(found.sure_before), "after": count(found.sure_after)}
            said.append(sure.format(**numbers))
        alone = self.tr("{tracks} only {name} has listened to; they are not compared.")
        for number, chooser, button in (
            (found.only_before, self.first, self.classify_buttons[1]),
            (found.only_after, self.second, self.classify_buttons[0]),
        ):
            button.setVisible(number > 0 and bool(chooser.currentData()))
            if number:
                said.append(alone.format(tracks=tracks(number), name=chooser.currentText()))
        for button, chooser in zip(self.classify_buttons, (self.first, self.second), strict=True):
            offer = self.tr("Let {name} listen to them")
            elided = self.fontMetrics().elidedText(
                chooser.currentText(), Qt.TextElideMode.ElideRight, WIDEST_NAME
            )
            button.setText(offer.format(name=verbatim(elided)))
            button.setToolTip(offer.format(name=chooser.currentText()))
        if len(found.changed) > MOST_LISTED:
            text = self.tr("The {number} surest are listed.")
            said.append(text.format(number=count(MOST_LISTED)))
        self._ids = frozenset(one.line.id for one in found.changed)
        self.changed.show_rows(found.changed[:MOST_LISTED])
        self.hint.setText(" ".join(said))
        self.counts.show_comparison(found)
        if found.compared:
            self.cover.uncover()
        else:
            self.cover.cover(self.tr("There is no track that both have listened to."))
        self._show_button()

    def ids_in_hand(self) -> frozenset[int]:
        """Return the ids of the tracks that are selected, or of all where none is."""
        rows = self.view.selected_row_numbers()
        return frozenset(self.changed.row_at(row).line.id for row in rows) or self._ids

    def _ask(self) -> None:
        first, second = self.first.currentData(), self.second.currentData()
        if self._is_filling or not first or not second:
            return
        self.wait()
        if first == second:
            self.say(self.tr("Choose two different classifiers."))
        else:
            self.compare_wanted.emit(Path(first), Path(second))

    def _swap(self) -> None:
        self._is_filling = True
        first, second = self.first.currentIndex(), self.second.currentIndex()
        self.first.setCurrentIndex(second)
        self.second.setCurrentIndex(first)
        self._is_filling = False
        self._ask()

    def _show_button(self) -> None:
        number = sum(part.height() for part in self.view.selected_ranges())
        some, every = self.tr("Show {number} in Review"), self.tr("Show all in Review")
        self.show_button.setText(some.format(number=count(number)) if number else every)
        self.show_button.setVisible(self.changed.rowCount() > 0)

    def _on_classify(self, chooser: QComboBox) -> None:
        self.classify_wanted.emit(Path(chooser.currentData()))

    def _connect(self) -> None:
        self.first.currentIndexChanged.connect(self._ask)
        self.second.currentIndexChanged.connect(self._ask)
        self.swap_button.clicked.connect(self._swap)
        self.back_button.clicked.connect(self.back_wanted)
        self.show_button.clicked.connect(lambda: self.show_wanted.emit(self.ids_in_hand()))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_button())
        for button, chooser in zip(self.classify_buttons, (self.first, self.second), strict=True):
            button.clicked.connect(
                lambda _=False, chooser=chooser: self.classify_wanted.emit(
                    Path(chooser.currentData())
                )
            )

    def _lay_out(self) -> None:
        top = fill(QHBoxLayout(), self.back_button, 8, (self.first, 1), self.swap_button, spacing=8)
        fill(top, (self.second, 1))
        bottom = fill(QHBoxLayout(), (self.hint, 1), *self.classify_buttons, self.show_button)
        tables = split(QSplitter(self), (self.view, 3), (self.counts_view, 1))
        self.cover = CoveredView(tables, self)
        layout = fill(QVBoxLayout(self), top, self.headline, (self.cover, 1), bottom)
        fill(layout, margins=(0, 0, 0, 0), spacing=8)


def _chooser(name: str, parent: QWidget) -> QComboBox:
    chooser = choice_box(name, parent)
    chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    chooser.setMinimumContentsLength(12)
    return chooser
