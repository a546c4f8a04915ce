"""The bar below the table: accepts all that is sure enough, says what that is worth, and writes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from musicreclass.core.review.bulk import Expected, PrecisionBasis
from musicreclass.gui.messages import count, percent, tracks
from musicreclass.gui.services.confidence_counts import ConfidenceCounts
from musicreclass.gui.widgets.controls import ElidedLabel, number_box, push_button, text_label
from musicreclass.gui.widgets.panels import fill

DEFAULT_PERCENT = 90
WRITE_GAP = 12
KNOWN_TRACKS = 1  # with less evidence no figure is named


class BulkBar(QWidget):
    """Signals: `accept_wanted` with the least confidence, 0 to 1; `write_wanted`."""

    accept_wanted = Signal(float)
    write_wanted = Signal()

    def __init__(
        self, confidence_counts: ConfidenceCounts, many: QWidget, parent: QWidget | None = None
    ) -> None:
        """Make the bar; `many` is what else can be done to many, and stands at its left."""
        super().__init__(parent)
        self._confidence_counts = confidence_counts
        self._basis = PrecisionBasis.none()
        self._number, self._scope = 0, ""
        before = QLabel(self.tr("Accept all from"), self)
        self.least = number_box(self)
        self.least.setRange(0, 100)
        self.least.setSuffix(" %")
        self.least.setValue(DEFAULT_PERCENT)
        self.least.setAccessibleName(self.tr("Least confidence to accept"))
        self.least.setToolTip(self.tr("Accepts what is as sure as this or surer, of what is shown"))
        self.label = text_label("", self, "dim")
        self.scope = ElidedLabel(self, "dim")
        self.button = QPushButton(self.tr("Accept"), self)
        self.button.clicked.connect(lambda: self.accept_wanted.emit(self.confidence))
        self.write_button = push_button("", self, style="primary")
        self.write_button.clicked.connect(self.write_wanted)
        before.setBuddy(self.least)
        layout = fill(QHBoxLayout(self), margins=(0, 8, 0, 2), spacing=8)
        fill(layout, many, (self.scope, 1), before, self.least, self.label, self.button)
        fill(layout, WRITE_GAP, self.write_button)
        self.show_scope((), "")
        self.least.valueChanged.connect(self.refresh)
        confidence_counts.counted.connect(self.refresh)
        self.refresh()

    @property
    def confidence(self) -> float:
        """Return the least confidence to accept; what is shown as 90 % is 0.895 and more."""
        return max(0.0, self.least.value() / 100.0 - 0.005)

    def set_basis(self, basis: PrecisionBasis) -> None:
        """Say from now on what this evidence says."""
        self._basis = basis
        self.refresh()

    def show_scope(self, conditions: Sequence[str], queue: str) -> None:
        """Say which tracks both buttons are about.

        Args:
            conditions: that hold for both.
            queue: the one that is shown: what is accepted leaves it, and is written all the same.
        """
        self._scope = " · ".join(conditions) or self.tr("the whole library")
        shown = self.tr("In: {what}").format(
            what=" · ".join((*conditions, *([queue] if queue else []))) or self._scope
        )
        self.scope.setText(shown)
        self.scope.setToolTip(shown)
        self.show_to_write(self._number)
        self.refresh()

    def show_to_write(self, number: int) -> None:
        """Say how many tracks wait to be written, of what is chosen whatever the queue."""
        self._number = number
        text = self.tr("Write {number}…") if number else self.tr("Write…")
        self.write_button.setText(text.format(number=count(number)))
        self.write_button.setEnabled(number > 0)
        self.write_button.setToolTip(
            self.tr("Look at each change, then write (Ctrl+Enter).\nAccepted in: {what}").format(
                what=self._scope
            )
            if number
            else self.tr("Nothing is accepted here that is not written yet.")
        )

    def refresh(self) -> None:
        """Say how many would be accepted, and how many of those are expected to be right."""
        number = self._confidence_counts.count_from(self.confidence)
        every = self._confidence_counts.confidences
        shown = every[len(every) - number :]
        expected = self._basis.expected(shown, self.confidence)
        is_known = number > 0 and expected.precision.evidence_tracks >= KNOWN_TRACKS
        text = tracks(number)
        if is_known:
            right = self.tr("about {share} right")
            text += f" · {right.format(share=percent(expected.precision.expected))}"
        self.label.setText(text)
        source = source_text(expected) if is_known else self.tr("Not known how many are right.")
        source = f"{self.scope.text()}\n{source}"
        self.label.setToolTip(source)
        self.button.setToolTip(source)
        self.button.setAccessibleDescription(f"{text}. {source}")
        self.button.setEnabled(number > 0)


def source_text(expected: Expected) -> str:
    """Return where an expectation comes from, with the interval it lies in."""
    translate = QCoreApplication.translate
    precision = expected.precision
    sentence = translate(
        "BulkBar", "{share} are expected to be right: between {low} and {high}, 9 times of 10."
    )
    source = translate(
        "BulkBar",
        "The figure comes from {tracks} tracks that the classifiers were tried on"
        " and from {own} decisions of your own.",
    )
    agreement = translate(
        "BulkBar", "Of {tagged} files that name a genre, {share} name the one that is suggested."
    )
    return "\n".join(
        (
            sentence.format(
                share=percent(precision.expected),
                low=percent(precision.low),
                high=percent(precision.high),
            ),
            source.format(
                tracks=count(expected.calibration_tracks), own=count(expected.own_decisions)
            ),
            *(
                [agreement.format(tagged=count(expected.tagged), share=percent(expected.agreement))]
                if expected.tagged
                else []
            ),
        )
    )
