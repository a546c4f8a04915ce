"""How states and suggestions are said: in marks and words, for nothing may hang on a colour."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.shown import confidence_shown, shows_suggestion
from musicreclass.core.sound_tags import SoundTags
from musicreclass.gui.language import classifier_name, spoken
from musicreclass.gui.messages import count, listed, percent

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
    Verdict.NOVEL: QT_TRANSLATE_NOOP("Verdicts", "unfamiliar"),
}
VERDICT_ORDER = {verdict: rank for rank, verdict in enumerate(VERDICT_WORDS)}
MOST_POSSIBLE = 3  # genres that are named as possible
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
    """Return the genre behind what makes plain that nobody has decided on it."""
    return "" if suggestion is None else doubted_text(suggestion, suggestion.genre)


def doubted_text(suggestion: SuggestionLine, name: str) -> str:
    """Return what its genre is called, behind the doubt, or else that it is suggested."""
    if suggestion.verdict is Verdict.SURE:
        return f"{state_word(ReviewState.SUGGESTED)} · {name}"
    return f"{verdict_word(suggestion.verdict)} · {name}"


def genre_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return the genres decided, or else what is suggested, said to be so."""
    return decision.text if decision and decision.holds else suggested_text(suggestion)


def genre_key(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return what sorts by the genre shown, and behind what is sure by how it is in doubt.

    Of one genre, what is decided stands before what is suggested.
    """
    if decision and decision.holds:
        return f"{VERDICT_ORDER[Verdict.SURE]}{decision.text.casefold()}"
    if suggestion is None:
        return UNSCORED
    return f"{VERDICT_ORDER[suggestion.verdict]}{suggestion.genre.casefold()}\0"


def confidence_text(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return the confidence of exactly the genre that is shown; nothing where nobody knows it."""
    found = confidence_shown(suggestion, decision)
    return "" if found is None else percent(found)


def confidence_meaning(suggestion: SuggestionLine | None, decision: DecisionLine | None) -> str:
    """Return the verdict on what is shown and why, where nobody has decided."""
    if suggestion is None or not shows_suggestion(suggestion, decision):
        return ""
    word = verdict_word(suggestion.verdict)
    if suggestion.verdict is not Verdict.NOT_SURE:
        return word
    return f"{word}: {not_sure_text(suggestion.possible, suggestion.possible_count)}"


def not_sure_text(possible: Sequence[str], number: int) -> str:
    """Return which rule makes a suggestion unsure.

    Args:
        possible: those of the possible genres that can be named, as they are called here.
        number: how many there are.
    """
    translate = QCoreApplication.translate
    if number == 1:
        return translate("Verdicts", "one genre is possible, but not likely enough to be sure")
    if number == 0:
        return translate("Verdicts", "no genre is likely enough to be possible")
    if number == len(possible) <= MOST_POSSIBLE:
        said = translate("Verdicts", "sure needs one possible genre; here {some} and {last} are")
        return said.format(some=listed(possible[:-1]), last=possible[-1])
    said = translate("Verdicts", "sure needs one possible genre; here {number} are")
    return said.format(number=count(number))


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


def sounds_like_text(tags: tuple[str, ...]) -> str:
    """Return what a track sounds like, by the names of its sound tags."""
    vocabulary = SoundTags.shipped()
    return listed(vocabulary.name(tag_id, spoken()) for tag_id in tags)
