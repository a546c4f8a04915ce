from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from musicreclass.core.decision import Decision, DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import Candidate, SuggestionLine, Verdict
from musicreclass.core.review.transitions import (
    MAY_FOLLOW,
    CannotDecide,
    ReviewQueue,
    accept,
    change,
    check_clear,
    choose,
    redo,
    skip,
    standing_of,
    state_of,
    tidy_genres,
    undo,
    was_right,
)
from tests.core.review_lines import JAZZ, POP, decided, line

S = ReviewState
WORDS = {S.ACCEPTED, S.CHANGED, S.SKIPPED}
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
LINES = {
    S.NEW: line(),
    S.SUGGESTED: line(suggestion=POP),
    S.ACCEPTED: line(suggestion=POP, decision=decided(S.ACCEPTED, "Pop")),
    S.CHANGED: line(suggestion=POP, decision=decided(S.CHANGED, "Folk")),
    S.SKIPPED: line(suggestion=POP, decision=decided(S.SKIPPED)),
    S.WRITTEN: line(suggestion=POP, decision=decided(S.WRITTEN, "Pop")),
    S.UNDONE: line(suggestion=POP, decision=decided(S.UNDONE, "Pop")),
}
ALLOWED = {
    (S.NEW, S.SUGGESTED),
    *((S.NEW, said) for said in (S.CHANGED, S.SKIPPED)),
    (S.SUGGESTED, S.NEW),
    *product((S.SUGGESTED, S.ACCEPTED, S.CHANGED, S.SKIPPED, S.UNDONE), WORDS),
    *product((S.ACCEPTED, S.CHANGED), (S.WRITTEN,)),
    *product((S.WRITTEN,), (S.ACCEPTED, S.CHANGED, S.UNDONE)),
}


@pytest.mark.parametrize(("before", "after"), list(product(S, S)), ids=lambda state: state.value)
def test_a_state_follows_those_that_lead_to_it_and_no_others(before, after):
    assert (after in MAY_FOLLOW[before]) == ((before, after) in ALLOWED)


@pytest.mark.parametrize("state", S, ids=lambda state: state.value)
def test_a_track_says_how_far_it_has_come(state):
    assert state_of(LINES[state]) is state


@pytest.mark.parametrize(
    "before", [S.SUGGESTED, S.ACCEPTED, S.SKIPPED, S.UNDONE], ids=lambda state: state.value
)
def test_whatever_is_suggested_can_be_accepted(before):
    made = accept(LINES[before], NOON)

    assert made == Decision(S.ACCEPTED, ("Pop",), NOON, Candidate("Pop", 0.91))


def test_accepting_what_was_decided_keeps_the_genre_that_the_row_shows():
    made = accept(LINES[S.CHANGED], NOON)

    assert made == Decision(S.CHANGED, ("Folk",), NOON, Candidate("Pop", 0.91))


def test_what_is_written_is_accepted_already():
    with pytest.raises(CannotDecide, match="The genre of 青花瓷 is in its file already"):
        accept(LINES[S.WRITTEN])


def test_decisions_can_be_cleared_until_they_are_written():
    for state in (S.ACCEPTED, S.CHANGED, S.SKIPPED, S.UNDONE):
        check_clear(LINES[state])
    with pytest.raises(CannotDecide, match="青花瓷 is written; take the writing back"):
        check_clear(LINES[S.WRITTEN])
    with pytest.raises(CannotDecide, match="Nothing was decided on 青花瓷"):
        check_clear(LINES[S.SUGGESTED])


def test_redo_leaves_what_was_written_since_unless_that_may_be_decided_anew():
    written = replace(accept(line(suggestion=POP)), became=S.WRITTEN)

    assert redo(written, None) is written
    assert redo(written, skip(line(suggestion=POP))) is written
    assert redo(written, change(line(), ["Folk"])).genres == ("Folk",)
    assert redo(None, written) is written


@pytest.mark.parametrize("before", S, ids=lambda state: state.value)
def test_any_track_can_be_given_a_genre(before):
    assert change(LINES[before], ["民謠"]).state is S.CHANGED


@pytest.mark.parametrize(
    "before", [s for s in S if s is not S.WRITTEN], ids=lambda state: state.value
)
def test_any_track_can_be_skipped_until_it_is_written(before):
    assert skip(LINES[before]).genres == ()


def test_what_is_written_cannot_be_skipped():
    with pytest.raises(CannotDecide, match="青花瓷 is written and cannot be skipped; undo"):
        skip(LINES[S.WRITTEN])


