import pytest

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.facets import Filter
from musicreclass.core.review.grouped_rows import GroupBy
from musicreclass.core.review.sort_keys import OfReview, OfSuggestion
from musicreclass.core.review.track_list import TrackList
from musicreclass.core.review.transitions import ReviewQueue
from musicreclass.core.track import TrackLine


def line(track_id, title="", **changed):
    blank = dict.fromkeys(TrackLine._fields, "") | {"seconds": 0.0, "is_missing": 0, "folder_id": 1}
    blank |= {"size": 100, "mtime_ns": 1, "suggestion": None, "decision": None}
    return TrackLine(**(blank | {"id": track_id, "title": title} | changed))


def titles(tracks):
    return [shown.title for shown in tracks.shown()]


@pytest.fixture
def tracks():
    tracks = TrackList()
    tracks.put(
        [line(1, "Banana", artist="周杰倫"), line(2, "apple", folder_id=2), line(3, "Cherry")]
    )
    tracks.arrange()
    return tracks


def by_title(shown):
    return shown.title.casefold()


def test_tracks_are_shown_as_they_came(tracks):
    assert titles(tracks) == ["Banana", "apple", "Cherry"]


@pytest.mark.parametrize(
    ("descending", "expected"),
    [(False, ["apple", "Banana", "Cherry"]), (True, ["Cherry", "Banana", "apple"])],
)
def test_sorting_goes_by_the_key(tracks, descending, expected):
    tracks.sort(by_title, descending)

    assert titles(tracks) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter.of("AN"), ["Banana"]),
        (Filter.of("周杰"), ["Banana"]),
        (Filter.of("banana 周杰倫"), ["Banana"]),
        (Filter.of("banana apple"), []),
        (Filter.of("", folder_id=2), ["apple"]),
        (Filter.of("", only_missing=True), []),
    ],
)
def test_filters_let_through_what_holds_every_word(tracks, chosen, expected):
    tracks.filter(chosen)

    assert titles(tracks) == expected


def test_a_filter_keeps_the_order(tracks):
    tracks.sort(by_title)
    tracks.filter(Filter.of("a"))

    assert titles(tracks) == ["apple", "Banana"]


def test_renewed_tracks_replace_and_are_counted_once(tracks):
    new, replaced = tracks.put([line(3, "Cherry", is_missing=1), line(4, "Date")])

    assert [x.id for x in new] == [4]
    assert [x.id for x in replaced] == [3]
    assert tracks.missing_count == 1
    assert tracks.counts().by_folder == {(1, ""): 3, (2, ""): 1}


def test_a_dropped_folder_takes_its_tracks_along(tracks):
    tracks.drop_folder(1)

    assert titles(tracks) == ["apple"]
    assert tracks.counts().by_folder == {(2, ""): 1}


POP = SuggestionLine("Pop", 0.91, Verdict.SURE, (("mlp", "Pop", 0.9), ("cnn", "Pop", 0.8)))
JAZZ = SuggestionLine("Jazz", 0.38, Verdict.NOT_SURE, (("mlp", "Jazz", 0.4),))


by_confidence = OfSuggestion(lambda suggestion: suggestion.confidence if suggestion else -1.0)


def test_suggestions_are_put_to_their_tracks_and_counted_by_verdict(tracks):
    changed, _ = tracks.suggest([(3, POP), (1, JAZZ), (99, POP)])

    assert {x.id: x.suggestion for x in changed} == {3: POP, 1: JAZZ}
    assert [x.suggestion for x in tracks.shown()] == [JAZZ, None, POP]
    assert +tracks.count_by_verdict == {Verdict.SURE: 1, Verdict.NOT_SURE: 1}


def test_the_same_suggestion_again_changes_nothing(tracks):
    tracks.suggest([(1, POP)])

    assert tracks.suggest([(1, POP._replace())]) == ([], False)


def test_a_new_suggestion_replaces_the_old_one(tracks):
    tracks.suggest([(1, POP)])
    tracks.suggest([(1, JAZZ)])

    assert tracks.line_at(0).suggestion == JAZZ
    assert +tracks.count_by_verdict == {Verdict.NOT_SURE: 1}


