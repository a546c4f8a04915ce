"""How suggestions are said: in words and marks, so that nothing hangs on a colour alone."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.decision import DecisionLine
from musicreclass.gui.messages import percent

CONTEXT = "Verdicts"
MARKS = {Verdict.NOT_SURE: "?", Verdict.DIFFER: "≠", Verdict.UNLIKE: "∅"}  # sure: the genre's dot
WORDS: dict[Verdict, object] = {
    Verdict.SURE: QT_TRANSLATE_NOOP("Verdicts", "sure"),
    Verdict.NOT_SURE: QT_TRANSLATE_NOOP("Verdicts", "not sure"),
    Verdict.DIFFER: QT_TRANSLATE_NOOP("Verdicts", "classifiers differ"),
    Verdict.UNLIKE: QT_TRANSLATE_NOOP("Verdicts", "unlike anything known"),
}
ORDER = {verdict: place for place, verdict in enumerate(WORDS)}
UNHEARD = str(len(ORDER))  # sorts behind all that was heard


def word(verdict: Verdict) -> str:
    """Return what a verdict is called."""
    return QCoreApplication.translate(CONTEXT, str(WORDS[verdict]))


def suggested_text(suggestion: SuggestionLine | None) -> str:
    """Return the genre where it is sure, else why not and the best candidate."""
    if suggestion is None:
        return ""
    if suggestion.verdict is Verdict.SURE:
        return suggestion.genre
    return f"{word(suggestion.verdict)} · {suggestion.genre}"


def suggested_key(suggestion: SuggestionLine | None) -> str:
    """Return what sorts the sure ones by genre, then the others by how they are in doubt."""
    if suggestion is None:
        return UNHEARD
    return f"{ORDER[suggestion.verdict]}{suggestion.genre.casefold()}"


def settled_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return the genres decided, or else what is suggested."""
    return decision.text if decision and decision.genres else suggested_text(suggestion)


def settled_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return what sorts the decided ones among the sure ones, by genre."""
    if decision and decision.genres:
        return f"{ORDER[Verdict.SURE]}{decision.text.casefold()}"
    return suggested_key(suggestion)


def confidence_text(suggestion: SuggestionLine | None) -> str:
    return "" if suggestion is None else percent(suggestion.confidence)


def confidence_key(suggestion: SuggestionLine | None) -> float:
    return -1.0 if suggestion is None else suggestion.confidence


def verdict_text(suggestion: SuggestionLine | None) -> str:
    return "" if suggestion is None else word(suggestion.verdict)


def heard_by_text(suggestion: SuggestionLine | None) -> str:
    """Return the names of those who agree with what is suggested, unless the others weigh more."""
    if suggestion is None:
        return ""
    if _is_disputed(suggestion):
        return QCoreApplication.translate("Verdicts", "differ")
    return " ".join(suggestion.heard_by)


def heard_by_key(suggestion: SuggestionLine | None) -> str:
    """Return what sorts by the classifiers that agree, those that differ behind them."""
    if suggestion is None:
        return UNHEARD
    return f"{int(_is_disputed(suggestion))}{' '.join(suggestion.heard_by)}"


def opinions_text(suggestion: SuggestionLine | None) -> str:
    """Return what each classifier says, one below the other."""
    if suggestion is None:
        return ""
    return "\n".join(
        f"{name}: {genre} {percent(confidence)}" for name, genre, confidence in suggestion.opinions
    )


def _is_disputed(suggestion: SuggestionLine) -> bool:
    return suggestion.verdict is Verdict.DIFFER or not suggestion.heard_by
