"""What stands in place of the tracks or above them: an empty library, and a choice of few."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count, listed
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import DropGround

# What the classifier in the box knows; to ask it, torch would have to be loaded first.
BOX_GENRES = (
    *("Blues", "Classical", "Country", "Disco", "Electronic", "Hip-Hop"),
    *("Jazz", "Metal", "Pop", "Reggae", "Rock"),
)
STEPS_WIDTHS = 260, 620  # pixels, at least and at most


class EmptyPage(DropGround):
    """What the program does, on the first screen that anybody sees.

    Signals: `folder_wanted` when the user wants to choose a folder.
    """

    folder_wanted = Signal()

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        title = text_label(self.tr("Drop a folder of music here"), self, "title", wraps=True)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = push_button(self.tr("Choose a folder…"), self, style="primary")
        self.button.clicked.connect(self.folder_wanted)
        local = text_label(
            self.tr("It listens on this computer; nothing is sent anywhere."),
            self,
            "hint",
            wraps=True,
        )
        local.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hold(title, self._steps(taxonomy), 4, self.button, 4, local)

    def _steps(self, taxonomy: Taxonomy) -> QWidget:
        """Return what will happen, in three lines."""
        known = listed(taxonomy.name(genre, spoken()) for genre in BOX_GENRES)
        suggests = self.tr(
            "Each track is listened to and gets one of {number} broad genres,"
            " or the words “not sure”."
        )
        decides = self.tr(
            "You look through the suggestions: accept, choose another, or skip, with a key each."
        )
        writes = self.tr(
            "Your files stay as they are until you press Write, and all can be taken back."
        )
        steps = QWidget(self)
        steps.setMinimumWidth(STEPS_WIDTHS[0])
        steps.setMaximumWidth(STEPS_WIDTHS[1])
        grid = QGridLayout(steps)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(
            (suggests.format(number=count(len(BOX_GENRES))), decides, writes)
        ):
            number = text_label(count(row + 1), steps, "step")
            said = text_label(step, steps, wraps=True)
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
            if row == 0:
                said.setToolTip(known)
        return steps
