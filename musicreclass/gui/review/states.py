"""How review states are said: a mark and a word, so that nothing hangs on a colour alone."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.review.decision import DecisionLine, ReviewState

MARKS = {
    ReviewState.NEW: "·",
    ReviewState.SUGGESTED: "○",
    ReviewState.ACCEPTED: "✓",
    ReviewState.CHANGED: "✎",
    ReviewState.SKIPPED: "–",
    ReviewState.WRITTEN: "✓✓",
    ReviewState.UNDONE: "↺",
}
WORDS: dict[ReviewState, object] = {
    ReviewState.NEW: QT_TRANSLATE_NOOP("States", "not heard"),
    ReviewState.SUGGESTED: QT_TRANSLATE_NOOP("States", "suggested"),
    ReviewState.ACCEPTED: QT_TRANSLATE_NOOP("States", "accepted"),
    ReviewState.CHANGED: QT_TRANSLATE_NOOP("States", "changed"),
    ReviewState.SKIPPED: QT_TRANSLATE_NOOP("States", "skipped"),
    ReviewState.WRITTEN: QT_TRANSLATE_NOOP("States", "written"),
    ReviewState.UNDONE: QT_TRANSLATE_NOOP("States", "taken back"),
}
ORDER = {state: place for place, state in enumerate(WORDS)}


def word(state: ReviewState) -> str:
    """Return what a state is called."""
    return QCoreApplication.translate("States", str(WORDS[state]))


def state(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> ReviewState:
    """Return how far a track has come, of which these two are known."""
    if decision is not None:
        return decision.state
    return ReviewState.NEW if suggestion is None else ReviewState.SUGGESTED


def state_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    reached = state(suggestion, decision)
    return f"{MARKS[reached]} {word(reached)}"


def state_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> int:
    """Return what sorts by how far tracks have come."""
    return ORDER[state(suggestion, decision)]
