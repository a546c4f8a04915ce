"""The menu of tracks that were found suspicious: at the pointer, and behind a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import tracks
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import verbatim
from musicreclass.pipeline.insights.findings import LabelIssue

LabelIssues = Sequence[LabelIssue]


class FoundMenu(QObject):
    """Knows what can be done with the rows of a table that are in hand; others do it.

    Signals:
        play_wanted: the row in hand is to be played, or paused.
        folder_wanted: the path whose folder is to be shown.
        genre_wanted: LabelIssues, and the genre that they are to have.
        typing_wanted: LabelIssues that are to have a genre that is typed.
        move_wanted: LabelIssues, and the genre into whose folder they are to go.
        confirm_wanted: LabelIssues whose labels are right.
        withdraw_wanted: LabelIssues whose labels are suspicious again.
        show_wanted: LabelIssues to be shown in Review.
    """

    play_wanted = Signal()
    folder_wanted = Signal(object)
    genre_wanted = Signal(object, str)
    typing_wanted = Signal(object)
    move_wanted = Signal(object, str)
    confirm_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    show_wanted = Signal(object)

    def __init__(
        self,
        view: ColumnView,
        in_hand: Callable[[], LabelIssues],
        taxonomy: Taxonomy,
        *,
        are_suspicious: Callable[[], bool] = lambda: True,
    ) -> None:
        """Make the menu of a table.

        Args:
            view: where it opens.
            in_hand: gives what is selected there.
            are_suspicious: says whether these are tracks that were found suspicious, rather than
                such that a person said are right.
        """
        super().__init__(view)
        self._view = view
        self._in_hand = in_hand
        self._taxonomy = taxonomy
        self._are_suspicious = are_suspicious
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_wanted)

    def build(self) -> QMenu:
        """Return the menu as things stand."""
        menu = QMenu(self._view)
        found = tuple(self._in_hand())
        menu.addAction(self.tr("Play, or pause"), self.play_wanted.emit)
        menu.addAction(self.tr("Open folder"), lambda: self.folder_wanted.emit(found[0].path))
        menu.addAction(self.tr("Show in Review"), lambda: self.show_wanted.emit(found))
        menu.addSeparator()
        self._add_genres(menu, found)
        menu.addSeparator()
        if self._are_suspicious():
            right = self.tr("“{genre}” is right") if _given(found) else self.tr("They are right")
            text = right.format(genre=self._name(_given(found)))
            menu.addAction(text, lambda: self.confirm_wanted.emit(found))
        else:
            menu.addAction(
                self.tr("Let them be checked again"), lambda: self.withdraw_wanted.emit(found)
            )
        for action in menu.actions():
            action.setEnabled(bool(found))
        return menu

    def button(self, parent: QWidget) -> QToolButton:
        """Return a button that opens the menu, for whoever looks for no menu at the pointer."""
        button = QToolButton(parent)
        button.setText(self.tr("What to do ▾"))
        button.setToolTip(self.tr("Play, set the genre, move, or say that it is right"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._renew(menu))
        button.setMenu(menu)
        return button

    def _add_genres(self, menu: QMenu, found: LabelIssues) -> None:
        likely = _likely(found)
        if likely:
            text = self.tr("Set genre to {genre}").format(genre=self._name(likely))
            menu.addAction(text, lambda: self.genre_wanted.emit(found, likely))
        menu.addAction(self.tr("Set another genre…"), lambda: self.typing_wanted.emit(found))
        if likely:
            text = self.tr("Move {tracks} to the folder of {genre}")
            said = text.format(tracks=tracks(len(found)), genre=self._name(likely))
            menu.addAction(said, lambda: self.move_wanted.emit(found, likely))

    def _renew(self, menu: QMenu) -> None:
        menu.clear()
        built = self.build()
        built.setParent(menu)
        menu.addActions(built.actions())

    def _name(self, genre: str) -> str:
        """Return what a genre is called in a menu."""
        return verbatim(self._taxonomy.name(genre, spoken()))

    def _on_wanted(self, at: QPoint) -> None:
        if self._in_hand():
            self.build().exec(self._view.viewport().mapToGlobal(at))


def _likely(found: LabelIssues) -> str:
    """Return what all of them were taken for; "" where that differs."""
    genres = {one.likely for one in found}
    return genres.pop() if len(genres) == 1 else ""


def _given(found: LabelIssues) -> str:
    """Return the label of all of them; "" where that differs."""
    genres = {one.given for one in found}
    return genres.pop() if len(genres) == 1 else ""
