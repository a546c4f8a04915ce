"""The stages of a training: what is done, what is going on and for how long, what comes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from musicreclass.core.job import Progress
from musicreclass.gui.messages import count, percent, time_left
from musicreclass.gui.motion import show_waiting
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.controls import ElidedLabel, text_label
from musicreclass.training.fit.progress import STAGES, FitBegan, StageBegan, TimeLeft

CONTEXT = "Stages"
FINE_STEPS = 1000
BAR_ROOM, STATE_ROOM = 10, 22  # kept free, or all jumps as stages come and go
DONE, GOING_ON, TO_COME, BROKEN_OFF = "✓", "▶", "○", "■"

# By what `training.training_progress` calls them.
_WORDS: dict[str, tuple[object, object]] = {
    "Reading": (
        QT_TRANSLATE_NOOP("Stages", "Reading"),
        QT_TRANSLATE_NOOP("Stages", "what the files say of themselves"),
    ),
    "Listening": (
        QT_TRANSLATE_NOOP("Stages", "Listening"),
        QT_TRANSLATE_NOOP(
            "Stages",
            "what this training needs of each track, once",
        ),
    ),
    "Playing otherwise": (
        QT_TRANSLATE_NOOP("Stages", "Making variants"),
        QT_TRANSLATE_NOOP("Stages", "changed copies of tracks, where the preset wants them"),
    ),
    "Teaching": (
        QT_TRANSLATE_NOOP("Stages", "Teaching"),
        QT_TRANSLATE_NOOP("Stages", "without each fold, then with all tracks"),
    ),
    "Measuring": (
        QT_TRANSLATE_NOOP("Stages", "Measuring"),
        QT_TRANSLATE_NOOP("Stages", "how well it does on music it was not taught"),
    ),
}


class StageList(QWidget):
    """One block a stage; the bar is below the one that is going on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = -1
        self._ending = ""  # the mark of a stage that was not brought to its end
        self._left = ""
        self._fit = ""
        self._marks: list[QLabel] = []
        self._states: list[QLabel] = []
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of this stage"))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setHorizontalSpacing(10)
        self._layout.setVerticalSpacing(4)
        self._layout.setColumnStretch(1, 1)
        for index, name in enumerate(STAGES):
            self._add(index, name)
        theme.changed.connect(self._draw)
        self.begin()

    def begin(self) -> None:
        """Show that nothing has been done yet."""
        self._current, self._ending, self._left, self._fit = -1, "", "", ""
        for state in self._states:
            state.setText("")
        self.bar.hide()
        self._draw()

    def note_stage(self, began: StageBegan) -> None:
        """Show that a stage has begun, and hence all before it are done."""
        if self._current >= 0:
            self._states[self._current].setText("")
        self._current, self._left, self._fit = began.number - 1, "", ""
        show_waiting(self.bar)
        self._layout.addWidget(self.bar, 4 * self._current + 2, 1)
        self.bar.show()
        self._draw()

    def note_progress(self, progress: Progress) -> None:
        """Show how far the stage is."""
        if self._current < 0 or not progress.total:
            return
        self.bar.setRange(0, FINE_STEPS)
        self.bar.setValue(int(progress.fraction * FINE_STEPS))
        if self._fit:
            done = percent(progress.fraction)  # of what it costs, which has no unit
        else:
            so_far = QCoreApplication.translate("Messages", "{done} of {total}")
            done = so_far.format(done=count(progress.done), total=count(progress.total))
        self._states[self._current].setText(" · ".join(filter(None, (self._fit, done, self._left))))

    def note_left(self, left: TimeLeft) -> None:
        """Show how long the stage will still take."""
        self._left = "" if left.seconds is None else time_left(left.seconds)

    def note_fit(self, fit: FitBegan) -> None:
        """Show which fit of how many is going on."""
        text = self.tr("{classifier}, lesson {number} of {total}")
        self._fit = text.format(
            classifier=fit.classifier, number=count(fit.number), total=count(fit.of)
        )

    def finish(self, said: str = "") -> None:
        """Show that all is done, or `said` of why it is not."""
        self.bar.hide()
        if said and self._current >= 0:
            self._ending = BROKEN_OFF
            self._states[self._current].setText(said)
        elif not said:
            for state in self._states:
                state.setText("")
            self._current = len(STAGES)
        self._draw()

    def states(self) -> list[str]:
        """Return the mark and the words of each stage."""
        pairs = zip(self._marks, self._states, strict=True)
        return [f"{mark.text()} {state.text()}".strip() for mark, state in pairs]

    def _add(self, index: int, name: str) -> None:
        words, hint = (QCoreApplication.translate(CONTEXT, str(text)) for text in _WORDS[name])
        mark = QLabel(self)
        title = text_label(words, self, "track")
        about = text_label(hint, self, "dim", wraps=True)
        state = ElidedLabel(self)
        row = 4 * index
        self._layout.addWidget(mark, row, 0)
        self._layout.addWidget(title, row, 1)
        self._layout.addWidget(about, row + 1, 1)
        self._layout.addWidget(state, row + 3, 1, Qt.AlignmentFlag.AlignTop)
        self._layout.setRowMinimumHeight(row + 2, BAR_ROOM)
        self._layout.setRowMinimumHeight(row + 3, STATE_ROOM)
        self._marks.append(mark)
        self._states.append(state)

    def _draw(self) -> None:
        tokens = self._theme.tokens
        colours = {DONE: tokens.good, GOING_ON: tokens.accent, BROKEN_OFF: tokens.caution}
        for index, label in enumerate(self._marks):
            mark = DONE if index < self._current else TO_COME
            if index == self._current:
                mark = self._ending or GOING_ON
            label.setText(mark)
            label.setStyleSheet(f"color: {colours.get(mark, tokens.dim)}")
