import pytest

from musicreclass.tags.encodings.legacy_text import as_latin, legacy_text
from tests.tags import legacy_titles

CASES = {
    "simplified in gb18030": ("gb18030", "gb18030", legacy_titles.SIMPLIFIED),
    "traditional in gb18030": ("gb18030", "gb18030", legacy_titles.TRADITIONAL),
    "japanese in gb18030": ("gb18030", "gb18030", legacy_titles.JAPANESE),
    "traditional in big5": ("big5", "big5hkscs", legacy_titles.TRADITIONAL),
    "japanese in shift_jis": ("shift_jis", "cp932", legacy_titles.JAPANESE),
    "korean in euc_kr": ("euc_kr", "cp949", legacy_titles.KOREAN),
    "russian in cp1251": ("cp1251", "cp1251", legacy_titles.RUSSIAN),
    "simplified in utf-8": ("utf-8", "utf-8", legacy_titles.SIMPLIFIED),
    "traditional in utf-8": ("utf-8", "utf-8", legacy_titles.TRADITIONAL),
    "japanese in utf-8": ("utf-8", "utf-8", legacy_titles.JAPANESE),
    "korean in utf-8": ("utf-8", "utf-8", legacy_titles.KOREAN),
    "russian in utf-8": ("utf-8", "utf-8", legacy_titles.RUSSIAN),
    "european in utf-8": ("utf-8", "utf-8", legacy_titles.EUROPEAN),
}
each_encoding = pytest.mark.parametrize(
    ("name", "codec", "lines"), CASES.values(), ids=CASES.keys()
)


def is_told(texts, codec, name):
    """Say whether the fields of one file are read as they were meant."""
    raw = [text.encode(codec) for text in texts]
    told = legacy_text(raw)
    return [told.decode(part) for part in raw] == texts and told.encoding == name


def rate(verdicts):
    verdicts = list(verdicts)
    return sum(verdicts) / len(verdicts)


@each_encoding
def test_an_artist_and_a_title_together_tell_their_encoding(name, codec, lines):
    files = [line.split(" - ") for line in lines]

    assert rate(is_told(texts, codec, name) for texts in files) >= 0.97


@each_encoding
def test_a_single_title_mostly_tells_its_encoding(name, codec, lines):
    titles = [line.split(" - ")[-1] for line in lines]
    telling = [title for title in titles if not title.isascii()]

    assert rate(is_told([title], codec, name) for title in telling) >= 0.9


@pytest.mark.parametrize("title", legacy_titles.EUROPEAN)
def test_european_titles_are_left_alone(title):
    raw = title.encode("cp1252")

    told = legacy_text([raw])

    assert (told.encoding, told.decode(raw)) == ("", title)


@pytest.mark.parametrize("title", ["Błąd połączenia", "Dvořák", "Žluťoučký kůň", "Český krumlov"])
def test_titles_from_central_europe_are_not_taken_for_chinese(title):
    raw = title.encode("cp1250")

    told = legacy_text([raw])

    assert (told.encoding, told.decode(raw)) == ("", as_latin(raw))


def test_a_european_name_stays_itself_beside_a_chinese_title():
    raw = [text.encode("gb18030") for text in ("月亮代表我的心", "邓丽君")] + [
        "Björk".encode("cp1252")
    ]

    told = legacy_text(raw)

    assert [told.decode(part) for part in raw] == ["月亮代表我的心", "邓丽君", "Björk"]


def test_english_beside_chinese_is_read_too():
    raw = [text.encode("gb18030") for text in ("Love Song (Live版)", "方大同 feat. 王力宏")]

    told = legacy_text(raw)

    assert [told.decode(part) for part in raw] == ["Love Song (Live版)", "方大同 feat. 王力宏"]


def test_half_a_character_where_id3v1_cuts_is_dropped():
    raw = "我们的歌唱给远方的朋友们听一二".encode("gb18030")[:29]

    told = legacy_text([raw])

    assert told.decode(raw) == "我们的歌唱给远方的朋友们听一"


def test_plain_ascii_needs_no_guess():
    told = legacy_text([b"Kind of Blue", b"Miles Davis"])

    assert (told.encoding, told.decode(b"So What")) == ("", "So What")


def test_no_text_at_all_needs_no_guess():
    assert legacy_text([]).encoding == ""


@pytest.mark.parametrize(
    "raw", [bytes([0x81, 0x8D, 0x9D]), b"\xff\xfe\xfd", bytes(range(128, 256))]
)
def test_senseless_bytes_are_shown_somehow(raw):
    assert legacy_text([raw]).decode(raw)
