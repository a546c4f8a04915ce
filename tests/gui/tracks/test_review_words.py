from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.shown import genres_of
from musicreclass.core.review.sort_keys import OfConfidence
from musicreclass.gui.tracks.review_words import (
    confidence_text,
    genre_text,
)

POP = SuggestionLine("Pop", 0.91, Verdict.SURE, ())


def jazz(state):
    return DecisionLine(state, ("Jazz",), "Jazz")


def test_the_confidence_is_of_the_genre_that_is_shown_or_of_none(qapp, line):
    changed, accepted = (
        jazz(ReviewState.CHANGED),
        DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop"),
    )

    assert confidence_text(POP, accepted) == "91%"
    assert confidence_text(POP, changed) == ""
    assert OfConfidence()(line(1, suggestion=POP, decision=changed)) == -1.0


def test_what_was_taken_back_shows_its_suggestion_again(qapp, line):
    undone = jazz(ReviewState.UNDONE)

    assert genre_text(POP, undone) == "suggested · Pop"
    assert confidence_text(POP, undone) == "91%"
    assert genres_of(line(1, suggestion=POP, decision=undone)) == ("Pop",)