def test_a_suggestion_that_holds_no_longer_goes(tracks):
    tracks.suggest([(1, POP), (2, JAZZ)])

    changed, _ = tracks.suggest([(1, None), (3, None)])

    assert [(x.id, x.suggestion) for x in changed] == [(1, None)]
    assert +tracks.count_by_verdict == {Verdict.NOT_SURE: 1}


def test_what_is_sorted_by_suggestions_says_when_it_is_out_of_order(tracks):
    tracks.sort(by_confidence, descending=True)
    _, is_out_of_order = tracks.suggest([(3, POP)])
    tracks.arrange()

    assert is_out_of_order
    assert titles(tracks) == ["Cherry", "Banana", "apple"]


def test_what_is_sorted_by_titles_stays_in_order(tracks):
    tracks.sort(by_confidence)
    tracks.sort(by_title)

    assert not tracks.suggest([(3, POP)])[1]


def test_a_track_that_changed_on_disk_loses_its_suggestion(tracks):
    tracks.suggest([(1, POP), (2, POP)])
    tracks.put([line(1, "Banana", mtime_ns=2), line(2, "apple", size=101)])

    assert [x.suggestion for x in tracks.shown()] == [None, None, None]
    assert +tracks.count_by_verdict == {}


def test_a_track_that_only_went_missing_keeps_its_suggestion(tracks):
    tracks.suggest([(1, POP)])
    tracks.put([line(1, "Banana", is_missing=1)])

    assert tracks.line_at(0).suggestion == POP
    assert tracks.line_at(0).is_missing
    assert +tracks.count_by_verdict == {Verdict.SURE: 1}


def test_a_verdict_is_something_to_filter_by(tracks):
    tracks.suggest([(1, JAZZ), (3, POP)])
    tracks.filter(Filter.of("", verdict=Verdict.NOT_SURE))

    assert titles(tracks) == ["Banana"]


def test_suggestions_leave_with_their_folder_and_stay_with_the_others(tracks):
    tracks.suggest([(1, JAZZ), (2, POP)])
    tracks.drop_folder(1)

    assert +tracks.count_by_verdict == {Verdict.SURE: 1}
    assert tracks.line_at(0).suggestion == POP


ACCEPTED = DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")
SKIPPED = DecisionLine(ReviewState.SKIPPED, (), "")

by_review = OfReview(lambda suggestion, decided: (decided is None, suggestion is None))


def test_decisions_are_put_to_their_tracks_beside_suggestions(tracks):
    tracks.suggest([(1, POP)])
    changed, _ = tracks.decide([(1, ACCEPTED), (3, SKIPPED), (99, ACCEPTED)])

    assert [x.id for x in changed] == [1, 3]
    assert [(x.suggestion, x.decision) for x in tracks.shown()] == [
        (POP, ACCEPTED),
        (None, None),
        (None, SKIPPED),
    ]


def test_the_same_decision_again_changes_nothing(tracks):
    tracks.decide([(1, ACCEPTED)])

    assert tracks.decide([(1, ACCEPTED._replace())]) == ([], False)


def test_a_decision_can_be_taken_back(tracks):
    tracks.suggest([(1, POP)])
    tracks.decide([(1, ACCEPTED)])
    tracks.decide([(1, None)])

    assert tracks.line_at(0).decision is None
    assert tracks.count_in(ReviewQueue.CONFIDENT) == 1
    assert tracks.count_in(ReviewQueue.ACCEPTED) == 0


def test_a_new_suggestion_leaves_the_decision(tracks):
    tracks.decide([(1, ACCEPTED)])
    tracks.suggest([(1, JAZZ)])

    assert tracks.line_at(0).decision == ACCEPTED


def test_a_decision_survives_a_scan_even_of_a_changed_file(tracks):
    tracks.suggest([(1, POP)])
    tracks.decide([(1, ACCEPTED)])
    tracks.put([line(1, "Banana", mtime_ns=2)])

    assert tracks.line_at(0).decision == ACCEPTED
    assert tracks.count_in(ReviewQueue.ACCEPTED) == 1