def test_there_is_nothing_to_accept_before_anything_is_suggested():
    with pytest.raises(CannotDecide, match="Nothing is suggested for 青花瓷 yet"):
        accept(line())


def test_a_suggestion_that_is_not_sure_can_be_accepted_too():
    assert accept(line(suggestion=JAZZ)).genres == ("Jazz",)


def test_choosing_another_candidate_changes():
    made = choose(line(suggestion=POP), Candidate("Folk", 0.2))

    assert (made.state, made.genres, made.answered) == (
        S.CHANGED,
        ("Folk",),
        Candidate("Pop", 0.91),
    )


@pytest.mark.parametrize("typed", ["Pop", " pop ", "POP"])
def test_choosing_or_typing_what_is_suggested_accepts_it(typed):
    assert choose(line(suggestion=POP), Candidate(typed, 0.91)).state is S.ACCEPTED
    assert change(line(suggestion=POP), [typed]).state is S.ACCEPTED
    assert change(line(suggestion=POP), [typed]).genres == (typed.strip(),)


def test_a_track_may_be_of_several_genres():
    made = change(line(suggestion=POP), ["Pop", "民謠"])

    assert made.line == DecisionLine(S.CHANGED, ("Pop", "民謠"), "Pop; 民謠", is_typed=True)


def test_genres_are_kept_once_and_without_gaps():
    assert tidy_genres([" Hip  Hop ", "hip-hop", "", "  ", "民謠", "!!!", "!!!"]) == (
        "Hip Hop",
        "民謠",
        "!!!",
    )


def test_genres_are_text_that_any_file_can_hold():
    assert tidy_genres(["Hip\0Hop\n", "Cafe\u0301", "Pop\udcff"]) == (
        "Hip Hop",
        "Café",
        "Pop\ufffd",
    )


def test_no_genre_at_all_is_refused():
    with pytest.raises(CannotDecide, match="No genre was given"):
        change(line(), ["", "  "])


def test_a_decision_that_makes_no_sense_is_a_bug():
    with pytest.raises(ValueError, match="skipped with the genres"):
        Decision(S.SKIPPED, ("Pop",), NOON)
    with pytest.raises(ValueError, match="no decision"):
        Decision(S.WRITTEN, ("Pop",), NOON)


def test_undo_brings_back_what_was_before():
    first, second = change(line(), ["Folk"]), accept(line(suggestion=POP))

    assert undo(second, first) is first
    assert undo(first, None) is None


def test_undo_leaves_what_was_written_since():
    written = replace(accept(line(suggestion=POP)), became=S.WRITTEN)

    assert undo(written, None) is written
    assert undo(replace(written, became=S.UNDONE), None) is None


def test_a_suggestion_was_right_where_its_genre_was_kept():
    suggested = line(suggestion=POP)

    assert was_right(accept(suggested))
    assert was_right(change(suggested, ["Folk", "pop"]))
    assert not was_right(change(suggested, ["Folk"]))


def test_what_was_skipped_unheard_or_decided_in_bulk_tells_nothing():
    suggested = line(suggestion=POP)

    assert was_right(skip(suggested)) is None
    assert was_right(change(line(), ["Folk"])) is None
    assert was_right(replace(accept(suggested), in_bulk=True)) is None


def queues(of):
    return {queue for queue in ReviewQueue if queue.holds(standing_of(of))}


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (S.NEW, set()),
        (S.SUGGESTED, {ReviewQueue.TO_REVIEW, ReviewQueue.CONFIDENT}),
        (S.ACCEPTED, {ReviewQueue.ACCEPTED}),
        (S.CHANGED, {ReviewQueue.ACCEPTED}),
        (S.SKIPPED, {ReviewQueue.SKIPPED}),
        (S.WRITTEN, {ReviewQueue.WRITTEN}),
        (S.UNDONE, {ReviewQueue.TO_REVIEW, ReviewQueue.CONFIDENT}),
    ],
)
def test_tracks_wait_in_the_queues_of_their_state(state, expected):
    assert queues(LINES[state]) == expected


@pytest.mark.parametrize(
    ("verdict", "expected"),
    [
        (Verdict.SURE, ReviewQueue.CONFIDENT),
        (Verdict.NOT_SURE, ReviewQueue.NOT_SURE),
        (Verdict.DIFFER, ReviewQueue.DISAGREE),
        (Verdict.NOVEL, ReviewQueue.NOVEL),
    ],
)
def test_tracks_to_review_wait_by_verdict_too(verdict, expected):
    waiting = line(suggestion=SuggestionLine("Pop", 0.9, verdict))

    assert queues(waiting) == {ReviewQueue.TO_REVIEW, expected}
