"""What the Train page shows at first: one place to drop a folder, and what can be gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from musicreclass.core.location import readable
from musicreclass.gui.theme import Theme
from musicreclass.gui.training.choose.preset_choice import preset_name
from musicreclass.gui.widgets.controls import ElidedLabel, push_button, text_label
from musicreclass.gui.widgets.panels import DropGround, fill, panel

if TYPE_CHECKING:
    from musicreclass.pipeline.training.training_order import TrainingOrder


class StartPage(QWidget):
    """Signals:
    folder_wanted: a folder is to be chosen.
    decisions_wanted: what was accepted is to be learned from.
    resume_wanted: the TrainingOrder that is to be gone on with.
    forget_wanted: the TrainingOrder that is not.
    """

    folder_wanted = Signal()
    decisions_wanted = Signal()
    resume_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfinished: TrainingOrder | None = None
        self.unfinished_label = ElidedLabel(self)
        self.resume_button = QPushButton(self.tr("Go on"), self)
        self.forget_button = QPushButton(self.tr("Discard it"), self)
        self.folder_button = push_button(self.tr("Choose a folder…"), self, style="primary")
        self.decisions_button = QPushButton(self.tr("Learn from what I have accepted"), self)
        self._banner = panel(self._unfinished_bar())
        layout = fill(QVBoxLayout(self), margins=(12, 8, 12, 0), spacing=8)
        fill(layout, self._banner, (self._drop_ground(theme), 1))
        self.folder_button.clicked.connect(self.folder_wanted)
        self.decisions_button.clicked.connect(self.decisions_wanted)
        self.resume_button.clicked.connect(lambda: self.resume_wanted.emit(self._unfinished))
        self.forget_button.clicked.connect(lambda: self.forget_wanted.emit(self._unfinished))
        self.show_unfinished(())

    def show_unfinished(self, orders: Sequence[TrainingOrder]) -> None:
        """Offer to go on with the training that was broken off last."""
        self._unfinished = orders[0] if orders else None
        self._banner.setVisible(bool(orders))
        if self._unfinished is not None:
            text = self.tr("A training was not brought to its end: {what}, preset {preset}.")
            preset = preset_name(self._unfinished.preset)
            self.unfinished_label.setText(
                text.format(what=self._what(self._unfinished), preset=preset)
            )

    def _what(self, order: TrainingOrder) -> str:
        folder = order.sources.folder
        return self.tr("what I have accepted") if folder is None else readable(str(folder))

    def _unfinished_bar(self) -> QWidget:
        bar = QWidget(self)
        layout = fill(QHBoxLayout(bar), margins=(12, 4, 8, 4))
        fill(layout, (self.unfinished_label, 1), self.forget_button, self.resume_button)
        return bar

    def _drop_ground(self, theme: Theme) -> QWidget:
        title = text_label(
            self.tr("Drop a folder whose folders are genres"), self, "title", wraps=True
        )
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = text_label(
            self.tr(
                "From music sorted into folders such as Jazz, 老歌 and My Metal a classifier is"
                " made that knows these genres. Nothing in them is changed."
            ),
            self,
            "hint",
            wraps=True,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground = DropGround(theme, self)
        ground.hold(title, hint, self.folder_button, self.decisions_button)
        return ground