def test_queues_are_counted_as_tracks_come_and_go(tracks):
    tracks.suggest([(1, JAZZ), (2, POP), (3, POP)])
    tracks.decide([(3, ACCEPTED)])

    counts = {queue: tracks.count_in(queue) for queue in ReviewQueue}
    tracks.drop_folder(1)

    assert (counts[ReviewQueue.TO_REVIEW], counts[ReviewQueue.NOT_SURE]) == (2, 1)
    assert (counts[ReviewQueue.CONFIDENT], counts[ReviewQueue.ACCEPTED]) == (1, 1)
    assert tracks.count_in(ReviewQueue.TO_REVIEW) == 1
    assert tracks.count_in(ReviewQueue.ACCEPTED) == 0


def test_a_queue_is_something_to_filter_by(tracks):
    tracks.suggest([(1, POP), (3, POP)])
    tracks.decide([(3, ACCEPTED)])
    tracks.filter(Filter.of("", queue=ReviewQueue.CONFIDENT))

    assert titles(tracks) == ["Banana"]


def test_fields_and_words_are_searched_together(tracks):
    tracks.suggest([(1, POP), (2, JAZZ), (3, POP)])
    tracks.filter(Filter.of("an confidence:>80% -title:cherry"))

    assert titles(tracks) == ["Banana"]


def test_what_is_sorted_by_decisions_says_when_it_is_out_of_order(tracks):
    tracks.sort(by_review)
    _, after_decision = tracks.decide([(3, ACCEPTED)])
    tracks.arrange()
    _, after_suggestion = tracks.suggest([(2, POP)])
    tracks.arrange()

    assert (after_decision, after_suggestion) == (True, True)
    assert titles(tracks) == ["Cherry", "apple", "Banana"]


def test_what_is_sorted_by_suggestions_stays_in_order_when_decided(tracks):
    tracks.suggest([(1, POP), (2, JAZZ)])
    tracks.sort(by_confidence)

    assert not tracks.decide([(1, ACCEPTED)])[1]


POP = SuggestionLine("Pop", 0.9, Verdict.SURE)
JAZZ_AND_BLUES = DecisionLine(ReviewState.CHANGED, ("Jazz", "Blues"), "Jazz; Blues")
LEFT = DecisionLine(ReviewState.SKIPPED, (), "")


def test_genres_are_counted_as_decided_or_else_suggested(tracks):
    tracks.suggest([(1, POP), (2, POP), (3, POP)])

    tracks.decide([(1, JAZZ_AND_BLUES), (2, LEFT)])

    assert +tracks.count_by_genre == {"Jazz": 1, "Blues": 1, "Pop": 2}


def test_a_genre_shows_what_is_decided_or_else_suggested(tracks):
    tracks.suggest([(1, POP), (2, POP), (3, POP)])
    tracks.decide([(1, JAZZ_AND_BLUES), (2, LEFT)])

    tracks.filter(Filter(genre="Pop"))
    assert len(titles(tracks)) == 2

    tracks.filter(Filter(genre="Blues"))
    assert titles(tracks) == ["Banana"]


def test_genres_are_forgotten_with_their_folder(tracks):
    tracks.suggest([(1, POP), (2, POP)])

    tracks.drop_folder(2)

    assert +tracks.count_by_genre == {"Pop": 1}


def test_the_next_row_in_a_queue_is_found_from_any_row_on(tracks):
    tracks.suggest([(1, POP), (3, POP)])

    found = [tracks.next_row(ReviewQueue.TO_REVIEW, start) for start in (-1, 0, 1, 3)]

    assert found == [0, 0, 2, -1]


def test_an_order_that_is_not_wanted_any_more_is_worked_out_anew(tracks):
    order = {1: 3, 2: 1, 3: 2}
    tracks.sort(by_order := lambda line: order[line.id])
    tracks.sort(by_title)
    tracks.forget_sort(by_order)
    order[1] = 0

    tracks.sort(by_order)

    assert titles(tracks) == ["Banana", "apple", "Cherry"]


def test_the_genres_in_files_are_counted(tracks):
    tracks.put([line(4, genre="Pop"), line(5, genre="Pop"), line(6, genre="民謠; Pop")])

    assert tracks.file_genres() == {"Pop": 2, "民謠; Pop": 1}


