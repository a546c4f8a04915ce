from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.shown import (
    confidence_of,
    genres_of,
    is_undecided,
    shows_suggestion,
)
from musicreclass.core.review.transitions import ReviewQueue, standing_of
from tests.core.review_lines import POP, decided, line

CLASSICAL = SuggestionLine("Classical", 0.97, Verdict.SURE, (), (("Pop", 0.02),), 1)


def shown(decision):
    found = line(suggestion=CLASSICAL, decision=decision)
    return genres_of(found), shows_suggestion(CLASSICAL, decision), confidence_of(found)


def test_what_is_decided_is_shown_with_the_confidence_of_just_that():
    states = (ReviewState.ACCEPTED, ReviewState.CHANGED, ReviewState.WRITTEN)
    assert [shown(decided(state, "Pop")) for state in states] == [(("Pop",), False, 0.02)] * 3
    assert shown(decided(ReviewState.CHANGED, "Klezmer")) == (("Klezmer",), False, None)
    assert shown(decided(ReviewState.CHANGED, "Classical", "Pop"))[2] is None


def test_what_nobody_decided_or_was_skipped_or_taken_back_shows_its_suggestion():
    decisions = (None, decided(ReviewState.SKIPPED), decided(ReviewState.UNDONE, "Pop"))
    assert [shown(decision) for decision in decisions] == [(("Classical",), True, 0.97)] * 3


def test_a_skipped_track_is_decided_and_one_taken_back_is_not():
    assert not is_undecided(line(suggestion=POP, decision=decided(ReviewState.SKIPPED)))
    assert is_undecided(line(suggestion=POP, decision=decided(ReviewState.UNDONE, "Pop")))


def test_without_a_suggestion_nothing_waits_for_a_word():
    taken_back = line(decision=decided(ReviewState.UNDONE, "Pop"))

    assert genres_of(taken_back) == ()
    assert not ReviewQueue.TO_REVIEW.holds(standing_of(taken_back))
