import pytest

from musicreclass.core.company import Company, Names, companies_of
from musicreclass.core.ensemble.company_evidence import CompanyEvidence, Most


def albums_of(*names, **options):
    return [one.album for one in companies_of(names, **options)]


def artists_of(*names, **options):
    return [one.artist and one.artist[1] for one in companies_of(names, **options)]


def numbered(folder, titles, **tags):
    return [Names(f"{folder}/{i:02} {title}.mp3", **tags) for i, title in enumerate(titles, 1)]


def test_tracks_of_one_album_by_one_artist_keep_company_wherever_they_lie():
    first, second = companies_of(
        [
            Names("/a/x.mp3", artist="Queen", album_artist="Queen", album="Jazz"),
            Names("/b/y.mp3", artist="QUEEN feat. Bowie", album_artist="queen", album=" jazz "),
        ]
    )

    assert first == second
    assert first.album is not None


def test_albums_of_one_name_by_others_are_others():
    one, other, *_ = albums_of(
        *(
            Names(f"/m/{artist}{i}.mp3", artist=artist, album_artist=artist, album="Greatest Hits")
            for i in range(2)
            for artist in ("ABBA", "Queen")
        )
    )

    assert one != other


@pytest.mark.parametrize("various", ["Various", "Various Artists", "群星", "合輯", "合辑"])
def test_tracks_of_various_artists_keep_the_company_of_their_artists_alone(various):
    tracks = [
        Names(f"/m/{i}.mp3", artist="Queen", album_artist=various, album="Hits") for i in range(3)
    ]

    assert albums_of(*tracks) == [None, None, None]
    assert artists_of(*tracks) == ["queen"] * 3


def test_an_album_that_many_artists_are_on_is_none():
    tracks = [Names(f"/m/{i}.mp3", artist=f"artist {i}", album="Mixed") for i in range(6)]

    assert albums_of(*tracks) == [None] * 6


def test_a_guest_on_an_album_leaves_it_one():
    tracks = [Names(f"/m/{i}.mp3", artist="Queen", album="Jazz") for i in range(4)]

    assert None not in albums_of(*tracks, Names("/m/9.mp3", artist="Bowie", album="Jazz"))


def test_numbered_files_without_tags_are_the_album_that_their_folder_is():
    tracks = numbered("/music/Queen/Jazz", ["Mustapha", "Fat Bottomed Girls", "Jealousy"])

    assert albums_of(*tracks) == [("folder", "/music/Queen/Jazz")] * 3


def test_the_folder_around_an_album_names_its_artist_below_what_was_given():
    tracks = numbered("/music/Queen/Jazz", ["Mustapha", "Jealousy"])

    assert artists_of(*(one._replace(root="/music") for one in tracks)) == ["queen"] * 2
    assert artists_of(*(one._replace(root="/music/Queen") for one in tracks)) == [None] * 2


@pytest.mark.parametrize("folder", ["/music/Downloads/New", "/music/Rock/New", "/music/華語/New"])
def test_a_folder_called_after_a_genre_or_a_shelf_names_no_artist(folder):
    tracks = numbered(folder, ["Mustapha", "Jealousy"], root="/music")

    assert artists_of(*tracks, genres={"rock"}) == [None, None]


@pytest.mark.parametrize("folder", ["/music/Downloads", "/music/Rock", "/music/下載"])
def test_numbered_files_of_a_folder_called_after_a_genre_or_a_shelf_are_no_album(folder):
    tracks = numbered(folder, ["Mustapha", "Fat Bottomed Girls", "Jealousy"])

    assert albums_of(*tracks, genres={"rock"}) == [None] * 3


def test_discs_of_an_album_are_one():
    tracks = [
        Names(f"/m/Wall/CD {disc}/{i:02} Song.mp3", album="The Wall")
        for disc in (1, 2)
        for i in (1, 2)
    ]

    assert len(set(albums_of(*tracks))) == 1


def test_a_flat_folder_of_unrelated_files_is_no_album():
    names = ["Yesterday.mp3", "童年.mp3", "track.flac", "99 Luftballons.mp3", "24.mp3"]

    assert albums_of(*(Names(f"/Musics_TBC/{name}") for name in names)) == [None] * 5


@pytest.mark.parametrize("folder", ["/m/Top 40", "/m/Various", "/m/華語合輯"])
def test_a_numbered_collection_is_no_album(folder):
    assert albums_of(*numbered(folder, ["One", "Two", "Three"])) == [None] * 3


def test_numbered_files_that_name_other_artists_are_no_album():
    tracks = numbered("/m/mine", ["ABBA - Waterloo", "Queen - Jealousy", "Can - Vitamin C"])

    assert albums_of(*tracks) == [None] * 3
    assert artists_of(*tracks) == ["abba", "queen", "can"]


@pytest.mark.parametrize(
    "name", ["Queen - Jealousy", "03. Queen - Jealousy", "03_Queen_-_Jealousy", "1-03 Queen – 心"]
)
def test_the_name_of_a_file_may_name_its_artist(name):
    assert artists_of(Names(f"/m/{name}.mp3")) == ["queen"]


def test_without_any_name_there_is_no_company():
    assert companies_of([Names("a.mp3"), Names("b.mp3")]) == [Company(None, None)] * 2


def test_many_files_of_one_album_and_no_artist_are_what_a_site_wrote_into_them():
    tracks = [Names(f"/m/{i}.mp3", album="www.site.example") for i in range(60)]

    assert set(albums_of(*tracks)) == {None}


def test_what_company_says_is_said_in_sentences():
    evidence = CompanyEvidence(
        11, Most("album", "Rock", 9), Most("artist", "Rock", 4), Most("album", "Pop", 1)
    )

    assert [str(one) for one in evidence.reasons()] == [
        "9 of 11 tracks of this album sound like Rock",
        "you called 4 others of this artist Rock",
        "the file of 1 other of this album says Pop",
    ]