def test_what_is_decided_and_not_in_its_file_is_to_be_written_whatever_the_queue(tracks):
    states = (ReviewState.ACCEPTED, ReviewState.WRITTEN, ReviewState.CHANGED)
    tracks.decide((i, DecisionLine(state, ("Pop",), "Pop")) for i, state in enumerate(states, 1))
    tracks.filter(Filter(queue=ReviewQueue.SKIPPED))

    assert [found.id for found in tracks.to_write()] == [1, 3]


def test_what_is_to_be_written_lies_within_all_else_that_is_chosen(tracks):
    tracks.put([line(4, "Date", folder_id=2, is_missing=1)])
    tracks.decide((i, DecisionLine(ReviewState.ACCEPTED, ("Pop",), "Pop")) for i in range(1, 5))
    tracks.filter(Filter(folder_id=2))

    assert [found.id for found in tracks.to_write()] == [2]


def test_tracks_in_columns_come_like_lines(tracks):
    new, replaced = tracks.put(LineColumns.of([line(7, "Fig"), line(8, "Date")]))
    assert ([x.id for x in new], [x.id for x in replaced]) == ([7, 8], [])

    new, replaced = tracks.put(LineColumns.of([line(8, "Dates"), line(9, "Elder")]))
    tracks.arrange()

    assert ([x.id for x in new], [x.id for x in replaced]) == ([9], [8])
    assert titles(tracks) == ["Banana", "apple", "Cherry", "Fig", "Dates", "Elder"]


@pytest.mark.parametrize(
    ("descending", "title", "is_in_order"),
    [(False, "Date", True), (False, "Blue", False), (True, "Aa", True), (True, "Date", False)],
)
def test_more_tracks_say_whether_they_are_in_order(tracks, descending, title, is_in_order):
    tracks.sort(by_title, descending)
    new, _ = tracks.put([line(4, title)])

    assert tracks.show_more(new.rows) is is_in_order
    assert titles(tracks)[-1] == title


def test_what_was_shown_stays_what_it_was_then(tracks):
    tracks.suggest([(1, POP)])
    before, said = tracks.shown(), tracks.suggestions()
    tracks.suggest([(1, JAZZ), (2, JAZZ)])
    tracks.decide([(1, ACCEPTED)])
    tracks.put([line(3, "Other"), line(4)])
    tracks.drop_folder(2)

    assert [(x.title, x.suggestion, x.decision) for x in before] == [
        ("Banana", POP, None),
        ("apple", None, None),
        ("Cherry", None, None),
    ]
    assert dict(said) == {1: POP}


def test_a_bulk_accept_takes_what_is_shown_and_waits_and_is_sure_enough(tracks):
    tracks.put([line(4, "Date", is_missing=1), line(5, "Elder")])
    novel = SuggestionLine("Pop", 0.99, Verdict.NOVEL)
    tracks.suggest([(1, POP), (2, POP), (3, JAZZ), (4, POP), (5, novel)])
    tracks.decide([(2, ACCEPTED)])
    tracks.arrange()

    assert [x.id for x in tracks.to_accept(0.3)] == [1, 3]
    assert [x.id for x in tracks.to_accept(0.5)] == [1]
    assert tracks.confidences_to_accept().tolist() == [JAZZ.confidence, POP.confidence]


def test_groups_are_laid_out_where_their_first_tracks_stand(tracks):
    albums = ("Blue", "Red", "blue", "Red", "Green")
    tracks.put([line(i, f"t{i}", album=album) for i, album in enumerate(albums, 11)])
    tracks.drop_tracks([1, 2, 3])
    tracks.group(GroupBy.ALBUM)

    def rows():
        groups = map(tracks.groups.group_at, range(tracks.shown_count))
        return [
            len(group.indices) if group else tracks.line_at(row).id
            for row, group in enumerate(groups)
        ]

    assert rows() == [2, 11, 13, 2, 12, 14, 1, 15]
    assert tracks.rows_of([14, 15, 99]) == {14: 5, 15: 7}

    red = tracks.groups.group_at(3)
    tracks.groups.fold([red.key], is_closed=True)
    assert (rows(), tracks.groups.row_of(red.key)) == ([2, 11, 13, 2, 1, 15], 3)

    tracks.groups.fold(None, is_closed=True)
    assert rows() == [2, 2, 1]
