"""How states and suggestions are said: in marks and words, for nothing may hang on a colour."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.gui.language import classifier_name
from musicreclass.gui.messages import percent

STATE_MARKS = {
    ReviewState.NEW: "·",
    ReviewState.SUGGESTED: "○",
    ReviewState.ACCEPTED: "✓",
    ReviewState.CHANGED: "✎",
    ReviewState.SKIPPED: "–",
    ReviewState.WRITTEN: "✓✓",
    ReviewState.UNDONE: "↺",
}
STATE_WORDS: dict[ReviewState, object] = {
    ReviewState.NEW: QT_TRANSLATE_NOOP("States", "not heard"),
    ReviewState.SUGGESTED: QT_TRANSLATE_NOOP("States", "suggested"),
    ReviewState.ACCEPTED: QT_TRANSLATE_NOOP("States", "accepted"),
    ReviewState.CHANGED: QT_TRANSLATE_NOOP("States", "changed"),
    ReviewState.SKIPPED: QT_TRANSLATE_NOOP("States", "skipped"),
    ReviewState.WRITTEN: QT_TRANSLATE_NOOP("States", "written"),
    ReviewState.UNDONE: QT_TRANSLATE_NOOP("States", "taken back"),
}
STATE_ORDER = {state: rank for rank, state in enumerate(STATE_WORDS)}
# What is sure has its genre's dot.
VERDICT_MARKS = {Verdict.NOT_SURE: "?", Verdict.DIFFER: "≠", Verdict.NOVEL: "∅"}
VERDICT_WORDS: dict[Verdict, object] = {
    Verdict.SURE: QT_TRANSLATE_NOOP("Verdicts", "sure"),
    Verdict.NOT_SURE: QT_TRANSLATE_NOOP("Verdicts", "not sure"),
    Verdict.DIFFER: QT_TRANSLATE_NOOP("Verdicts", "classifiers differ"),
    Verdict.NOVEL: QT_TRANSLATE_NOOP("Verdicts", "unlike anything known"),
}
VERDICT_ORDER = {verdict: rank for rank, verdict in enumerate(VERDICT_WORDS)}
UNSCORED = str(len(VERDICT_ORDER))  # sorts behind all that has a suggestion


def state_word(state: ReviewState) -> str:
    """Return what a state is called."""
    return QCoreApplication.translate("States", str(STATE_WORDS[state]))


def state(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> ReviewState:
    """Return how far a track has come, of which these two are known."""
    if decision is not None:
        return decision.state
    return ReviewState.NEW if suggestion is None else ReviewState.SUGGESTED


def state_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    reached = state(suggestion, decision)
    return f"{STATE_MARKS[reached]} {state_word(reached)}"


def state_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> int:
    """Return what sorts by how far tracks have come."""
    return STATE_ORDER[state(suggestion, decision)]


def verdict_word(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    return QCoreApplication.translate("Verdicts", str(VERDICT_WORDS[verdict]))


def suggested_text(suggestion: SuggestionLine | None) -> str:
    """Return the genre where it is sure, else why not and the best candidate."""
    return "" if suggestion is None else doubted_text(suggestion, suggestion.genre)


def doubted_text(suggestion: SuggestionLine, name: str) -> str:
    """Return what its genre is called, behind the doubt where there is one."""
    if suggestion.verdict is Verdict.SURE:
        return name
    return f"{verdict_word(suggestion.verdict)} · {name}"


def suggested_key(suggestion: SuggestionLine | None) -> str:
    """Return what sorts the sure ones by genre, then the others by how they are in doubt."""
    if suggestion is None:
        return UNSCORED
    return f"{VERDICT_ORDER[suggestion.verdict]}{suggestion.genre.casefold()}"


def final_genre_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return the genres decided, or else what is suggested."""
    return decision.text if decision and decision.holds else suggested_text(suggestion)


def final_genre_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return what sorts the decided ones among the sure ones, by genre."""
    if decision and decision.holds:
        return f"{VERDICT_ORDER[Verdict.SURE]}{decision.text.casefold()}"
    return suggested_key(suggestion)


def confidence(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> float | None:
    """Return the confidence of what is shown; None where another genre was decided."""
    if suggestion is None or (
        decision and decision.holds and decision.genres != (suggestion.genre,)
    ):
        return None
    return suggestion.confidence


def confidence_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    shown = confidence(suggestion, decision)
    return "" if shown is None else percent(shown)


def confidence_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> float:
    shown = confidence(suggestion, decision)
    return -1.0 if shown is None else shown


def verdict_text(suggestion: SuggestionLine | None) -> str:
    return "" if suggestion is None else verdict_word(suggestion.verdict)


def classifiers_text(suggestion: SuggestionLine | None) -> str:
    """Return the names of those who agree with what is suggested, unless the others weigh more."""
    if suggestion is None:
        return ""
    if _is_disputed(suggestion):
        return QCoreApplication.translate("Verdicts", "differ")
    return " ".join(map(classifier_name, in_order(suggestion.agreeing)))


def in_order(names: Iterable[str]) -> list[str]:
    """Return classifiers in an order of their own: learning may bring another into first place."""
    known = ("encoder", "mlp", "likeness", "cnn", "joint")
    return sorted(names, key=lambda name: (known.index(name) if name in known else 9, name))


def classifiers_key(suggestion: SuggestionLine | None) -> str:
    """Return what sorts by the classifiers that agree, those that differ behind them."""
    if suggestion is None:
        return UNSCORED
    return f"{int(_is_disputed(suggestion))}{' '.join(suggestion.agreeing)}"


def opinions_text(suggestion: SuggestionLine | None) -> str:
    """Return what each classifier says, one below the other."""
    if suggestion is None:
        return ""
    return "\n".join(
        f"{classifier_name(name)}: {genre} {percent(confidence)}"
        for name, genre, confidence in suggestion.opinions
    )


def _is_disputed(suggestion: SuggestionLine) -> bool:
    return suggestion.verdict is Verdict.DIFFER or not suggestion.agreeing
