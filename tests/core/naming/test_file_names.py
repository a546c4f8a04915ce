import pytest

from musicreclass.core.naming.file_names import FromName, from_folders, read_name, read_names


@pytest.mark.parametrize(
    ("file", "title", "artist"),
    [
        ("周杰倫 - 青花瓷.mp3", "青花瓷", "周杰倫"),
        ("周杰倫-青花瓷.flac", "青花瓷", "周杰倫"),
        ("周杰倫 — 青花瓷.mp3", "青花瓷", "周杰倫"),
        ("Beyond-海闊天空.mp3", "海闊天空", "Beyond"),
        ("周杰倫《青花瓷》.mp3", "青花瓷", "周杰倫"),
        ("《青花瓷》周杰倫.mp3", "青花瓷", "周杰倫"),
        ("【周杰倫】青花瓷.mp3", "青花瓷", "周杰倫"),
        ("周杰倫 - 《青花瓷》.mp3", "青花瓷", "周杰倫"),
        ("周杰倫 - 青花瓷（Live）.mp3", "青花瓷（Live）", "周杰倫"),
        ("Queen - Jealousy - Live.mp3", "Jealousy - Live", "Queen"),
        ("03_Queen_-_Jealousy.mp3", "Jealousy", "Queen"),
        ("Jean-Michel Jarre - Oxygène.mp3", "Oxygène", "Jean-Michel Jarre"),
        ("50 Cent - In da Club.mp3", "In da Club", "50 Cent"),
        ("林俊傑 - 因為你 所以我.mp3", "因為你 所以我", "林俊傑"),
    ],
)
def test_the_name_of_a_file_tells_title_and_artist(file, title, artist):
    assert read_name(file)[:2] == (title, artist)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("01、周杰倫－青花瓷.mp3", FromName("青花瓷", "周杰倫", "", "01")),
        ("０１、周杰倫－青花瓷.mp3", FromName("青花瓷", "周杰倫", "", "01")),
        ("周杰倫《我很忙》01 青花瓷.mp3", FromName("青花瓷", "周杰倫", "我很忙", "01")),
        ("03、《青花瓷》.mp3", FromName("青花瓷", number="03")),
        ("01. Queen - Jealousy.mp3", FromName("Jealousy", "Queen", "", "01")),
        ("1-03 Queen – 心.mp3", FromName("心", "Queen", "", "03")),
        ("01 Mustapha.mp3", FromName("Mustapha", "", "", "01")),
        ("[04] 夜曲.mp3", FromName("夜曲", "", "", "04")),
        ("01.青花瓷.mp3", FromName("青花瓷", "", "", "01")),
        ("Queen - Jazz - 03 - Jealousy.mp3", FromName("Jealousy", "Queen", "Jazz", "03")),
    ],
)
def test_numbers_and_albums_are_told_apart_from_titles(file, expected):
    assert read_name(file) == expected


@pytest.mark.parametrize(
    "mark",
    [
        "[mqms2]",
        "(128k)",
        "_320k",
        "[www.site.com]",
        "(Official Video)",
        "[dQw4w9WgXcQ]",
        "【無損】",
    ],
)
def test_marks_of_sites_and_downloads_are_no_part_of_a_title(mark):
    assert read_name(f"周杰倫 - 青花瓷 {mark}.mp3")[:2] == ("青花瓷", "周杰倫")
    assert read_name(f"www.site.com - 周杰倫 - 青花瓷{mark}.mp3")[:2] == ("青花瓷", "周杰倫")


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("青花瓷.flac.mp3", FromName("青花瓷")),
        ("周杰倫 - 青花瓷.M4A.mp3", FromName("青花瓷", "周杰倫")),
        ("01 - Jealousy.mp3.mp3", FromName("Jealousy", number="01")),
        ("005.opus.opus", FromName("005")),
        ("Magnum Opus.mp3", FromName("Magnum Opus")),
        (".mp3.mp3", FromName(".mp3")),
    ],
)
def test_the_ending_of_what_a_file_was_made_from_is_no_part_of_a_title(file, expected):
    assert read_name(file) == expected


@pytest.mark.parametrize(
    "title",
    [
        *("Track 01", "24", "1979", "99 Luftballons", "4-ever", "rock-and-roll", "3.14", "未命名"),
        *("Queen - Jazz - Jealousy", "9.Crimes", "(I Can't Get No) Satisfaction", "[Remastering]"),
    ],
)
def test_what_could_be_meant_in_two_ways_stays_a_title(title):
    assert read_name(f"{title}.mp3") == FromName(title)


def test_nobody_is_no_artist():
    assert read_name("Various Artists - Waterloo.mp3") == FromName("Waterloo")


def test_a_folder_tells_which_side_is_the_artist():
    files = ["青花瓷 - 周杰倫.mp3", "夜曲 - 周杰倫.mp3", "七里香 - 周杰倫.mp3", "十年 - 陳奕迅.mp3"]

    assert [name.artist for name in read_names(files)] == ["周杰倫"] * 3 + ["陳奕迅"]


def test_a_folder_tells_whether_numbers_count_its_tracks():
    files = ["1 Mustapha.mp3", "2 Jealousy.mp3", "3 99 Luftballons.mp3"]

    assert read_names(files)[2] == FromName("99 Luftballons", "", "", "3")
    assert read_names(["7 Rings.mp3", "24K Magic.mp3", "Hello.mp3"])[0] == FromName("7 Rings")


def test_an_artist_that_a_folder_shares_parts_titles_with_dashes():
    files = [f"Bach - Suite {i} - Gigue.mp3" for i in range(3)]

    assert read_names(files)[1] == FromName("Suite 1 - Gigue", "Bach")


@pytest.mark.parametrize(
    ("folders", "artist", "album"),
    [
        (["Queen", "Jazz"], "Queen", "Jazz"),
        (["Queen", "1978 - Jazz"], "Queen", "Jazz"),
        (["Queen", "Jazz", "CD 2"], "Queen", "Jazz"),
        (["Queen - Jazz"], "Queen", "Jazz"),
        (["周杰倫《我很忙》"], "周杰倫", "我很忙"),
        (["Rock", "Jazz night"], "", ""),
        (["Downloads", "New"], "", ""),
        (["Jazz"], "", ""),
    ],
)
def test_folders_around_numbered_files_name_artist_and_album(folders, artist, album):
    told = from_folders(read_name("01 Mustapha.mp3"), folders, {"rock"})

    assert (told.artist, told.album) == (artist, album)


def test_a_folder_that_is_not_called_after_the_artist_named_is_no_album():
    name = read_name("01、周杰倫－七里香.mp3")

    assert from_folders(name, ["Musics_TBC"]).album == ""
    assert from_folders(name, ["Taiwan", "Musics_TBC"]).album == ""
    assert from_folders(name, ["周杰倫", "七里香"]).album == "七里香"


def test_folders_say_nothing_of_files_without_a_number():
    assert from_folders(read_name("Mustapha.mp3"), ["Queen", "Jazz"]) == FromName("Mustapha")
