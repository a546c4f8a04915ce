import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.training.data.grouping import Origin, groups_of

NAMES = st.sampled_from(["", "A", "B", "C"])
ORIGINS = st.lists(st.builds(Origin, NAMES, NAMES, NAMES, NAMES, NAMES), max_size=12)


def groups(*origins, same_recordings=()):
    return groups_of(origins, same_recordings).groups.tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Origin("周杰倫"), Origin(" 周杰倫 ")),
        (Origin("Sade"), Origin("SADE")),
        (Origin("ＡＢＢＡ"), Origin("Abba")),
        (Origin("Queen"), Origin("", "Queen")),
        (Origin("Eminem"), Origin("Eminem feat. Dido")),
        (Origin("Eminem"), Origin("Eminem (ft. Dido)")),
        (Origin("Eminem"), Origin("Eminem; Dido")),
        (Origin(album="Kind of Blue"), Origin(album="Kind  of blue")),
        (Origin(folder="Jazz/Blue"), Origin(folder="Jazz/Blue")),
        (Origin("A", fingerprint="f"), Origin("B", fingerprint="f")),
    ],
)
def test_what_belongs_together_is_one_group(one, other):
    assert groups(one, other) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Origin("Queen", album="Hits"), Origin("Abba", album="Hits")),
        (Origin("Various Artists"), Origin("various artists")),
        (Origin("群星", folder="a"), Origin("群星", folder="b")),
        (Origin("Kraft"), Origin("Kraftwerk")),
        (Origin("Swift"), Origin("Swiftness Trio")),
        (Origin("Hits"), Origin(album="Hits")),
        (Origin(), Origin()),
    ],
)
def test_what_has_nothing_in_common_stays_apart(one, other):
    assert groups(one, other) == [0, 1]


def test_nobody_as_artist_leaves_the_album_to_bind():
    assert groups(Origin("Various Artists", album="Hits"), Origin("VA", album="hits")) == [0, 0]


def test_a_recording_that_is_there_twice_binds_two_artists():
    origins = (Origin("A"), Origin("A"), Origin("B"), Origin("C"))

    assert groups(*origins, same_recordings=[(1, 2)]) == [0, 0, 0, 1]


def test_it_is_told_what_tracks_were_known_by():
    origins = [
        Origin("A", fingerprint="f"),
        Origin("B", fingerprint="f"),
        Origin("", "", "Blue Train"),
        Origin(folder="Folder"),
        Origin(),
    ]

    grouping = groups_of(origins)

    assert grouping.known_by == {"artist": 2, "album": 1, "folder": 1, "nothing": 1}
    assert (grouping.count, grouping.copies) == (4, 2)


@given(ORIGINS)
def test_tracks_of_one_artist_are_never_parted_and_groups_have_no_gaps(origins):
    grouping = groups_of(origins)

    found = grouping.groups.tolist()
    by_artist = {(o.artist, group) for o, group in zip(origins, found, strict=True) if o.artist}
    assert len(by_artist) == len({artist for artist, _ in by_artist})
    assert sorted(set(found)) == list(range(grouping.count))
