import pytest

from musicreclass.core.track import TrackLine
from musicreclass.core.track_list import Filter, TrackList


def line(track_id, title="", **changed):
    blank = dict.fromkeys(TrackLine._fields, "") | {"seconds": 0.0, "is_missing": 0, "folder_id": 1}
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
    assert tracks.count_by_folder == {1: 3, 2: 1}


def test_a_dropped_folder_takes_its_tracks_along(tracks):
    tracks.drop_folder(1)

    assert titles(tracks) == ["apple"]
    assert tracks.count_by_folder == {2: 1}
